import { describe, expect, it } from 'vitest';
import { collectionForm } from '../../../src/layouts/forms/collection-form.ts';
import { identityText, ROW_KEYS } from '../../../src/layouts/forms/identity.ts';
import type { Given } from '../../../src/layouts/layout.ts';
import { LAYOUTS } from '../../../src/layouts/registry.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const identity = { version: 1, system: '2.4', year: 2021, school: '990101' };
const line = (text: Shown, key: string | null): Shown[] => [text, null, null, null, null, null, key];
const asked = (answer: Shown, key: string | null): Shown[] => [1, 'Вопрос', answer, 'чел.', '✔', null, key];

interface Changes {
  marker?: string;
  year?: string;
  code?: string;
  header?: string;
}

/** A form as its rows are, with the given answers. */
const form = (answers: Readonly<Record<string, Shown>>, changes: Changes = {}): Shown[][] => [
  line('Форма сбора показателей', changes.marker ?? identityText(identity)),
  line(`Учебный год: ${changes.year ?? '2020/21'}`, ROW_KEYS.year),
  line('Организация: МБОУ «СОШ № 1»', ROW_KEYS.name),
  line(`Код организации: ${changes.code ?? '990101'}`, ROW_KEYS.code),
  line('Впишите ответы в жёлтые ячейки.', null),
  ['№', 'Вопрос', changes.header ?? 'Ответ', 'Единица', 'Проверка', null, ROW_KEYS.header],
  ...Object.entries(answers).map(([key, answer]) => asked(answer, key)),
];
const read = (table: readonly (readonly Shown[])[], given: Given = {}) =>
  readLayout(collectionForm, rowsOf(table), given);
const values = (table: readonly (readonly Shown[])[]) =>
  Object.values(read(table).records)
    .flat()
    .map(({ variable, breakdown, value }) => [breakdown ? `${variable}/${breakdown}` : variable, value]);

describe('a filled form', () => {
  it('gives what it answers; what stands empty is no data, and never zero', () => {
    const { records, issues, rows, schools } = read(
      form({
        'pedagogical-workers': 48,
        'young-teachers': 0,
        'young-teachers-covered': null,
        'mentoring-programme': 'да',
      }),
    );
    expect(issues).toEqual([]);
    expect(records.observations).toMatchObject([
      {
        unit: 'school',
        code: '990101',
        year: 2021,
        variable: 'pedagogical-workers',
        value: 48,
        at: ['Лист1', 7],
      },
      { variable: 'young-teachers', value: 0 },
      { variable: 'mentoring-programme', value: 1 },
    ]);
    expect(rows).toMatchObject({ preamble: 6, service: 4 });
    expect(schools).toEqual([{ by: 'code', key: '990101', name: 'МБОУ «СОШ № 1»' }]);
  });

  it('of the authority is about the municipality', () => {
    const marker = identityText({ version: 1, system: '2.4', year: 2021 });
    const { records } = read(form({ 'young-teacher-projects': 2 }, { marker }));
    expect(records.observations).toMatchObject([{ unit: 'municipality', code: 'municipality', value: 2 }]);
  });

  it('holds cuts beside their total', () => {
    expect(values(form({ teachers: 4, 'teachers/taught-subject:russian': 3 }))).toEqual([
      ['teachers', 4],
      ['teachers/taught-subject:russian', 3],
    ]);
  });

  it('may have blank rows and remarks below, of which remarks are told', () => {
    const { records, issues } = read([
      ...form({ 'pedagogical-workers': 48 }),
      [],
      [null, null, 'вернуть до пятницы'],
    ]);
    expect(records.observations).toHaveLength(1);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'row-added', row: 9 }]);
  });

  it('is recognised by its mark alone', () => {
    const preview = {
      fileName: 'копия.xlsx',
      sheetName: 'Лист1',
      sheetNames: ['Лист1'],
      rows: rowsOf(form({})),
    };
    expect(LAYOUTS.filter((layout) => layout.recognise(preview)).map(({ id }) => id)).toEqual([
      'collection-form',
    ]);
  });
});

describe('a form that contradicts itself', () => {
  it('is told every contradiction, each at its cell', () => {
    const { issues } = read(
      form({
        'pedagogical-workers': 10,
        'young-teachers': 12,
        'young-teachers-covered': 13,
        'mentoring-participants': 11,
      }),
    );
    expect(issues.map(({ severity, code, row, column }) => [severity, code, row, column])).toEqual([
      ['error', 'part-above-whole', 8, 2],
      ['error', 'part-above-whole', 9, 2],
      ['error', 'part-above-whole', 10, 2],
    ]);
    expect(issues[0]?.message).toContain('«Молодые педагоги, всего» — 12 (C8)');
    expect(issues[0]?.message).toContain('«Педагогические работники, всего» — 10 (C7)');
  });

  it('is told of texts in cells for numbers, without repeating them', () => {
    const { issues, rows } = read(form({ 'pedagogical-workers': 'Выдумкина Анна', 'young-teachers': '6,5' }));
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ['not-a-number', 7],
      ['not-a-count', 8],
    ]);
    expect(rows.rejected).toBe(2);
    expect(JSON.stringify(issues)).not.toContain('Выдумкина');
  });

  it.each<[string, Shown[][], Given, string]>([
    ['another year by the options', form({ 'pedagogical-workers': 1 }), { year: 2022 }, 'form-year-differs'],
    [
      'another school by the options',
      form({ 'pedagogical-workers': 1 }),
      { school: '990102' },
      'form-school-differs',
    ],
    [
      'another year on its face',
      form({ 'pedagogical-workers': 1 }, { year: '2021/22' }),
      {},
      'form-year-differs',
    ],
    [
      'another school on its face',
      form({ 'pedagogical-workers': 1 }, { code: '990102' }),
      {},
      'form-school-differs',
    ],
    [
      'a newer edition',
      form({ 'pedagogical-workers': 1 }, { marker: identityText({ ...identity, version: 2 }) }),
      {},
      'form-version',
    ],
    ['no answers', form({ 'pedagogical-workers': null, 'young-teachers': '-' }), {}, 'form-empty'],
    ['no column of answers', form({ 'pedagogical-workers': 1 }, { header: 'Число' }), {}, 'header-not-found'],
    ['a question that nobody knows', form({ 'pedagogical-workers': 1, unheard: 2 }), {}, 'unknown-question'],
  ])('is refused: %s', (_, table, given, code) => {
    const { issues } = read(table, given);
    expect(issues).toMatchObject([{ severity: 'error', code }]);
  });

  it('stores nothing where it is another year or school', () => {
    expect(read(form({ 'pedagogical-workers': 1 }), { year: 2022 }).records).toEqual({});
    expect(read(form({ 'pedagogical-workers': 1 }), { year: 2021, school: '990101' }).issues).toEqual([]);
  });
});
