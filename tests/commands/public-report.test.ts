import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { filesBelow, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

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

test('a public report names no school that is called by a number, and no file, whose name may name one', async () => {
  const at = place({ municipality: 'Приозёрный округ' });
  await at.take('реестр.csv', ROSTER);
  await at.take('СОШ № 1, 4А.csv', marks('990101', 2021, [2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5]));
  const { exit } = await at.run([
    ...['report', '--year', '2021', '--public', '--schools', 'coded', '--format', 'docx,html,xlsx'],
  ]);
  expect(exit).toBe(0);
  const files = filesBelow(join(at.directory, 'reports'));
  const document = await mammoth.extractRawText({ buffer: files.get('msoko-2021-public.docx')! });
  const words = document.value.replaceAll('\u00a0', ' ');
  const texts = [
    words,
    files.get('msoko-2021-public.html')!.toString(),
    ...[...files].flatMap(([name, bytes]) => (name.endsWith('.xlsx') ? [bookText(bytes)] : [])),
  ];
  expect(texts).toHaveLength(14);
  for (const text of texts) expect(text).not.toMatch(/СОШ № 1|Ёлочка|990101|990102/);
  expect(words).toContain('имена файлов не публикуются');
  expect(words).toContain('Таблица результатов');
}, 600_000);

/** All texts of a workbook, its parts unpacked. */
function bookText(bytes: Buffer): string {
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}
