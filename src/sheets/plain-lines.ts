import type { Cell } from './sheet.ts';

const LINE_FEED = 10;
const RETURN = 13;
const FIRST_BEYOND_ASCII = 0x80;

/** Places for cells that were met; those that meet in one place push each other out. */
const PLACES = 1 << 14;

/** Bytes of a field that is remembered: longer ones seldom come again. */
const REMEMBERED = 48;

/** An odd number without a pattern in its bits (the golden ratio): bytes that are multiplied with it spread well. */
const SPREAD = 0x9e3779b1;

/**
 * Takes each line apart into its cells.
 * @param bytes lines without quotes, each with its end
 * @param take is given the cells of a line, without the empty ones at its end, and the bytes of the longest
 */
type Split = (bytes: Buffer, take: (cells: (Cell | undefined)[], longest: number) => void) => void;

/**
 * Splits lines without quotes at a delimiter, both in ASCII. A cell is remembered by its bytes: in a table of millions
 * of rows few texts come again and again. They are not read again, and whoever looks one of them up looks for the very
 * same text.
 * @param textOf reads bytes
 */
export function plainLines(
  delimiter: number,
  textOf: (bytes: Buffer, from: number, to: number) => string,
): Split {
  const places = new Array<Cell | undefined>(PLACES).fill(undefined);
  const lengths = new Uint8Array(PLACES);
  const remembered = new Uint8Array(PLACES * REMEMBERED);

  const cellOf = (bytes: Buffer, from: number, to: number, hash: number): Cell => {
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const length = to - from;
    const start = place * REMEMBERED;
    if (lengths[place] === length) {
      let same = 0;
      while (same < length && remembered[start + same] === bytes[from + same]) same++;
      if (same === length) return places[place]!;
    }
    const text = isAscii(bytes, from, to) ? bytes.toString('latin1', from, to) : textOf(bytes, from, to);
    const cell: Cell = { text, value: text, kind: 'text' };
    if (length > REMEMBERED) return cell;
    for (let index = 0; index < length; index++) remembered[start + index] = bytes[from + index]!;
    lengths[place] = length;
    places[place] = cell;
    return cell;
  };

  return (bytes, take) => {
    let cells: (Cell | undefined)[] = [];
    let filled = 0;
    let longest = 0;
    let from = 0;
    let hash = 0;
    const { length } = bytes;
    for (let at = 0; at < length; at++) {
      const byte = bytes[at]!;
      if (byte !== delimiter && byte !== LINE_FEED) {
        hash = Math.imul(hash ^ byte, SPREAD);
        continue;
      }
      const to = byte === LINE_FEED && at > from && bytes[at - 1] === RETURN ? at - 1 : at;
      if (from === to) cells.push(undefined);
      else {
        cells.push(cellOf(bytes, from, to, hash));
        filled = cells.length;
        if (to - from > longest) longest = to - from;
      }
      from = at + 1;
      hash = 0;
      if (byte === delimiter) continue;
      if (filled < cells.length) cells.length = filled;
      take(cells, longest);
      cells = [];
      filled = 0;
      longest = 0;
    }
  };
}

function isAscii(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! >= FIRST_BEYOND_ASCII) return false;
  return true;
}
