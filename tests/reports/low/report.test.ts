import { expect, test } from 'vitest';
import { lowReport } from '../../../src/reports/low/report.ts';
import { numberList } from '../../../src/reports/low/words.ts';
import type { ReportSheet } from '../../../src/reports/report.ts';
import { workbookWidths } from '../../../src/reports/xlsx/widths.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../sample.ts';

const REPORT = lowReport(RISK_SCHOOLS, LOW_CONTEXT);

function sheetOf(name: string): ReportSheet {
  return REPORT.sheets.find((sheet) => sheet.name === name)!;
}

test('the cover says that verdicts are literal, that certainty never changes them, and when this year counts', () => {
  const text = REPORT.summary.join(' ');
  expect(text).toContain('Вывод буквален');
  expect(text).toContain('никогда его не меняет');
  expect(text).toContain('Результаты самого 2020/21 учебного года войдут в идентификацию 2021/22 года');
});

test('the cover counts schools in the right grammatical form and names what is undecided', () => {
  expect(REPORT.summary[0]!.replaceAll('\u00a0', ' ')).toContain(
    'Хотя бы в одной категории — 3 школы из 5 (60,0 %)',
  );
  expect(REPORT.summary[1]!.replaceAll('\u00a0', ' ')).toContain(
    'Для 1 школы данных недостаточно; когда они появятся, доля может вырасти до 80,0 %',
  );
});

test('replaced parameters are named on the cover and marked on their sheet', () => {
  expect(REPORT.facts).toContainEqual({
    name: 'Параметры',
    value: 'Заменено в msoko.json: 1 — см. лист «Параметры»',
  });
  expect(sheetOf('Параметры').table.rows.map((row) => row.origin)).toEqual(['по умолчанию', 'заменено']);
});

test('the totals add up to the number of schools in every category', () => {
  for (const row of sheetOf('Итоги').table.rows) {
    expect(Number(row.yes) + Number(row.no) + Number(row.insufficient)).toBe(row.schools);
  }
});

test('the matrices in words have a column for each of the 22 criteria and a word in each cell, or a share where there is no threshold', () => {
  const matrices = REPORT.sheets.filter(({ name }) => name.startsWith('Матрица критериев ('));
  const columns = matrices.flatMap(({ table }) => table.columns.filter(({ key }) => key.startsWith('low.')));
  expect(columns).toHaveLength(22);
  for (const { table } of matrices) {
    for (const row of table.rows) {
      for (const { key } of table.columns.filter(({ type }) => type !== 'share')) {
        expect(typeof row[key]).toBe('string');
      }
    }
  }
});

test('the matrix in signs holds the words of the other two, each with a sign of its own', () => {
  const { table, charts, notes, lead } = sheetOf('Матрица критериев');
  const signs = table.columns.find(({ type }) => type === 'mark')!.signs!;
  expect(new Set(Object.values(signs)).size).toBe(Object.keys(signs).length);
  for (const [word, sign] of Object.entries(signs)) expect(lead).toContain(`${sign}\u00a0— ${word}`);
  const criteria = table.columns.filter(({ type }) => type === 'mark');
  expect(criteria.map(({ title }) => title)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...[14, 15, 16, 17, 18, 19, 20, 21, 22]].map(String),
  );
  for (const { title } of criteria) expect(notes![0]).toContain(` ${title} — `);
  const words = ['Матрица критериев (результаты)', 'Матрица критериев (условия)'].map(
    (name) => sheetOf(name).table.rows,
  );
  table.rows.forEach((row, index) => {
    for (const { key } of criteria) {
      expect(Object.keys(signs)).toContain(row[key]);
      expect(row[key]).toBe(words.map((rows) => rows[index]![key]).find((word) => word !== undefined));
    }
  });
  expect(charts!.map(({ kind, series }) => [kind, series.length])).toEqual([['matrix', criteria.length]]);
});

test('the evidence holds every year of each met criterion, and tells absent from not counted', () => {
  const rows = sheetOf('Основания').table.rows;
  const oge = rows.filter((row) => row.school === '990102' && row.criterion === '6. ОГЭ «Математика»');
  expect(oge.map((row) => [row.year, row.verdict, row.participants, row.share])).toEqual([
    [2018, 'выполнен', 24, 0.375],
    [2019, 'выполнен', 25, 0.36],
    [2020, 'нет данных', null, null],
  ]);
  expect(oge[1]!.branches).toBe('доля не ниже порога; нет высоких результатов');
  const offences = rows.find((row) => row.criterion === '21. Правонарушения')!;
  expect(offences).toMatchObject({ low: 3, share: '—', top: '—', branches: 'пороговое условие выполнено' });
});

test('a criterion on several papers shows each of them', () => {
  const rows = sheetOf('Основания').table.rows.filter((row) => String(row.criterion).startsWith('8. '));
  expect(rows.map((row) => `${row.year} ${row.criterion}`)).toEqual([
    '2019 8. Русский язык, 5 класс',
    '2019 8. Математика, 6 класс',
    '2020 8. Русский язык, 5 класс',
    '2020 8. Математика, 6 класс',
  ]);
  expect(rows[0]!.note).toBe('год в целом: выполнен');
});

test('the dynamics of the municipality sum counts over schools and leave a year without data open', () => {
  const rows = sheetOf('Динамика ОГЭ').table.rows;
  const lines = LOW_CONTEXT.dynamics.filter(
    (line) => line.paper === 'ОГЭ · Математика' && line.year === 2019,
  );
  const low = lines.reduce((sum, line) => sum + line.low!, 0);
  const all = lines.reduce((sum, line) => sum + line.participants!, 0);
  expect(rows.find((row) => row.year === 2019)!.paper2).toBe(low / all);
  expect(rows.find((row) => row.year === 2020)!.paper2).toBeNull();
});

test('a municipality without schools and results still has a report that says so', () => {
  const empty = lowReport(
    {
      ...RISK_SCHOOLS,
      schools: [],
      summary: {
        schools: 0,
        lowResults: 0,
        adverseConditions: 0,
        riskZone: 0,
        any: 0,
        share: null,
        undecided: 0,
      },
    },
    { ...LOW_CONTEXT, dynamics: [], completeness: [], indicators: [] },
  );
  expect(empty.summary[0]).toBe('В отчёте нет ни одной школы.');
  expect(empty.sheets.find(({ name }) => name === 'Динамика')!.table.empty).toContain('загрузите');
});

test('the summary names deciding criteria by number, so that a school keeps to a line or two', () => {
  const rows = sheetOf('Сводка по школам').table.rows;
  expect(rows.map((row) => row.lowResultsBecause)).toEqual(['—', '2, 6, 8', '1', '—', '—']);
  expect(rows.map((row) => row.adverseConditionsBecause)).toEqual(['—', '—', '14, 18, 21', '—', '15, 17']);
  expect(sheetOf('Сводка по школам').notes!.join(' ')).toContain('10 — Рейтинг эффективности');
});

test('numbers of criteria are joined to a range from three on', () => {
  expect(numberList([1, 2, 4, 5, 6, 7, 8, 10])).toBe('1, 2, 4–8, 10');
  expect(numberList([])).toBe('');
});

test('each sheet prints at seven points or more on a page of A4 across', () => {
  const unit = 5.25;
  const page = 842 - 2 * 0.4 * 72;
  for (const { name, table } of REPORT.sheets) {
    const width = workbookWidths(table).reduce((sum, each) => sum + each, 0) * unit;
    expect([name, Math.min(10, (10 * page) / width) >= 7]).toEqual([name, true]);
  }
});
