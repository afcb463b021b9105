import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { parseInteger } from '../number.ts';
import type { Field, Header } from './header.ts';
import { ownTexts } from './heading.ts';
import { standingText } from './result.ts';
import { parseScore } from './score.ts';
import { parseStanding } from './status.ts';

/** What a row below the header is: a person, what is left of one, a total, a signature, any other line. */
export type RowNature = 'person' | 'stray' | 'total' | 'signature' | 'line';

const TOTAL = /^(всего|итого|средн\S+|минимальн\S+|количество|кол-во)(\s|:|$)/;
const SIGNATURE =
  /^(дата( проведения)?(\s|:|$)|председател\S*( |:|$)|(состав )?жюри|член\S* (жюри|комиссии|оргкомитета)|секретар\S*( |:|$)|организатор\S*( |:|$)|ответственн\S+( |:|$)|эксперт\S*( |:|$)|директор( |:|$)|подпис\S*|м\.? ?п\.?$)/;

const NAMING = ['fullName', 'surname', 'snils', 'participant', 'cipher', 'id'] as const;
const RESULTS = ['score', 'final', 'primary', 'status'] as const;

/** @param signed a signature stood above: of what follows only rows with a result are people */
export function natureOf(header: Header, row: Row, signed: boolean): RowNature {
  const texts = ownTexts(row);
  const said = (field: Field): boolean => /[^\s_/.\-–—]/.test(ownText(header, row, field));
  const first = foldText(texts[0] ?? '');
  const classed = said('gradeOwn') || said('grade');
  const judged = Boolean(parseStanding(standingText(header, row)));
  if (!(classed && judged)) {
    if (TOTAL.test(first)) return 'total';
    if (SIGNATURE.test(first)) return 'signature';
    if (/^(максимальн\S+ |макс\. )/.test(first)) return 'line';
  }
  if (texts.length > 2 && texts.every((text, index) => text === String(index + 1))) return 'line';
  const number = header.text(row, 'number').replace(/\.$/, '');
  if (number && parseInteger(number) === undefined) return 'line';
  const scored = RESULTS.some((field) => typeof parseScore(header.text(row, field)) === 'number');
  const result = judged || scored;
  if (signed && !result) return 'line';
  if (!NAMING.some(said)) return !result ? 'line' : classed || said('birth') ? 'person' : 'stray';
  return result || classed || RESULTS.some(said) ? 'person' : 'line';
}

/** Text of a cell; the covered part of a line merged across the table holds none of its own. */
function ownText(header: Header, row: Row, field: Field): string {
  const cell = header.cell(row, field);
  const column = header.place(row, field).column;
  if (!cell || column === undefined) return '';
  const spread = cell.master !== undefined && row.cells[column - 1]?.text === cell.text;
  return spread ? '' : cell.text;
}
