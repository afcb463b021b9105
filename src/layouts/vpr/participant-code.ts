import type { Cell } from '../../sheets/sheet.ts';

/**
 * Code of a participant (код участника): digits, as text or as a number (`40001`, `40001.0`).
 * @returns the digits; empty where the cell is; `undefined` where something else stands there.
 */
export function participantCode(cell: Cell | undefined): string | undefined {
  if (!cell) return '';
  const text = cell.text.trim();
  if (text === '' || isDigits(text)) return text;
  return /^(\d+)[.,]0+$/.exec(text)?.[1];
}

function isDigits(text: string): boolean {
  if (text.length > 12) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
