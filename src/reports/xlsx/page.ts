import type { Worksheet } from 'exceljs';
import type { TablePlace } from './extras.ts';

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
/** A4 landscape, in points. */
const PAPER = { width: 842, height: 595 };
const POINTS_PER_INCH = 72;
/** Points of a unit of column width, and of a row that has no height of its own. */
const UNIT = 5.25;
const USUAL_ROW = 15;

/** Prepares a sheet for paper: A4 landscape, one page wide, «стр. N из M», the header row on each page. */
export function preparePage(worksheet: Worksheet, reportTitle: string, headerRow?: number): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: MARGINS,
    ...(headerRow ? { printTitlesRow: `${headerRow}:${headerRow}` } : {}),
  });
  const title = reportTitle.slice(0, 120).replaceAll('&', '&&');
  worksheet.headerFooter.oddFooter = `&L${title}&Rстр. &P из &N`;
}

/** Follows a sheet down its pages and breaks them where something would be cut in two. */
export interface PaperFlow {
  /** The given rows, the first counted from 1, stand on one page: a page begins before them if need be. */
  keepTogether(first: number, rows: number): void;
}

/** The pages of a sheet whose table is written and whose next rows have the usual height. */
export function paperFlow(worksheet: Worksheet, { headerRow, row, widths }: TablePlace): PaperFlow {
  const width = widths.reduce((sum, each) => sum + each, 0) * UNIT;
  const room = (size: number, before: number, after: number) => size - (before + after) * POINTS_PER_INCH;
  const scale = Math.min(1, room(PAPER.width, MARGINS.left, MARGINS.right) / width);
  const page = room(PAPER.height, MARGINS.top, MARGINS.bottom) / scale;
  const height = (at: number) => worksheet.getRow(at).height ?? USUAL_ROW;
  let [used, pages, next] = [0, 1, 1];
  const add = (points: number) => {
    if (used + points > page) {
      used = height(headerRow);
      pages += 1;
    }
    used += points;
  };
  const advance = (to: number) => {
    for (; next < to; next += 1) add(height(next));
  };
  advance(row);
  const tablePages = pages;
  return {
    keepTogether(first, rows) {
      advance(first);
      if (used + rows * USUAL_ROW > page) {
        worksheet.getRow(first - 1).addPageBreak();
        used = height(headerRow);
        pages += 1;
        // a table that ends on its first page needs no header over the pictures
        if (tablePages === 1) worksheet.pageSetup.printTitlesRow = '';
      }
      used += rows * USUAL_ROW;
      next = first + rows;
    },
  };
}
