import { describe, expect, it, test } from 'vitest';
import { variableById } from '../../../src/records/variables/variables.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { recommend } from '../../../src/regulation/recommendations/recommend.ts';
import { PLACEHOLDERS, type Rule } from '../../../src/regulation/recommendations/rule.ts';
import { recommendationRules } from '../../../src/regulation/recommendations/rules.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { variablesOf } from '../../../src/regulation/systems/measure-variables.ts';
import type { Indicator } from '../../../src/regulation/systems/system.ts';
import { indicatorById, SYSTEMS, systemById } from '../../../src/regulation/systems/systems.ts';
import { recommendationReason, recommendationText } from '../../../src/reports/recommendations/words.ts';

const RULES = recommendationRules();
const PARAMETERS = loadParameters();
const systemOf = ({ id }: Rule) => systemById(id.split('-')[0]!)!;
const cases = RULES.flatMap((rule) =>
  rule.indicators.map((indicator) => [rule.id, indicator, rule] as const),
);

describe('the rules hold to the catalogue', () => {
  it('every addressee of every section has a rule', () => {
    const served = new Set(RULES.map(({ addressee }) => addressee));
    const all = SYSTEMS.flatMap(({ addressees }) => addressees.map(({ id }) => id));
    expect(all.filter((id) => !served.has(id))).toEqual([]);
    expect(all).toHaveLength(38);
  });

  it('ids are unique, and thresholds are parameters that some rule uses', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    const used = RULES.flatMap(({ when }) => ('is' in when ? [] : Object.values(when)));
    const known = PARAMETERS.all()
      .map(({ id }) => id)
      .filter((id) => id.startsWith('recommendations.'));
    expect(new Set(used)).toEqual(new Set(known));
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s names what its section has', (_, rule) => {
    const { addressees, decisions, indicators, measures } = systemOf(rule);
    expect(addressees.map(({ id }) => id)).toContain(rule.addressee);
    expect([...measures, ...decisions].map(({ id }) => id)).toContain(rule.measure);
    for (const id of rule.indicators) expect(indicators.map((one) => one.id)).toContain(id);
    for (const [, name] of rule.say.matchAll(/\{(\w*)\}/g)) expect(PLACEHOLDERS).toContain(name);
    expect(rule.say.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  test.each(cases)('%s may be asked of %s', (_, id, { unit, when }) => {
    const indicator = indicatorById(id)!;
    const target = indicator.measure.from === 'reference' ? indicatorById(indicator.measure.to)! : indicator;
    if (unit === 'school') expect(hasOrganisations(target)).toBe(true);
    if (!('is' in when)) expect(indicator.kind).not.toBe('count');
    else if (when.is === 'worse') expect(indicator.direction).not.toBe('neutral');
    else if (when.is === 'incomplete') expect(hasOrganisations(target)).toBe(true);
  });
});

/** Whether organisations answer for it themselves: by forms, or by results. */
function hasOrganisations({ measure }: Indicator): boolean {
  if (measure.from === 'computed') return true;
  return variablesOf(measure).every((id) => variableById(id)!.asked.some((who) => who !== 'municipality'));
}

const answerOf = (id: string, unit: Answer['unit'], more: Partial<Answer>): Answer => {
  const { title, clause, kind, direction, formula } = indicatorById(id)!;
  return {
    ...{ id, title, clause, kind, direction, formula, unit, variant: 'indicator', breakdown: null },
    ...{ system: id, code: unit === 'school' ? '990101' : 'municipality', previous: null, change: null },
    ...{ numerator: null, denominator: null, value: null, status: 'computed', missing: [], reason: null },
    sources: ['imports/01'],
    ...more,
  };
};

const share = (numerator: number, denominator: number): Partial<Answer> => ({
  ...{ numerator, denominator, value: numerator / denominator },
});

/** An answer on which the rule speaks, and answers on which it is silent: at the border, and without a value. */
function situationsOf(rule: Rule, id: string): { speaks: Answer; silent: Answer[] } {
  const of = (more: Partial<Answer>) => answerOf(id, rule.unit, more);
  const unknown = of({ status: 'no-data', missing: ['990101'] });
  const { when } = rule;
  if (!('is' in when)) {
    const threshold = PARAMETERS.number('below' in when ? when.below : when.above);
    const sides = {
      below: of(share(threshold - 1, 100)),
      at: of(share(threshold, 100)),
      above: of(share(threshold + 1, 100)),
    };
    return 'below' in when
      ? { speaks: sides.below, silent: [sides.at, sides.above, unknown] }
      : { speaks: sides.above, silent: [sides.at, sides.below, unknown] };
  }
  switch (when.is) {
    case 'worse': {
      const worse = indicatorById(id)!.direction === 'up' ? -0.1 : 0.1;
      const moved = (change: number) =>
        of({ ...share(5, 10), previous: { year: 2020, value: 0.5 - change }, change });
      return { speaks: moved(worse), silent: [moved(0), moved(-worse), of(share(5, 10)), unknown] };
    }
    case 'absent':
      return { speaks: of({ value: 0, numerator: 0 }), silent: [of({ value: 1, numerator: 1 }), unknown] };
    case 'met':
      return { speaks: of({ value: 1 }), silent: [of({ value: 0 }), unknown] };
    case 'flagged':
      return {
        speaks: of({ ...share(1, 7), value: 1 }),
        silent: [of({ ...share(0, 7), value: 0 }), unknown],
      };
    case 'incomplete':
      return {
        speaks: of({ ...share(3, 10), status: 'incomplete', missing: ['990102'] }),
        silent: [of(share(3, 10)), unknown],
      };
  }
}

describe('each rule', () => {
  const drawn = (rule: Rule, answer: Answer) =>
    recommend([rule], { year: 2021, systems: SYSTEMS, answers: [answer] }, PARAMETERS);

  test.each(cases)('%s on %s speaks of its value, with reason, numbers and clause', (_, id, rule) => {
    const [one, ...more] = drawn(rule, situationsOf(rule, id).speaks);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ rule: rule.id, addressee: { id: rule.addressee }, measure: { id: rule.measure } },
      answer: { id, clause: expect.stringContaining(`раздел ${systemOf(rule).id},`) },
    });
    const said = `${recommendationText(one!)} ${recommendationReason(one!)}`;
    expect(said).not.toMatch(/[{}]|undefined|NaN|нет данных/);
    expect(said).toContain(`аздел ${systemOf(rule).id},`);
  });

  test.each(cases)('%s on %s is silent at its border and without a value', (_, id, rule) => {
    for (const answer of situationsOf(rule, id).silent) expect(drawn(rule, answer)).toEqual([]);
  });

  test.each(cases)('%s on %s passes over cuts, the monitoring list and the other unit', (_, id, rule) => {
    const { speaks } = situationsOf(rule, id);
    const other = rule.unit === 'school' ? 'municipality' : 'school';
    for (const change of [
      { breakdown: 'level:noo' },
      { variant: 'monitoring' as const },
      { unit: other } as const,
    ])
      expect(drawn(rule, { ...speaks, ...change })).toEqual([]);
  });
});
