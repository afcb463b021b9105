import { type DemoPaper, egePaper, ogePaper, vprPaper } from './papers.ts';

/** A paper as it was written in a year. */
export interface Exam {
  paper: DemoPaper;
  year: number;
}

/** ВПР of a year: grade 4 in three subjects, grades 5 and 6 in two; of 2022 one paper alone. */
export function vprExams(year: number): Exam[] {
  const papers: readonly (readonly [number, string])[] = [
    [4, 'russian'],
    [4, 'mathematics'],
    [4, 'world-around'],
    [5, 'russian'],
    [5, 'mathematics'],
    [6, 'russian'],
    [6, 'mathematics'],
  ];
  const held = year === 2022 ? papers.slice(1, 2) : papers;
  return held.map(([grade, subject]) => ({ paper: vprPaper(grade, subject, year), year }));
}

/** ОГЭ of a year; in 2020 it was not held. */
export function ogeExams(year: number): Exam[] {
  return (['russian', 'mathematics'] as const).map((subject) => ({ paper: ogePaper(subject, year), year }));
}

/** ЕГЭ of a year; in 2020 and 2021 without base maths. */
export function egeExams(year: number): Exam[] {
  const subjects = ['russian', 'mathematics-profile', 'mathematics-base'] as const;
  return subjects.slice(0, year >= 2020 ? 2 : 3).map((subject) => ({ paper: egePaper(subject), year }));
}

/** Every exam of the demo. */
export function allExams(): Exam[] {
  return [
    ...[2018, 2019, 2020, 2021, 2022].flatMap(vprExams),
    ...[2018, 2019, 2021].flatMap(ogeExams),
    ...[2018, 2019, 2020, 2021].flatMap(egeExams),
  ];
}
