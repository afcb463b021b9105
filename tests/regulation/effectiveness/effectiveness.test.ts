import { describe, expect, it } from 'vitest';
import type { RegisteredMeasure } from '../../../src/facts/registered-measures.ts';
import { effectivenessOf } from '../../../src/regulation/effectiveness/effectiveness.ts';
import { type ValuesByYear, WHOLE } from '../../../src/regulation/effectiveness/values-by-year.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import type { Organisation } from '../../../src/regulation/systems/system-facts.ts';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';

const COVERED = 'meth.young-teachers-covered-share';
const PROJECTS = 'meth.young-teacher-project-count';
const PREVENTION = 'upb.individual-prevention-share';

const schools = (count: number): Organisation[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `ш${String(index + 1).padStart(2, '0')}`,
    name: `Школа № ${index + 1}`,
    kind: 'school',
  }));

const measure = (changes: Partial<RegisteredMeasure> = {}): RegisteredMeasure => ({
  ...{ year: 2021, system: '2.4', kind: '2.4-M1', title: 'Школа молодого педагога', schools: [] },
  ...{ from: '2020-10-01', status: 'done', sources: [] },
  ...changes,
});

/** Values by indicator and code: of 2020 and of 2021. */
type Given = Readonly<Record<string, Readonly<Record<string, readonly [number | null, number | null]>>>>;

function look(
  given: Given,
  measures: readonly RegisteredMeasure[] = [measure()],
  { year = 2021, organisations = schools(10), overrides = {} as Record<string, unknown> } = {},
) {
  const values: ValuesByYear = (indicator, code, of) =>
    given[indicator]?.[code]?.[of === 2020 ? 0 : 1] ?? undefined;
  return effectivenessOf(
    year,
    { measures, systems: SYSTEMS, organisations, values },
    loadParameters(overrides),
  );
}

const covered = (given: Given, measures?: readonly RegisteredMeasure[], more = {}) =>
  look(given, measures, more).measures[0]!.indicators.find(({ id }) => id === COVERED)!;

/** Values of ten schools: those of the measure gained `gain`, the others `other`, a little apart from each other. */
function moved(helped: number, gain: number, other: number, of = 10): Given {
  return {
    [COVERED]: Object.fromEntries(
      schools(of).map(({ code }, index) => [
        code,
        [0.4, 0.4 + (index < helped ? gain : other) + ((index * 7) % 10) / 1000] as const,
      ]),
    ),
  };
}
const first = (count: number) => schools(count).map(({ code }) => code);

describe('the period of a measure', () => {
  const stageIn = (year: number, changes: Partial<RegisteredMeasure>, overrides = {}) =>
    look({}, [measure(changes)], { year, overrides }).measures.map(({ stage, period }) => [
      stage,
      period.before,
      period.after,
    ]);

  it('of the autumn answers to the results of the year before, and shows in those of its own year', () => {
    expect(stageIn(2020, {})).toEqual([['early', 2020, 2021]]);
    expect(stageIn(2021, {})).toEqual([['final', 2020, 2021]]);
  });

  it('is over in the years before and after', () => {
    expect(stageIn(2019, {})).toEqual([]);
    expect(stageIn(2022, {})).toEqual([]);
  });

  it('of the end of December begins in time for its own year; of January does not any more', () => {
    expect(stageIn(2021, { from: '2020-12-31' })).toEqual([['final', 2020, 2021]]);
    expect(stageIn(2021, { from: '2021-01-01' })).toEqual([['early', 2021, 2022]]);
    expect(stageIn(2022, { from: '2021-08-31' })).toEqual([['final', 2021, 2022]]);
  });

  it('follows the month of the workspace', () => {
    const march = { 'effectiveness.late-start-month': 3 };
    expect(stageIn(2021, { from: '2021-02-28' }, march)).toEqual([['final', 2020, 2021]]);
    expect(stageIn(2021, { from: '2021-03-01' }, march)).toEqual([['early', 2021, 2022]]);
  });

  it('does not come for a measure that is planned or cancelled', () => {
    for (const status of ['planned', 'cancelled'] as const) {
      const [one] = look(moved(3, 0.3, 0), [measure({ status, schools: first(3) })]).measures;
      expect(one).toMatchObject({ stage: 'not-run' });
      expect(one!.indicators.every((indicator) => indicator.schools === null)).toBe(true);
    }
  });
});

describe('a measure for chosen schools', () => {
  it('did better where they gained what the others did not, and chance hardly does', () => {
    expect(covered(moved(3, 0.3, 0), [measure({ schools: first(3) })]).schools).toMatchObject({
      ...{ verdict: 'better', splits: 120, exact: true, p: 1 / 120, beganWorse: false },
      difference: expect.closeTo(0.3 + (11 / 3 - 34 / 7) / 1000, 9),
    });
  });

  it('did worse where the others gained alone', () => {
    expect(covered(moved(3, 0, 0.3), [measure({ schools: first(3) })]).schools?.verdict).toBe('worse');
  });

  it('is not told from chance where all gained alike, however much that was', () => {
    const { schools: compared } = covered(moved(3, 0.3, 0.3), [measure({ schools: first(3) })]);
    expect(compared).toMatchObject({
      verdict: 'chance',
      with: { change: expect.closeTo(0.3 + 11 / 3 / 1000, 9) },
    });
  });

  it('cannot be told where there are too few schools for any difference to show', () => {
    // One school of ten: the largest difference comes up in 1 of 10 splits.
    expect(covered(moved(1, 0.5, 0), [measure({ schools: first(1) })]).schools?.verdict).toBe('too-few');
    // Two of seven: 1 of 21 is below 5 %; two of six: 1 of 15 is not.
    const two = [measure({ schools: first(2) })];
    expect(covered(moved(2, 0.5, 0, 7), two, { organisations: schools(7) }).schools?.verdict).toBe('better');
    expect(covered(moved(2, 0.5, 0, 6), two, { organisations: schools(6) }).schools?.verdict).toBe('too-few');
  });

  it('goes by the significance of the workspace', () => {
    const options = { organisations: schools(6), overrides: { 'effectiveness.significance': 10 } };
    expect(covered(moved(2, 0.5, 0, 6), [measure({ schools: first(2) })], options).schools?.verdict).toBe(
      'better',
    );
  });

  it('leaves out schools that lack a year, and names those of the measure', () => {
    const given = moved(4, 0.3, 0);
    const holed = { [COVERED]: { ...given[COVERED], ш01: [null, 0.9], ш10: [0.4, null] } as Given[string] };
    const { schools: compared } = covered(holed, [measure({ schools: first(4) })]);
    expect(compared).toMatchObject({ lacking: ['ш01'], with: { codes: ['ш02', 'ш03', 'ш04'] } });
    expect(compared?.without.codes).not.toContain('ш10');
  });

  it('is not compared with schools that another measure helps to the same, nor with kindergartens', () => {
    const organisations: Organisation[] = [
      ...schools(9),
      { code: 'ш10', name: 'Сад № 10', kind: 'preschool' },
    ];
    const other = measure({ title: 'Наставник', schools: ['ш04'] });
    const { schools: compared } = covered(moved(3, 0.3, 0), [measure({ schools: first(3) }), other], {
      organisations,
    });
    expect(compared?.without.codes).toEqual(['ш05', 'ш06', 'ш07', 'ш08', 'ш09']);
  });

  it('is still compared with schools whose other measure was cancelled or aims elsewhere', () => {
    const others = [
      measure({ title: 'Наставник', schools: ['ш04'], status: 'cancelled' }),
      measure({ kind: '2.4-M2', title: 'Наставник', schools: ['ш05'] }),
    ];
    const { schools: compared } = covered(moved(3, 0.3, 0), [measure({ schools: first(3) }), ...others]);
    expect(compared?.without.codes).toHaveLength(7);
  });

  it('says that its schools began worse: part of the gain may be a return to the mean', () => {
    const given = moved(3, 0.3, 0);
    const low = Object.fromEntries(first(3).map((code) => [code, [0.1, 0.5] as const]));
    const { schools: compared } = covered({ [COVERED]: { ...given[COVERED], ...low } }, [
      measure({ schools: first(3) }),
    ]);
    expect(compared).toMatchObject({ verdict: 'better', beganWorse: true });
  });

  it('changed an indicator without a better side: it is told apart, not praised', () => {
    const given = { [PREVENTION]: moved(3, 0.3, 0)[COVERED]! };
    const register = [measure({ system: '2.5', kind: '2.5-M1', schools: first(3) })];
    expect(look(given, register).measures[0]!.indicators[0]).toMatchObject({
      ...{ id: PREVENTION, better: null },
      schools: { verdict: 'different', beganWorse: false },
    });
  });
});

describe('a measure for all schools', () => {
  it('has the municipality before and after, and nobody to compare with', () => {
    const given = { [COVERED]: { ...moved(10, 0.3, 0)[COVERED], [WHOLE]: [0.4, 0.7] as const } };
    expect(covered(given)).toMatchObject({
      ...{ before: 0.4, after: 0.7, change: expect.closeTo(0.3, 9), better: true },
      schools: { verdict: 'no-comparison', p: null, difference: null },
    });
  });

  it('without a value before has no change, and is not taken for none', () => {
    expect(covered({ [COVERED]: { [WHOLE]: [null, 0.7] } })).toMatchObject({
      ...{ before: null, after: 0.7, change: null, better: null, schools: null },
    });
  });
});

describe('the goals after the measures', () => {
  const goals = (given: Given, register = [measure()]) =>
    Object.fromEntries(look(given, register).sections[0]!.goals.map(({ id, verdict }) => [id, verdict]));

  it('are kept where their indicators got better, and corrected where one did not', () => {
    expect(goals({ [COVERED]: { [WHOLE]: [0.4, 0.5] }, [PROJECTS]: { [WHOLE]: [2, 3] } })).toEqual({
      ...{ '2.4-G1': 'keep', '2.4-G8': 'keep' },
    });
    expect(goals({ [COVERED]: { [WHOLE]: [0.4, 0.5] }, [PROJECTS]: { [WHOLE]: [2, 2] } })).toEqual({
      ...{ '2.4-G1': 'correct', '2.4-G8': 'keep' },
    });
  });

  it('are reached at the limit, and unknown without values', () => {
    expect(goals({ [COVERED]: { [WHOLE]: [0.9, 1] } })['2.4-G8']).toBe('renew');
    expect(goals({ [COVERED]: { [WHOLE]: [0.9, 0.99] } })['2.4-G8']).toBe('keep');
    expect(goals({})).toEqual({ '2.4-G1': 'unknown', '2.4-G8': 'unknown' });
  });

  it('stand beside the indicators that got worse with no measure aiming at them', () => {
    const given: Given = {
      'meth.network-community-share': { [WHOLE]: [0.5, 0.4] },
      'meth.mentoring-participants-share': { [WHOLE]: [0.5, 0.5] },
    };
    expect(look(given).sections[0]!.unattended.map(({ id }) => id)).toEqual(['meth.network-community-share']);
  });

  it('are not reviewed before a measure of the section came to the end of its period', () => {
    expect(look({}, [measure()], { year: 2020 }).sections).toEqual([]);
    expect(look({}, [measure({ status: 'planned' })]).sections).toEqual([]);
  });
});
