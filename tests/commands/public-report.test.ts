import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { place } from '../support/place.ts';

const ROSTER =
  'Код ОО;Наименование;Вид\n990101;МБОУ «СОШ № 1»;школа\n990102;Детский сад «Ёлочка»;детский сад\n';
const REPORT = ['report', '--format', 'docx', '--year', '2021'];

test('the public report of a year has a chapter for each system, with the analyst’s words, written the same twice', async () => {
  const at = place({ municipality: 'Приозёрный округ' });
  await at.take('реестр.csv', ROSTER);
  const first = await at.run(REPORT);
  expect([first.exit, first.err]).toEqual([0, expect.stringContaining('«texts» (создано файлов: 12)')]);
  writeFileSync(join(at.directory, 'texts', '1.2.md'), '## Выводы\n\nСвой вывод.\n');

  const file = join(at.directory, 'reports', 'msoko-2021.docx');
  expect((await at.run([...REPORT, '--json'])).json()).toEqual({
    command: 'report',
    year: 2021,
    files: [{ format: 'docx', file }],
  });
  const bytes = readFileSync(file);
  expect((await at.run(REPORT)).err).toBe('');
  expect(readFileSync(file).equals(bytes)).toBe(true);

  const text = (await mammoth.extractRawText({ buffer: bytes })).value.replaceAll('\u00a0', ' ');
  for (const system of ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1']) {
    expect(text).toMatch(new RegExp(`\\n${system.replace('.', '\\.')}\\. `));
  }
  expect(text).toContain('Свой вывод.');
  expect(text).toContain('Приозёрный округ');
  expect(text).toContain('реестр.csv');
}, 600_000);

test('the public report is one for all sections', async () => {
  const at = place();
  const { exit, err } = await at.run(['report', '1.2', '--format', 'docx', '--year', '2021']);
  expect([exit, err]).toEqual([2, expect.stringContaining('один по всем разделам')]);
});

test('schools are called by numbers in a public report alone', async () => {
  const at = place();
  const { exit, err } = await at.run(['report', '1.2', '--year', '2021', '--schools', 'coded']);
  expect([exit, err]).toEqual([2, expect.stringContaining('Добавьте --public')]);
});

test('a public report is not written for one municipality of a region: with the region’s it would tell what is hidden', async () => {
  const at = place();
  const { exit, err } = await at.run([
    ...['report', '1.2', '--year', '2021', '--public'],
    ...['--municipality', 'Ивовский район'],
  ]);
  expect([exit, err]).toEqual([2, expect.stringContaining('по всему рабочему каталогу')]);
});

test('a public workbook says what is hidden and has no sheet of single schools’ values', async () => {
  const at = place({ municipality: 'Приозёрный округ' });
  await at.take('реестр.csv', ROSTER);
  const { exit, out } = await at.run(['report', '1.3', '--year', '2021', '--public']);
  expect([exit, out]).toEqual([0, expect.stringContaining('msoko-1.3-2021-public.xlsx')]);
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  await workbook.xlsx.readFile(join(at.directory, 'reports', 'msoko-1.3-2021-public.xlsx'));
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names).toContain('Что скрыто');
  expect(names).not.toContain('По организациям');
}, 600_000);
