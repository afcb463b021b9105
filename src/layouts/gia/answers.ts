import type { Cell } from '../../sheets/sheet.ts';

/**
 * Reads the mask of tasks with a short answer (задания с кратким ответом), a character a task: `+` is one point,
 * `-` none, a digit its points.
 * @returns scores in task order, or `undefined` where it cannot be read
 */
export function parseShortMask(text: string): number[] | undefined {
  const mask = text.replace(/[\s\u00a0]+/g, '').replace(/[−–—]/g, '-');
  if (!/^[+\-\d]*$/.test(mask)) return undefined;
  return [...mask].map((sign) => (sign === '+' ? 1 : sign === '-' ? 0 : Number(sign)));
}

/**
 * Reads the mask of tasks with a detailed answer (задания с развёрнутым ответом): `1(2)0(3)` is one of two
 * points and none of three.
 * @returns scores in task order, `null` for «не приступал»; `undefined` where it cannot be read
 */
export function parseExtendedMask(text: string): (number | null)[] | undefined {
  const mask = text.replace(/[\s\u00a0;,]+/g, '');
  if (!/^(?:(?:\d{1,2}|[xх-])\(\d{1,2}\))*$/iu.test(mask)) return undefined;
  const scores: (number | null)[] = [];
  for (const [, score, maximum] of mask.matchAll(/([^()]+)\((\d+)\)/g)) {
    if (/^[xх-]$/iu.test(score!)) scores.push(null);
    else if (Number(score) <= Number(maximum)) scores.push(Number(score));
    else return undefined;
  }
  return scores;
}

/**
 * Scores by task from the masks of a row: short answers first, then detailed ones, then the oral part.
 * A mask that a spreadsheet turned into a number or a formula has lost its signs and cannot be read.
 * @returns the scores, `undefined` where the row has no masks, or the place of the mask that cannot be read
 */
export function tasksOf(
  short: Cell | undefined,
  extended: readonly (Cell | undefined)[],
): { tasks: (number | null)[] | undefined } | { unreadable: 'short' | number } {
  const tasks: (number | null)[] = [];
  if (short?.text.trim()) {
    const scores = short.kind === 'text' ? parseShortMask(short.text) : undefined;
    if (!scores) return { unreadable: 'short' };
    tasks.push(...scores);
  }
  for (const [index, cell] of extended.entries()) {
    if (!cell?.text.trim()) continue;
    const scores = cell.kind === 'text' ? parseExtendedMask(cell.text) : undefined;
    if (!scores) return { unreadable: index };
    tasks.push(...scores);
  }
  return { tasks: tasks.length > 0 ? tasks : undefined };
}
