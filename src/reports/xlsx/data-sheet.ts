import type { Cell, CellValue, Style, Worksheet } from 'exceljs';
import { a1, columnLetters } from '../../sheets/address.ts';
import { cellText, signOf } from '../cell-text.ts';
import { NO_DATA, printable, wrapText } from '../plain-text.ts';
import {
  type ReportColumn,
  type ReportSheet,
  type ReportTable,
  type ReportValue,
  typeIn,
} from '../report.ts';
import type { SheetExtras, TablePlace } from './extras.ts';
import { colourMarks } from './marks.ts';
import { headerNames } from './names.ts';
import { preparePage } from './page.ts';
import {
  ALIGNMENTS,
  BORDER,
  FONTS,
  HEADER_ALIGNMENT,
  HEADER_FILL,
  LONGEST_TEXT_FORMAT,
  numberFormat,
  toneStyle,
} from './styles.ts';
import { lettersAbove, rowHeight, WIDEST, workbookWidths } from './widths.ts';

/** Width of the filter button in a header, in characters. */
const FILTER_BUTTON = 0.8;
/** Rows above the header that may stay in view; more notes than that go below the table. */
const MOST_ROWS_ABOVE = 9;

/** What surrounds a data sheet in its workbook. */
export interface SheetPlace {
  name: string;
  tableName: string;
  contents: string;
  reportTitle: string;
}

/** Fills a worksheet with a title, the lead and notes, and one table; charts follow when all tables stand. */
export function fillDataSheet(
  worksheet: Worksheet,
  sheet: ReportSheet,
  place: SheetPlace,
): { extras: SheetExtras; placed: TablePlace } {
  const extras: SheetExtras = { links: [{ cell: 'A2', sheet: place.contents }], textRanges: [], charts: [] };
  const widths = workbookWidths(sheet.table);
  widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  const letters = lettersAbove(widths);
  const lead = wrapText(sheet.lead, letters);
  const notes = (sheet.notes ?? []).flatMap((note) => wrapText(note, letters));
  const notesAbove = 2 + lead.length + notes.length <= MOST_ROWS_ABOVE;

  write(worksheet.getCell('A1'), sheet.title, FONTS.title);
  write(worksheet.getCell('A2'), '← К содержанию', FONTS.link);
  let row = 3;
  for (const line of lead) write(worksheet.getCell(row++, 1), line, FONTS.body);
  if (notesAbove) for (const line of notes) write(worksheet.getCell(row++, 1), line, FONTS.note);
  worksheet.getRow(row++).height = 6;

  const headerRow = row;
  const dataRows = writeTable(worksheet, sheet.table, headerRow, place.tableName, widths);
  extras.textRanges.push(...textRanges(sheet.table, headerRow));
  colourMarks(worksheet, sheet.table, headerRow);
  row = headerRow + dataRows + 2;
  if (!notesAbove) {
    write(worksheet.getCell(row++, 1), 'Примечания', FONTS.heading);
    for (const line of notes) write(worksheet.getCell(row++, 1), line, FONTS.note);
    row++;
  }

  const frozenColumns = sheet.frozenColumns ?? 0;
  worksheet.views = [
    {
      state: 'frozen',
      xSplit: frozenColumns,
      ySplit: headerRow,
      topLeftCell: a1(frozenColumns, headerRow + 1),
      activeCell: a1(frozenColumns, headerRow + 1),
      showGridLines: false,
    },
  ];
  // pictures are laid out for one page
  const columns = sheet.charts?.length ? undefined : { widths, leading: frozenColumns };
  preparePage(worksheet, place.reportTitle, headerRow, columns);
  return { extras, placed: { table: sheet.table, sheet: place.name, headerRow, row, widths } };
}

/** @returns how many rows stand under the header */
function writeTable(
  worksheet: Worksheet,
  table: ReportTable,
  headerRow: number,
  name: string,
  widths: readonly number[],
): number {
  const headers = headerNames(table.columns.map((column) => printable(column.title)));
  const rows = table.rows.map((_, index) =>
    table.columns.map((column) => cellValue(table, index, column, headerRow + 1)),
  );
  if (rows.length > 0) {
    worksheet.addTable({
      name,
      displayName: name,
      ref: a1(0, headerRow),
      headerRow: true,
      style: { theme: 'TableStyleLight1', showRowStripes: false },
      columns: headers.map((header, index) => ({
        name: header,
        filterButton: table.columns[index]!.type !== 'mark',
      })),
      rows,
    });
  } else {
    headers.forEach((header, index) => {
      worksheet.getCell(headerRow, index + 1).value = header;
    });
    worksheet.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: headerRow, column: headers.length },
    };
    write(worksheet.getCell(headerRow + 1, 1), printable(table.empty), FONTS.note);
  }
  headers.forEach((_, index) => {
    Object.assign(worksheet.getCell(headerRow, index + 1), {
      font: FONTS.heading,
      fill: HEADER_FILL,
      border: BORDER,
      alignment: HEADER_ALIGNMENT,
    });
  });
  worksheet.getRow(headerRow).height = rowHeight(
    headers.map((text, index) => ({
      text,
      width: widths[index]! - (table.columns[index]!.type === 'mark' ? 0 : FILTER_BUTTON),
      bold: true,
    })),
  );
  const styleOf = cellStyles();
  table.rows.forEach((row, rowIndex) => {
    worksheet.getRow(headerRow + 1 + rowIndex).height = rowHeight(
      table.columns.map((column, index) => ({
        text: shownText(column, row),
        width: widths[index]!,
        bold: column.type === 'verdict',
      })),
    );
    table.columns.forEach((column, index) => {
      worksheet.getCell(headerRow + 1 + rowIndex, index + 1).style = styleOf(
        { ...column, type: typeIn(column, row) },
        row[column.key] ?? null,
        widths[index]!,
      );
    });
  });
  return Math.max(1, rows.length);
}

function shownText(column: ReportColumn, row: ReportTable['rows'][number]): string {
  const value = row[column.key] ?? null;
  return column.type === 'mark' ? signOf(column, value) : cellText(value, typeIn(column, row));
}

/** What exceljs puts into a cell: a number, a text, or the formula of a share with its value. */
function cellValue(table: ReportTable, index: number, column: ReportColumn, firstRow: number): CellValue {
  const row = table.rows[index]!;
  const value = row[column.key] ?? null;
  if (column.type === 'mark') return signOf(column, value);
  if (value === null) return NO_DATA;
  if (typeof value === 'string') return printable(value);
  const type = typeIn(column, row);
  if (type === 'text' || type === 'verdict') return String(value);
  if (column.shareOf && type === 'share') {
    const part = row[column.shareOf.part];
    const whole = row[column.shareOf.whole];
    const follows =
      typeof part === 'number' &&
      typeof whole === 'number' &&
      whole !== 0 &&
      Math.abs(part / whole - value) < 1e-9;
    if (follows) {
      const address = (key: string) =>
        a1(
          table.columns.findIndex((each) => each.key === key),
          firstRow + index,
        );
      return { formula: `${address(column.shareOf.part)}/${address(column.shareOf.whole)}`, result: value };
    }
  }
  return value;
}

/** Styles of cells; equal ones are one object, by which exceljs writes large tables several times faster. */
function cellStyles(): (column: ReportColumn, value: ReportValue, width: number) => Partial<Style> {
  const styles = new Map<string, Partial<Style>>();
  return (column, value, width) => {
    const isMark = column.type === 'mark';
    const tone = isMark ? 'plain' : (column.tone?.(value) ?? (value === null ? 'muted' : 'plain'));
    const isText = typeof value !== 'number' || column.type === 'text' || column.type === 'verdict';
    const length = isText && !isMark ? String(value ?? NO_DATA).length : 0;
    const wraps = column.wrap === true || length > Math.min(WIDEST, width) - 1;
    const isLong = isText && length > LONGEST_TEXT_FORMAT;
    const format = numberFormat(column.type, isText ? String(value) : value);
    const key = [tone, column.type, format, isText, wraps, isLong].join();
    const style = styles.get(key) ?? {
      ...toneStyle(tone),
      border: BORDER,
      numFmt: isLong ? 'General' : format,
      alignment: {
        vertical: 'top',
        ...ALIGNMENTS[column.type],
        ...(wraps ? { wrapText: true } : {}),
      },
    };
    styles.set(key, style);
    return style;
  };
}

/** The ranges of text columns in which some value looks like a number. */
function textRanges(table: ReportTable, headerRow: number): string[] {
  return table.columns.flatMap((column, index) => {
    const hasDigits = table.rows.some((row) => /^\s*[+-]?\d[\d.,\s]*$/.test(String(row[column.key] ?? '')));
    if (column.type !== 'text' || !hasDigits) return [];
    const letters = columnLetters(index);
    return [`${letters}${headerRow + 1}:${letters}${headerRow + table.rows.length}`];
  });
}

function write(cell: Cell, text: string, font: Cell['font']): void {
  cell.value = printable(text);
  cell.font = font;
}
