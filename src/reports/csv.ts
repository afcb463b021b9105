import { NO_DATA, printable } from './plain-text.ts';
import { type ColumnType, type ReportColumn, type ReportTable, type ReportValue, typeIn } from './report.ts';

/**
 * A table as CSV for a Russian spreadsheet: UTF-8 with a mark, semicolons, CRLF, decimal commas. Shares are in
 * per cent, as their header says. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function writeCsv(table: ReportTable): string {
  const header = table.columns.map((column) => field(text(headerOf(column))));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => field(shown(row[column.key] ?? null, column, typeIn(column, row)))),
  );
  return `\ufeff${[header, ...rows].map((fields) => `${fields.join(';')}\r\n`).join('')}`;
}

function headerOf(column: ReportColumn): string {
  return column.type === 'share' && !column.title.includes('%') ? `${column.title}, %` : column.title;
}

function shown(value: ReportValue, column: ReportColumn, type: ColumnType): string {
  if (value === null) return NO_DATA;
  if (typeof value === 'string') return text(value);
  const scaled = type === 'share' ? value * 100 : value;
  const number = String(Number(scaled.toFixed(6)) + 0).replace('.', ',');
  // Where the column's header cannot say «%» for all rows, the value does.
  return type === 'share' && column.type !== 'share' ? `${number} %` : number;
}

/** Where a spreadsheet sees the beginning of a formula, with the space before it. */
const FORMULA = /^[\s"]*[=+\-@＝＋－＠]/;
const NUMBER = /^\s*[+-]?\d+([.,]\d+)?\s*$/;

/** A spreadsheet of another language breaks fields at commas: each piece of a text is looked at as a field of its own. */
function text(value: string): string {
  const plain = printable(value);
  if (NUMBER.test(plain)) return plain;
  return plain
    .split(/([,;])/)
    .map((piece) => (FORMULA.test(piece) && !NUMBER.test(piece) ? `'${piece}` : piece))
    .join('');
}

function field(value: string): string {
  return /[;"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
