import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cellText, isNumeric, signOf } from '../cell-text.ts';
import { printable } from '../plain-text.ts';
import { type ColumnType, type ReportColumn, type ReportRow, type ReportTable, typeIn } from '../report.ts';
import { STYLE, TONES } from './styles.ts';

/** A table of so few rows stays on one page. */
const SHORT = 6;

/**
 * A table of the report: its header is repeated on every page, no row is torn.
 * @param widths of the columns in twips
 */
export function wordTable(table: ReportTable, widths: readonly number[]): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const short = table.rows.length <= SHORT;
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) => headCell(column, widths[index]!)),
      }),
      ...table.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            keepNext: short && index < table.rows.length - 1,
            children: table.columns.map((column, at) => cell(column, row, widths[at]!)),
          }),
      ),
    ],
  });
}

function headCell({ title }: ReportColumn, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: STYLE.headCell, children: [new TextRun(printable(title))] })],
  });
}

function cell(column: ReportColumn, row: ReportRow, width: number): TableCell {
  const value = row[column.key] ?? null;
  const type = typeIn(column, row);
  const { fill, ink, bold } = TONES[column.tone?.(value) ?? (value === null ? 'muted' : 'plain')];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill ? { shading: { fill } } : {}),
    children: [
      new Paragraph({
        style: STYLE.cell,
        ...alignmentOf(type),
        children: [
          new TextRun({
            text: type === 'mark' ? signOf(column, value) : cellText(value, type),
            ...(ink ? { color: ink } : {}),
            ...(bold ? { bold } : {}),
          }),
        ],
      }),
    ],
  });
}

/** Numbers at the right, where digits meet digits; verdicts and years in the middle. */
function alignmentOf(type: ColumnType) {
  if (isNumeric(type)) return { alignment: AlignmentType.RIGHT };
  return type === 'text' ? {} : { alignment: AlignmentType.CENTER };
}
