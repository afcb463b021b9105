import type { Cell, Fill, Font, Worksheet } from 'exceljs';
import { ANSWER_TITLE, FORM_VERSION, identityText, ROW_KEYS } from '../../layouts/forms/identity.ts';
import { type Question, questionKey } from '../../records/variables/question.ts';
import { relationsBetween } from '../../records/variables/relation.ts';
import { academicYear } from '../../records/year.ts';
import { printable } from '../plain-text.ts';
import { preparePage } from '../xlsx/page.ts';
import { BORDER, FONTS, HEADER_ALIGNMENT, HEADER_FILL, toneStyle } from '../xlsx/styles.ts';
import { lineCount } from '../xlsx/text-width.ts';
import { checkOf, RIGHT, WRONG } from './check.ts';
import type { CollectionForm } from './form.ts';
import { type FormLine, formLines } from './lines.ts';
import { validationOf } from './validation.ts';

/** Number, question, answer, unit, check; then the keys by which the form is read back. */
const WIDTHS = [6, 60, 13, 9, 27];
const KEY_COLUMN = 7;
const HEADER_ROW = 8;
const FIRST_LINE = HEADER_ROW + 1;

const INSTRUCTION = [
  'Впишите ответы в жёлтые ячейки. Нет сведений — оставьте пустым; ноль пишите цифрой 0.',
  'Столбец «Проверка» сразу скажет, если числа не сходятся. Имён и других личных сведений не пишите.',
  'Строк не добавляйте, файл можно переименовать. Заполненный файл верните туда, откуда он пришёл.',
];

/** Fills the one sheet of a collection form. */
export function fillForm(worksheet: Worksheet, form: CollectionForm): void {
  const lines = formLines(form.questions, FIRST_LINE);
  WIDTHS.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  Object.assign(worksheet.getColumn(KEY_COLUMN), { width: 12, hidden: true });
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const lineOf = (question: Question): FormLine => byKey.get(questionKey(question))!;
  const relations = relationsBetween(form.questions);
  const checks = lines.map((line) => checkOf(line, relations, lineOf, form.answer));
  const wrong = checks.filter(({ text }) => text.startsWith(WRONG)).length;
  fillHead(worksheet, form, lines, wrong);
  fillHeader(worksheet);
  lines.forEach((line, index) => {
    const { formula, text } = checks[index]!;
    fillLine(worksheet, line, form);
    worksheet.getCell(line.row, 5).value = { formula, result: text };
  });
  markChecks(worksheet, lines);
  arrange(worksheet, form, lines);
}

function fillHead(
  worksheet: Worksheet,
  form: CollectionForm,
  lines: readonly FormLine[],
  wrong: number,
): void {
  const { owner, system, title, year } = form;
  const { code } = owner;
  const identity = { version: FORM_VERSION, system, year, ...(code === undefined ? {} : { school: code }) };
  line(worksheet, 1, `Форма сбора показателей. ${system}. ${title}`, FONTS.title);
  keep(worksheet, 1, identityText(identity));
  named(worksheet, 2, 'Учебный год', academicYear(year), ROW_KEYS.year);
  named(worksheet, 3, code === undefined ? 'Муниципалитет' : 'Организация', owner.name, ROW_KEYS.name);
  if (code !== undefined) named(worksheet, 4, 'Код организации', code, ROW_KEYS.code);
  line(worksheet, 5, INSTRUCTION.join(' '), FONTS.body);
  const [first, last] = [FIRST_LINE, lines.at(-1)!.row];
  const filled = lines.filter(({ question }) => form.answer(question) !== undefined).length;
  line(worksheet, 6, 'Заполнено', FONTS.heading).value = {
    formula:
      `"Заполнено ячеек: "&COUNTA(C${first}:C${last})&" из ${lines.length}. ` +
      `Не сходится: "&COUNTIF(E${first}:E${last},"${WRONG}*")`,
    result: `Заполнено ячеек: ${filled} из ${lines.length}. Не сходится: ${wrong}`,
  };
}

/** A line across the whole table. */
function line(worksheet: Worksheet, row: number, text: string, font: Partial<Font>): Cell {
  const points = font.size ?? 10;
  const room = ((WIDTHS.reduce((sum, each) => sum + each, 0) - 2) * 10) / points;
  worksheet.mergeCells(row, 1, row, WIDTHS.length);
  worksheet.getRow(row).height = lineCount(printable(text), room, font.bold) * points * 1.3 + 3;
  return Object.assign(worksheet.getCell(row, 1), {
    value: printable(text),
    font,
    alignment: { vertical: 'top', wrapText: true },
  });
}

/** «Учебный год: 2020/21» */
function named(worksheet: Worksheet, row: number, name: string, value: string, key: string): void {
  line(worksheet, row, `${name}: ${value}`, FONTS.body).value = {
    richText: [
      { text: `${name}: `, font: FONTS.heading },
      { text: printable(value), font: FONTS.body },
    ],
  };
  keep(worksheet, row, key);
}

function fillHeader(worksheet: Worksheet): void {
  ['№', 'Вопрос', ANSWER_TITLE, 'Единица', 'Проверка'].forEach((title, index) => {
    Object.assign(worksheet.getCell(HEADER_ROW, index + 1), {
      value: title,
      font: FONTS.heading,
      fill: HEADER_FILL,
      border: BORDER,
      alignment: HEADER_ALIGNMENT,
    });
  });
  worksheet.getRow(HEADER_ROW).height = 20;
  keep(worksheet, HEADER_ROW, ROW_KEYS.header);
}

function fillLine(worksheet: Worksheet, line: FormLine, form: CollectionForm): void {
  const { question, row, notes } = line;
  const isCut = question.breakdown !== undefined;
  const cell = (column: number): Cell => worksheet.getCell(row, column);
  for (let column = 1; column <= WIDTHS.length; column++) cell(column).border = BORDER;
  const middle = { vertical: 'middle', horizontal: 'center', wrapText: true } as const;
  Object.assign(cell(1), { value: line.number, font: FONTS.body, numFmt: '@', alignment: middle });
  Object.assign(cell(2), {
    value: richText(line),
    alignment: { vertical: 'middle', horizontal: 'left', wrapText: true, indent: isCut ? 3 : 1 },
  });
  const known = form.answer(question);
  const yesNo = question.variable.unit === 'yes-no';
  Object.assign(cell(3), {
    value: known === undefined ? null : yesNo ? (known === 1 ? 'да' : 'нет') : known,
    font: { ...FONTS.body, size: 11 },
    fill: INPUT,
    numFmt: yesNo ? '@' : 'General',
    alignment: { vertical: 'middle', horizontal: yesNo ? 'center' : 'right' },
    protection: { locked: false },
    dataValidation: validationOf(question.variable),
  });
  Object.assign(cell(4), { value: line.unit, font: FONTS.note, alignment: middle });
  Object.assign(cell(5), {
    font: FONTS.body,
    alignment: { vertical: 'middle', horizontal: 'left', wrapText: true, indent: 1 },
  });
  const room = WIDTHS[1]! - (isCut ? 8 : 4);
  const small = (room * 10) / 9;
  const lines = notes.reduce(
    (sum, note) => sum + lineCount(note, small) * 12,
    lineCount(line.text, room) * 13.5,
  );
  worksheet.getRow(row).height = Math.max(lines + 4, isCut ? 17 : 27);
  keep(worksheet, row, line.key);
}

function richText({ text, notes, question }: FormLine) {
  const font = question.breakdown === undefined && notes.length > 0 ? FONTS.heading : FONTS.body;
  return {
    richText: [
      { text: printable(text), font },
      ...notes.map((note) => ({ text: `\n${printable(note)}`, font: FONTS.note })),
    ],
  };
}

/** The key by which a row is found again. */
function keep(worksheet: Worksheet, row: number, key: string): void {
  Object.assign(worksheet.getCell(row, KEY_COLUMN), { value: key, numFmt: '@' });
}

const INPUT: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9DB' } };

/** Colours beside the words of the checks; a sign and a text say the same. */
function markChecks(worksheet: Worksheet, lines: readonly FormLine[]): void {
  const [first, last] = [FIRST_LINE, lines.at(-1)!.row];
  const styled = (tone: 'good' | 'bad' | 'warning') => {
    const { font, fill } = toneStyle(tone);
    const colour = fill?.type === 'pattern' ? fill.fgColor : undefined;
    return {
      ...(font.color ? { font: { color: font.color, bold: font.bold === true } } : {}),
      ...(colour ? { fill: { type: 'pattern', pattern: 'solid', bgColor: colour } as const } : {}),
    };
  };
  const rule = (sign: string, tone: 'good' | 'bad' | 'warning', priority: number) => ({
    type: 'expression' as const,
    formulae: [`LEFT($E${first},1)="${sign}"`],
    style: styled(tone),
    priority,
  });
  worksheet.addConditionalFormatting({
    ref: `E${first}:E${last}`,
    rules: [rule(WRONG, 'bad', 1), rule(RIGHT, 'good', 2), rule('…', 'warning', 3)],
  });
  worksheet.addConditionalFormatting({ ref: `C${first}:C${last}`, rules: [rule(WRONG, 'bad', 4)] });
}

function arrange(worksheet: Worksheet, form: CollectionForm, lines: readonly FormLine[]): void {
  const owner = form.owner.code === undefined ? form.owner.name : `${form.owner.code} ${form.owner.name}`;
  preparePage(worksheet, `${form.system}, ${academicYear(form.year)}: ${owner}`, HEADER_ROW);
  Object.assign(worksheet.pageSetup, {
    orientation: 'portrait',
    printArea: `A1:E${lines.at(-1)!.row}`,
    horizontalCentered: true,
  });
  worksheet.views = [
    {
      ...{ state: 'frozen', xSplit: 0, ySplit: HEADER_ROW, showGridLines: false },
      activeCell: `C${FIRST_LINE}`,
    },
  ];
}
