import { z } from 'zod';

/** Calendar year in which an academic year ends: 2021 is the academic year (учебный год) 2020/21. */
export const yearSchema = z.int().min(2000).max(2100);

/**
 * Reads a year as people write it: `2021`, `2020/21`, `2020-2021`, `2020/2021 учебный год`.
 * @returns the calendar year in which the academic year ends, or `undefined` where the text is no year.
 */
export function parseYear(text: string): number | undefined {
  const plain = /^(20\d\d)(?:\s*г\.?(?:од)?)?$/.exec(text.trim());
  if (plain) return Number(plain[1]);
  const academic = /^(20\d\d)\s*[/–—-]\s*(20)?(\d\d)(?!\d)/.exec(text.trim());
  if (!academic) return undefined;
  const begins = Number(academic[1]);
  const ends = Math.floor(begins / 100) * 100 + Number(academic[3]);
  return ends === begins + 1 ? ends : undefined;
}

/** Academic year as people write it: 2021 → `2020/21`. */
export function academicYear(year: number): string {
  return `${year - 1}/${String(year % 100).padStart(2, '0')}`;
}
