import { Chalk, type ChalkInstance } from 'chalk';
import CliTable from 'cli-table3';
import { cellText, isNumeric } from '../cell-text.ts';
import { wrapText } from '../plain-text.ts';
import { type ReportColumn, type ReportTable, type ReportValue, type Tone, typeIn } from '../report.ts';
import { columnWidths } from './widths.ts';

/** What the terminal can show: its width in characters, and whether colour is wanted. */
export interface TerminalView {
  width: number;
  colour: boolean;
}

/**
 * A table for the terminal, no wider than it: texts break into lines, and where even that does not fit, each row
 * becomes a block of «название: значение». Colour only accompanies the words.
 */
export function renderTable(table: ReportTable, io: TerminalView): string {
  if (table.rows.length === 0) return wrapText(table.empty, io.width).join('\n');
  const paint = new Chalk({ level: io.colour ? 1 : 0 });
  const widths = columnWidths(table, io.width);
  return widths ? grid(table, widths, paint) : blocks(table, io.width, paint);
}

function grid(table: ReportTable, widths: readonly number[], paint: ChalkInstance): string {
  const cli = new CliTable({
    colWidths: widths.map((width) => width + 2),
    colAligns: table.columns.map((column) => (isNumeric(column.type) ? 'right' : 'left')),
    style: { head: [], border: [] },
  });
  cli.push(
    table.columns.map((column, index) => lines(column.title, widths[index]!, (line) => paint.bold(line))),
  );
  for (const row of table.rows) {
    cli.push(
      table.columns.map((column, index) => {
        const value = row[column.key] ?? null;
        return lines(
          cellText(value, typeIn(column, row)),
          widths[index]!,
          painter(paint, toneOf(column, value)),
        );
      }),
    );
  }
  return withoutInnerRules(cli.toString());
}

/** Rules stay around the table and under its header; between rows only where some row takes several lines. */
function withoutInnerRules(drawn: string): string {
  const all = drawn.split('\n');
  const rules = all.flatMap((line, index) => (line.includes('┼') ? [index] : []));
  const isTall = rules.some((rule, at) => at > 0 && rule - rules[at - 1]! > 2);
  return isTall ? drawn : all.filter((_, index) => index === rules[0] || !rules.includes(index)).join('\n');
}

function blocks(table: ReportTable, width: number, paint: ChalkInstance): string {
  return table.rows
    .map((row) =>
      table.columns
        .flatMap((column) => {
          const value = row[column.key] ?? null;
          const text = cellText(value, typeIn(column, row));
          return wrapText(`${column.title}: ${text}`, width).map((line, index) => {
            const name = `${column.title}:`;
            if (index > 0 || !line.startsWith(name)) return painter(paint, toneOf(column, value))(line);
            return paint.bold(name) + painter(paint, toneOf(column, value))(line.slice(name.length));
          });
        })
        .join('\n'),
    )
    .join('\n\n');
}

function lines(text: string, width: number, paintLine: (line: string) => string): string {
  return wrapText(text, width).map(paintLine).join('\n');
}

function toneOf(column: ReportColumn, value: ReportValue): Tone {
  return column.tone?.(value) ?? (value === null ? 'muted' : 'plain');
}

function painter(paint: ChalkInstance, tone: Tone): (text: string) => string {
  if (tone === 'good') return (text) => paint.green(text);
  if (tone === 'bad') return (text) => paint.red(text);
  if (tone === 'warning') return (text) => paint.yellow(text);
  if (tone === 'muted') return (text) => paint.dim(text);
  return (text) => text;
}
