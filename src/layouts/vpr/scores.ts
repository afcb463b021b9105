import type { Row } from '../../sheets/sheet.ts';
import type { Column } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';
import { isBlankText, parseNumber } from '../number.ts';
import { parseTaskScore } from '../task.ts';
import type { ParticipantColumns, TaskColumn } from './participant-columns.ts';
import { remember } from './remember.ts';

/** Scores of one participant, as they are stored. */
export interface Scores {
  /** In the order of the columns; null: did not begin (не приступал). */
  tasks: (number | null)[];
  /** The published total, or the sum of the tasks where the file gives none; absent where there is neither. */
  primaryScore?: number;
}

/** Schemas know no larger score. */
const LARGEST = 1000;

/**
 * Reads the scores of a row: tasks, and the total (первичный балл). The published total stands even where it
 * differs from the sum of the tasks; what is odd is warned of.
 * @param work maximum of the whole work, where the file tells it; `totalIsFormula` where a total of 0 beside
 *   scored tasks is a formula that nobody computed, and not a published total
 * @returns for each row its scores, or `undefined` where something in it is no score (reported as an error)
 */
export function scoreReader(
  reading: Reading,
  columns: ParticipantColumns,
  { maximum, totalIsFormula }: { maximum?: number | undefined; totalIsFormula?: boolean },
): (row: Row) => Scores | undefined {
  const readTask = remember(parseTaskScore);
  const readTotal = remember((text) => (isBlankText(text) ? null : parseNumber(text)));
  const { tasks: taskColumns, total } = columns;

  return (row) => {
    const tasks: (number | null)[] = [];
    let sum = 0;
    let scored = false;
    for (const column of taskColumns) {
      const text = row.cells[column.index]?.text;
      const score = text === undefined ? null : readTask(text);
      if (score === undefined || (score !== null && (score < 0 || score > LARGEST))) {
        reportNoScore(reading, row, column, text ?? '');
        return undefined;
      }
      tasks.push(score);
      if (score === null) continue;
      scored = true;
      sum += score;
      if (column.maximum !== undefined && score > column.maximum) {
        warnAbove(
          reading,
          placeOf(row, column, text),
          `Балл ${score} за задание ${column.code}`,
          column.maximum,
        );
      }
    }
    const text = total ? (row.cells[total.index]?.text ?? '') : '';
    const published = readTotal(text);
    if (
      total &&
      (published === undefined || (published !== null && (published < 0 || published > LARGEST)))
    ) {
      reportNoScore(reading, row, total, text);
      return undefined;
    }
    const uncomputed = totalIsFormula === true && published === 0 && sum > 0;
    if (published === null || published === undefined || uncomputed) {
      if (total) warnNoTotal(reading, placeOf(row, total), scored, sum);
      return scored ? { tasks, primaryScore: sum } : { tasks };
    }
    if (taskColumns.length > 0 && Math.abs(published - sum) > 1e-9) {
      reading.warn(
        'total-differs',
        `Всего баллов ${published}, а сумма баллов за задания ${sum}: взят балл из файла. Проверьте строку.`,
        placeOf(row, total, text),
      );
    }
    if (maximum !== undefined && published > maximum) {
      warnAbove(reading, placeOf(row, total, text), `Всего баллов ${published}`, maximum);
    }
    return { tasks, primaryScore: published };
  };
}

function placeOf(row: Row, column: Column | TaskColumn | undefined, value?: string): Place {
  return {
    row: row.number,
    ...(column ? { column: column.index, header: column.header } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

function reportNoScore(reading: Reading, row: Row, column: Column, text: string): void {
  const number = parseNumber(text);
  if (number === undefined) {
    reading.error(
      'not-a-number',
      `«${text}» — не балл: ожидалось число или X (не приступал). Исправьте ячейку.`,
      placeOf(row, column, text),
    );
  } else if (number < 0) {
    reading.error(
      'score-negative',
      `Балл ${text} меньше нуля. Исправьте ячейку по протоколу.`,
      placeOf(row, column, text),
    );
  } else {
    reading.error(
      'score-out-of-range',
      `Балл ${text} больше ${LARGEST}: такого балла не бывает. Исправьте ячейку по протоколу.`,
      placeOf(row, column, text),
    );
  }
}

function warnAbove(reading: Reading, place: Place, what: string, maximum: number): void {
  reading.warn(
    'score-above-maximum',
    `${what} больше максимального (${maximum}). Проверьте строку: баллы могли сдвинуться.`,
    place,
  );
}

function warnNoTotal(reading: Reading, place: Place, scored: boolean, sum: number): void {
  if (scored) {
    reading.warn(
      'total-missing',
      `Участник писал работу, а всего баллов не указано: взята сумма баллов за задания, ${sum}.`,
      place,
    );
  } else {
    reading.warn(
      'no-result',
      'Вариант указан, а баллов нет ни за одно задание: запись сохранена без результата.',
      place,
    );
  }
}
