import { foldText } from '../../records/fold.ts';
import type { Cell, Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, type HeaderMatcher, headersOf, textAt } from '../columns.ts';
import type { Place } from '../layout.ts';
import { PERSON_HEADERS } from '../person-columns.ts';
import { SCHOOL_HEADERS } from '../plain/table.ts';

/** What the columns of olympiad protocols mean. No form is obligatory: each municipality has its own words. */
const FIELDS = {
  number: ['№', /^(№|n) ?п[/.]? ?п\.?$/],
  ...PERSON_HEADERS,
  id: ['id', 'код участника олимпиады'],
  cipher: [/^шифр( участника| работы)?$/, 'код работы'],
  schoolCode: SCHOOL_HEADERS,
  login: [/^логин( оо| оу| школы| фис око)?$/],
  grade: [/^класс,? ?\(?(участия|за который|по программе|выполнения)/, 'параллель', 'класс (участия)'],
  gradeOwn: ['класс', /^класс,? (обучения|участника|в котором)/],
  olympiad: ['олимпиада', 'название олимпиады', 'наименование олимпиады'],
  stage: ['этап', 'этап олимпиады'],
  subject: ['предмет', 'учебный предмет', 'общеобразовательный предмет'],
  year: ['год', 'учебный год'],
  primary: [/^первичн\S* балл/, /^балл\S* до апелляции$/, 'предварительный балл'],
  final: [/^итогов\S* (балл|результат)/, /^балл\S* (после|с учетом) апелляции$/],
  added: [/апелляци/],
  maximum: [/^макс/],
  score: [
    ...['балл', 'баллы', 'итог', 'итого', 'сумма', 'общий балл', 'всего баллов', 'набранный балл'],
    /^(кол-во|количество|сумма) (набранных )?баллов$/,
    /^результат \(балл\S*\)$/,
    /^итого\S* \(?балл\S*\)?$/,
  ],
  status: [
    'статус',
    /^(итоговый )?статус( участника| диплома)?$/,
    'тип диплома',
    'диплом',
    'результат участия',
  ],
  /** Scores or statuses: it stands in for whichever has no column of its own. */
  outcome: ['результат'],
  school: [
    /^((полное|краткое|сокращенное) )?(название|наименование)( (оо|оу|школы|организации|учреждения))?$/,
    /^((полное|краткое) )?(название |наименование )?(обще)?образовательн\S+ (организаци|учреждени)\S( \(.*\))?$/,
    ...['оо', 'оу', 'школа', 'место учебы', 'место обучения'],
  ],
} satisfies Record<string, readonly HeaderMatcher[]>;

export type Field = keyof typeof FIELDS;

/** A header of one or two rows, understood. */
export interface Header {
  row: Row;
  /** How many fields it has: the more, the surer. */
  size: number;
  has(...fields: readonly Field[]): boolean;
  text(row: Row, field: Field): string;
  cell(row: Row, field: Field): Cell | undefined;
  place(row: Row, field: Field): Place;
  /** Columns of scores by task (вопросы, задания), and of points by task that an appeal added. */
  tasks: readonly number[];
  appeals: readonly number[];
}

/** Words of which at least one heads a result; nearly no row of people has one. */
const RESULT_WORDS = /балл|итог|статус|сумма|результат|диплом/i;

const NAMING = ['fullName', 'surname', 'snils', 'participant', 'cipher', 'id'] as const;
const RESULTS = ['score', 'final', 'primary', 'status'] as const;

/**
 * Reads a header row.
 * @param above the row above it, where the header takes two: what the lower row leaves open is taken from it
 * @returns `undefined` where the row heads no table of people with results
 */
export function headerOf(row: Row, above?: Row): Header | undefined {
  const words = [row, ...(above ? [above] : [])];
  if (!words.some(({ cells }) => cells.some((cell) => cell && RESULT_WORDS.test(cell.text))))
    return undefined;
  const joined = above ? joinRows(row, above) : row;
  const columns: Partial<Record<Field, Column>> = findColumns(joined, FIELDS);
  if (columns.outcome) {
    if (!columns.score) columns.score = columns.outcome;
    else if (!columns.status) columns.status = columns.outcome;
  }
  const known = Object.keys(columns) as Field[];
  const heads = NAMING.some((field) => columns[field]) && RESULTS.some((field) => columns[field]);
  if (!heads || known.length < 3) return undefined;
  const used = new Set(Object.values(columns).map(({ index }) => index));
  const labels = headersOf(joined).filter(({ index, header }) => !used.has(index) && isTaskLabel(header));
  const groups = above ? groupsOf(row, above) : [];
  const appeals = labels.filter(({ index }) => /апелляци/.test(groups[index] ?? ''));
  const tasks = labels.filter((label) => !appeals.includes(label));
  return {
    row: joined,
    size: known.length,
    has: (...fields) => fields.every((field) => columns[field]),
    text: (data, field) => textAt(data, columns[field]?.index ?? -1),
    cell: (data, field) => data.cells[columns[field]?.index ?? -1],
    place(data, field) {
      const column = columns[field];
      return { row: data.number, ...(column ? { column: column.index, header: column.header } : {}) };
    },
    tasks: tasks.map(({ index }) => index),
    appeals: appeals.map(({ index }) => index),
  };
}

/** Says that the row continues the header above it: it repeats its merged cells and names tasks, no person. */
export function isSecondRow(header: Header, row: Row): boolean {
  const keys = ([...NAMING, 'school', 'schoolCode', 'gradeOwn', 'grade', 'status'] as const).filter((field) =>
    header.has(field),
  );
  const silent = keys.every((field) => {
    const text = header.text(row, field);
    return text === '' || text === header.text(header.row, field);
  });
  const rest = row.cells.filter((cell, index) => {
    return cell?.text.trim() && cell.text !== header.row.cells[index]?.text;
  });
  return silent && rest.some((cell) => isTaskLabel(cell!.text) || RESULT_WORDS.test(cell!.text));
}

/** `1`, `В1`, `1.2`, «Задание 3», «№ 4», «1 тур». */
function isTaskLabel(text: string): boolean {
  return /^(задани\S+|задача|вопрос|№|в|з|тур|балл\S* за)?\s*№?\s*\d{1,2}([.(]\d{1,2}\)?)?(\s*(тур|балл\S*|б))?\.?$/.test(
    foldText(text),
  );
}

function joinRows(row: Row, above: Row): Row {
  const length = Math.max(row.cells.length, above.cells.length);
  const cells = Array.from({ length }, (_, index) => {
    const below = row.cells[index];
    if (below?.text.trim()) return below;
    const top = above.cells[index];
    // The covered part of a heading that spans several columns heads none of them.
    return top?.master && above.cells[index - 1]?.text === top.text ? undefined : top;
  });
  return { ...row, cells };
}

/** For each column the heading that stands over it in the row above, its merged or empty cells included. */
function groupsOf(row: Row, above: Row): string[] {
  let group = '';
  return Array.from({ length: row.cells.length }, (_, index) => {
    const own = above.cells[index]?.text.trim();
    if (own) group = own === row.cells[index]?.text.trim() ? '' : foldText(own);
    return group;
  });
}
