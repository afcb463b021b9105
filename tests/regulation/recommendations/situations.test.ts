import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PaperSigns, SchoolObjectivity } from '../../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { recommend } from '../../../src/regulation/recommendations/recommend.ts';
import { recommendationRules } from '../../../src/regulation/recommendations/rules.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { indicatorById, SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import type { SchoolVerdict, YearEvidence } from '../../../src/regulation/verdict.ts';
import { recommendationReason, recommendationText } from '../../../src/reports/recommendations/words.ts';

const pair = z.tuple([z.number(), z.number()]);
const value = z.union([pair, z.number()]);
const situationSchema = z.strictObject({
  name: z.string().min(20),
  given: z.record(
    z.string().refine((id) => indicatorById(id) !== undefined),
    z.strictObject({
      whole: value.optional(),
      before: z.number().optional(),
      schools: z.record(z.string(), value).optional(),
      missing: z.array(z.string()).optional(),
    }),
  ),
  met: z.record(z.string(), z.record(z.string(), z.record(z.string(), pair))).optional(),
  flagged: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
  expect: z.array(z.string()),
  says: z.record(z.string(), z.string()).optional(),
});
type Situation = z.infer<typeof situationSchema>;

const FILE = resolve(import.meta.dirname, '../../situations/recommendations/rules.yaml');
const SITUATIONS = z.array(situationSchema).parse(parse(readFileSync(FILE, 'utf8')));

describe('Адресные рекомендации', () => {
  for (const situation of SITUATIONS) it(situation.name, () => check(situation));
});

function check({ expect: expected, flagged = {}, given, met = {}, says = {} }: Situation): void {
  const drawn = recommend(
    recommendationRules(),
    {
      ...{ year: 2021, systems: SYSTEMS, answers: answersOf(given) },
      verdicts: Object.entries(met).map(([school, criteria]) => verdictOf(school, criteria)),
      objectivity: Object.entries(flagged).map(([school, papers]) => objectivityOf(school, papers)),
    },
    loadParameters(),
  );
  const named = drawn.map(({ answer, rule }) => (answer.unit === 'school' ? `${rule}:${answer.code}` : rule));
  expect(named.toSorted()).toEqual(expected.toSorted());
  for (const [rule, words] of Object.entries(says)) {
    const one = drawn.find((recommendation) => recommendation.rule === rule)!;
    const said = plain(`${recommendationText(one)} ${recommendationReason(one)}`);
    expect(said).toContain(plain(words));
  }
}

/** Lines and no-break spaces do not matter. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

function answersOf(given: Situation['given']): Answer[] {
  return Object.entries(given).flatMap(([id, { before, missing = [], schools = {}, whole }]) => {
    const { title, clause, kind, direction, formula } = indicatorById(id)!;
    const answer = (
      unit: Answer['unit'],
      code: string,
      of: number | [number, number] | undefined,
    ): Answer => {
      const [numerator, denominator] = Array.isArray(of) ? of : [of ?? null, null];
      const known = of === undefined ? null : Array.isArray(of) ? of[0] / of[1] : of;
      const lacking = unit === 'municipality' ? missing : [];
      return {
        ...{ id, title, clause, kind, direction, formula, unit, code, variant: 'indicator', breakdown: null },
        ...{ system: '', numerator, denominator, value: known, missing: lacking, reason: null, sources: [] },
        previous: before === undefined || unit === 'school' ? null : { year: 2020, value: before },
        change: before === undefined || unit === 'school' || known === null ? null : known - before,
        status: known === null ? 'no-data' : lacking.length > 0 ? 'incomplete' : 'computed',
      };
    };
    return [
      answer('municipality', 'municipality', whole as [number, number] | number | undefined),
      ...Object.entries(schools).map(([code, of]) => answer('school', code, of as [number, number] | number)),
    ];
  });
}

function verdictOf(
  school: string,
  criteria: Record<string, Record<string, [number, number]>>,
): SchoolVerdict {
  return {
    school,
    criteria: Object.entries(criteria).map(([id, years]) => ({
      id,
      years: Object.entries(years).map(
        ([year, [low, participants]]) =>
          ({
            year: Number(year),
            verdict: 'met',
            low,
            participants,
            share: low / participants,
          }) as YearEvidence,
      ),
    })),
  } as unknown as SchoolVerdict;
}

function objectivityOf(school: string, papers: Record<string, string[]>): SchoolObjectivity {
  const signs = Object.entries(papers).map(
    ([paper, by]) => ({ paper, by, flagged: true }) as unknown as PaperSigns,
  );
  return {
    school,
    signs: [...signs, { paper: 'vpr-5-russian', by: [], flagged: false }],
  } as unknown as SchoolObjectivity;
}
