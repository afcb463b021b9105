import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../src/facts/paper-facts.ts';
import { type Paper, paperId } from '../../src/records/paper.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { borderOf, judgeRiskSchools, type RuleFacts } from '../../src/regulation/risk-schools.ts';
import { randomMunicipality } from '../support/random-municipality.ts';
import { said, saidAgain } from '../support/said.ts';
import { type GivenSchool, readAgain, type SecondSchool, type Sitting } from '../support/second-reading.ts';

const MUNICIPALITIES = 1000;

const parameters = loadParameters({});

/** Counts a sitting by the borders in force, as the facts of a workspace would be. */
function factsOf(school: string, paper: Paper, year: number, sitting: Sitting): PaperFacts {
  const { scale, minimumTestScore: minimum, topTestScore: high } = borderOf(paper, year, parameters);
  const nothing: PaperFacts = {
    ...paper,
    ...{ school, year, basis: 'results', participants: 0, marks: null },
    ...{ belowMinimum: null, averageScores: null, topScores: null },
    ...{ withoutResult: 0, withoutMark: 0, mean: null, deviation: null, problems: [] },
  };
  if ('contradictory' in sitting)
    return {
      ...nothing,
      ...{ basis: 'distribution', participants: sitting.contradictory, problems: ['доли не складываются'] },
    };
  if ('testScores' in sitting) {
    const scores = sitting.testScores;
    return {
      ...nothing,
      participants: scores.length,
      belowMinimum: scores.length > 0 ? scores.filter((score) => score < minimum!).length : null,
      topScores: scores.length > 0 ? scores.filter((score) => score >= high!).length : null,
      withoutResult: sitting.withoutResult ?? 0,
    };
  }
  if ('primary' in sitting && !scale) return { ...nothing, withoutMark: sitting.primary.length };
  const marks =
    'primary' in sitting
      ? sitting.primary.map((score) => 2 + scale!.filter((highest) => score > highest).length)
      : sitting.marks;
  const of = (mark: number) => marks.filter((one) => one === mark).length;
  return {
    ...nothing,
    participants: marks.length,
    marks: marks.length > 0 ? { 2: of(2), 3: of(3), 4: of(4), 5: of(5) } : null,
    withoutResult: 'marks' in sitting ? (sitting.withoutResult ?? 0) : 0,
  };
}

function ruleFacts(schools: readonly GivenSchool[]): RuleFacts {
  const byCode = new Map(schools.map((school) => [school.code, school]));
  return {
    paper(school, paper, year) {
      const sitting = byCode.get(school)!.sittings[`${paperId(paper)}|${year}`];
      return sitting && factsOf(school, paper, year, sitting);
    },
    value: (school, variable, year) => byCode.get(school)!.values[`${variable}|${year}`],
  };
}

describe(`${MUNICIPALITIES} random municipalities`, () => {
  /** How often each verdict of each criterion and each answer of each category came up. */
  const seen = new Map<string, number>();
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  it('are judged as a second reading of section 1.2 judges them, which shares no code with the first', () => {
    fc.assert(
      fc.property(randomMunicipality, ({ year, schools }) => {
        const named = schools.map(({ code, grades }) => ({
          code,
          name: code,
          ...(grades ? { grades } : {}),
        }));
        const { schools: judged, summary } = judgeRiskSchools(year, named, ruleFacts(schools), parameters);
        const again = schools.map((school) => readAgain(school, year));
        expect(judged.map(said)).toEqual(again.map(saidAgain));

        const yes = (test: (school: SecondSchool) => boolean) => again.filter(test).length;
        const any = yes((one) => [one.lowResults, one.adverseConditions, one.riskZone].includes('yes'));
        expect(summary).toMatchObject({
          schools: schools.length,
          lowResults: yes(({ lowResults }) => lowResults === 'yes'),
          adverseConditions: yes(({ adverseConditions }) => adverseConditions === 'yes'),
          riskZone: yes(({ riskZone }) => riskZone === 'yes'),
          any,
          share: any / schools.length,
        });

        for (const { criteria, ...answers } of again) {
          for (const { number, verdict, years } of criteria) {
            note(`${number} ${verdict}`);
            for (const { low, of, verdict: word } of years)
              if (low !== undefined && of) note(`${number} ${(100 * low) / of} ${word}`);
          }
          for (const category of ['lowResults', 'adverseConditions', 'riskZone'] as const)
            note(`${category} ${answers[category]}`);
        }
      }),
      { numRuns: MUNICIPALITIES },
    );
  }, 600_000);

  it('met every criterion with every verdict that it can have, and every category with every answer', () => {
    const words = ['met', 'not-met', 'insufficient-data', 'not-applicable'];
    const expected = Array.from({ length: 22 }, (_, index) => index + 1).flatMap((number) => {
      if (number >= 11 && number <= 13) return [`${number} information`];
      // A rating is of every school, and a count needs no pupils to be nought.
      const always = number === 10 || number >= 19 ? words.slice(0, 3) : words;
      return always.map((word) => `${number} ${word}`);
    });
    const answers = ['lowResults', 'adverseConditions', 'riskZone'].flatMap((category) =>
      ['yes', 'no', 'insufficient-data'].map((answer) => `${category} ${answer}`),
    );
    expect([...expected, ...answers].filter((what) => !seen.has(what))).toEqual([]);
  });

  it('stood exactly at every threshold', () => {
    const thresholds: [number, number, string][] = [
      ...[1, 2, 3].map((number): [number, number, string] => [number, 20, 'met']),
      ...[4, 5, 6, 7].map((number): [number, number, string] => [number, 30, 'met']),
      ...(
        [
          [9, 5],
          [10, 50],
          [14, 30],
          [15, 10],
          [16, 5],
          [17, 70],
          [18, 20],
        ] as const
      ).map(([number, percent]): [number, number, string] => [number, percent, 'not-met']),
    ];
    const missed = thresholds.filter(([number, percent, word]) => !seen.has(`${number} ${percent} ${word}`));
    expect(missed).toEqual([]);
  });
});
