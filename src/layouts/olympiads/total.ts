import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Field, Header } from './header.ts';
import { parseScore } from './score.ts';
import { parseStanding } from './status.ts';

/** The score of a row, after the appeal. */
export interface Total {
  score?: number | undefined;
  /** What the parts of the row make up, where they can be added. */
  expected?: number | undefined;
  /** The column whose text is no score. */
  unreadable?: Field;
  /** A word in place of the score says that the participant was not there. */
  absent: boolean;
}

/**
 * The total of a row: «Итоговый балл» where it is filled, otherwise the score, or the primary score with what
 * the appeal added.
 */
export function totalOf(header: Header, row: Row): Total {
  const read: Partial<Record<Field, number>> = {};
  for (const field of ['final', 'score', 'primary', 'added'] as const) {
    const text = header.text(row, field);
    if (!text || header.cell(row, field)?.kind === 'date') {
      if (text) return { unreadable: field, absent: false };
      continue;
    }
    const number = parseScore(text) ?? (field === 'added' ? addedScore(text) : undefined);
    if (typeof number === 'number') read[field] = number;
    else if (parseScore(text) === undefined) {
      const standing = parseStanding(text);
      if (standing === 'absent') return { absent: true };
      if (!standing) return { unreadable: field, absent: false };
    }
  }
  const tasks = sumOf(header.tasks, row);
  const added = read.added ?? sumOf(header.appeals, row) ?? 0;
  const base = read.primary ?? tasks;
  const expected = base === undefined ? undefined : rounded(base + added);
  const published = read.final ?? read.score;
  const score = published ?? (read.primary === undefined ? undefined : rounded(read.primary + added));
  return { score, expected, absent: false };
}

/** An appeal may take points away: `-2`. */
function addedScore(text: string): number | undefined {
  const lowered = /^[-–−]\s*(\d.*)$/.exec(text)?.[1];
  const number = lowered === undefined ? undefined : parseScore(lowered);
  return typeof number === 'number' ? -number : undefined;
}

/** Sum of the cells that hold scores; `undefined` where none does or one holds something else. */
function sumOf(columns: readonly number[], row: Row): number | undefined {
  let sum: number | undefined;
  for (const column of columns) {
    const score = parseScore(textAt(row, column).replace(/^[хx]$/i, ''));
    if (score === undefined) return undefined;
    if (score !== null) sum = (sum ?? 0) + score;
  }
  return sum;
}

/** Halves and tenths add up without the noise of binary fractions. */
function rounded(sum: number): number {
  return Math.round(sum * 1000) / 1000;
}
