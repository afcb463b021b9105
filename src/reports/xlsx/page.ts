import type { Worksheet } from 'exceljs';
import { columnLetters } from '../../sheets/address.ts';
import type { TablePlace } from './extras.ts';

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
/** A4 landscape, in points. */
const PAPER = { width: 842, height: 595 };
const POINTS_PER_INCH = 72;
/** Points of a unit of column width, and of a row that has no height of its own. */
const UNIT = 5.25;
const USUAL_ROW = 15;

/** Print smaller than this is not read: a wider table goes over several pages across. */
const LEAST_SCALE = 0.6;

/** Columns of a table: their widths, and how many of them name the row. */
interface PaperColumns {
  widths: readonly number[];
  leading: number;
}

/**
 * Prepares a sheet for paper: A4 landscape, one page wide, «стр. N из M», the header row on each page.
 * @param columns of a table that may go over several pages where one cannot be read, its leading columns on each
 */
export function preparePage(
  worksheet: Worksheet,
  reportTitle: string,
  headerRow?: number,
  columns?: PaperColumns,
): void {
  const across = columns ? pagesAcross(columns) : 1;
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: 0,
    margins: MARGINS,
    ...(headerRow ? { printTitlesRow: `${headerRow}:${headerRow}` } : {}),
    ...(columns && columns.leading > 0 && across > 1
      ? { printTitlesColumn: `A:${columnLetters(columns.leading - 1)}` }
      : {}),
  });
  const title = reportTitle.slice(0, 120).replaceAll('&', '&&');
  worksheet.headerFooter.oddFooter = `&L${title}&Rстр. &P из &N`;
}

/** How many pages wide a table must be to be read. */
function pagesAcross({ widths, leading }: PaperColumns): number {
  const points = (columns: readonly number[]) => columns.reduce((sum, each) => sum + each, 0) * UNIT;
  const named = points(widths.slice(0, leading));
  const page = (PAPER.width - (MARGINS.left + MARGINS.right) * POINTS_PER_INCH) / LEAST_SCALE;
  return Math.max(1, Math.ceil((points(widths) - named) / (page - named)));
}

/** Follows a sheet down its pages and breaks them where something would be cut in two. */
export interface PaperFlow {
  /**
   * Rows from the given one on, counted from 1, stand on one page: as many as wanted, or fewer where that saves a
   * page; else a page begins before them.
   * @returns how many rows they may be
   */
  keepTogether(first: number, rows: { least: number; wanted: number }): number;
}

/** Spreadsheets set rows somewhat higher than their estimates. */
const RESERVE = 1.05;

/** The pages of a sheet whose table is written and whose next rows have the usual height. */
export function paperFlow(worksheet: Worksheet, { headerRow, row, widths }: TablePlace): PaperFlow {
  const width = widths.reduce((sum, each) => sum + each, 0) * UNIT;
  const room = (size: number, before: number, after: number) => size - (before + after) * POINTS_PER_INCH;
  const scale = Math.min(1, room(PAPER.width, MARGINS.left, MARGINS.right) / width);
  const page = room(PAPER.height, MARGINS.top, MARGINS.bottom) / scale;
  const height = (from: number, to: number) => {
    let points = 0;
    for (let at = from; at < to; at += 1) points += worksheet.getRow(at).height ?? USUAL_ROW;
    return points;
  };
  const table = height(1, row) * RESERVE;
  // where a table of several pages ends nobody can tell beforehand: what follows begins a page
  let used = table > page ? Number.POSITIVE_INFINITY : table;
  let next = row;
  return {
    keepTogether(first, { least, wanted }) {
      used += height(next, first);
      const free = Math.floor((page - used) / USUAL_ROW);
      const rows = free >= least ? Math.min(free, wanted) : wanted;
      if (free < least) {
        worksheet.getRow(first - 1).addPageBreak();
        // a table that ends on its first page needs no header over the pictures
        if (table <= page) worksheet.pageSetup.printTitlesRow = '';
        used = table <= page ? 0 : height(headerRow, headerRow + 1);
      }
      used += rows * USUAL_ROW;
      next = first + rows;
      return rows;
    },
  };
}
