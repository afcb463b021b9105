import { parseInteger } from './number.ts';

/**
 * Reads a mark (отметка): 2…5, also `5.0`.
 * @returns the mark; `null` where the file says there is none (`нет отметки`, `-`, `X`, empty);
 *   `undefined` where something else stands there.
 */
export function parseMark(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || /^(нет отметки|нет|н\/а|[-–—xх])$/iu.test(trimmed)) return null;
  const mark = parseInteger(trimmed);
  return mark !== undefined && mark >= 2 && mark <= 5 ? mark : undefined;
}

/** Reads «пол»: м/ж in any case, Latin m too. */
export function parseGender(text: string): 'm' | 'f' | undefined {
  const letter = text.trim().toLowerCase();
  if (/^(м|m|муж|мужской)\.?$/.test(letter)) return 'm';
  if (/^(ж|f|жен|женский)\.?$/.test(letter)) return 'f';
  return undefined;
}
