import type { Row } from '../../sheets/sheet.ts';
import type { Place, Reading, SchoolReference } from '../layout.ts';
import { looksLikeSchool, schoolReference } from '../school-reference.ts';
import type { Header } from './header.ts';

/** The school of a row: its code for the record, and the key of the file for pseudonyms. */
export interface OlympiadSchool {
  code: string;
  key: string;
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
  const reference = schoolReference(header.text(row, field));
  const name = header.text(row, 'school');
  return field !== 'school' && reference.by !== 'name' && looksLikeSchool(name)
    ? { ...reference, name }
    : reference;
}
