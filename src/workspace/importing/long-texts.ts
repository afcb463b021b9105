import type { Cell, Row } from '../../sheets/sheet.ts';

/** No name, header or title of a school's table is longer; nothing that long is stored. */
const LONGEST_LOOKED_AT = 1000;

const isLong = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && cell.text.length > LONGEST_LOOKED_AT;

/**
 * The row as layouts look at it: of a text of pages in one cell only the beginning. Layouts look for words in texts
 * with expressions whose time grows faster than the text.
 */
export function withoutLongTexts(row: Row): Row {
  const { cells } = row;
  let index = 0;
  while (index < cells.length && !isLong(cells[index])) index++;
  if (index === cells.length) return row;
  return { ...row, cells: Array.from(cells, (cell) => (isLong(cell) ? cut(cell) : cell)) };
}

function cut(cell: Cell): Cell {
  const text = `${cell.text.slice(0, LONGEST_LOOKED_AT)}…`;
  return { ...cell, text, value: text };
}
