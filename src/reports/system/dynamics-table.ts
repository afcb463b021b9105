import type { Answer } from '../../regulation/systems/answer.ts';
import type { ReportColumn, ReportRow, ReportTable } from '../report.ts';
import { answerCell, answerTitle } from './words.ts';

/** One indicator over years: rising, the asked year the last. */
export interface Course {
  /** As of the last year. */
  answer: Answer;
  years: readonly { year: number; answer: Answer }[];
}

/** A line for each indicator, a column for each year. */
export function dynamicsTable(
  id: string,
  courses: readonly Course[],
  years: readonly number[],
  empty: string,
): ReportTable {
  return {
    id,
    empty,
    columns: [
      { key: 'title', title: 'Показатель', type: 'text', width: 50, wrap: true },
      ...years.map(
        (year): ReportColumn => ({
          key: `y${year}`,
          title: String(year),
          type: 'text',
          typeBy: `form${year}`,
          width: 12,
        }),
      ),
    ],
    rows: courses.map(({ answer, years: values }): ReportRow => {
      const row: Record<string, string | number | null> = { title: answerTitle(answer) };
      for (const year of years) {
        const found = values.find((one) => one.year === year);
        const cell = found ? answerCell(found.answer) : { value: null, form: 'text' as const };
        row[`y${year}`] = cell.value;
        row[`form${year}`] = cell.form;
      }
      return row;
    }),
  };
}

/**
 * The courses of indicators over years.
 * @param byYear rising; the answers of each year
 */
export function coursesOf(byYear: readonly { year: number; answers: readonly Answer[] }[]): Course[] {
  const key = ({ id, variant, unit, code, breakdown }: Answer) =>
    [id, variant, unit, code, breakdown].join('|');
  const last = byYear.at(-1)?.answers ?? [];
  const maps = byYear.map(({ year, answers }) => ({
    year,
    answers: new Map(answers.map((answer) => [key(answer), answer])),
  }));
  return last.map((answer) => ({
    answer,
    years: maps.flatMap(({ year, answers }) => {
      const found = answers.get(key(answer));
      return found ? [{ year, answer: found }] : [];
    }),
  }));
}
