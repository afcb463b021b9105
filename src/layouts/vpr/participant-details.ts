import type { ResultRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Column } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';
import { parseGender, parseMark } from '../mark.ts';
import type { ParticipantColumns } from './participant-columns.ts';
import { remember } from './remember.ts';

/** What a row says of a participant beside the scores. */
export type Details = Pick<ResultRecord, 'mark' | 'journalMark' | 'gender' | 'class' | 'variant'>;

/** Class and variant are a few characters; the schema knows no longer ones. */
const LONGEST = 16;

/** Says that the text under «Вариант» means that the participant was absent: `отсутствовал`, `отсутствовала`. */
export function isAbsence(text: string): boolean {
  return /^\s*отсутств/iu.test(text);
}

function shortText(text: string): string {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  return /^(нет|[-–—])$/iu.test(plain) ? '' : plain;
}

/**
 * Reads mark, journal mark, gender, class and variant of a row.
 * @returns for each row its details, or `undefined` where the mark does not exist (reported as an error)
 */
export function detailReader(
  reading: Reading,
  columns: ParticipantColumns,
): (row: Row) => Details | undefined {
  const readMark = remember(parseMark);
  const readGender = remember(parseGender);
  const readText = remember(shortText);
  const { mark, journal, gender, variants } = columns;
  const textOf = (row: Row, column: Column): string => row.cells[column.index]?.text ?? '';

  function brief(row: Row, column: Column, text: string): string | undefined {
    if (text === '') return undefined;
    if (text.length <= LONGEST) return text;
    reading.warn(
      'text-too-long',
      `В столбце «${column.header}» ожидалось несколько знаков, а стоит длинный текст: он не сохранён. Проверьте строку.`,
      placeOf(row, column),
    );
    return undefined;
  }

  return (row) => {
    const details: Details = {};
    if (mark) {
      const found = readMark(textOf(row, mark));
      if (found === undefined) {
        reading.error(
          'mark-unknown',
          `Отметки «${textOf(row, mark).trim()}» не бывает: ожидалось 2, 3, 4 или 5. Исправьте ячейку.`,
          { ...placeOf(row, mark), value: textOf(row, mark) },
        );
        return undefined;
      }
      if (found !== null) details.mark = found;
      else
        reading.warn('mark-missing', 'Отметка за работу не указана: запись без отметки.', placeOf(row, mark));
    }
    if (journal) {
      const found = readMark(textOf(row, journal));
      if (found === undefined) {
        reading.warn(
          'journal-mark-unknown',
          `Отметки по журналу «${textOf(row, journal).trim()}» не бывает: сохранено, что её нет. Проверьте ячейку.`,
          { ...placeOf(row, journal), value: textOf(row, journal) },
        );
      }
      details.journalMark = found ?? null;
    }
    const sex = gender ? readGender(textOf(row, gender)) : undefined;
    if (sex) details.gender = sex;
    const name = columns.class ? brief(row, columns.class, readText(textOf(row, columns.class))) : undefined;
    if (name) details.class = name;
    const parts = variants.map((column) => readText(textOf(row, column))).filter((part) => part !== '');
    const variant = brief(row, variants[0] ?? columns.code, parts.join('/'));
    if (variant) details.variant = variant;
    return details;
  };
}

function placeOf(row: Row, column: Column): Place {
  return { row: row.number, column: column.index, header: column.header };
}
