import { describe, expect, test } from 'vitest';
import type { Answer, AnswerStatus } from '../../../src/regulation/systems/answer.ts';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import { organisationMaps, yearsMap } from '../../../src/reports/system/completeness-map.ts';
import type { SystemContext } from '../../../src/reports/system/context.ts';

const SYSTEM = SYSTEMS.find(({ id }) => id === '2.4')!;
const [FIRST, SECOND] = SYSTEM.indicators;

function answer(id: string, code: string, status: AnswerStatus): Answer {
  return {
    id,
    system: SYSTEM.id,
    title: id,
    clause: '',
    kind: 'share',
    direction: 'up',
    formula: '',
    variant: 'indicator',
    unit: code === 'municipality' ? 'municipality' : 'school',
    code,
    breakdown: null,
    numerator: null,
    denominator: null,
    value: null,
    previous: null,
    change: null,
    status,
    missing: [],
    reason: null,
    sources: [],
  };
}

function context(more: Partial<SystemContext>): SystemContext {
  return {
    system: SYSTEM,
    year: 2021,
    municipality: 'Округ',
    organisations: [
      { code: '990101', name: 'Школа', kind: 'school' },
      { code: '990201', name: 'Сад', kind: 'preschool' },
      { code: '990301', name: 'Не спрошен', kind: 'preschool' },
    ] as SystemContext['organisations'],
    answers: [],
    courses: [],
    years: [2020, 2021],
    parameters: [],
    recommendations: [],
    measures: [],
    remedy: () => '',
    ...more,
  };
}

describe('the map of organisations and indicators', () => {
  test('tells have, partly, lack, and not applicable; those who were asked nothing are not on it', () => {
    const [map] = organisationMaps(
      context({
        answers: [
          answer(FIRST!.id, '990101', 'computed'),
          answer(SECOND!.id, '990101', 'incomplete'),
          answer(FIRST!.id, '990201', 'no-data'),
        ],
      }),
    );
    expect(map!.table.columns.map(({ title }) => title)).toEqual(['Код ОО', 'Организация', '1', '2']);
    expect(map!.table.rows).toEqual([
      { code: '990101', name: 'Школа', [FIRST!.id]: 'вычислен', [SECOND!.id]: 'данные неполные' },
      { code: '990201', name: 'Сад', [FIRST!.id]: 'нет данных', [SECOND!.id]: 'не применяется' },
    ]);
    expect(map!.table.columns.at(-1)!.signs).toEqual({
      вычислен: '+',
      'данные неполные': '±',
      'нет данных': '−',
      'не применяется': '×',
    });
    expect(map!.charts![0]!.description).toContain('Ответов организаций 3, из них без данных 1.');
  });

  test('is not there where no indicator is asked of organisations', () => {
    expect(organisationMaps(context({ answers: [answer(FIRST!.id, 'municipality', 'computed')] }))).toEqual(
      [],
    );
  });
});

describe('the map of systems and years', () => {
  const state = (...statuses: (AnswerStatus | undefined)[]) => {
    const courses = statuses.map((status, index) => {
      const own = answer(SYSTEM.indicators[index]!.id, 'municipality', 'computed');
      return { answer: own, years: status ? [{ year: 2020, answer: { ...own, status } }] : [] };
    });
    return yearsMap([context({ courses })]).table.rows[0]!.y2020;
  };

  test('a year is full only where every indicator that applies is computed from full data', () => {
    expect(state('computed', 'computed')).toBe('полные');
    expect(state('computed', 'not-applicable')).toBe('полные');
    expect(state('computed', 'incomplete')).toBe('неполные');
    expect(state('computed', 'no-data')).toBe('неполные');
    expect(state('computed', undefined)).toBe('неполные');
  });

  test('a year without any data says so, and one to which nothing applies is no gap', () => {
    expect(state('no-data', 'not-applicable')).toBe('нет данных');
    expect(state(undefined, undefined)).toBe('нет данных');
    expect(state('not-applicable')).toBe('не применяется');
  });
});
