import type { Fill, Worksheet } from 'exceljs';
import { a1 } from '../../sheets/address.ts';
import type { ReportColumn, ReportTable } from '../report.ts';
import { toneStyle } from './styles.ts';

/**
 * Colours the signs of a matrix by their own rules and not cell by cell: a sign that the reader changes takes its
 * colour along. A workbook has no chart of this kind, and cells are printed over pages, filtered and edited.
 */
export function colourMarks(worksheet: Worksheet, { columns, rows }: ReportTable, headerRow: number): void {
  if (rows.length === 0) return;
  for (const { from, to, column } of matrices(columns)) {
    const ref = `${a1(from, headerRow + 1)}:${a1(to, headerRow + rows.length)}`;
    const rules = Object.entries(column.signs ?? {}).map(([word, sign], index) => {
      const { font, fill } = toneStyle(column.tone?.(word) ?? 'plain');
      const { color, bold } = font;
      return {
        type: 'cellIs' as const,
        operator: 'equal' as const,
        formulae: [`"${sign}"`],
        priority: index + 1,
        style: {
          font: { ...(color ? { color } : {}), ...(bold ? { bold } : {}) },
          ...(fill ? { fill: behind(fill) } : {}),
        },
      };
    });
    worksheet.addConditionalFormatting({ ref, rules });
  }
}

/** Runs of columns beside each other with the same signs. */
function matrices(columns: readonly ReportColumn[]): { from: number; to: number; column: ReportColumn }[] {
  const found: { from: number; to: number; column: ReportColumn }[] = [];
  columns.forEach((column, index) => {
    if (column.type !== 'mark') return;
    const last = found.at(-1);
    if (last?.to === index - 1 && last.column.signs === column.signs) last.to = index;
    else found.push({ from: index, to: index, column });
  });
  return found;
}

/** A rule's fill is read from the colour behind the pattern. */
function behind(fill: Fill): Fill {
  if (fill.type !== 'pattern' || !fill.fgColor) return fill;
  return { ...fill, bgColor: fill.fgColor };
}
