import { expect, test } from 'vitest';
import { byDataOf, KINDERGARTENS, ORGANISATIONS, SCHOOLS } from '../../../src/reports/prose/suppliers.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, 0, 'ни от одной организации данных не требовалось'],
  [0, 1, 'единственная школа не представила данных'],
  [0, 5, 'ни одна из 5 школ не представила данных'],
  [0, 21, 'ни одна из 21 школы не представила данных'],
  [1, 1, 'по данным единственной школы'],
  [1, 15, 'по данным 1 школы из 15'],
  [2, 15, 'по данным 2 школ из 15'],
  [5, 15, 'по данным 5 школ из 15'],
  [11, 15, 'по данным 11 школ из 15'],
  [15, 15, 'по данным всех 15 школ'],
  [21, 40, 'по данным 21 школы из 40'],
  [21, 21, 'по данным всех 21 школы'],
  [101, 102, 'по данным 101 школы из 102'],
])('%d of %d schools: %s', (supplied, asked, text) => {
  expect(spaced(byDataOf(supplied, asked, SCHOOLS).text)).toBe(text);
});

test('other organisations have their own gender', () => {
  expect(spaced(byDataOf(0, 3, KINDERGARTENS).text)).toBe('ни один из 3 детских садов не представил данных');
  expect(spaced(byDataOf(1, 1, KINDERGARTENS).text)).toBe('по данным единственного детского сада');
  expect(spaced(byDataOf(0, 1, KINDERGARTENS).text)).toBe('единственный детский сад не представил данных');
  expect(spaced(byDataOf(1, 2, ORGANISATIONS).text)).toBe('по данным 1 организации из 2');
});

test('the numbers of a sentence are those of the data', () => {
  expect(byDataOf(12, 15, SCHOOLS).numbers.map(({ value }) => value)).toEqual([12, 15]);
});
