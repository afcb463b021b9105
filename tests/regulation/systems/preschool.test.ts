import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { evaluator } from '../../../src/regulation/systems/evaluate.ts';
import type { Organisation, SystemFacts } from '../../../src/regulation/systems/system-facts.ts';
import { SYSTEMS, systemById } from '../../../src/regulation/systems/systems.ts';

const ORGANISATIONS: readonly Organisation[] = [
  { code: 'д1', name: 'Детский сад № 1', kind: 'preschool' },
  { code: 'д2', name: 'Детский сад № 2', kind: 'preschool' },
  { code: 'ш1', name: 'Школа № 1', kind: 'school' },
];

/** Answers of 2021 by organisation; the school has no preschool groups unless it says so. */
type Given = Readonly<Record<string, Readonly<Record<string, number>>>>;

function evaluate(given: Given, overrides: Readonly<Record<string, unknown>> = {}): Answer[] {
  const facts: SystemFacts = {
    municipality: 'municipality',
    organisations: ORGANISATIONS,
    reported: (code, variable, year, breakdown) => {
      const value = year === 2021 && !breakdown ? given[code]?.[variable] : undefined;
      return value === undefined ? undefined : { value, sources: [`imports/${code}`] };
    },
    computed: () => undefined,
  };
  return evaluator(facts, loadParameters(overrides), SYSTEMS)(systemById('3.1')!, 2021);
}

const whole = (id: string, given: Given, overrides = {}) =>
  evaluate(given, overrides).find((one) => one.id === `pre.${id}` && one.unit === 'municipality')!;

const NO_GROUPS = { 'preschool-groups': 0 };
const ALL_FOUR = {
  'preschool-content-social': 1,
  'preschool-content-cognitive': 1,
  'preschool-content-artistic': 1,
  'preschool-content-physical': 1,
};

describe('units of section 3.1', () => {
  const fgos = { 'preschool-programme-fgos': 1 };

  it('are kindergartens alone where the school said that it has no preschool groups', () => {
    expect(whole('do-programme-fgos-share', { д1: fgos, д2: fgos, ш1: NO_GROUPS })).toMatchObject({
      ...{ numerator: 2, denominator: 2, value: 1, status: 'computed', missing: [] },
    });
  });

  it('are schools with preschool groups too', () => {
    const given = { д1: fgos, д2: fgos, ш1: { 'preschool-groups': 1, 'preschool-programme-fgos': 0 } };
    expect(whole('do-programme-fgos-share', given)).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('miss a school that did not say whether it has preschool groups', () => {
    expect(whole('do-programme-fgos-share', { д1: fgos, д2: fgos })).toMatchObject({
      ...{ numerator: 2, denominator: 2, status: 'incomplete', missing: ['ш1'] },
    });
  });

  it('leave a sum of values without the school too', () => {
    const staff = { 'preschool-posts': 10, 'preschool-posts-filled': 9 };
    expect(whole('do-staffing-level', { д1: staff, д2: staff, ш1: NO_GROUPS })).toMatchObject({
      ...{ numerator: 18, denominator: 20, status: 'computed' },
    });
  });
});

describe('the content of a programme', () => {
  it('serves development where all four components do', () => {
    const given = { д1: ALL_FOUR, д2: { ...ALL_FOUR, 'preschool-content-physical': 0 }, ш1: NO_GROUPS };
    expect(whole('do-content-development-share', given)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(whole('do-content-social-share', given)).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it('is decided by one «нет», and never by some «да» alone', () => {
    const refused = { 'preschool-content-physical': 0 };
    const { 'preschool-content-artistic': _, ...three } = ALL_FOUR;
    expect(whole('do-content-development-share', { д1: refused, д2: three, ш1: NO_GROUPS })).toMatchObject({
      numerator: 0,
      denominator: 1,
      status: 'incomplete',
      missing: ['д2'],
    });
  });
});

describe('the level of the environment', () => {
  const scored = (first: number, second: number): Given => ({
    д1: { 'preschool-environment-score': first },
    д2: { 'preschool-environment-score': second },
    ш1: NO_GROUPS,
  });

  it('is low below three, and three itself is not low', () => {
    expect(whole('do-environment-low-share', scored(2.9, 3))).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('is high from four on, four included', () => {
    expect(whole('do-environment-high-share', scored(3.9, 4))).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  it('is counted over those who have a score; the others are named', () => {
    const given = { д1: { 'preschool-environment-score': 2 }, ш1: NO_GROUPS };
    expect(whole('do-environment-low-share', given)).toMatchObject({
      ...{ value: 1, denominator: 1, status: 'incomplete', missing: ['д2'] },
    });
    expect(whole('do-environment-low-share', { ш1: NO_GROUPS })).toMatchObject({
      ...{ value: null, status: 'no-data', missing: ['д1', 'д2'] },
    });
  });

  it('goes by the border of the workspace where it has its own', () => {
    const own = { 'preschool.environment-low-border': 3.5 };
    expect(whole('do-environment-low-share', scored(2.9, 3), own)).toMatchObject({ numerator: 2 });
  });
});
