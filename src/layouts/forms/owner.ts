import { academicYear, parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';
import type { FormSheet } from './form-sheet.ts';
import { ROW_KEYS } from './identity.ts';

/** Reports where a form is not what its visible lines, or the options of the import, say of it. */
export function isForeign(reading: Reading, form: FormSheet): boolean {
  const { identity, row, head } = form;
  const { year, school } = identity;
  let foreign = false;
  const refuse = (code: string, message: string, place: Place = { row }): void => {
    reading.error(code, message, place);
    foreign = true;
  };
  const visible = (key: string): { text: string; place: Place } | undefined => {
    const line = head.get(key);
    return line && { text: namedText(line), place: { row: line.number } };
  };

  const yearShown = visible(ROW_KEYS.year);
  if (yearShown && parseYear(yearShown.text) !== year) {
    const message = `Форма выпущена за ${academicYear(year)} учебный год, а в ней написано другое. Выпустите форму нужного года: msoko form.`;
    refuse('form-year-differs', message, yearShown.place);
  }
  const codeShown = visible(ROW_KEYS.code);
  if (codeShown && school !== undefined && codeShown.text !== school) {
    const message = `Форма выпущена для организации ${school}, а в ней написан другой код. Выпустите форму для нужной организации: msoko form.`;
    refuse('form-school-differs', message, codeShown.place);
  }
  const { said } = reading;
  if (said.year !== undefined && said.year !== year) {
    const message = `Форма за ${academicYear(year)} учебный год, а указан --year ${said.year}. Уберите параметр или возьмите другую форму.`;
    refuse('form-year-differs', message);
  }
  if (said.school !== undefined && !isSame(reading, form, said.school)) {
    const whose = school === undefined ? 'муниципалитета' : `организации ${school}`;
    const message = `Форма ${whose}, а указан --school ${said.school}. Уберите параметр или возьмите другую форму.`;
    refuse('form-school-differs', message);
  }
  return foreign;
}

function isSame(reading: Reading, { identity, row }: FormSheet, said: string): boolean {
  if (identity.school === undefined) return false;
  if (said === identity.school) return true;
  const code = reading.school({ by: 'code', key: said }, { row });
  return code !== undefined && code === reading.school({ by: 'code', key: identity.school }, { row });
}

/**
 * Whose the answers are: a code under which records are stored, or the municipality (`school: undefined`).
 * @returns `undefined` where the organisation is not in the roster and may not be added: an issue says so
 */
export function ownerOf(
  reading: Reading,
  { identity, row, head }: FormSheet,
): { school: string | undefined } | undefined {
  if (identity.school === undefined) return { school: undefined };
  const line = head.get(ROW_KEYS.name);
  const name = line && namedText(line);
  const reference = { by: 'code', key: identity.school, ...(name ? { name } : {}) } as const;
  const school = reading.school(reference, { row });
  return school === undefined ? undefined : { school };
}

/** What stands after the colon of a line of the head: «Учебный год: 2020/21». */
function namedText(line: Row): string {
  return textAt(line, 0)
    .replace(/^[^:]*:/, '')
    .trim();
}
