import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/*
 * A situation is a sentence about the rules with what is known of the schools and what must come out. The files
 * are written by people who know the law: every key is checked, an unknown one is an error.
 */

/** «2019», or «2018-2020» for each year of the span. */
const years = z.string().regex(/^20\d\d(-20\d\d)?$/, 'год или промежуток лет через дефис');
const count = z.int().min(0);
/** How many participants have this score. */
const byScore = z.record(z.string().regex(/^\d+$/), count);
const marks = z.tuple([count, count, count, count]);

const paperId = z.enum([
  'vpr-4-russian',
  'vpr-4-mathematics',
  'vpr-4-world-around',
  'vpr-5-russian',
  'vpr-5-mathematics',
  'vpr-6-russian',
  'vpr-6-mathematics',
  'oge-mathematics',
  'oge-russian',
  'ege-russian',
  'ege-mathematics-profile',
]);

const variable = z.enum([
  'pupils',
  'single-parent',
  'both-parents-unemployed',
  'single-unemployed-parent',
  'parents-without-higher-education',
  'poor-housing',
  'non-native-russian',
  'resettled',
  'offences',
  'narcology-register',
  'rating-points',
  'rating-maximum',
  'grade10-external-entrants',
  'senior-pupils',
  'lessons-attended',
  'lessons-due',
  'risk-group',
  'risk-group-covered',
  'teachers-positive-dynamics',
  'teachers-diagnosed-twice',
]);

/** What a file said of one paper in one year: `[«2», «3», «4», «5»]`, or one of the longer forms. */
const sitting = z.union([
  marks,
  z.strictObject({
    marks: marks.optional(),
    /** Primary scores, for marks by the scale of the year. */
    primary: byScore.optional(),
    /** Test scores of ЕГЭ. */
    scores: byScore.optional(),
    /** Participants in the file without any result. */
    withoutResult: count.optional(),
    /** A published distribution of a report instead of pupils. */
    published: z
      .strictObject({
        participants: count,
        scale: z.enum(['percent', 'fraction', 'count']).default('percent'),
        marks: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      })
      .optional(),
  }),
]);

const school = z.strictObject({
  /** First and last grade that the school teaches. */
  grades: z.tuple([z.int(), z.int()]).optional(),
  papers: z.partialRecord(paperId, z.record(years, sitting)).optional(),
  values: z.partialRecord(variable, z.record(years, z.number())).optional(),
});

const yearVerdict = z.enum(['met', 'not-met', 'no-data', 'not-applicable']);
const verdict = z.enum(['met', 'not-met', 'insufficient-data', 'not-applicable', 'information']);
const answer = z.enum(['yes', 'no', 'insufficient-data']);
const word = z.enum(['certain', 'likely', 'uncertain']);

const numbers = {
  branches: z.array(z.enum(['low-share', 'no-top'])),
  participants: z.number().nullable(),
  low: z.number().nullable(),
  top: z.number().nullable(),
  share: z.number().nullable(),
};

const expectedYear = z.union([
  yearVerdict,
  z
    .strictObject({
      verdict: yearVerdict,
      ...numbers,
      certainty: word.nullable(),
      basis: z.enum(['results', 'distribution', 'school-years']).nullable(),
      /** A part of the Russian reason. */
      reason: z.string().nullable(),
      papers: z.partialRecord(paperId, yearVerdict),
    })
    .partial(),
]);

const expectedCriterion = z.union([
  verdict,
  z
    .strictObject({
      verdict,
      window: z.array(z.int()),
      required: z.int(),
      certainty: word.nullable(),
      reason: z.string().nullable(),
      years: z.record(years, expectedYear),
    })
    .partial(),
]);

const criterionId = z.string().regex(/^low\.[a-z0-9-]+$/);

const expectedSchool = z
  .strictObject({
    lowResults: answer,
    adverseConditions: answer,
    riskZone: answer,
    /** Ids of the criteria that decided each category. */
    because: z
      .strictObject({
        lowResults: z.array(criterionId),
        adverseConditions: z.array(criterionId),
        riskZone: z.array(criterionId),
      })
      .partial(),
    criteria: z.record(criterionId, expectedCriterion),
  })
  .partial();

const expectedIndicator = z
  .strictObject({
    status: z.enum(['computed', 'no-data', 'incomplete', 'not-applicable']),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    value: z.number().nullable(),
    missing: z.array(z.string()),
    /** A part of the Russian reason. */
    reason: z.string(),
  })
  .partial();

const expected = expectedSchool.extend({
  schools: z.record(z.string(), expectedSchool).optional(),
  indicators: z.record(criterionId, expectedIndicator).optional(),
  summary: z
    .strictObject({
      schools: z.int(),
      lowResults: z.int(),
      adverseConditions: z.int(),
      riskZone: z.int(),
      any: z.int(),
      share: z.number().nullable(),
      undecided: z.int(),
    })
    .partial()
    .optional(),
});

const situation = z.strictObject({
  name: z.string().min(20),
  year: z.int(),
  /** Own values of parameters, as in the settings of a workspace. */
  parameters: z.record(z.string(), z.unknown()).optional(),
  /** One school, or several by name. */
  given: z.union([school, z.strictObject({ schools: z.record(z.string(), school) })]),
  expect: expected,
});

const situationFile = z.strictObject({
  /** What these situations are about, and the clause of the Положение. */
  title: z.string().min(1),
  clause: z.string().min(1),
  situations: z.array(situation).min(1),
});

export type Situation = z.infer<typeof situation>;
export type SituationFile = z.infer<typeof situationFile>;
export type GivenSchool = z.infer<typeof school>;
export type Sitting = z.infer<typeof sitting>;
export type ExpectedSchool = z.infer<typeof expectedSchool>;
export type ExpectedCriterion = z.infer<typeof expectedCriterion>;
export type ExpectedYear = z.infer<typeof expectedYear>;

/**
 * Reads one file of situations.
 * @throws Error that names the file and the place, for an unknown key or a value of the wrong kind
 */
export function readSituations(name: string, text: string): SituationFile {
  const parsed = situationFile.safeParse(parse(text, { schema: 'core', stringKeys: true }));
  if (parsed.success) return parsed.data;
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
}

/** Every file of a folder of situations, by name. */
export function situationFiles(folder: string): { name: string; file: SituationFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, file: readSituations(name, readFileSync(join(folder, name), 'utf8')) }));
}

/** Schools of a situation by code; a single one is «А». */
export function schoolsOf({ given }: Situation): Record<string, GivenSchool> {
  return 'schools' in given ? given.schools : { А: given };
}

/** Years of «2019» or «2018-2020». */
export function yearsIn(span: string): number[] {
  const [first, last = first] = span.split('-').map(Number) as [number, number?];
  return Array.from({ length: last! - first + 1 }, (_, index) => first + index);
}
