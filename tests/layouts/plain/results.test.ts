import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/layouts/layout.ts';
import { plainResults } from '../../../src/layouts/plain/results.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = [
  'Код ОО',
  'Год',
  'Процедура',
  'Предмет',
  'Класс',
  'Участник',
  'Первичный балл',
  'Тестовый балл',
  'Отметка',
  'Отметка по журналу',
];
const row = (changes: Record<string, Shown> = {}): Shown[] => {
  const values: Record<string, Shown> = {
    'Код ОО': '490101',
    Год: 2021,
    Процедура: 'ВПР',
    Предмет: 'Русский язык',
    Класс: '4',
    Участник: '40001',
    'Первичный балл': 25,
    'Тестовый балл': null,
    Отметка: 4,
    'Отметка по журналу': 4,
    ...changes,
  };
  return HEADER.map((header) => values[header]);
};
const read = (rows: Shown[][], given: Given = {}) =>
  readLayout(plainResults, rowsOf([HEADER, ...rows]), given);
const one = (changes: Record<string, Shown> = {}, given: Given = {}) =>
  read([row(changes)], given).records.results?.[0];
const codes = (changes: Record<string, Shown>, given: Given = {}) =>
  read([row(changes)], given).issues.map(({ code }) => code);

describe('the plain table of results', () => {
  it('gives a result a row', () => {
    expect(one()).toMatchObject({
      year: 2021,
      procedure: 'vpr',
      subject: 'russian',
      grade: 4,
      school: '490101',
      primaryScore: 25,
      mark: 4,
      journalMark: 4,
      status: 'valid',
    });
  });

  it('knows procedures by their Russian and English names', () => {
    for (const [text, procedure] of [
      ['ОГЭ', 'oge'],
      ['ege', 'ege'],
      ['ГВЭ-9', 'gve9'],
      ['гвэ 11', 'gve11'],
      ['Нико', 'niko'],
      ['РМ ИУД', 'monitoring'],
    ]) {
      expect(one({ Процедура: text })?.procedure).toBe(procedure);
    }
    expect(codes({ Процедура: 'контрольная' })).toEqual(['unknown-procedure']);
  });

  it('knows subjects by title, short code and id, and takes mathematics of ЕГЭ for the profile paper', () => {
    expect(one({ Предмет: 'МА' })?.subject).toBe('mathematics');
    expect(one({ Предмет: 'mathematics-base', Процедура: 'ЕГЭ' })?.subject).toBe('mathematics-base');
    expect(one({ Предмет: 'Математика', Процедура: 'ЕГЭ' })?.subject).toBe('mathematics-profile');
    expect(one({ Предмет: 'Математика', Процедура: 'ОГЭ' })?.subject).toBe('mathematics');
    expect(codes({ Предмет: 'Черчение' })).toEqual(['unknown-subject']);
  });

  it('needs the grade where the procedure has grades, and leaves it out where it has none', () => {
    expect(one({ Класс: '4 «Б»' })).toMatchObject({ grade: 4, class: '4 «Б»' });
    expect(codes({ Класс: null })).toEqual(['missing-grade']);
    expect(one({ Класс: null }, { grade: 5 })?.grade).toBe(5);
    expect(one({ Процедура: 'ОГЭ', Класс: '9А' })).not.toHaveProperty('grade');
    expect(one({ Процедура: 'ОГЭ', Класс: null })).toMatchObject({ procedure: 'oge' });
  });

  it('reads years of both kinds', () => {
    expect(one({ Год: '2020/21' })?.year).toBe(2021);
    expect(one({ Год: null }, { year: 2019 })?.year).toBe(2019);
    expect(codes({ Год: null })).toEqual(['year-unknown']);
  });

  it('knows a participant within school, year and procedure', () => {
    const { participant } = one();
    expect(one({ Предмет: 'Математика' })?.participant).toBe(participant);
    expect(one({ 'Код ОО': '490102' })?.participant).not.toBe(participant);
    expect(one({ Год: 2020 })?.participant).not.toBe(participant);
    expect(one({ Процедура: 'НИКО' })?.participant).not.toBe(participant);
    expect(codes({ Участник: null })).toEqual(['missing-participant']);
  });

  it('counts who was absent, in any score column', () => {
    expect(
      read([
        row({ 'Первичный балл': 'отсутствовал' }),
        row({ Отметка: 'неявка' }),
        row({ 'Тестовый балл': 'Не явился' }),
      ]).rows.absent,
    ).toBe(3);
  });

  it('keeps a participant without score or mark, and says so', () => {
    const outcome = read([row({ 'Первичный балл': null, Отметка: '-' })]);
    expect(outcome.records.results?.[0]).toMatchObject({ status: 'no-result' });
    expect(outcome.issues).toMatchObject([{ severity: 'warning', code: 'no-result', row: 2 }]);
    expect(one({ 'Первичный балл': 0, Отметка: null })).toMatchObject({ status: 'valid', primaryScore: 0 });
  });

  it('refuses scores and marks that do not exist', () => {
    expect(codes({ 'Первичный балл': 'x1' })).toEqual(['not-a-score']);
    expect(codes({ 'Тестовый балл': 101 })).toEqual(['not-a-score']);
    expect(codes({ Отметка: 6 })).toEqual(['mark-unknown']);
    expect(codes({ 'Код ОО': null })).toEqual(['missing-school']);
  });

  it('stores a journal mark that does not exist as none, with a warning', () => {
    expect(one({ 'Отметка по журналу': 'н/а' })?.journalMark).toBeNull();
    expect(codes({ 'Отметка по журналу': 'н/а' })).toEqual([]);
    expect(one({ 'Отметка по журналу': 1 })?.journalMark).toBeNull();
    expect(codes({ 'Отметка по журналу': 1 })).toEqual(['journal-mark-unknown']);
    expect(one({ 'Отметка по журналу': null })).not.toHaveProperty('journalMark');
  });

  it('warns of a row that is wider than the header', () => {
    expect(read([[...row(), 'ещё']]).issues).toMatchObject([
      { severity: 'warning', code: 'row-wider-than-header', column: 10 },
    ]);
  });

  it('takes columns in any order, below a title', () => {
    const order = [...HEADER].reverse();
    const rows = rowsOf([['Результаты за 2021 год'], order, [...row()].reverse()]);
    expect(readLayout(plainResults, rows)).toMatchObject({ rows: { preamble: 2, record: 1 }, issues: [] });
  });

  it('balances whatever stands in the cells, and shows no participant', () => {
    const cell = fc.oneof(
      fc.constantFrom<Shown>(null, '', '-', 2021, 4, 'ВПР', 'Русский язык', 'неявка', '5 %'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { maxLength: 6 }), (rows) => {
        const body = rows.map((cells) => cells.map((value, index) => (index === 5 ? 'Выдумкина А.' : value)));
        const outcome = read(body);
        expect(outcome.rows.record + outcome.rows.absent + outcome.rows.service + outcome.rows.rejected).toBe(
          body.length,
        );
        expect(outcome.records.results?.length ?? 0).toBe(outcome.rows.record);
        expect(JSON.stringify([outcome.records, outcome.issues])).not.toContain('Выдумкина');
      }),
    );
  });
});
