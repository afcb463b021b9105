import { academicYear } from '../../records/year.ts';
import type { RiskSchools } from '../../regulation/verdict.ts';

/** Years of a window for people: `2018, 2019, 2020`. */
export function yearList(years: readonly number[]): string {
  return years.length === 0 ? '—' : years.join(', ');
}

/** What period an identification looks at, and from when the results of its own year count. */
export function windowSentence({ year }: Pick<RiskSchools, 'year'>): string {
  return (
    `Окно: три учебных года до года идентификации — ${academicYear(year - 3)}, ${academicYear(year - 2)} и ${academicYear(year - 1)}` +
    ` (ВПР в 5–6 классах — два последних из них); зачисление в 10 класс — с ${academicYear(year - 2)} по ${academicYear(year)}.` +
    ` Результаты самого ${academicYear(year)} учебного года войдут в идентификацию ${academicYear(year + 1)} года.`
  );
}
