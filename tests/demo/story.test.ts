import { describe, expect, it } from 'vitest';
import { allExams } from '../../src/demo/exams.ts';
import { SCHOOLS } from '../../src/demo/municipality.ts';
import { maximumScore } from '../../src/demo/papers.ts';
import { participations, sittings } from '../../src/demo/sittings.ts';
import { type DemoTruth, truthOf } from '../../src/demo/truth.ts';
import { paperId } from '../../src/records/paper.ts';

const exams = allExams();
const truth = exams.flatMap(truthOf);

const THRESHOLD = { vpr4: 0.2, other: 0.3 };

/** Papers of the criteria in which a school of that year has a large share of low results or none high. */
function lowPapers(school: string, years: readonly number[]): string[] {
  const low = (row: DemoTruth): boolean =>
    row.top === 0 || row.below / row.participants >= (row.grade === 4 ? THRESHOLD.vpr4 : THRESHOLD.other);
  return truth
    .filter((row) => row.school === school && years.includes(row.year) && row.subject !== 'mathematics-base')
    .filter(low)
    .map((row) => `${row.year} ${row.procedure} ${row.grade ?? ''} ${row.subject}`);
}

describe('the invented municipality', () => {
  it.each(['990101', '990102', '990104', '990108'])('%s has good results in every paper', (school) => {
    expect(lowPapers(school, [2018, 2019, 2020])).toEqual([]);
  });

  it('990103 has low results in Russian and maths every year, and good ones in the world around', () => {
    const low = lowPapers('990103', [2018, 2019, 2020]);
    for (const year of [2018, 2019, 2020]) {
      expect(low).toContain(`${year} vpr 4 russian`);
      expect(low).toContain(`${year} vpr 4 mathematics`);
      expect(low).not.toContain(`${year} vpr 4 world-around`);
    }
    expect(low).toContain('2018 oge  russian');
    expect(low).toContain('2019 oge  mathematics');
  });

  it('990105 was low in one paper of one year alone', () => {
    expect(lowPapers('990105', [2018, 2019, 2020])).toEqual(['2019 oge  mathematics']);
  });

  it('two schools are so small that no paper has more than eight participants', () => {
    for (const { school, participants } of truth) {
      if (['990106', '990107'].includes(school)) expect(participants).toBeLessThanOrEqual(8);
    }
  });

  it('990106 has no senior grades, 990108 no results before 2020', () => {
    expect(truth.some(({ school, procedure }) => school === '990106' && procedure === 'ege')).toBe(false);
    expect(truth.some(({ school, year }) => school === '990108' && year < 2020)).toBe(false);
    expect(truth.some(({ school, year }) => school === '990108' && year === 2020)).toBe(true);
  });

  it('990104 alone exceeds two of the five shares of adverse conditions', () => {
    const limits = {
      'single-parent': 0.3,
      'both-parents-unemployed': 0.1,
      'single-unemployed-parent': 0.05,
      'parents-without-higher-education': 0.7,
      'poor-housing': 0.2,
    };
    const adverse = SCHOOLS.filter(({ passport }) => {
      const exceeded = Object.entries(limits).filter(
        ([id, limit]) => passport && passport[id]! / passport.pupils! > limit,
      );
      return exceeded.length >= 2;
    });
    expect(adverse.map(({ code }) => code)).toEqual(['990104']);
  });

  it('holds neither ОГЭ nor base maths in 2020, when they were cancelled', () => {
    expect(truth.some(({ procedure, year }) => procedure === 'oge' && year === 2020)).toBe(false);
    expect(truth.some(({ subject, year }) => subject === 'mathematics-base' && year === 2020)).toBe(false);
  });
});

describe('invented participants', () => {
  it.each(exams.map((exam) => [`${paperId(exam.paper)} ${exam.year}`, exam] as const))(
    '%s: scores within tasks, sums equal totals, the mark follows the scale',
    (_, { paper, year }) => {
      for (const { score } of participations(paper, year)) {
        const { primary, tasks } = score;
        const [two, three, four] = paper.bounds;
        const mark = primary <= two ? 2 : primary <= three ? 3 : primary <= four ? 4 : 5;
        expect({ ...score, primary: tasks.reduce<number>((sum, task) => sum + (task ?? 0), 0) }).toEqual({
          ...score,
          mark,
        });
        const possible = tasks.every((task, at) => (task ?? 0) <= paper.tasks[at]!.maximum);
        expect(possible && [null, 2, 3, 4, 5].includes(score.journal)).toBe(true);
      }
    },
  );

  it('papers have the published maximum of their year', () => {
    const maxima = Object.fromEntries(
      exams.map(({ paper, year }) => [`${paperId(paper)} ${year}`, maximumScore(paper)]),
    );
    expect(maxima).toMatchObject({
      'vpr-4-russian 2019': 38,
      'vpr-4-mathematics 2018': 18,
      'vpr-4-mathematics 2019': 20,
      'vpr-4-world-around 2018': 32,
      'vpr-5-russian 2020': 45,
      'vpr-5-mathematics 2020': 20,
      'vpr-6-russian 2020': 51,
      'vpr-6-mathematics 2020': 16,
      'oge-russian 2019': 39,
      'oge-russian 2021': 33,
      'oge-mathematics 2019': 32,
      'oge-mathematics 2021': 31,
      'ege-russian 2019': 58,
      'ege-mathematics-profile 2019': 32,
      'ege-mathematics-base 2019': 20,
    });
  });

  it('no two participants of a school and a paper share a full name or a document', () => {
    for (const { paper, year } of exams) {
      const people = sittings(paper, year).map(
        ({ school, pupil }) => `${school.code} ${pupil.surname} ${pupil.name} ${pupil.patronymic}`,
      );
      const documents = sittings(paper, year).map(({ pupil }) => pupil.series + pupil.number);
      expect(new Set(people).size).toBe(people.length);
      expect(new Set(documents).size).toBe(documents.length);
    }
  });

  it('the same children write a year later in the next grade', () => {
    const names = (grade: number, year: number): Set<string> => {
      const exam = exams.find(
        ({ paper, year: held }) => paperId(paper) === `vpr-${grade}-russian` && held === year,
      )!;
      return new Set(sittings(exam.paper, year).map(({ pupil }) => pupil.number));
    };
    expect(names(5, 2021)).toEqual(names(4, 2020));
  });

  it('ЕГЭ knows the border cases: 10 primary points are 24, 52 are 81', () => {
    const russian = exams.filter(({ paper }) => paper.procedure === 'ege' && paper.subject === 'russian');
    for (const { paper, year } of russian) {
      for (const { score } of participations(paper, year)) {
        expect(score.test! >= 24).toBe(score.primary >= 10);
        expect(score.test! >= 81).toBe(score.primary >= 52);
      }
    }
  });
});
