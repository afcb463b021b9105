import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';
import { loginInBrackets, loginKey } from '../school-key.ts';
import type { ParticipantColumns } from './participant-columns.ts';

/** The school of a row: its code for the record, and its canonical login for keys. */
export interface RowSchool {
  code: string;
  key: string;
}

/**
 * Name of an organisation without its code: `edu990001 | МБОУ "СОШ №1"`, `МБОУ «СОШ №1»(edu990001)`,
 * `reg99_m004 | Ивовский муниципальный район`.
 */
export function plainName(text: string): string {
  const bar = text.indexOf(' | ');
  const name = bar < 0 ? text : text.slice(bar + 3);
  return name
    .replace(/\s*\((?:(?:sch|edu|ksh)\d{6,8}|reg\d{2}_m\d{3})\)\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Login that stands alone, before ` | `, or in brackets; canonical digits. */
function keyIn(text: string): string | undefined {
  const bracketed = loginInBrackets(text);
  return loginKey(bracketed ?? text.split('|')[0]!);
}

/**
 * Finds the school of each row by its login. A school is asked for once; one that could not be stored is asked
 * for at every row, so that every row left out has its reason.
 */
export function rowSchoolReader(
  reading: Reading,
  columns: ParticipantColumns,
): (row: Row) => RowSchool | undefined {
  const { login, schoolName, municipality } = columns;
  const known = new Map<string, RowSchool>();
  return (row) => {
    const text = login ? (row.cells[login.index]?.text ?? '') : '';
    const found = known.get(text);
    if (found) return found;
    const place: Place = {
      row: row.number,
      ...(login ? { column: login.index, header: login.header } : {}),
      value: text,
    };
    const key = keyIn(text);
    if (key === undefined) {
      reading.error(
        'login-unknown',
        `«${text}» — не логин ФИС ОКО: ожидалось вида edu990001 или sch990001. Исправьте ячейку.`,
        place,
      );
      return undefined;
    }
    const name = schoolName ? plainName(textAt(row, schoolName.index)) : '';
    const area = municipality ? plainName(textAt(row, municipality.index)) : '';
    const code = reading.school(
      { by: 'login', key, ...(name ? { name } : {}), ...(area ? { municipality: area } : {}) },
      place,
    );
    if (code === undefined) return undefined;
    const school = { code, key };
    known.set(text, school);
    return school;
  };
}

/**
 * The one school of a file that does not name it, from the options (`--school`).
 * @returns `undefined` where the options name none, or the school may not be stored; both are reported at `place`
 */
export function givenSchool(reading: Reading, place: Place): RowSchool | undefined {
  const text = reading.given.school?.trim();
  if (!text) {
    reading.error(
      'missing-school',
      'В форме сбора нет логина школы. Добавьте в команду --school edu990001 (код или логин ОО).',
      place,
    );
    return undefined;
  }
  const login = /^[a-z]/i.test(text) ? loginKey(text) : undefined;
  const code = reading.school(
    login === undefined ? { by: 'code', key: text } : { by: 'login', key: login },
    place,
  );
  return code === undefined ? undefined : { code, key: loginKey(text) ?? text };
}
