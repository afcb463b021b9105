import {
  formatDecimal,
  formatInteger,
  formatNumber,
  formatPoints,
  formatProbability,
  formatShare,
} from './number-format.ts';
import { NO_DATA, printable } from './plain-text.ts';
import type { ColumnType, ReportValue } from './report.ts';

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

/** Whether a column's values stand at the right edge, where digits meet digits. */
export function isNumeric(type: ColumnType): boolean {
  return ['integer', 'number', 'share', 'decimal', 'points', 'probability'].includes(type);
}
