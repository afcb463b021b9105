import { expect, test } from 'vitest';
import {
  indicesTable,
  objectivityTable,
  schoolFindings,
  schoolSignsTable,
} from '../../../src/reports/objectivity/terminal.ts';
import { renderTable } from '../../../src/reports/terminal/table.ts';
import { OBJECTIVITY } from '../objectivity-sample.ts';

const VIEW = { width: 80, colour: false };
const LISTED = OBJECTIVITY.schools[1]!;

test('all tables stand as tables in 80 characters', () => {
  for (const table of [objectivityTable(OBJECTIVITY), schoolSignsTable(LISTED), indicesTable(OBJECTIVITY)]) {
    const lines = renderTable(table, VIEW).split('\n');
    expect(lines[0]).toMatch(/^┌/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  }
});

test('a school names its flagged papers with their signs', () => {
  expect(objectivityTable(OBJECTIVITY).rows[2]).toMatchObject({
    school: '990103',
    index: 1,
    papers: 5,
    flagged: 'ВПР · История, 5 класс: B8',
  });
});

test('a school without papers has no index, not nought', () => {
  const none = { school: '990199', name: 'Школа', externalIndex: 0, papers: 0, signs: [] };
  expect(objectivityTable({ ...OBJECTIVITY, schools: [none] }).rows[0]).toMatchObject({ index: '—' });
});

test('signs that could not be assessed are dashes, never «нет»', () => {
  const [first] = schoolSignsTable(LISTED, (paper) => paper).rows;
  expect(first).toMatchObject({
    paper: 'vpr-4-mathematics',
    B1: 'да',
    B2: 'да',
    B3: '—',
    B6: 'нет',
    flagged: 'отмечена',
  });
});

test('findings begin with the strongest sign of each flagged paper', () => {
  const lines = schoolFindings(LISTED);
  expect(lines[0]).toBe('ВПР · Математика, 4 класс — отмечена: несколько признаков.');
  expect(lines[1]).toMatch(/^ {2}B1 средний балл выше региона: средний балл 17,02/);
});

test('an index that cannot be computed is a dash', () => {
  const rows = indicesTable(OBJECTIVITY).rows;
  expect(rows.find(({ index }) => String(index).includes('Право'))!.value).toBe('—');
  expect(rows.find(({ index }) => index === 'Участники ВПР в зоне риска')).toMatchObject({
    part: 164,
    whole: 1602,
  });
});
