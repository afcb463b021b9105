import type { Row } from '../../sheets/sheet.ts';
import type { Reading } from '../layout.ts';
import type { ParticipantColumns } from './participant-columns.ts';

/**
 * Looks for rows that have slipped to the right: something stands in columns without a header, or a score in
 * «Учебник». Says so once for a row; never shows the text, which may be anything.
 */
export function slippedRowCheck(reading: Reading, columns: ParticipantColumns): (row: Row) => void {
  const { textbooks, width } = columns;
  return (row) => {
    const slipped = textbooks.find(({ index }) => isScore(row.cells[index]?.text));
    if (slipped) {
      warn(reading, `в столбце «${slipped.header}» стоит балл`, row, slipped.index, slipped.header);
      return;
    }
    for (let index = width; index < row.cells.length; index++) {
      const text = row.cells[index]?.text;
      if (text === undefined || text.trim() === '') continue;
      warn(reading, 'значения стоят правее последнего заголовка', row, index);
      return;
    }
  };
}

/** A cell of one or two characters that is a score: digits or X. */
function isScore(text: string | undefined): boolean {
  if (text === undefined || text.length > 4) return false;
  return /^(\d{1,2}|[xх])$/iu.test(text.trim());
}

function warn(reading: Reading, what: string, row: Row, column: number, header?: string): void {
  reading.warn(
    'row-wider-than-header',
    `Строка шире заголовка: ${what}. Баллы могли сдвинуться вправо; запись сохранена, проверьте её по протоколу.`,
    { row: row.number, column, ...(header === undefined ? {} : { header }) },
  );
}
