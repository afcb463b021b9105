import { a1 } from './address.ts';
import type { Cell } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';

/** A merged range; columns count from 0, rows from 1, both ends belong to it. */
export interface Merge {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Columns of a range that are filled whether or not the sheet reaches them. */
const ALWAYS_FILLED = 256;

/** Cells of one sheet that merged ranges or spans may cover: each is laid out, however little the file is. */
export const MOST_COVERED = 5_000_000;

/** The failure of a sheet whose ranges cover more. */
export function coversTooMuch(place: { file: string; sheet?: string }) {
  return sheetFailure(
    'too-many-merges',
    place,
    `объединённые ячейки накрывают больше ${MOST_COVERED} ячеек`,
    'Снимите объединение ячеек или сохраните таблицу как CSV.',
  );
}

interface ActiveMerge extends Merge {
  address: string;
  /** What all covered cells show; known once the top row has passed. */
  shown?: Cell;
}

/** Reads `A1:C3`; `undefined` for anything else and for a single cell. */
export function parseMerge(reference: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference.trim());
  if (!match) return undefined;
  const columns = [columnOf(match[1]!), columnOf(match[3]!)];
  const rows = [Number(match[2]), Number(match[4])];
  const merge = {
    left: Math.min(...columns),
    right: Math.max(...columns),
    top: Math.min(...rows),
    bottom: Math.max(...rows),
  };
  return merge.left === merge.right && merge.top === merge.bottom ? undefined : merge;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/**
 * Lets merged ranges cover rows that pass from top to bottom. Ranges are never laid out whole: a row is filled
 * when it comes, no further than the sheet is wide (or 256 columns, where it is narrow so far).
 * @returns a function that fills one row's cells in place and says whether the row holds anything of its own; it
 *   throws Failure `too-many-merges`
 */
export function mergeCover(
  merges: readonly Merge[],
  place: { file: string; sheet?: string },
): (number: number, cells: (Cell | undefined)[]) => boolean {
  const waiting = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
  let next = 0;
  let active: ActiveMerge[] = [];
  let widest = 0;
  let covered = 0;

  const advance = (number: number) => {
    if (active.some((merge) => merge.bottom < number))
      active = active.filter((merge) => merge.bottom >= number);
    for (; next < waiting.length && waiting[next]!.top <= number; next++) {
      const merge = waiting[next]!;
      if (merge.bottom >= number) activate(merge);
    }
  };

  /** Keeps the list in the order of columns; a range that overlaps another is damage, and is left out. */
  const activate = (merge: Merge) => {
    let place = active.length;
    while (place > 0 && active[place - 1]!.left > merge.left) place--;
    const before = active[place - 1];
    const after = active[place];
    if ((before && before.right >= merge.left) || (after && after.left <= merge.right)) return;
    active.splice(place, 0, { ...merge, address: a1(merge.left, merge.top) });
  };

  return (number, cells) => {
    advance(number);
    widest = Math.max(widest, cells.length);
    for (const merge of active) covered += cover(merge, number, cells, widest);
    if (covered > MOST_COVERED) throw coversTooMuch(place);
    return cells.some((cell) => cell !== undefined && cell.master === undefined);
  };
}

function cover(merge: ActiveMerge, number: number, cells: (Cell | undefined)[], widest: number): number {
  const isTop = number === merge.top;
  if (isTop) {
    const own = cells[merge.left];
    if (own) merge.shown = { ...own, master: merge.address };
  }
  const right = Math.min(merge.right, Math.max(widest - 1, merge.left + ALWAYS_FILLED - 1));
  const covered = merge.shown;
  const left = isTop ? merge.left + 1 : merge.left;
  for (let column = left; column <= right; column++) {
    if (covered || column < cells.length) cells[column] = covered;
  }
  return Math.max(0, right - left + 1);
}
