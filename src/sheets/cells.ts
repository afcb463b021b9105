import { isoOfSerial } from './dates.ts';
import type { Cell } from './sheet.ts';

/** A cell of text; `undefined` for an empty one. */
export function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { text, value: text, kind: 'text' };
}

/**
 * A cell of a number. Excel keeps and shows 15 digits: what comes after them is noise of its arithmetic
 * (0.30000000000000004), and goes from the text and from the value.
 */
export function numberCell(number: number): Cell {
  let text = String(number);
  if (text.length > 15) {
    number = Number(number.toPrecision(15));
    text = String(number);
  }
  return { text, value: number, kind: 'number' };
}

/** A cell of a date, from Excel's day count; a number where there is no such date. */
export function dateCell(serial: number, from1904: boolean): Cell {
  const iso = isoOfSerial(serial, from1904);
  return iso === undefined ? numberCell(serial) : { text: iso, value: iso, kind: 'date' };
}

export function booleanCell(value: boolean): Cell {
  return { text: value ? 'ИСТИНА' : 'ЛОЖЬ', value, kind: 'boolean' };
}

/** A cell that shows an error of calculation (`#N/A`, `#NAME?`). */
export function errorCell(text: string): Cell {
  return { text, value: text, kind: 'error' };
}
