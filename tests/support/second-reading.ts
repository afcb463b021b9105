/*
 * Section 1.2 of the Положение read a second time, plainly and from the text alone, to hold the program to it. It
 * shares no code with the program, on purpose: thresholds, windows and scales stand here again as numbers.
 */

/** What a file would say of one paper of a school in one year. */
export type Sitting =
  | { marks: readonly number[]; withoutResult?: number }
  | { testScores: readonly number[]; withoutResult?: number }
  | { primary: readonly number[] }
  /** A published report whose shares do not make up the participants. */
  | { contradictory: number };

export interface GivenSchool {
  code: string;
  /** First and last grade, where the roster says so. */
  grades?: readonly [number, number];
  /** By `paper|year`. */
  sittings: Readonly<Record<string, Sitting>>;
  /** By `variable|year`. */
  values: Readonly<Record<string, number>>;
}

type Word = 'met' | 'not-met' | 'no-data' | 'not-applicable';

export interface SecondYear {
  year: number;
  verdict: Word;
  /** Numerator and denominator of the share, and how many high results, where they are known. */
  low?: number;
  of?: number;
  top?: number;
}

export interface SecondVerdict {
  number: number;
  verdict: 'met' | 'not-met' | 'insufficient-data' | 'not-applicable' | 'information';
  years: readonly SecondYear[];
}

export interface SecondSchool {
  code: string;
  criteria: readonly SecondVerdict[];
  lowResults: string;
  adverseConditions: string;
  riskZone: string;
}

/** Lowest primary scores of marks 3, 4 and 5 in ВПР of 2019–2022. */
export const LOWEST_SCORES: Readonly<Record<string, readonly [number, number, number]>> = {
  'vpr-4-russian': [14, 24, 33],
  'vpr-4-mathematics': [6, 10, 15],
  'vpr-4-world-around': [8, 18, 27],
  'vpr-5-russian': [18, 29, 39],
  'vpr-5-mathematics': [7, 11, 15],
  'vpr-6-russian': [25, 35, 45],
  'vpr-6-mathematics': [6, 10, 14],
};

/** Criteria 1–7: the paper, its grade, and from how many per cent of low results a year is low. */
export const ONE_PAPER = [
  ['vpr-4-russian', 4, 20],
  ['vpr-4-mathematics', 4, 20],
  ['vpr-4-world-around', 4, 20],
  ['ege-russian', 11, 30],
  ['ege-mathematics-profile', 11, 30],
  ['oge-mathematics', 9, 30],
  ['oge-russian', 9, 30],
] as const;

/** Criterion 8. */
export const FOUR_PAPERS = [
  ['vpr-5-russian', 5],
  ['vpr-5-mathematics', 5],
  ['vpr-6-russian', 6],
  ['vpr-6-mathematics', 6],
] as const;

/** Criteria 11–13: numerator and denominator. */
export const SHOWN = [
  ['lessons-attended', 'lessons-due'],
  ['risk-group', 'pupils'],
  ['risk-group-covered', 'risk-group'],
] as const;

/** Criteria 14–18: of all pupils, more than so many per cent. */
export const PASSPORT = [
  ['single-parent', 30],
  ['both-parents-unemployed', 10],
  ['single-unemployed-parent', 5],
  ['parents-without-higher-education', 70],
  ['poor-housing', 20],
] as const;

/** Criteria 19–22: more than none. */
export const ABOVE_ZERO = ['non-native-russian', 'resettled', 'offences', 'narcology-register'] as const;

const MINIMUM: Readonly<Record<string, number>> = { 'ege-russian': 24, 'ege-mathematics-profile': 27 };

const count = (list: readonly number[], test: (one: number) => boolean): number => list.filter(test).length;

/** «2» and «5», or below the minimum and from 81 points on; a word where they cannot be told. */
function resultsOf(
  paper: string,
  year: number,
  sitting: Sitting,
): { low: number; of: number; top: number } | Word {
  if ('contradictory' in sitting) return 'no-data';
  if ('testScores' in sitting) {
    const scores = sitting.testScores;
    if (scores.length === 0) return 'no-data';
    return {
      of: scores.length,
      low: count(scores, (score) => score < MINIMUM[paper]!),
      top: count(scores, (score) => score >= 81),
    };
  }
  if ('primary' in sitting) {
    if (year < 2019 || year > 2022) return 'no-data';
    const [three, , five] = LOWEST_SCORES[paper]!;
    return {
      of: sitting.primary.length,
      low: count(sitting.primary, (score) => score < three),
      top: count(sitting.primary, (score) => score >= five),
    };
  }
  if (sitting.marks.length === 0) return 'no-data';
  return {
    of: sitting.marks.length,
    low: count(sitting.marks, (mark) => mark === 2),
    top: count(sitting.marks, (mark) => mark === 5),
  };
}

function paperYear(
  school: GivenSchool,
  paper: string,
  grade: number,
  percent: number,
  year: number,
  Y: number,
): SecondYear {
  const sitting = school.sittings[`${paper}|${year}`];
  if (!sitting) {
    if (school.grades)
      return {
        year,
        verdict: grade < school.grades[0] || grade > school.grades[1] ? 'not-applicable' : 'no-data',
      };
    const seniors = [Y - 3, Y - 2, Y - 1, Y].map((one) => school.values[`senior-pupils|${one}`]);
    const told = seniors.filter((one) => one !== undefined);
    const none = grade === 11 && told.length > 0 && told.every((one) => one === 0);
    return { year, verdict: none ? 'not-applicable' : 'no-data' };
  }
  const found = resultsOf(paper, year, sitting);
  if (typeof found === 'string') return { year, verdict: found };
  const { low, of, top } = found;
  return { year, verdict: low * 100 >= percent * of || top === 0 ? 'met' : 'not-met', low, of, top };
}

function shareYear(
  school: GivenSchool,
  part: string,
  whole: string,
  year: number,
  isMet: (part: number, whole: number) => boolean,
): SecondYear {
  const [low, of] = [school.values[`${part}|${year}`], school.values[`${whole}|${year}`]];
  if (of === 0) return { year, verdict: 'not-applicable' };
  if (low === undefined || of === undefined || low > of) return { year, verdict: 'no-data' };
  return { year, verdict: isMet(low, of) ? 'met' : 'not-met', low, of };
}

/** «Не менее … учебных лет из последних …»; fewer than so many known years say nothing. */
function over(number: number, years: readonly SecondYear[], needed: number): SecondVerdict {
  const has = (word: Word) => years.filter(({ verdict }) => verdict === word).length;
  const known = has('met') + has('not-met');
  if (has('met') >= needed) return { number, years, verdict: 'met' };
  if (known >= needed) return { number, years, verdict: 'not-met' };
  return {
    number,
    years,
    verdict: has('not-applicable') === years.length ? 'not-applicable' : 'insufficient-data',
  };
}

function twoPapersYear(school: GivenSchool, year: number, Y: number): SecondYear {
  const papers = FOUR_PAPERS.map(([paper, grade]) => paperYear(school, paper, grade, 30, year, Y));
  const has = (word: Word) => papers.filter(({ verdict }) => verdict === word).length;
  if (has('met') >= 2) return { year, verdict: 'met' };
  if (has('met') + has('not-met') >= 2) return { year, verdict: 'not-met' };
  return { year, verdict: has('no-data') > 0 ? 'no-data' : 'not-applicable' };
}

/** All 22 criteria and the three categories of one school. */
export function readAgain(school: GivenSchool, Y: number): SecondSchool {
  const before = [Y - 3, Y - 2, Y - 1];
  const withoutTen = school.grades && (school.grades[0] > 10 || school.grades[1] < 10);
  const criteria: SecondVerdict[] = [
    ...ONE_PAPER.map(([paper, grade, percent], index) =>
      over(
        index + 1,
        before.map((year) => paperYear(school, paper, grade, percent, year, Y)),
        2,
      ),
    ),
    over(
      8,
      [Y - 2, Y - 1].map((year) => twoPapersYear(school, year, Y)),
      2,
    ),
    over(
      9,
      [Y - 2, Y - 1, Y].map((year) =>
        withoutTen
          ? { year, verdict: 'not-applicable' as const }
          : shareYear(school, 'grade10-external-entrants', 'senior-pupils', year, (a, b) => a * 100 < 5 * b),
      ),
      2,
    ),
    over(
      10,
      before.map((year) => shareYear(school, 'rating-points', 'rating-maximum', year, (a, b) => 2 * a < b)),
      2,
    ),
    ...SHOWN.map(([part, whole], index) => ({
      number: 11 + index,
      verdict: 'information' as const,
      years: [shareYear(school, part, whole, Y, () => false)],
    })),
    ...PASSPORT.map(([variable, percent], index) =>
      over(14 + index, [shareYear(school, variable, 'pupils', Y, (a, b) => a * 100 > percent * b)], 1),
    ),
    ...ABOVE_ZERO.map((variable, index) => {
      const value = school.values[`${variable}|${Y}`];
      const verdict = value === undefined ? 'no-data' : value > 0 ? 'met' : 'not-met';
      return over(19 + index, [{ year: Y, verdict, ...(value === undefined ? {} : { low: value }) }], 1);
    }),
  ];
  return { code: school.code, criteria, ...categories(criteria) };
}

function categories(criteria: readonly SecondVerdict[]) {
  const at = (from: number, to: number) => criteria.slice(from - 1, to);
  const academic = at(1, 8);
  const has = (list: readonly SecondVerdict[], word: string) =>
    list.filter(({ verdict }) => verdict === word).length;
  const word = (yes: boolean, maybe: boolean) => (yes ? 'yes' : maybe ? 'insufficient-data' : 'no');
  const oneYearShort = academic.some(
    ({ verdict, years }) => verdict !== 'met' && years.filter((year) => year.verdict === 'met').length === 1,
  );
  const passport = at(14, 18);
  const unknown = (list: readonly SecondVerdict[]) => has(list, 'insufficient-data');
  return {
    lowResults: word(has(academic, 'met') > 0, unknown(academic) > 0),
    adverseConditions: word(has(passport, 'met') >= 2, has(passport, 'met') + unknown(passport) >= 2),
    riskZone: word(has(at(9, 10), 'met') > 0 || oneYearShort, unknown(at(1, 10)) > 0),
  };
}
