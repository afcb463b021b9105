import type { Row } from '../../sheets/sheet.ts';
import { findColumns } from '../columns.ts';

/** Says that the row heads a table of appeals or rechecks (апелляции, перепроверки). */
export function isAppealsHeader(row: Row): boolean {
  const found = findColumns(row, {
    kind: [/^тип апелляции/],
    state: [/^состояние апелляции/],
    before: ['балл до изменения', 'баллы до изменения'],
    current: ['текущие'],
    difference: ['разница'],
  });
  return Boolean(found.kind || found.state || found.before || (found.current && found.difference));
}
