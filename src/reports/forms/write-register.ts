import type { Worksheet } from 'exceljs';
import type { RegisteredMeasure } from '../../facts/registered-measures.ts';
import type { System } from '../../regulation/systems/system.ts';
import { MEASURE_STATUS_WORDS } from '../effectiveness/words.ts';
import { printable } from '../plain-text.ts';
import { finishPackage } from '../xlsx/package.ts';
import { preparePage } from '../xlsx/page.ts';
import { ALIGNMENTS, BORDER, FONTS, HEADER_ALIGNMENT, HEADER_FILL } from '../xlsx/styles.ts';

/** Columns of the plain table of measures, with their widths. */
const COLUMNS: readonly (readonly [title: string, width: number])[] = [
  ['Система', 10],
  ['Вид', 11],
  ['Название', 46],
  ['Код ОО', 24],
  ['Начало', 13],
  ['Окончание', 13],
  ['Адресат', 28],
  ['Состояние', 15],
];

/** Rows left for new measures. */
const ROOM = 100;

/** Name of the sheet with the menu: the layout of the register passes over sheets of this name. */
const MENU_SHEET = 'Перечень мер';

/**
 * Writes the register of measures and decisions (реестр мер) as a form: those already registered, room for new ones,
 * drop-downs for section, kind and state, and the menus of all sections on a second sheet. Equal data give equal bytes.
 */
export async function writeRegister(
  year: number,
  systems: readonly System[],
  registered: readonly RegisteredMeasure[],
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const date = new Date(Date.UTC(year, 7, 31));
  Object.assign(workbook, {
    ...{ title: 'Реестр мер и управленческих решений', creator: 'msoko', lastModifiedBy: 'msoko' },
    ...{ created: date, modified: date },
  });
  const sections = systems.filter(({ measures }) => measures.length > 0);
  const steps = sections.flatMap(({ decisions, measures }) => [...measures, ...decisions]);
  const sheet = workbook.addWorksheet('Реестр мер');
  const menu = workbook.addWorksheet(MENU_SHEET);
  fillMenu(menu, steps);
  fillRegister(sheet, registered, { sections: sections.map(({ id }) => id), kinds: steps.length });
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  const extras = { links: [], textRanges: [`A2:D${registered.length + ROOM + 1}`], charts: [] };
  return finishPackage(written, [extras, { links: [], textRanges: [], charts: [] }]);
}

function fillRegister(
  sheet: Worksheet,
  registered: readonly RegisteredMeasure[],
  { sections, kinds }: { sections: readonly string[]; kinds: number },
): void {
  writeHeader(sheet, COLUMNS);
  registered.forEach((measure, index) => {
    const row = sheet.getRow(index + 2);
    row.values = [
      ...[measure.system, measure.kind, printable(measure.title), measure.schools.join(', ')],
      ...[dateOf(measure.from), measure.to === undefined ? null : dateOf(measure.to)],
      ...[printable(measure.addressee ?? ''), MEASURE_STATUS_WORDS[measure.status]],
    ];
  });
  const lists: readonly (readonly [column: number, formula: string, what: string])[] = [
    [1, `"${sections.join(',')}"`, 'Раздел Положения из списка.'],
    [
      2,
      `'${MENU_SHEET}'!$A$2:$A$${kinds + 1}`,
      `Код вида из списка; что он значит — на листе «${MENU_SHEET}».`,
    ],
    [8, `"${Object.values(MEASURE_STATUS_WORDS).join(',')}"`, 'Состояние меры из списка.'],
  ];
  for (let row = 2; row <= registered.length + ROOM + 1; row++) {
    for (const [column, formula, what] of lists) {
      sheet.getCell(row, column).dataValidation = {
        ...{
          type: 'list',
          allowBlank: true,
          formulae: [formula],
          showErrorMessage: true,
          showInputMessage: true,
        },
        ...{
          errorStyle: 'stop',
          errorTitle: 'Нет в списке',
          error: what,
          promptTitle: 'Выберите',
          prompt: what,
        },
      };
    }
    COLUMNS.forEach((_, index) => {
      const cell = sheet.getCell(row, index + 1);
      const isDate = index === 4 || index === 5;
      Object.assign(cell, {
        font: FONTS.body,
        border: BORDER,
        numFmt: isDate ? 'dd.mm.yyyy' : '@',
        alignment: { ...ALIGNMENTS.text, vertical: 'top', wrapText: true },
      });
    });
  }
  sheet.views = [{ state: 'frozen', ySplit: 1, showGridLines: false }];
  preparePage(sheet, 'Реестр мер и управленческих решений', 1);
}

function fillMenu(sheet: Worksheet, steps: readonly { id: string; text: string }[]): void {
  writeHeader(sheet, [
    ['Код', 11],
    ['Мера или решение', 110],
  ]);
  steps.forEach(({ id, text }, index) => {
    const row = sheet.getRow(index + 2);
    row.values = [id, printable(text)];
    for (const column of [1, 2]) {
      Object.assign(row.getCell(column), {
        font: FONTS.body,
        border: BORDER,
        alignment: { ...ALIGNMENTS.text, vertical: 'top', wrapText: true },
      });
    }
  });
  sheet.views = [{ state: 'frozen', ySplit: 1, showGridLines: false }];
  preparePage(sheet, MENU_SHEET, 1);
}

function writeHeader(sheet: Worksheet, columns: readonly (readonly [title: string, width: number])[]): void {
  columns.forEach(([title, width], index) => {
    sheet.getColumn(index + 1).width = width;
    Object.assign(sheet.getCell(1, index + 1), {
      value: title,
      font: FONTS.heading,
      fill: HEADER_FILL,
      border: BORDER,
      alignment: HEADER_ALIGNMENT,
    });
  });
}

/** A day of the record as Excel counts it: no time zone moves it. */
function dateOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
