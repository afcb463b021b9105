import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giaProtocol } from '../../../src/layouts/gia/protocol.ts';
import type { Given } from '../../../src/layouts/layout.ts';
import { medalCandidates } from '../../../src/layouts/plain/medal-candidates.ts';
import { plainResults } from '../../../src/layouts/plain/results.ts';
import { LAYOUTS } from '../../../src/layouts/registry.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { readFixture } from '../read-fixture.ts';

const HEADER = ['Код ОО', 'Год', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Степень', 'Статус'];
const ANNA: Record<string, Shown> = {
  ...{ 'Код ОО': '990101', Год: 2021, Фамилия: 'Выдумкина', Имя: 'Анна', Отчество: 'Олеговна' },
  ...{ 'Дата рождения': '05.03.2003', Степень: null, Статус: 'кандидат' },
};
const read = (table: readonly (readonly Shown[])[], given: Given = {}) =>
  readLayout(medalCandidates, rowsOf(table), given);
const row = (changes: Record<string, Shown> = {}): Shown[] => {
  const values = { ...ANNA, ...changes };
  return HEADER.map((header) => values[header]);
};
const outcome = (changes: Record<string, Shown>, given: Given = {}) => read([HEADER, row(changes)], given);
const one = (changes: Record<string, Shown> = {}, given: Given = {}) =>
  outcome(changes, given).records['medal-candidates']?.[0];

describe('the plain table of medal candidates', () => {
  it('gives a record a graduate, without a name', () => {
    expect(one()).toEqual({
      ...{ year: 2021, school: '990101', status: 'candidate', at: ['Лист1', 2] },
      ...{ participant: expect.any(String), person: expect.any(String) },
    });
  });

  it('reads degrees and statuses as people write them', () => {
    for (const text of ['1', 'I', 'первая', '1 степень', 'I степени', '1-я']) {
      expect(one({ Степень: text })?.degree, text).toBe(1);
    }
    for (const text of [2, 'II', 'вторая', 'II степени']) expect(one({ Степень: text })?.degree).toBe(2);
    expect(one({ Степень: '-' })).not.toHaveProperty('degree');
    for (const [status, texts] of Object.entries({
      candidate: ['кандидат', 'Претендент', 'candidate', '', '-'],
      awarded: ['Награждён', 'награждена', 'вручена', 'awarded'],
      refused: ['отказано', 'не награждена', 'не подтвердила', 'refused'],
    })) {
      for (const text of texts) expect(one({ Статус: text })?.status, text).toBe(status);
    }
  });

  it('takes year and school from the options where the table has no such column', () => {
    const table = [
      ['Год', 'Участник', 'Степень'],
      ['2020/21', 'у-17', 1],
    ];
    const { records } = read(table, { school: '990101' });
    expect(records['medal-candidates']).toMatchObject([{ school: '990101', year: 2021, degree: 1 }]);
    expect(one({ Год: null }, { year: 2022 })?.year).toBe(2022);
  });

  it.each<[string, Record<string, Shown>, string]>([
    ['no school', { 'Код ОО': null }, 'missing-school'],
    ['a year that is none', { Год: 'прошлый' }, 'year-unknown'],
    ['a third degree', { Степень: 3 }, 'degree-unknown'],
    ['a status that is none', { Статус: 'отличник' }, 'status-unknown'],
    ['nobody', { Фамилия: null, Имя: null, Отчество: null }, 'missing-participant'],
  ])('rejects a row with %s', (_, changes, code) => {
    const { issues, rows } = outcome({ 'Дата рождения': null, ...changes });
    expect(issues).toMatchObject([{ severity: 'error', code }]);
    expect(rows).toMatchObject({ record: 0, rejected: 1 });
  });

  it('tells namesakes apart by the birth date, and knows a graduate by a document above all', () => {
    expect(one({ 'Дата рождения': '06.03.2003' })?.participant).not.toBe(one()?.participant);
    expect(one({ 'Дата рождения': '2003-03-05' })?.participant).toBe(one()?.participant);
    const header = [...HEADER, 'Документ'];
    const [first, second] = read([
      header,
      [...row(), '9900 000001'],
      [...row({ Фамилия: 'Придумкина' }), '9900000001'],
    ]).records['medal-candidates']!;
    expect(first.participant).toBe(second.participant);
    expect(first.participant).toBe(first.document);
    expect(first.person).not.toBe(second.person);
  });

  it('has rows that balance and nothing personal in records and issues', () => {
    const cell = fc.constantFrom<Shown>(
      ...[null, '', '990101', 2021, 'кандидат', 'II', 'Выдумкина', 'Придумкин', '05.03.2003', '9900 000001'],
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: HEADER.length }), { maxLength: 8 }), (rows) => {
        // A person in «Код ОО» would be asked for as a school: the roster's matter.
        const table = [HEADER, ...rows.map(([, ...rest]) => ['990101', ...rest])];
        const { records, issues, rows: kinds } = read(table);
        expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(table.length);
        expect(kinds.record).toBe(records['medal-candidates']?.length ?? 0);
        expect(JSON.stringify([records, issues])).not.toMatch(/Выдумк|Придумк|05\.03|9900/);
      }),
    );
  });
});

describe('a medal candidate', () => {
  it('meets the same person of a protocol of ЕГЭ by the full name', () => {
    const { records } = readLayout(
      giaProtocol,
      rowsOf([
        ['01 - Русский язык 2021.06.03'],
        ['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Фамилия', 'Имя', 'Отчество', 'Первичный балл', 'Балл'],
        [1, '9101', '11А', '0102', 'ВЫДУМКИНА', 'Анна', 'Олеговна', 40, 70],
      ]),
      { procedure: 'ege' },
    );
    expect(records.results?.[0].person).toBe(one()?.person);
    expect(one({ Отчество: null })?.person).not.toBe(one()?.person);
  });

  it('meets the participant of a plain table of results by «Участник», a name or a code', () => {
    for (const participant of ['у-17', 'Выдумкина Анна Олеговна']) {
      const { records } = readLayout(
        plainResults,
        rowsOf([
          ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Участник', 'Тестовый балл'],
          ['990101', 2021, 'ЕГЭ', 'Русский язык', participant, 70],
        ]),
      );
      const candidates = read([
        ['Код ОО', 'Год', 'Участник', 'Степень'],
        ['990101', 2021, participant, 1],
      ]);
      expect(candidates.records['medal-candidates']?.[0].person).toBe(records.results?.[0].person);
    }
  });
});

describe('the fixture of medal candidates', () => {
  it('is told apart from every other table, and is read whole', async () => {
    const [sheet] = await readFixture('statistics/medal-candidates.csv', LAYOUTS);
    expect(sheet).toMatchObject({ layout: 'medal-candidates', issues: [], rows: { record: 3 } });
    expect(
      sheet!.records['medal-candidates']!.map(({ year, degree, status }) => [year, degree, status]),
    ).toEqual([
      [2021, undefined, 'candidate'],
      [2021, undefined, 'awarded'],
      [2024, 2, 'refused'],
    ]);
  });
});
