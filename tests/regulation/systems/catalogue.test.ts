import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/records/fold.ts';
import { DIMENSIONS, dimension, ORGANISATION_KIND } from '../../../src/records/variables/dimension.ts';
import { VARIABLES, variableById } from '../../../src/records/variables/variables.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { measuresOf, variablesOf } from '../../../src/regulation/systems/measure-variables.ts';
import { indicatorById, SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import { INDICATOR_IDS } from './indicator-ids.ts';

/**
 * What the Положение holds, section by section: rows of indicators, analysis items, addressees, measures, decisions,
 * and years over which their effect is looked at. Section 3.1 prints measures and decisions as one list.
 */
const REGULATION = {
  '1.1': { prefix: 'obj', indicators: 11, analysis: 8, addressees: 5, measures: 3, decisions: 5, years: 1 },
  '1.2': { prefix: 'low', indicators: 25, analysis: 3, addressees: 4, measures: 7, decisions: 4, years: 2 },
  '1.3': { prefix: 'gift', indicators: 12, analysis: 10, addressees: 4, measures: 9, decisions: 4, years: 1 },
  '1.4': {
    prefix: 'career',
    indicators: 13,
    analysis: 9,
    addressees: 5,
    measures: 8,
    decisions: 3,
    years: 1,
  },
  '2.1': { prefix: 'objm', indicators: 4, analysis: 0, addressees: 4, measures: 3, decisions: 3, years: 1 },
  '2.2': { prefix: 'head', indicators: 27, analysis: 10, addressees: 2, measures: 4, decisions: 2, years: 1 },
  '2.3': { prefix: 'dpo', indicators: 10, analysis: 2, addressees: 3, measures: 7, decisions: 5, years: 1 },
  '2.4': { prefix: 'meth', indicators: 8, analysis: 4, addressees: 3, measures: 5, decisions: 2, years: 1 },
  '2.5': { prefix: 'upb', indicators: 7, analysis: 4, addressees: 4, measures: 7, decisions: 2, years: 1 },
  '3.1': { prefix: 'pre', indicators: 23, analysis: 13, addressees: 4, measures: 4, decisions: 0, years: 1 },
} as const;

const INDICATORS = SYSTEMS.flatMap(({ indicators }) => indicators);
const SECTIONS = SYSTEMS.filter(({ id }) => id !== 'quality');

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the catalogue holds the Положение', () => {
  test('every section stands in its order', () => {
    expect(SECTIONS.map(({ id }) => id)).toEqual(Object.keys(REGULATION));
  });

  test.each(SECTIONS.map((system) => [system.id, system] as const))(
    'the rows of section %s keep their ids',
    (id, { indicators, prefix }) => {
      expect(indicators.map((indicator) => indicator.id)).toEqual(
        INDICATOR_IDS[id]!.map((own) => `${prefix}.${own}`),
      );
    },
  );

  test('quality, which stands in no section, shows the eight value measures of 2.2 and says so', () => {
    const quality = SYSTEMS.find(({ id }) => id === 'quality')!;
    expect(quality.notInRegulation).toMatch(/2\.2/);
    expect(quality.indicators.map(({ measure }) => measure)).toEqual(
      INDICATOR_IDS['2.2']!.filter((_, index) => [11, 12, 13, 14, 15, 17, 18, 19].includes(index + 1)).map(
        (id) => ({ from: 'reference', to: `head.${id}` }),
      ),
    );
    expect(SECTIONS.filter(({ notInRegulation }) => notInRegulation !== undefined)).toEqual([]);
  });

  test.each(SECTIONS.map((system) => [system.id, system] as const))('section %s is whole', (id, system) => {
    expect({
      prefix: system.prefix,
      indicators: system.indicators.length,
      analysis: system.analysis.length,
      addressees: system.addressees.length,
      measures: system.measures.length,
      decisions: system.decisions.length,
      years: system.effectiveness.years,
    }).toEqual(REGULATION[id as keyof typeof REGULATION]);
    expect(system.goals.length).toBeGreaterThan(0);
  });

  test.each(SYSTEMS.map((system) => [system.id, system] as const))(
    'rows, goals, items and steps of %s are numbered from 1 without a gap',
    (id, system) => {
      const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
      expect(system.indicators.map(({ number }) => number)).toEqual(numbers(system.indicators.length));
      const merged = system.decisions.length === 0 && id === '3.1';
      for (const [letter, items] of [
        ['G', system.goals],
        ['A', system.analysis],
        ['R', system.addressees],
        [merged ? 'MD' : 'M', system.measures],
        ['D', system.decisions],
      ] as const) {
        expect(items.map((item) => item.id)).toEqual(
          numbers(items.length).map((number) => `${id}-${letter}${number}`),
        );
      }
    },
  );

  test('ids of indicators are unique and begin with the prefix of their system', () => {
    expect(repeated(INDICATORS.map(({ id }) => id))).toEqual([]);
    for (const { prefix, indicators } of SYSTEMS)
      for (const { id } of indicators) expect(id.startsWith(`${prefix}.`)).toBe(true);
  });

  test('every indicator of a section names its clause there, and sources that the section lists', () => {
    for (const { id, indicators, sources } of SECTIONS) {
      const codes = sources.map(({ code }) => code);
      for (const indicator of indicators) {
        expect(indicator.clause.startsWith(`раздел ${id}, `)).toBe(true);
        for (const code of indicator.sources)
          expect([indicator.id, codes]).toEqual([indicator.id, expect.arrayContaining([code])]);
      }
    }
  });
});

describe('what the catalogue names exists', () => {
  test('variables of measures', () => {
    for (const indicator of INDICATORS)
      for (const variable of measuresOf(indicator).flatMap(variablesOf))
        expect([indicator.id, variable, variableById(variable) !== undefined]).toEqual([
          indicator.id,
          variable,
          true,
        ]);
  });

  test('indicators of references, which lead to a value at once', () => {
    for (const { id, measure } of INDICATORS)
      if (measure.from === 'reference') {
        const target = indicatorById(measure.to);
        expect([id, target?.measure.from]).not.toEqual([id, undefined]);
        expect([id, target?.measure.from]).not.toEqual([id, 'reference']);
      }
  });

  test('borders of scores', () => {
    const parameters = loadParameters()
      .all()
      .map(({ id }) => id);
    for (const { measure } of INDICATORS)
      if (measure.from === 'scores') expect(parameters).toContain(measure.border);
  });

  test('indicators of analysis items', () => {
    for (const { id, indicators } of SYSTEMS.flatMap(({ analysis }) => analysis)) {
      expect(indicators.length).toBeGreaterThan(0);
      expect([id, indicators.filter((one) => !indicatorById(one))]).toEqual([id, []]);
    }
  });

  test('indicators of goals, which lie in the same section', () => {
    for (const { goals, indicators } of SYSTEMS) {
      const ids = indicators.map(({ id }) => id);
      for (const goal of goals)
        expect([goal.id, goal.indicators.filter((one) => !ids.includes(one))]).toEqual([goal.id, []]);
    }
  });

  test('aims of measures and decisions, which lie in the same section', () => {
    for (const { measures, decisions, indicators } of SYSTEMS) {
      const own = indicators.map(({ id }) => id);
      for (const { id, aims } of [...measures, ...decisions])
        expect([id, aims.filter((one) => !own.includes(one))]).toEqual([id, []]);
    }
  });

  test('dimensions, by which the reported part is asked', () => {
    for (const { id, by, measure } of INDICATORS) {
      if (!by) continue;
      expect([id, dimension(by)?.id]).toEqual([id, by]);
      if (by === ORGANISATION_KIND.id || measure.from === 'computed' || measure.from === 'reference')
        continue;
      expect([id, variableById(variablesOf(measure)[0]!)!.by]).toEqual([id, by]);
    }
  });
});

describe('variables', () => {
  test('ids and titles are unique, and so are other names, as tables read them', () => {
    expect(repeated(VARIABLES.map(({ id }) => id))).toEqual([]);
    const names = VARIABLES.flatMap(({ title, aliases }) => [title, ...(aliases ?? [])]);
    expect(repeated(names.map((name) => foldText(name).replace(/[.,]$/, '')))).toEqual([]);
  });

  test('every one is asked of somebody and says what to count', () => {
    for (const { id, record, asked, counts } of VARIABLES) {
      expect([id, asked.length > 0]).toEqual([id, true]);
      if (record === 'observations') expect([id, counts?.endsWith('.')]).toEqual([id, true]);
    }
  });

  test('a whole exists, and is asked of whoever is asked for its part', () => {
    for (const { id, within, asked } of VARIABLES) {
      if (within === undefined) continue;
      const whole = variableById(within);
      expect([id, within, whole?.id]).toEqual([id, within, within]);
      expect([id, asked.filter((one) => !whole!.asked.includes(one))]).toEqual([id, []]);
    }
  });

  test('no whole lies within its own part', () => {
    for (const { id } of VARIABLES) {
      const seen = [id];
      for (let at = variableById(id)?.within; at !== undefined; at = variableById(at)?.within) {
        expect(seen).not.toContain(at);
        seen.push(at);
      }
    }
  });

  test('a dimension exists wherever a variable is asked by one', () => {
    for (const { id, by, partition } of VARIABLES) {
      if (by !== undefined) expect([id, dimension(by)?.id]).toEqual([id, by]);
      if (partition) expect([id, by]).not.toEqual([id, undefined]);
    }
  });

  test('none is asked in vain: an indicator reads it, or it is the whole of one, or decides who is asked', () => {
    const used = new Set([
      ...INDICATORS.flatMap((indicator) => measuresOf(indicator).flatMap(variablesOf)),
      ...VARIABLES.flatMap(({ within, askedIf }) => [within, askedIf?.yes]),
    ]);
    expect(VARIABLES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('dimensions', () => {
  test('ids, titles and options are unique, and a form can hold them', () => {
    expect(repeated(DIMENSIONS.map(({ id }) => id))).toEqual([]);
    expect(repeated(DIMENSIONS.map(({ title }) => foldText(title)))).toEqual([]);
    for (const { id, options } of DIMENSIONS) {
      expect([id, repeated(options.map((option) => option.id))]).toEqual([id, []]);
      expect([id, repeated(options.map(({ title }) => foldText(title)))]).toEqual([id, []]);
      expect([id, options.length > 1 && options.length <= 20]).toEqual([id, true]);
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      for (const option of options) expect(option.id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    }
  });
});
