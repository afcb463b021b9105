import { MOST } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, textAt } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';
import { isBlankText, parseInteger } from '../number.ts';

/** Place of a cell, with its header and text. */
export function cellPlace(row: Row, column: Column): Place {
  return { row: row.number, column: column.index, header: column.header, value: textAt(row, column.index) };
}

/**
 * Reads a count of participants or schools.
 * @returns the count; `undefined` where the cell holds something else, or nothing (reported as an error)
 */
export function readCount(reading: Reading, row: Row, column: Column): number | undefined {
  const text = textAt(row, column.index);
  const count = parseInteger(text);
  if (count !== undefined && count >= 0 && count <= MOST) return count;
  reading.error(
    'not-a-number',
    isBlankText(text)
      ? `В столбце «${column.header}» пусто: ожидалось количество. Впишите число или удалите строку.`
      : `«${text}» — не количество: ожидалось целое число от нуля. Исправьте ячейку.`,
    cellPlace(row, column),
  );
  return undefined;
}

/** Number of schools of a group (Кол-во ОО): empty for a school; `null` where the cell holds no count. */
export function readSchools(
  reading: Reading,
  row: Row,
  column: Column | undefined,
): number | undefined | null {
  if (!column || isBlankText(textAt(row, column.index))) return undefined;
  return readCount(reading, row, column) ?? null;
}
