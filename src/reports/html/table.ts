import { cellText, isNumeric } from '../cell-text.ts';
import { type Markup, markup } from '../markup.ts';
import { type ReportColumn, type ReportTable, type ReportValue, typeIn } from '../report.ts';

/** Tables with more columns than these lie across the paper. */
const WIDEST_UPRIGHT = 7;
const WIDEST_COMFORTABLE = 12;

/** Where a table stands. */
export interface TablePlace {
  id: string;
  caption: string;
  /** How many leading columns name the row. */
  frozenColumns?: number | undefined;
  /** What to put into a cell in place of its text. */
  cell?: (column: ReportColumn, row: ReportTable['rows'][number]) => Markup | undefined;
}

/** A table of the report: every value in words as the other writers show it, headers for rows and columns. */
export function tableMarkup(
  table: ReportTable,
  { id, caption, frozenColumns = 1, cell }: TablePlace,
): Markup {
  const { columns, rows, empty } = table;
  if (rows.length === 0) return markup`<p class="empty">${empty}</p>`;
  const ofSchools = columns[0]?.key === 'school';
  return markup`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table class="${densityOf(columns.length)}"${ofSchools && markup` data-school`}>
<caption id="${id}">${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col" class="${classOf(column)}">${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    markup`<tr>${columns.map((column, index) => cellMarkup(column, row, index < Math.max(1, frozenColumns), cell))}</tr>
`,
)}</tbody>
</table>
</div>`;
}

/** Whether a table lies across the paper when it is printed. */
export function isWide({ columns, rows }: ReportTable): boolean {
  return rows.length > 0 && columns.length > WIDEST_UPRIGHT;
}

/** Widths of columns in characters that the page's style must know. */
export function columnWidths(tables: readonly ReportTable[]): number[] {
  const widths = tables.flatMap(({ columns }) => columns.map(({ width }) => width));
  return [...new Set(widths.filter((width) => width !== undefined).map(Math.round))].sort((a, b) => a - b);
}

function densityOf(columns: number): string {
  return columns > WIDEST_COMFORTABLE ? 'dense' : 'usual';
}

function cellMarkup(
  column: ReportColumn,
  row: ReportTable['rows'][number],
  isHeader: boolean,
  cell: TablePlace['cell'],
): Markup {
  const value = row[column.key] ?? null;
  const type = typeIn(column, row);
  const content = cell?.(column, row) ?? cellText(value, type);
  const kind = kindOf({ ...column, type }, value);
  if (isHeader) return markup`<th scope="row"${kind && markup` class="${kind}"`}>${content}</th>`;
  return markup`<td${kind && markup` class="${kind}"`}>${content}</td>`;
}

function classOf(column: ReportColumn): string {
  const width = column.width === undefined ? '' : ` w${Math.round(column.width)}`;
  return `${placeOf(column)}${width}`.trim();
}

/** Numbers at the right, verdicts and years in the middle; codes are never broken. */
function placeOf({ type, width, wrap }: ReportColumn): string {
  if (isNumeric(type)) return 'n';
  if (type !== 'text') return 'v';
  return wrap || width !== undefined ? '' : 'c';
}

function kindOf(column: ReportColumn, value: ReportValue): string {
  const tone = column.tone?.(value) ?? (value === null ? 'muted' : 'plain');
  return [placeOf(column), tone === 'plain' ? '' : tone].filter((part) => part !== '').join(' ');
}
