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

function text(value: string): string {
  const plain = printable(value);
  const isFormula = /^\s*[=+\-@＝＋－＠]/.test(plain) && !/^\s*[+-]?\d+([.,]\d+)?\s*$/.test(plain);
  return isFormula ? `'${plain}` : plain;
}

function field(value: string): string {
  return /[;"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
