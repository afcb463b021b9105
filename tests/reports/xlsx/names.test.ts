import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerNames, sheetNames, tableNames } from '../../../src/reports/xlsx/names.ts';

test('sheet names lose what a workbook forbids and are told apart', () => {
  expect(sheetNames(['1/2: [итоги]?', "Школа 'А'", '', 'Итоги', 'ИТОГИ'])).toEqual([
    '1 2 итоги',
    'Школа ’А’',
    'Лист',
    'Итоги',
    'ИТОГИ (2)',
  ]);
});

test('long sheet names are shortened and stay different', () => {
  const names = sheetNames([
    'Очень длинное название листа с результатами',
    'Очень длинное название листа с результатами 2',
  ]);
  expect(names).toEqual(['Очень длинное название листа с…', 'Очень длинное название лис… (2)']);
});

test('any names become valid and unique', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 })), (wanted) => {
      const sheets = sheetNames(wanted);
      expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of sheets) {
        expect(name).toMatch(/^[^*?:\\/[\]']{1,31}$/u);
        expect(name.trim()).not.toBe('');
      }
      const tables = tableNames(wanted);
      expect(new Set(tables.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of tables) expect(name).toMatch(/^table_[\p{L}\p{N}_]*$/u);
      const headers = headerNames(wanted);
      expect(new Set(headers.map((name) => name.toLowerCase())).size).toBe(wanted.length);
    }),
  );
});
