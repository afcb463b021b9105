import type { Row } from '../../sheets/sheet.ts';
import type { Place, Reading, SchoolReference } from '../layout.ts';
import { loginInBrackets, loginKey } from '../school-key.ts';
import type { Header } from './header.ts';

/** The school of a row: its code for the record, and the key of the file for pseudonyms. */
export interface OlympiadSchool {
  code: string;
  key: string;
}

/** How a cell names a school: code, login (`edu990001`, also beside the name), or name alone. */
export function schoolReference(text: string): SchoolReference {
  const beside = loginInBrackets(text);
  const [first = '', ...rest] = text.split('|').map((part) => part.trim());
  const login = loginKey(beside ?? first);
  if (login && /^[a-z]/i.test(beside ?? first)) {
    const name = beside ? text.replace(/\s*\([a-z]{2,3}\d{6,8}\)\s*/i, '').trim() : rest.join(' ');
    return { by: 'login', key: login, ...(name ? { name } : {}) };
  }
  return /^\d{1,10}$/.test(first) ? { by: 'code', key: first } : { by: 'name', key: text };
}

/**
 * Finds the school of each row: its code, its login, its name, or the one that was given by `--school`.
 * @returns `undefined` for a row whose school cannot be stored; that was reported
 */
export function olympiadSchools(reading: Reading): (header: Header, row: Row) => OlympiadSchool | undefined {
  const { given } = reading;
  let missing = false;
  return (header, row) => {
    const field = (['schoolCode', 'login', 'school'] as const).find((one) => header.text(row, one) !== '');
    const columns = header.has('schoolCode') || header.has('login') || header.has('school');
    const place: Place = header.place(row, field ?? 'school');
    const reference = field ? referenceIn(header, row, field) : given.school && schoolReference(given.school);
    if (!reference) {
      if (columns || !missing) {
        reading.error(
          'missing-school',
          columns
            ? 'Не указана школа. Впишите её в строку или укажите одну для всех: --school 990101.'
            : 'В протоколе нет столбца школы. Укажите, чей он: --school 990101 (код или логин ОО).',
          place,
        );
      }
      missing = true;
      return undefined;
    }
    const code = reading.school(reference, place);
    return code === undefined ? undefined : { code, key: reference.key };
  };
}

function referenceIn(header: Header, row: Row, field: 'schoolCode' | 'login' | 'school'): SchoolReference {
  const text = header.text(row, field);
  const name = header.text(row, 'school');
  const beside = field === 'school' || !name ? {} : { name };
  if (field === 'schoolCode') return { by: 'code', key: text, ...beside };
  return { ...schoolReference(text), ...beside };
}
