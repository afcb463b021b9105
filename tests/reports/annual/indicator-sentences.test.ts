import { describe, expect, test } from 'vitest';
import type { AnnualIndicator } from '../../../src/reports/annual/annual.ts';
import {
  changeSentence,
  coverageSentences,
  valueSentence,
} from '../../../src/reports/annual/indicator-sentences.ts';
import { SCHOOLS } from '../../../src/reports/prose/suppliers.ts';

const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

const BASE: AnnualIndicator = {
  id: 'low.x',
  title: 'Доля школ зоны риска',
  clause: 'раздел 1.2, показатель 1',
  formula: 'школы зоны риска ÷ все школы',
  kind: 'share',
  direction: 'down',
  numerator: 3,
  denominator: 12,
  value: 0.25,
  previous: null,
  status: 'computed',
  reason: null,
  missing: [],
};

const indicator = (more: Partial<AnnualIndicator>): AnnualIndicator => ({ ...BASE, ...more });

describe('the value of an indicator in a sentence', () => {
  test.each<[Partial<AnnualIndicator>, string | undefined]>([
    [{}, 'Доля школ зоны риска: 25,0 % (3 из 12).'],
    [
      { asked: { count: 12, supplier: SCHOOLS } },
      'Доля школ зоны риска: 25,0 % (3 из 12), по данным всех 12 школ.',
    ],
    [
      { asked: { count: 15, supplier: SCHOOLS }, missing: ['Школа № 1'], status: 'incomplete' },
      'Доля школ зоны риска: 25,0 % (3 из 12), по данным 14 школ из 15. Нет сведений от 1 школы: Школа № 1.',
    ],
    [
      { asked: { count: 15, supplier: SCHOOLS }, withheld: { unnamed: 3 }, status: 'incomplete' },
      'Доля школ зоны риска: 25,0 % (3 из 12), по данным 12 школ из 15. Нет сведений от 3 школ.',
    ],
    [
      { missing: ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж'], status: 'incomplete' },
      'Доля школ зоны риска: 25,0 % (3 из 12). Нет сведений от 7 организаций, среди них А, Б, В, Г, Д и ещё 2.',
    ],
    [{ value: 0, numerator: 0 }, 'Доля школ зоны риска: 0,0 % (0 из 12).'],
    [{ value: null, numerator: null, denominator: null, status: 'no-data' }, undefined],
    [
      { title: 'Количество участников', kind: 'count', value: 1204, numerator: 1204, denominator: null },
      'Количество участников: 1 204.',
    ],
    [
      { title: 'Наличие учёта', kind: 'presence', value: 0, numerator: null, denominator: null },
      'Наличие учёта: нет.',
    ],
    [{ title: 'Перечень школ', kind: 'list' }, 'Перечень школ: 25,0 % (3 из 12).'],
    [{ title: 'Перечень школ', kind: 'list', value: 3, denominator: null }, 'Перечень школ: 3.'],
    [
      { title: 'Отношение', kind: 'ratio', value: 1.5, numerator: 3, denominator: 2 },
      'Отношение: 150,0 % (3 из 2).',
    ],
  ])('%j', (more, text) => {
    expect(spaced(valueSentence(indicator(more))?.text)).toBe(text);
  });

  test('carries the numbers that it states', () => {
    expect(valueSentence(BASE)!.numbers.map(({ value }) => value)).toEqual([0.25, 3, 12]);
  });
});

describe('the change of an indicator in a sentence', () => {
  const was = (value: number) => ({ year: 2020, value });
  test.each<[Partial<AnnualIndicator>, string | undefined]>([
    [
      { previous: was(0.218) },
      'Доля школ зоны риска: доля по сравнению с 2020 годом выросла на 3,2 процентного пункта — с 21,8 % до 25,0 %; это ухудшение.',
    ],
    [
      { previous: was(0.3) },
      'Доля школ зоны риска: доля по сравнению с 2020 годом снизилась на 5 процентных пунктов — с 30,0 % до 25,0 %; это улучшение.',
    ],
    [
      { previous: was(0.3), direction: 'neutral' },
      'Доля школ зоны риска: доля по сравнению с 2020 годом снизилась на 5 процентных пунктов — с 30,0 % до 25,0 %.',
    ],
    [
      { previous: was(0.3), status: 'incomplete' },
      'Доля школ зоны риска: доля по сравнению с 2020 годом снизилась на 5 процентных пунктов — с 30,0 % до 25,0 %; данные неполные, лучше стало или хуже — неизвестно.',
    ],
    [{ previous: was(0.25) }, 'Доля школ зоны риска: доля по сравнению с 2020 годом не изменилась — 25,0 %.'],
    [
      { previous: was(0.2496) },
      'Доля школ зоны риска: доля по сравнению с 2020 годом почти не изменилась — с 25,0 % до 25,0 %.',
    ],
    [{ previous: null }, undefined],
    [{ previous: was(0.2), value: null, status: 'no-data' }, undefined],
    [
      { title: 'Наличие учёта', kind: 'presence', value: 1, previous: was(0) },
      'Наличие учёта: в 2020 году — нет, в 2021 году — есть.',
    ],
  ])('%j', (more, text) => {
    expect(spaced(changeSentence(indicator(more), 2021)?.text)).toBe(text);
  });
});

test('what is known and what is not is counted, and nothing is counted twice', () => {
  const indicators = [
    indicator({}),
    indicator({ status: 'incomplete' }),
    indicator({ value: null, status: 'no-data' }),
    indicator({ value: null, status: 'no-data' }),
    indicator({ value: null, status: 'not-applicable' }),
  ];
  expect(coverageSentences(indicators).map(({ text }) => spaced(text))).toEqual([
    'По системе предусмотрено 5 показателей.',
    'Вычислено по полным данным: 1; вычислено по неполным данным: 1; без данных: 2; не применяется в этом году: 1.',
  ]);
  expect(coverageSentences([]).map(({ text }) => text)).toEqual([
    'Показатели по этой системе не переданы в отчёт.',
  ]);
});

test('what is hidden is counted apart from what has no data', () => {
  const indicators = [
    indicator({}),
    indicator({ value: null, withheld: { value: 'скрыто' } }),
    indicator({ value: null, status: 'no-data' }),
  ];
  expect(coverageSentences(indicators).map(({ text }) => spaced(text))).toEqual([
    'По системе предусмотрены 3 показателя.',
    'Вычислено по полным данным: 1; вычислено, но скрыто ради защиты сведений о людях: 1; без данных: 1.',
  ]);
});
