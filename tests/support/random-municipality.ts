import fc from 'fast-check';
import {
  ABOVE_ZERO,
  FOUR_PAPERS,
  type GivenSchool,
  LOWEST_SCORES,
  ONE_PAPER,
  PASSPORT,
  type Sitting,
} from './second-reading.ts';

/** Years for which the scales of ВПР are known to the second reading too, and one for which no scale is known. */
const SCALED = [2019, 2020, 2021, 2022];

/** A part of a whole that lies at a threshold, one beside it, or anywhere. */
const partOf = (whole: number, percent: number): fc.Arbitrary<number> => {
  const at = Math.floor((whole * percent) / 100);
  const within = (part: number) => Math.min(Math.max(part, 0), whole);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(at - 1, at, at + 1).map(within) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: whole }) },
  );
};

/** Small schools above all: there one pupil decides. */
const participants = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.constantFrom(15, 20, 25, 30, 50),
  fc.integer({ min: 1, max: 60 }),
);

/** How many low, middle and high results. */
const split = (percent: number): fc.Arbitrary<{ low: number; middle: number; top: number }> =>
  participants.chain((n) =>
    partOf(n, percent).chain((low) =>
      fc
        .oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: n - low }))
        .map((top) => Math.min(top, n - low))
        .map((top) => ({ low, top, middle: n - low - top })),
    ),
  );

const filled = (size: number, value: number): number[] => Array.from({ length: size }, () => value);

const withoutResult = fc.constantFrom(0, 0, 0, 1, 3);

/** Test scores at the very borders: one below the minimum, the minimum, 80 and 81. */
const testScores = (minimum: number): fc.Arbitrary<Sitting> =>
  fc.tuple(split(30), withoutResult).map(([{ low, middle, top }, absent]) => ({
    testScores: [
      ...filled(low, minimum - 1),
      ...filled(Math.ceil(middle / 2), minimum),
      ...filled(Math.floor(middle / 2), 80),
      ...filled(top, 81),
    ],
    withoutResult: absent,
  }));

const marks = (percent: number): fc.Arbitrary<Sitting> =>
  fc.tuple(split(percent), withoutResult).map(([{ low, middle, top }, absent]) => ({
    marks: [
      ...filled(low, 2),
      ...filled(Math.ceil(middle / 2), 3),
      ...filled(Math.floor(middle / 2), 4),
      ...filled(top, 5),
    ],
    withoutResult: absent,
  }));

/** Primary scores at the very borders of the marks. */
const primary = (paper: string, percent: number): fc.Arbitrary<Sitting> => {
  const [three, , five] = LOWEST_SCORES[paper]!;
  return split(percent).map(({ low, middle, top }) => ({
    primary: [
      ...filled(low, three - 1),
      ...filled(Math.ceil(middle / 2), three),
      ...filled(Math.floor(middle / 2), five - 1),
      ...filled(top, five),
    ],
  }));
};

function sitting(paper: string, year: number, percent: number): fc.Arbitrary<Sitting | undefined> {
  const ege = paper.startsWith('ege');
  const usual = ege ? testScores(paper === 'ege-russian' ? 24 : 27) : marks(percent);
  const nobody: Sitting = ege ? { testScores: [], withoutResult: 2 } : { marks: [], withoutResult: 2 };
  const vpr = paper.startsWith('vpr');
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 12, arbitrary: usual },
    { weight: 1, arbitrary: fc.constant(nobody) },
    ...(vpr && SCALED.includes(year) ? [{ weight: 5, arbitrary: primary(paper, percent) }] : []),
    // No scale of 2025 is known for the papers of section 1.2.
    ...(vpr && year === 2025 ? [{ weight: 1, arbitrary: primary(paper, percent) }] : []),
    ...(vpr
      ? [{ weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }).map((n) => ({ contradictory: n })) }]
      : []),
  );
}

/** A whole and a part of it by `variable|year`; now and then one of them is not known, or nobody is there at all. */
function pair(
  part: string,
  whole: string,
  year: number,
  percent: number,
  total: fc.Arbitrary<number>,
): fc.Arbitrary<Record<string, number>> {
  const both = total.chain((of) => partOf(of, percent).map((low) => ({ low, of })));
  return fc.oneof(
    {
      weight: 14,
      arbitrary: both.map(({ low, of }) => ({ [`${part}|${year}`]: low, [`${whole}|${year}`]: of })),
    },
    {
      weight: 1,
      arbitrary: both.map(({ low, of }) => ({ [`${part}|${year}`]: of + low + 1, [`${whole}|${year}`]: of })),
    },
    { weight: 1, arbitrary: both.map(({ of }) => ({ [`${whole}|${year}`]: of })) },
    { weight: 1, arbitrary: both.map(({ low }) => ({ [`${part}|${year}`]: low })) },
    { weight: 1, arbitrary: fc.constant({ [`${part}|${year}`]: 0, [`${whole}|${year}`]: 0 }) },
    { weight: 2, arbitrary: fc.constant({}) },
  );
}

const people = fc.oneof(fc.constantFrom(10, 20, 40, 100, 200), fc.integer({ min: 1, max: 900 }));

/** The social passport of a school: all its shares of the same number of pupils. */
const passport = (Y: number): fc.Arbitrary<Record<string, number>> =>
  fc.oneof({ weight: 12, arbitrary: people }, { weight: 1, arbitrary: fc.constant(0) }).chain((pupils) =>
    fc
      .tuple(
        fc.option(fc.constant(pupils), { freq: 12 }),
        ...PASSPORT.map(([, percent]) => fc.option(partOf(pupils, percent), { freq: 6 })),
      )
      .map(([all, ...parts]) => ({
        ...(all === null ? {} : { [`pupils|${Y}`]: all }),
        ...Object.fromEntries(
          PASSPORT.flatMap(([variable], index) =>
            parts[index] === null || parts[index] === undefined ? [] : [[`${variable}|${Y}`, parts[index]]],
          ),
        ),
      })),
  );

/** A school of the identification year, with results and values over the windows, at the thresholds and beside them. */
export function randomSchool(code: string, Y: number): fc.Arbitrary<GivenSchool> {
  const before = [Y - 3, Y - 2, Y - 1];
  const asked = [
    ...ONE_PAPER.flatMap(([paper, , percent]) => before.map((year) => ({ paper, year, percent }))),
    ...FOUR_PAPERS.flatMap(([paper]) => before.slice(1).map((year) => ({ paper, year, percent: 30 }))),
  ];
  const sittings = fc
    .tuple(...asked.map(({ paper, year, percent }) => sitting(paper, year, percent)))
    .map((all) =>
      Object.fromEntries(
        all.flatMap((one, index) => (one ? [[`${asked[index]!.paper}|${asked[index]!.year}`, one]] : [])),
      ),
    );
  const senior = fc.oneof({ weight: 6, arbitrary: people }, { weight: 1, arbitrary: fc.constant(0) });
  const values = fc
    .tuple(
      passport(Y),
      ...[Y - 3, ...[Y - 2, Y - 1, Y]].map((year) =>
        pair('grade10-external-entrants', 'senior-pupils', year, 5, senior),
      ),
      ...before.map((year) =>
        pair('rating-points', 'rating-maximum', year, 50, fc.constantFrom(50, 99, 100, 120)),
      ),
      pair('lessons-attended', 'lessons-due', Y, 90, people),
      pair('risk-group-covered', 'risk-group', Y, 60, people),
      ...ABOVE_ZERO.map((variable) =>
        fc
          .option(variable === 'narcology-register' ? fc.constantFrom(0, 1) : fc.constantFrom(0, 0, 1, 7), {
            freq: 6,
          })
          .map((value): Record<string, number> => (value === null ? {} : { [`${variable}|${Y}`]: value })),
      ),
    )
    .map((all) => Object.assign({}, ...all) as Record<string, number>);
  const grades = fc.option(fc.constantFrom<[number, number]>([1, 11], [1, 9], [1, 4], [5, 11], [10, 11]), {
    freq: 2,
  });
  return fc
    .record({
      sittings,
      values,
      grades,
      seniors: fc.integer({ min: 0, max: 3 }),
      strays: fc.integer({ min: 0, max: 3 }),
    })
    .map((made) => ({
      code,
      // Now and then a school has results of a grade that it does not teach by the roster.
      sittings: made.grades && made.strays > 0 ? taught(made.sittings, made.grades) : made.sittings,
      // One school in four had no senior pupils in any year.
      values: made.seniors === 0 ? withoutSeniors(made.values) : made.values,
      ...(made.grades ? { grades: made.grades } : {}),
    }));
}

function taught(
  sittings: Readonly<Record<string, Sitting>>,
  [first, last]: readonly [number, number],
): Record<string, Sitting> {
  const gradeOf = (key: string) =>
    key.startsWith('ege') ? 11 : key.startsWith('oge') ? 9 : Number(key.split('-')[1]);
  return Object.fromEntries(
    Object.entries(sittings).filter(([key]) => gradeOf(key) >= first && gradeOf(key) <= last),
  );
}

function withoutSeniors(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, /^(senior|grade10)/.test(key) ? 0 : value]),
  );
}

/** An identification year and the schools of a municipality. */
export const randomMunicipality: fc.Arbitrary<{ year: number; schools: GivenSchool[] }> = fc
  .record({ year: fc.integer({ min: 2019, max: 2026 }), size: fc.integer({ min: 1, max: 3 }) })
  .chain(({ year, size }) =>
    fc
      .tuple(...Array.from({ length: size }, (_, index) => randomSchool(String(990_101 + index), year)))
      .map((schools) => ({ year, schools })),
  );
