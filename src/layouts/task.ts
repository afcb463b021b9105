import { parseNumber } from './number.ts';

/** Header of a task column: its code, and the maximum where the header names it. */
export interface TaskHeader {
  /** Canonical code: `5(1)`, `5 (1)`, `5.1` are all `5.1`; `4K1` is `4К1`. */
  code: string;
  maximum?: number;
}

/**
 * Reads the header of a task column: `1 (2б)`, `9.1 (1б)`, `4К1 (3 балла)`, `5(1) (1б)`, `балл за 7`.
 * @returns `undefined` where the text heads no task.
 */
export function parseTaskHeader(text: string): TaskHeader | undefined {
  const plain = text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/[Kk]/g, 'К')
    .replace(/к/g, 'К');
  const position = /^балл за (\d{1,2})$/i.exec(plain.toLowerCase());
  if (position) return { code: position[1]! };
  const withMaximum = /^(.*?)\s*\((\d{1,2})\s*б[а-яёК]*\.?\)$/iu.exec(plain);
  const code = taskCode(withMaximum ? withMaximum[1]! : plain);
  if (!code) return undefined;
  return withMaximum ? { code, maximum: Number(withMaximum[2]) } : { code };
}

function taskCode(text: string): string | undefined {
  const match = /^(\d{1,2})(?:\s*\((\d{1,2})\)|\.(\d{1,2}))?(?:\s*(К\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const part = match[2] ?? match[3];
  return match[1]! + (part ? `.${part}` : '') + (match[4] ?? '');
}

/** A task's score: a number; `null` for «не приступал» (X, х) and «не пройдено»; `undefined` for anything else. */
export function parseTaskScore(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || /^[xхnн]$/iu.test(trimmed) || /^не прой?д/iu.test(trimmed)) return null;
  return parseNumber(trimmed);
}
