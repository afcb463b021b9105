import { foldText } from '../../records/fold.ts';
import type { MeasureRecord } from '../../records/schemas.ts';
import type { MenuLine } from '../layout.ts';

/** Section of the Положение: `2.4`, `2,4`, «Раздел 2.4». */
export function parseSection(text: string): string | undefined {
  const found = /^(?:раздел|система)?\s*(\d)[.,](\d)\.?(?:\s|$)/.exec(foldText(text));
  return found ? `${found[1]}.${found[2]}` : undefined;
}

/** An id of the menu, whatever alphabet its letters are of: `2.4-M1`, `2.4-М1`, `М1`, `3.1-МД2`. */
const KIND_ID = /^(?:(\d)[.,](\d)\s*[-–—]?\s*)?(md|м[dд]|m|м|d|д)\s*[-.№]?\s*(\d{1,2})$/;

/** Id of a measure (`2.4-M1`) as a cell names it, whether the menu has it or not; without a section that of the row. */
export function parseKindId(text: string, section: string | undefined): string | undefined {
  const found = KIND_ID.exec(foldText(text));
  if (!found) return undefined;
  const own = found[1] ? `${found[1]}.${found[2]}` : section;
  const letters = found[3]!.replaceAll('м', 'm').replaceAll('д', 'd').toUpperCase();
  return own && `${own}-${letters}${found[4]}`;
}

/** Finds a measure of the menu by its id, or by its wording: whole, or its beginning where that fits one alone. */
export function findStep(text: string, section: string, menu: readonly MenuLine[]): MenuLine | undefined {
  const id = parseKindId(text, section);
  if (id) return menu.find((line) => line.id === id);
  const wanted = plainWording(text);
  const whole = menu.find((line) => plainWording(line.text) === wanted);
  if (whole || wanted.length < 12) return whole;
  const begun = menu.filter((line) => plainWording(line.text).startsWith(wanted));
  return begun.length === 1 ? begun[0] : undefined;
}

function plainWording(text: string): string {
  return foldText(text)
    .replace(/[.,;:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Schools of a cell: codes apart by commas, semicolons or lines; none where the cell is empty or says «все».
 * @returns `undefined` where Excel took two codes with a comma between them for one number
 */
export function splitSchools(text: string): string[] | undefined {
  if (/^[-–—]?$|^все( (оо|школы|организации))?$/.test(foldText(text))) return [];
  if (/^\d+[.]\d+$/.test(text)) return undefined;
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.every((part) => /^[\d\s]+$/.test(part)) ? parts.flatMap((part) => part.split(/\s+/)) : parts;
}

const STATUSES: readonly (readonly [RegExp, MeasureRecord['status']])[] = [
  [/^(не (провод|выполн|реализ|состоял)|отмен|снят|cancelled$)/, 'cancelled'],
  [/^(запланир|планир|план$|будет|не начат|planned$)/, 'planned'],
  [/^(идет|выполняется|проводится|реализуется|действует|начат|в работе|продолжается|running$)/, 'running'],
  [/^(выполнен|проведен|реализован|заверш|исполнен|принят|сделан|done$)/, 'done'],
];

/** State of a measure: запланирована, идёт, выполнена, отменена. */
export function parseMeasureStatus(text: string): MeasureRecord['status'] | undefined {
  const folded = foldText(text);
  return STATUSES.find(([words]) => words.test(folded))?.[1];
}

/** Academic year of a day: from the first of September on it is the next one. */
export function academicYearOf(isoDate: string): number {
  const [year, month] = isoDate.split('-').map(Number) as [number, number];
  return month >= 9 ? year + 1 : year;
}

const INITIALS =
  /(?<!(?:им|имени|памяти)\.?\s*)(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+)/u;
const PATRONYMIC = /[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вн|ьич|ичн)(?:а|у|ем|е|ы|ой)?(?![а-яё])/u;

/** Says that a text looks as if it named a person: a surname with initials, a name with a patronymic. */
export function namesPerson(text: string): boolean {
  return INITIALS.test(text) || PATRONYMIC.test(text);
}
