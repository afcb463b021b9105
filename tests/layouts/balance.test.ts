import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIS_OKO_LAYOUTS } from '../../src/layouts/fis-oko/layouts.ts';
import type { Given, Layout } from '../../src/layouts/layout.ts';
import { VPR_LAYOUTS } from '../../src/layouts/vpr/layouts.ts';
import { readLayout } from '../support/read-layout.ts';
import { rowsOf, type Shown } from '../support/rows.ts';

/** A header that each layout takes for its own. */
const HEADERS: Record<string, Shown[]> = {
  'vpr-2020-participants': [
    'user',
    'code',
    'otc',
    'klass',
    'var-1',
    'sum',
    'a-1-grade',
    'a-2-grade',
    'Учебник',
  ],
  'vpr-2021-participants': [
    ...['логин школы', 'код обучающегося', 'отметка за предыдущую четверть/триместр', 'пол', 'вариант'],
    ...['всего баллов', 'балл за 1', 'балл за 2', 'Учебник'],
  ],
  'vpr-2022-protocol': [
    'Пользователь',
    'Дата загрузки',
    'Код',
    'Вариант',
    '1 (1б)',
    '2 (2б)',
    'Итого баллов',
  ],
  'vpr-collection-form': ['Код участника', 'Вариант', '1 (1б)', '2 (2б)', 'Итого баллов'],
  'fis-oko-marks': ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5],
  'fis-oko-journal-wide': [
    ...['Группы участников', 'Кол-во участников(всего)', 'Понизили Кол-во участников'],
    ...['Подтвердили Кол-во участников', 'Повысили Кол-во участников'],
  ],
  'fis-oko-journal-long': ['Группы участников', 'Кол-во участников', '%'],
  'fis-oko-primary-scores': ['Группы участников', 'Кол-во участников', 0, 1, 2, 3],
  'fis-oko-individual-results': [
    ...[
      'ОО',
      'Код участника',
      'Вариант',
      '1 (2б)',
      '2 (1б)',
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
  ],
  'regional-marks': ['Год', 'Класс', 'Предмет', 'Логин', 'Кол-во участников', 2, 3, 4, 5],
  'regional-primary-scores': ['Год', 'Класс', 'Предмет', 'Логин', 'Кол-во участников', 0, 1, 2],
  'bias-markers': ['Год', 'Логин', '4 РУ', '4 МА', 'Количество маркеров'],
  'fis-oko-unused': ['Группы участников', 'Кол-во участников', 1, 2, '5.1'],
};

/** Rows that each layout stores; some of their cells are replaced at random. */
const GOOD: Record<string, Shown[][]> = {
  'vpr-2020-participants': [['sch990001', 50001, '4', 'А', '1', 2, '1', '1', null]],
  'vpr-2021-participants': [['sch990001', '40001', '4', 'ж', '1', '2', '1', '1', null]],
  'vpr-2022-protocol': [['edu990001', '17.03.2022 18:28:07', 40001, 1, 1, 'X', 1]],
  'vpr-collection-form': [[40001, 1, 1, 2, 3]],
  'fis-oko-marks': [['МБОУ «СОШ»(edu990001)', null, 40, 10, 40, 30, 20]],
  'fis-oko-journal-wide': [['МБОУ «СОШ»(edu990001)', 40, 10, 20, 10]],
  'fis-oko-journal-long': [
    ['МБОУ «СОШ»(edu990001)'],
    ['Понизили', 1],
    ['Подтвердили', 2],
    ['Повысили', 3],
    ['Всего', 6],
  ],
  'fis-oko-primary-scores': [['МБОУ «СОШ»(edu990001)', 40, 10, 40, 50, null]],
  'fis-oko-individual-results': [
    ['МБОУ «СОШ»(edu990001) | Кол-во участников: 1'],
    ['edu990001', 40001, 1, 2, 1, 3, 4, 5],
  ],
  'regional-marks': [['2023', 4, 'Математика', 'edu990001', 40, 10, 40, 30, 20]],
  'regional-primary-scores': [['2023', 4, 'Математика', 'edu990001', 40, 10, 40, 50]],
  'bias-markers': [['2023', 'edu990001', null, 1, 1]],
  'fis-oko-unused': [['МБОУ «СОШ»(edu990001)', 40, 90, 80, 70]],
};

const cell: fc.Arbitrary<Shown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('edu990001', 'sch990002', 40001, '40002', '50001', 2023, '2024') },
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 3, '4', 5, 25, 50, 88, 'X', '12,5', -1, 1e9, 2.5) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['отсутствовал', 'нет', 'нет отметки', 'Вся выборка', 'Энская область', 'МБОУ «СОШ»(edu990001)'],
      ...['Понизили', 'Подтвердили', 'Повысили', 'Всего', 'Математика', 'МА', '17.03.2022 18:28:07'],
      ...['МБОУ «СОШ»(edu990001) | Кол-во участников: 2', 'Код участника', 'Группы участников'],
    ),
  },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.string(),
  fc.double(),
  fc.boolean(),
);
const spoiltRow = (good: readonly Shown[][]) =>
  fc
    .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat({ max: 10 }), cell), { maxLength: 3 }))
    .map(([row, changes]) => {
      const spoilt = [...row];
      for (const [column, value] of changes) spoilt[column] = value;
      return spoilt;
    });
const tableLike = (good: readonly Shown[][]) =>
  fc
    .array(
      fc.oneof(
        fc.constant(good),
        spoiltRow(good).map((row) => [row]),
        fc.array(cell, { maxLength: 11 }).map((row) => [row]),
      ),
      {
        maxLength: 25,
      },
    )
    .map((parts) => parts.flat());
const given: fc.Arbitrary<Given> = fc.record(
  {
    year: fc.constantFrom(2020, 2021, 2022),
    subject: fc.constantFrom('mathematics', 'russian', 'неизвестный'),
    grade: fc.integer({ min: 1, max: 11 }),
    school: fc.constantFrom('edu990001', '490101', ''),
  },
  { requiredKeys: [] },
);

const layouts: Layout[] = [...VPR_LAYOUTS, ...FIS_OKO_LAYOUTS];

describe('any table at all', () => {
  it('every layout has a header and rows here', () => {
    expect(layouts.map(({ id }) => id).sort()).toEqual(Object.keys(HEADERS).sort());
    expect(Object.keys(GOOD).sort()).toEqual(Object.keys(HEADERS).sort());
  });

  it.each(layouts.map((layout) => [layout.id, layout] as const))(
    '%s accounts for each row, stores only valid records, and never throws',
    (id, layout) => {
      fc.assert(
        fc.property(tableLike(GOOD[id]!), given, (body, options) => {
          const rows = rowsOf([HEADERS[id]!, ...body]);
          const preview = { fileName: '1.xlsx', sheetName: 'Лист1', sheetNames: ['Лист1'], rows };
          layout.recognise(preview);
          const outcome = readLayout(layout, rows, options);
          const { preamble, record, absent, service, rejected } = outcome.rows;
          expect(preamble + record + absent + service + rejected).toBe(rows.length);
          const at = new Set(Object.values(outcome.records).flatMap((list) => list.map((one) => one.at[1])));
          if (id !== 'fis-oko-journal-long') expect(at.size).toBe(record);
          else expect(at.size).toBeLessThanOrEqual(record);
          if (rejected > 0) expect(outcome.issues.some(({ severity }) => severity === 'error')).toBe(true);
        }),
        { numRuns: 150 },
      );
    },
  );
});
