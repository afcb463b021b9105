import type { Worksheet } from 'exceljs';
import { printable, wrapText } from '../plain-text.ts';
import type { Report } from '../report.ts';
import type { SheetExtras } from './extras.ts';
import { preparePage } from './page.ts';
import { BORDER, FONTS, HEADER_ALIGNMENT, HEADER_FILL, LONGEST_TEXT_FORMAT } from './styles.ts';
import { rowHeight } from './widths.ts';

/** Fills the cover: title, facts, what the report says in sentences, the way to the contents. */
export function fillCover(worksheet: Worksheet, report: Report, contents: string): SheetExtras {
  const [nameWidth, valueWidth] = [34, 96];
  worksheet.getColumn(1).width = nameWidth;
  worksheet.getColumn(2).width = valueWidth;
  let row = 1;
  const line = (text: string, font: (typeof FONTS)[keyof typeof FONTS]): void => {
    const cell = worksheet.getCell(row++, 1);
    cell.value = text;
    cell.font = font;
  };
  for (const text of wrapText(report.title, 70)) {
    worksheet.getRow(row).height = 26;
    line(text, FONTS.report);
  }
  for (const text of wrapText(report.subtitle, 115)) line(text, FONTS.body);
  row++;
  const pair = (name: string, value: string): void => {
    const [left, right] = [worksheet.getCell(row, 1), worksheet.getCell(row, 2)];
    worksheet.getRow(row++).height =
      rowHeight([
        { text: name, width: nameWidth, bold: true },
        { text: value, width: valueWidth },
      ]) + 3;
    Object.assign(left, { value: printable(name), font: FONTS.heading, alignment: TOP });
    Object.assign(right, {
      value: printable(value),
      font: FONTS.body,
      alignment: TOP,
      numFmt: value.length > LONGEST_TEXT_FORMAT ? 'General' : '@',
    });
    left.border = right.border = { bottom: BORDER.bottom! };
  };
  for (const { name, value } of report.facts) pair(name, value);
  row++;
  report.summary.forEach((sentence, index) => {
    pair(index === 0 ? 'Главное' : '', sentence);
  });
  row++;
  const link = `A${row}`;
  line('Содержание →', FONTS.link);
  worksheet.views = [{ state: 'normal', showGridLines: false, activeCell: 'A1' }];
  preparePage(worksheet, report.title);
  return { links: [{ cell: link, sheet: contents }], textRanges: [], charts: [] };
}

/** Fills the contents: each sheet with its link, what is on it, how many rows. */
export function fillContents(worksheet: Worksheet, report: Report, names: readonly string[]): SheetExtras {
  const headerRow = 3;
  const aboutWidth = 86;
  worksheet.getColumn(1).width = 32;
  worksheet.getColumn(2).width = aboutWidth;
  worksheet.getColumn(3).width = 12;
  Object.assign(worksheet.getCell('A1'), { value: 'Содержание', font: FONTS.title });
  ['Лист', 'Что на листе', 'Строк'].forEach((title, index) => {
    Object.assign(worksheet.getCell(headerRow, index + 1), {
      value: title,
      font: FONTS.heading,
      fill: HEADER_FILL,
      border: BORDER,
      alignment: HEADER_ALIGNMENT,
    });
  });
  const links = report.sheets.map((sheet, index) => {
    const row = headerRow + 1 + index;
    const about = printable(`${sheet.title}. ${sheet.lead}`);
    worksheet.getRow(row).height = rowHeight([{ text: about, width: aboutWidth }]) + 3;
    const style = { border: BORDER, alignment: TOP };
    Object.assign(worksheet.getCell(row, 1), { ...style, value: names[index]!, font: FONTS.link });
    Object.assign(worksheet.getCell(row, 2), {
      ...style,
      value: about,
      font: FONTS.body,
    });
    Object.assign(worksheet.getCell(row, 3), {
      border: BORDER,
      alignment: { vertical: 'top', horizontal: 'right' },
      value: sheet.table.rows.length,
      font: FONTS.body,
      numFmt: '#,##0',
    });
    return { cell: `A${row}`, sheet: names[index]! };
  });
  worksheet.views = [
    { state: 'frozen', xSplit: 0, ySplit: headerRow, activeCell: `A${headerRow + 1}`, showGridLines: false },
  ];
  preparePage(worksheet, report.title, headerRow);
  return { links, textRanges: [], charts: [] };
}

const TOP = { vertical: 'top', horizontal: 'left', wrapText: true, indent: 1 } as const;
