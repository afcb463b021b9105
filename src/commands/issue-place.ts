import type { Issue } from '../issue.ts';

/** Sheet, cell, column and what was found there, as far as they are known; empty for a whole file. */
export function placeText({ sheet, cell, row, column, value }: Issue): string {
  const place = [
    sheet ? `лист «${sheet}»` : '',
    cell ?? (row ? `строка ${row}` : ''),
    column ? `столбец «${column}»` : '',
    value === undefined ? '' : `значение «${value}»`,
  ].filter((part) => part !== '');
  return place.join(', ');
}
