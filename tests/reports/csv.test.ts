import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/reports/csv.ts';
import type { ReportTable, ReportValue } from '../../src/reports/report.ts';

function tableOf(...rows: Record<string, ReportValue>[]): ReportTable {
  return {
    id: 't',
    empty: 'пусто',
    columns: [
      { key: 'code', title: 'Код ОО', type: 'text' },
      { key: 'name', title: 'Школа', type: 'text' },
      { key: 'share', title: 'Доля «2»', type: 'share' },
      { key: 'mean', title: 'Средняя', type: 'decimal' },
      { key: 'year', title: 'Год', type: 'year' },
    ],
    rows,
  };
}

test('a table becomes a file that a Russian spreadsheet opens: mark, semicolons, CRLF, commas', () => {
  const csv = writeCsv(tableOf({ code: '007', name: 'Лесная', share: 0.125, mean: 3.5, year: 2021 }));
  expect(csv).toBe('\ufeffКод ОО;Школа;Доля «2», %;Средняя;Год\r\n007;Лесная;12,5;3,5;2021\r\n');
});

test('no data is said in words, and zero stays zero', () => {
  const csv = writeCsv(tableOf({ code: '1', name: null, share: 0, mean: null, year: 2021 }));
  expect(csv.split('\r\n')[1]).toBe('1;нет данных;0;нет данных;2021');
});

test('a text that looks like a formula gets an apostrophe, a number does not', () => {
  const names = ['=1+1', '+7 900', '@SUM(A1)', '-x', ' \t=cmd', '-5', '＝1', 'обычная'];
  const csv = writeCsv(tableOf(...names.map((name) => ({ code: '1', name, share: -0.5, mean: 1, year: 1 }))));
  const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(data.slice(1).map((row) => row[1])).toEqual([
    "'=1+1",
    "'+7 900",
    "'@SUM(A1)",
    "'-x",
    "'  =cmd",
    '-5',
    "'＝1",
    'обычная',
  ]);
  expect(data[1]![2]).toBe('-50');
});

test('semicolons and quotes survive', () => {
  const csv = writeCsv(tableOf({ code: '1', name: 'а;"б"', share: 1, mean: 1, year: 1 }));
  const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: ';' });
  expect(data[1]![1]).toBe('а;"б"');
});
