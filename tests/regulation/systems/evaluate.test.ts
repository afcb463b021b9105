import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { evaluator } from '../../../src/regulation/systems/evaluate.ts';
import type { Organisation, SystemFacts } from '../../../src/regulation/systems/system-facts.ts';
import { indicatorById, SYSTEMS, systemById } from '../../../src/regulation/systems/systems.ts';

const ORGANISATIONS: readonly Organisation[] = [
  { code: 'ш1', name: 'Школа № 1', kind: 'school' },
  { code: 'ш2', name: 'Школа № 2', kind: 'school' },
  { code: 'д1', name: 'Детский сад № 1', kind: 'preschool' },
];

/** Values by organisation and year; `variable/cut` for a cut. */
type Given = Readonly<Record<string, Readonly<Record<number, Readonly<Record<string, number>>>>>>;

/** Answers of 2021 to one indicator. */
function answers(id: string, given: Given, organisations = ORGANISATIONS): Answer[] {
  const facts: SystemFacts = {
    municipality: 'municipality',
    organisations,
    reported: (code, variable, year, breakdown) => {
      const value = given[code]?.[year]?.[breakdown ? `${variable}/${breakdown}` : variable];
      return value === undefined ? undefined : { value, sources: [`imports/${code}`] };
    },
    computed: () => undefined,
  };
  const system = SYSTEMS.find(({ indicators }) => indicators.some((one) => one.id === id))!;
  return evaluator(
    facts,
    loadParameters(),
    SYSTEMS,
  )(systemById(system.id)!, 2021).filter((one) => one.id === id);
}

const municipal = (id: string, given: Given, organisations = ORGANISATIONS) =>
  answers(id, given, organisations).find(({ unit, breakdown }) => unit === 'municipality' && !breakdown)!;

describe('variables that an indicator adds together: graduates of grades 9 and 11', () => {
  const ID = 'gift.spo-admission-index';
  const nine = { 'graduates-9': 20, 'graduates-9-vocational': 12 };
  const eleven = { 'graduates-11': 10, 'graduates-11-vocational': 3 };

  test('part and whole are the sums of both grades', () => {
    const given = { ш1: { 2021: { ...nine, ...eleven } }, ш2: { 2021: { ...nine, ...eleven } } };
    expect(municipal(ID, given)).toMatchObject({ numerator: 30, denominator: 60, status: 'computed' });
  });

  test('a school that reported one grade alone is lacking: the other is not taken for zero', () => {
    const given = { ш1: { 2021: { ...nine, ...eleven } }, ш2: { 2021: nine } };
    expect(municipal(ID, given)).toMatchObject({
      ...{ numerator: 15, denominator: 30, status: 'incomplete', missing: ['ш2'] },
    });
  });

  test('a school without grade 11 says so with zeros', () => {
    const none = { 'graduates-11': 0, 'graduates-11-vocational': 0 };
    const given = { ш1: { 2021: { ...nine, ...eleven } }, ш2: { 2021: { ...nine, ...none } } };
    expect(municipal(ID, given)).toMatchObject({ numerator: 27, denominator: 50, status: 'computed' });
  });
});

describe('the reserve of managers ÷ heads, one an organisation', () => {
  const ID = 'head.management-reserve-ratio';

  test('divides by all organisations of the roster and may exceed one', () => {
    const given = { municipality: { 2021: { 'management-reserve': 4 } } };
    expect(municipal(ID, given)).toMatchObject({ numerator: 4, denominator: 3, value: 4 / 3 });
  });

  test('is not zero where the authority did not answer', () => {
    expect(municipal(ID, {})).toMatchObject({ value: null, status: 'no-data' });
  });

  test('applies to nobody where the roster holds no organisation', () => {
    const given = { municipality: { 2021: { 'management-reserve': 4 } } };
    expect(municipal(ID, given, [])).toMatchObject({ value: null, status: 'not-applicable' });
  });
});

describe('a share of organisations by their kind', () => {
  const given = {
    ш1: { 2021: { 'head-qualified': 1 } },
    ш2: { 2021: { 'head-qualified': 0 } },
    д1: { 2021: { 'head-qualified': 1 } },
  };
  const cut = (kind: string) =>
    answers('head.heads-qualified-share', given).find(
      ({ breakdown }) => breakdown === `organisation-kind:${kind}`,
    );

  test('counts each kind apart, beside the whole', () => {
    expect(municipal('head.heads-qualified-share', given)).toMatchObject({ numerator: 2, denominator: 3 });
    expect(cut('school')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(cut('preschool')).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('a kind that the roster does not have has nobody to apply to', () => {
    expect(cut('additional')).toMatchObject({ value: null, status: 'not-applicable' });
  });
});

describe('a running total (нарастающим итогом)', () => {
  const ID = 'gift.vsosh-participant-count';
  const year = (all: number, school: number, municipal: number) => ({
    'vsosh-participants': all,
    'vsosh-participants/stage:school': school,
    'vsosh-participants/stage:municipal': municipal,
  });
  const one = ORGANISATIONS.slice(0, 1);

  test('adds up the years and says how many are of this one', () => {
    const given = { ш1: { 2020: year(30, 30, 8), 2021: year(40, 39, 10) } };
    expect(municipal(ID, given, one)).toMatchObject({
      value: 70,
      reason: 'Нарастающим итогом с 2020 года, из них за 2021 год — 40.',
    });
  });

  test('adds up each stage apart', () => {
    const given = { ш1: { 2020: year(30, 30, 8), 2021: year(40, 39, 10) } };
    const stages = answers(ID, given, one).filter(
      ({ unit, breakdown }) => unit === 'municipality' && breakdown,
    );
    expect(stages.map(({ breakdown, value }) => [breakdown, value])).toEqual([
      ['stage:school', 69],
      ['stage:municipal', 18],
    ]);
  });

  test('names a year in between that nobody reported', () => {
    const given = { ш1: { 2019: year(30, 30, 8), 2021: year(40, 39, 10) } };
    expect(municipal(ID, given, one)).toMatchObject({
      ...{ value: 70, status: 'incomplete' },
      reason: 'Нарастающим итогом с 2019 года, из них за 2021 год — 40; нет данных за 2020.',
    });
  });
});

describe('section 1.2 takes the social passport as schools report it', () => {
  test('a share is pooled over schools: pupils ÷ pupils', () => {
    const given = {
      ш1: { 2021: { 'single-parent': 10, pupils: 20 } },
      ш2: { 2021: { 'single-parent': 10, pupils: 80 } },
    };
    expect(municipal('low.single-parent-share', given)).toMatchObject({ numerator: 20, denominator: 100 });
  });

  test('a count is a sum, and presence a yes of any school, which is not good news', () => {
    const given = {
      ш1: { 2021: { offences: 2, 'narcology-register': 0 } },
      ш2: { 2021: { offences: 1, 'narcology-register': 1 } },
    };
    expect(municipal('low.offence-count', given)).toMatchObject({ value: 3, kind: 'count' });
    expect(municipal('low.narcology-register-presence', given)).toMatchObject({ value: 1, kind: 'presence' });
    expect(indicatorById('low.narcology-register-presence')!.direction).toBe('down');
  });
});

test('answers on organisations are made alike: one with a hidden class of its own takes many times the memory', () => {
  setFlagsFromString('--allow-natives-syntax');
  const areAlike: (one: Answer, other: Answer) => boolean = runInThisContext(
    '(one, other) => %HaveSameMap(one, other)',
  );
  const ID = 'gift.spo-admission-index';
  const all = {
    'graduates-9': 20,
    'graduates-9-vocational': 12,
    'graduates-11': 10,
    'graduates-11-vocational': 3,
  };
  for (const given of [{}, { ш1: { 2021: all }, ш2: { 2021: all } }]) {
    const [one, other] = answers(ID, given).filter(({ unit }) => unit === 'school');
    expect(areAlike(one!, other!)).toBe(true);
  }
  setFlagsFromString('--no-allow-natives-syntax');
});
