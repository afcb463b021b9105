import { expect, test } from 'vitest';
import { riskSchoolsTable, schoolCriteriaTable } from '../../../src/reports/low/terminal.ts';
import type { ReportTable } from '../../../src/reports/report.ts';
import { renderTable } from '../../../src/reports/terminal/table.ts';
import { CRITERIA, RISK_SCHOOLS } from '../sample.ts';

const NUMBERS: ReportTable = {
  id: 't',
  empty: 'Пусто: загрузите данные.',
  columns: [
    { key: 'school', title: 'Школа', type: 'text' },
    { key: 'pupils', title: 'Участников', type: 'integer' },
    { key: 'share', title: 'Доля', type: 'share' },
  ],
  rows: [
    { school: 'Лесная', pupils: 1200, share: 0.25 },
    { school: 'Дальняя', pupils: null, share: null },
  ],
};

test('numbers are Russian and stand at the right, no data is said in words', () => {
  expect(renderTable(NUMBERS, { width: 80, colour: false }).split('\n')).toEqual([
    '┌─────────┬────────────┬────────────┐',
    '│ Школа   │ Участников │       Доля │',
    '├─────────┼────────────┼────────────┤',
    '│ Лесная  │      1\u00a0200 │     25,0\u00a0% │',
    '│ Дальняя │ нет данных │ нет данных │',
    '└─────────┴────────────┴────────────┘',
  ]);
});

test.each([120, 80, 60, 40, 20])('no line is wider than a terminal of %i characters', (width) => {
  const school = RISK_SCHOOLS.schools[1]!;
  for (const table of [riskSchoolsTable(RISK_SCHOOLS), schoolCriteriaTable(school, CRITERIA)]) {
    for (const line of renderTable(table, { width, colour: false }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(width);
    }
  }
});

test('the list of schools is still a table at 80 characters, and blocks at 40', () => {
  expect(renderTable(riskSchoolsTable(RISK_SCHOOLS), { width: 80, colour: false })).toContain('┌');
  const narrow = renderTable(riskSchoolsTable(RISK_SCHOOLS), { width: 40, colour: false });
  expect(narrow).not.toContain('┌');
  expect(narrow).toContain('Зона риска: недостаточно данных');
});

test('colour is there only when asked for, and takes nothing away from the words', () => {
  const table = riskSchoolsTable(RISK_SCHOOLS);
  const plain = renderTable(table, { width: 100, colour: false });
  const coloured = renderTable(table, { width: 100, colour: true });
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('a name from a file cannot steer the terminal', () => {
  const hostile = { ...NUMBERS, rows: [{ school: '\u001b[2J\u0007Лесная', pupils: 1, share: 1 }] };
  expect(renderTable(hostile, { width: 80, colour: false })).not.toMatch(/[\u001b\u0007]/);
});

test('a table without rows says what to do', () => {
  expect(renderTable({ ...NUMBERS, rows: [] }, { width: 80, colour: false })).toBe(
    'Пусто: загрузите данные.',
  );
});

test('the years of a criterion are shown with their counts, and absent years in words', () => {
  const table = schoolCriteriaTable(RISK_SCHOOLS.schools[1]!, CRITERIA);
  const oge = table.rows.find((row) => row.title === 'ОГЭ «Математика»')!;
  expect(String(oge.years).replaceAll('\u00a0', ' ')).toBe(
    '2018: 37,5 % (9 из 24); 2019: 36,0 % (9 из 25); 2020: не проводился',
  );
});
