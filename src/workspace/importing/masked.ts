import { looksLikeSchool } from '../../layouts/school-reference.ts';
import { shown } from '../../layouts/shown.ts';
import { findSubject } from '../../records/subject.ts';
import type { Row } from '../../sheets/sheet.ts';

/** Issues about the key of a school: digits that would be too many elsewhere are a code there. */
const ABOUT_SCHOOLS = new Set(['unknown-school', 'school-added', 'login-unknown']);

/** A login of ФИС ОКО, the short name of a paper, a year, a word for a mark: nobody is called so. */
const HARMLESS =
  /^((edu|sch|ksh)\d{1,8}|reg\d{2}_m\d{3}|\d{1,2} ?[А-Я]{2}|20\d\d([/-](20)?\d\d)?|\d{1,2} ?класс|да|нет|[хx]|н\/[яп])$/i;

/** What stands in a message in place of a text that may be personal. */
const MASK = '…';

/** A number that counts nothing: what a document or a СНИЛС became when it was read as one. */
const LONG_NUMBER = /\d{8,}/g;

/** Texts shorter than this stand in messages for other reasons. */
const SHORTEST_NAME = 3;

/**
 * Says that a text found in a file can be shown: it is of a kind that names nobody. Everything else may be a name, a
 * date of birth or a document in the wrong column, whatever the column is called.
 */
function isHarmless(text: string, code: string): boolean {
  if ('value' in shown(text) || HARMLESS.test(text)) return true;
  if (ABOUT_SCHOOLS.has(code) && /^\d{1,8}$/.test(text)) return true;
  return looksLikeSchool(text) || findSubject(text) !== undefined;
}

/**
 * Takes out of what is said of a row every text of that row that may be personal. It holds for every layout: what
 * one of them quotes goes through here.
 * @param row the row, where it is the one being read
 */
export function masked(
  { code, message, value }: { code: string; message: string; value: string | undefined },
  row: Row | undefined,
): { message: string; value: string | undefined } {
  const texts = [value ?? '', ...Array.from(row?.cells ?? [], (cell) => cell?.text ?? '')];
  let plain = message;
  for (const text of new Set(texts.flatMap((one) => [one, one.trim()]))) {
    if (text.length >= SHORTEST_NAME && plain.includes(text) && !isHarmless(text.trim(), code))
      plain = plain.replaceAll(text, MASK);
  }
  return {
    message: ABOUT_SCHOOLS.has(code) ? plain : plain.replace(LONG_NUMBER, MASK),
    value: value !== undefined && isHarmless(value.trim(), code) ? value : undefined,
  };
}
