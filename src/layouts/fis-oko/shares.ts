import type { DistributionRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, textAt } from '../columns.ts';
import type { Reading } from '../layout.ts';
import { isBlankText, parseNumber } from '../number.ts';
import { cellPlace } from './counts.ts';

/** Shares of one group as published, and what they are shares of. */
export interface Shares {
  values: Record<string, number>;
  scale: NonNullable<DistributionRecord['scale']>;
}

/** Two decimals of four marks, and a margin for files that were saved with one. */
const TOLERANCE = 0.5;

/**
 * Reads the shares of marks or primary scores of a row. An empty cell is no value and not zero.
 * @param columns headed by marks 2…5 or by scores
 * @returns `undefined` where a cell is no share (reported as an error)
 */
export function readShares(
  reading: Reading,
  row: Row,
  columns: readonly Column[],
  participants: number,
): Shares | undefined {
  const values: Record<string, number> = {};
  let sum = 0;
  let whole = true;
  let refused = false;
  for (const column of columns) {
    const text = textAt(row, column.index);
    if (isBlankText(text)) continue;
    const value = parseNumber(text);
    if (value === undefined) {
      reading.error(
        'not-a-number',
        `«${text}» — не число: ожидался процент участников. Исправьте ячейку.`,
        cellPlace(row, column),
      );
      refused = true;
      continue;
    }
    values[String(Number(column.header))] = value;
    sum += value;
    whole &&= Number.isInteger(value);
  }
  if (refused) return undefined;
  const scale = scaleOf(values, sum, whole, participants);
  if (scale !== 'count' && !inRange(reading, row, columns, values)) return undefined;
  if (scale === 'percent' && participants > 0 && Math.abs(sum - 100) > TOLERANCE) {
    reading.warn(
      'shares-do-not-sum',
      `Сумма долей ${Number(sum.toFixed(2))} %, а должна быть около 100 %. Сверьте строку с отчётом ФИС ОКО.`,
      { row: row.number },
    );
  }
  return { values, scale };
}

function scaleOf(
  values: Record<string, number>,
  sum: number,
  whole: boolean,
  participants: number,
): Shares['scale'] {
  const all = Object.values(values);
  if (Math.abs(sum - 100) <= TOLERANCE) return 'percent';
  if (Math.abs(sum - 1) <= 0.02 && all.every((value) => value >= 0 && value <= 1)) return 'fraction';
  if (whole && sum > 0 && sum === participants && all.every((value) => value >= 0)) return 'count';
  return 'percent';
}

function inRange(
  reading: Reading,
  row: Row,
  columns: readonly Column[],
  values: Record<string, number>,
): boolean {
  let good = true;
  for (const column of columns) {
    const value = values[String(Number(column.header))];
    if (value === undefined || (value >= 0 && value <= 100)) continue;
    good = false;
    reading.error(
      'share-out-of-range',
      `Доля ${value} вне пределов 0…100 %. Исправьте ячейку по отчёту ФИС ОКО.`,
      cellPlace(row, column),
    );
  }
  return good;
}
