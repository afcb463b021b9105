import {
  formatDecimal,
  formatInteger,
  formatNumber,
  formatPoints,
  formatProbability,
  formatShare,
} from './number-format.ts';
import { NO_DATA, printable } from './plain-text.ts';
import type { ColumnType, ReportColumn, ReportValue, Signs } from './report.ts';

/** A table's value as a person reads it: Russian numbers, «нет данных» where there is none. */
export function cellText(value: ReportValue, type: ColumnType): string {
  if (value === null) return NO_DATA;
  if (typeof value === 'string') return printable(value);
  if (type === 'share') return formatShare(value);
  if (type === 'integer') return formatInteger(value);
  if (type === 'number') return formatNumber(value);
  if (type === 'decimal') return formatDecimal(value);
  if (type === 'points') return formatPoints(value);
  if (type === 'probability') return formatProbability(value);
  return String(value);
}

/** The sign of a word of a matrix, as tables that are printed show it. */
export function signOf({ signs }: Pick<ReportColumn, 'signs'>, value: ReportValue): string {
  const word = cellText(value, 'mark');
  return signs?.[word] ?? word;
}

/** «● — выполнен; ○ — не выполнен» */
export function legendText(signs: Signs): string {
  return Object.entries(signs)
    .map(([word, sign]) => `${sign}\u00a0— ${word}`)
    .join('; ');
}

/** Whether a column's values stand at the right edge, where digits meet digits. */
export function isNumeric(type: ColumnType): boolean {
  return ['integer', 'number', 'share', 'decimal', 'points', 'probability'].includes(type);
}
