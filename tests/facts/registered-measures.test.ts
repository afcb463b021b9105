import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { registeredMeasures } from '../../src/facts/registered-measures.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { msoko } from '../support/msoko.ts';
import { roster, table } from '../support/plain-tables.ts';

const HEADER = 'Система;Вид;Название;Код ОО;Начало;Окончание;Адресат;Состояние';

let folder: string;
let clock: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'msoko-measures-'));
  clock = Date.UTC(2024, 0, 1);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function supply(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const options = { directory: folder, home: join(folder, 'home'), now: () => (clock += 1000) };
  const { exit, json } = await msoko(['import', name, '--json'], options);
  return { exit, file: json().files[0] };
}
const register = () => registeredMeasures(openWorkspace(folder));
const line = (kind: string, schools: string, from = '01.10.2020', title = 'Наставник') =>
  [kind.slice(0, 3), kind, title, schools, from, '', '', 'выполнена'] as const;

it('Rows that differ in their schools alone are one measure, and each row is remembered', async () => {
  await supply('реестр.csv', roster(['1', '', '', '', 'Школа 1', ''], ['2', '', '', '', 'Школа 2', '']));
  const { file } = await supply('меры.csv', table(HEADER, line('2.4-M2', '2'), line('2.4-M2', '1')));
  expect(file).toMatchObject({ layout: 'measures', status: 'imported', rows: 2, records: { measures: 2 } });
  expect(register()).toEqual([
    {
      ...{ year: 2021, system: '2.4', kind: '2.4-M2', title: 'Наставник', schools: ['1', '2'] },
      ...{ from: '2020-10-01', status: 'done' },
      sources: [{ import: file.import, file: 'меры.csv', kind: 'measures', sheet: '', rows: [2, 3] }],
    },
  ]);
});

it('A row for all schools makes the measure one for all', async () => {
  await supply('реестр.csv', roster(['1', '', '', '', 'Школа 1', '']));
  await supply('меры.csv', table(HEADER, line('2.4-M2', '1'), line('2.4-M2', '')));
  expect(register()).toMatchObject([{ schools: [] }]);
});

it('A later register of the same section and year stands for the earlier one, and leaves other years', async () => {
  await supply(
    '1.csv',
    table(HEADER, line('2.4-M2', ''), line('2.4-M1', '', '01.10.2019'), line('2.5-M1', '')),
  );
  await supply('2.csv', table(HEADER, line('2.4-D1', '', '10.10.2020', 'Подпрограмма')));
  expect(register().map(({ kind, year }) => [kind, year])).toEqual([
    ['2.4-M1', 2020],
    ['2.4-D1', 2021],
    ['2.5-M1', 2021],
  ]);
});

it('Schools stand under the codes of the roster as it is now', async () => {
  await supply('меры.csv', table(HEADER, line('2.4-M2', 'edu990101')));
  await supply('реестр.csv', roster(['990101', 'edu990101', '', '', 'Школа 1', '']));
  expect(register()).toMatchObject([{ schools: ['990101'] }]);
});

it('The same measure twice is refused', async () => {
  const { exit, file } = await supply('меры.csv', table(HEADER, line('2.4-M2', ''), line('2.4-M2', '')));
  expect(exit).toBe(1);
  expect(file).toMatchObject({ status: 'rejected', issues: [{ code: 'duplicate-row', row: 3 }] });
});
