import { booleanCell, dateCell, errorCell, numberCell, textCell } from '../cells.ts';
import { plainIso } from '../dates.ts';
import type { Cell } from '../sheet.ts';

/** What the values of a sheet's cells refer to. */
export interface ValueGiven {
  sharedStrings: readonly (Cell | undefined)[];
  /** By style number, whether it shows a date. */
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/** A cell as its element states it. */
export interface StatedCell {
  /** The attribute `t`; empty for a number. */
  type: string;
  style: number;
  /** Text of `v`, or of `is`. */
  raw: string;
  /** The formula without its equals sign; a shared one may be empty. */
  formula: string | undefined;
}

/** Short numbers recur by the thousand: each is made once. */
const REMEMBERED_NUMBERS = 10_000;
const REMEMBERED_LENGTH = 6;

/**
 * Gives a function that turns what an element states into a cell; `undefined` where the cell is empty. It
 * answers `'damaged'` where a shared string does not exist.
 */
export function cellReader(given: ValueGiven): (stated: StatedCell) => Cell | undefined | 'damaged' {
  const numbers = new Map<string, Cell>();

  function number(stated: StatedCell): Cell | undefined {
    const { raw, style } = stated;
    const isDate = style >= 0 && given.dateStyles[style] === true;
    const short = raw.length <= REMEMBERED_LENGTH && !isDate;
    const remembered = short ? numbers.get(raw) : undefined;
    if (remembered) return remembered;
    const value = Number(raw);
    if (raw.trim() === '' || !Number.isFinite(value)) return textCell(raw.trim());
    const cell = isDate ? dateCell(value, given.from1904) : numberCell(value);
    if (short && numbers.size < REMEMBERED_NUMBERS) numbers.set(raw, cell);
    return cell;
  }

  return (stated) => {
    const { type, raw, formula } = stated;
    if (type === 's') {
      const index = Number(raw);
      if (raw === '' || index < given.sharedStrings.length) return given.sharedStrings[index];
      return 'damaged';
    }
    if (type === 'str' || type === 'inlineStr') return textCell(raw);
    if (raw === '') {
      if (formula === undefined) return undefined;
      return { text: `=${formula}`, value: `=${formula}`, kind: 'formula-without-value' };
    }
    if (type === 'b') return booleanCell(raw === '1' || raw === 'true');
    if (type === 'e') return errorCell(raw);
    if (type === 'd') {
      const iso = plainIso(raw);
      return { text: iso, value: iso, kind: 'date' };
    }
    return number(stated);
  };
}
