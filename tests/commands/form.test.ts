import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/layouts/registry.ts';
import { readFixture } from '../layouts/read-fixture.ts';
import { type Place, place, storedRecords } from '../support/place.ts';
import { table, values } from '../support/plain-tables.ts';

const ROSTER = table(
  'Код ОО;Наименование;Логин ФИС ОКО;Вид',
  ['990101', 'МБОУ «СОШ № 1»', 'edu990101', 'школа'],
  ['990102', 'МБОУ «СОШ № 2»', 'edu990102', 'школа'],
  ['990201', 'МБДОУ «Ромашка»', null, 'детский сад'],
);

async function workspace(): Promise<Place> {
  const at = place({ municipality: 'Энский округ' });
  await at.take('roster.csv', ROSTER);
  return at;
}

/** Writes answers into a form as a spreadsheet does; returns the path of the new file. */
async function fill(
  at: Place,
  path: string,
  answers: Readonly<Record<string, number | string>>,
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(path).buffer as ArrayBuffer);
  workbook.worksheets[0]!.eachRow((row) => {
    const answer = answers[String(row.getCell(7).value)];
    if (answer !== undefined) row.getCell(3).value = answer;
  });
  return at.file(
    `присланные/${path.split(/[\\/]/).at(-1)}`,
    new Uint8Array(await workbook.xlsx.writeBuffer()),
  );
}

describe('msoko form', () => {
  it('writes the form of every organisation that the section asks, with what is known already', async () => {
    const at = await workspace();
    await at.take('v.csv', values(['990101', 2021, 'pedagogical-workers', 48]));
    const { files } = await at.ask('form', '2.4', '--year', '2020/21', '--all-schools', '--out', 'формы');
    expect(files.map(({ school }: { school: string }) => school)).toEqual(['990101', '990102', '990201']);
    expect(readdirSync(join(at.directory, 'формы'))).toEqual([
      'msoko-form-2.4-2021-990101.xlsx',
      'msoko-form-2.4-2021-990102.xlsx',
      'msoko-form-2.4-2021-990201.xlsx',
    ]);
    const back = await at.ask('import', files[0].file);
    expect(back.files[0]).toMatchObject({
      status: 'imported',
      layout: 'collection-form',
      records: { observations: 1 },
    });
    expect(storedRecords(at.directory, 'observations').at(-1)).toMatchObject({ code: '990101', value: 48 });
  });

  it('is filled, imported, and asked for of those who have not answered', async () => {
    const at = await workspace();
    const { files } = await at.ask('form', '2.4', '--year', '2021', '--all-schools', '--out', 'формы');
    const filled = await fill(at, files[0].file, {
      'pedagogical-workers': 40,
      'young-teachers': 4,
      'mentoring-programme': 'да',
    });
    expect((await at.ask('import', filled)).files[0]).toMatchObject({
      status: 'imported',
      records: { observations: 3 },
    });
    const { forms } = await at.ask('status', '--year', '2021');
    expect(
      forms.find((one: { system: string; kind: string }) => one.system === '2.4' && one.kind === 'school'),
    ).toMatchObject({
      ...{ asked: 2, silent: ['990102'] },
      partial: [{ code: '990101', open: expect.arrayContaining(['young-teachers-covered']) }],
    });
    const shown = (await at.run(['status', '--year', '2021'])).out;
    expect(shown).toContain(
      '2.4, школы: ответили 1 из 2, из них не полностью 1 — форма: msoko form 2.4 --year 2021 --all-schools',
    );
    expect(shown).toContain('не ответили: 990102');
  });

  it('is refused whole where its numbers contradict each other, and stores the sound ones when asked to', async () => {
    const at = await workspace();
    const { files } = await at.ask(
      'form',
      '2.4',
      '--year',
      '2021',
      '--school',
      'edu990101',
      '--out',
      'формы',
    );
    const wrong = await fill(at, files[0].file, { 'pedagogical-workers': 4, 'young-teachers': 5 });
    const [refused] = (await at.ask('import', wrong)).files;
    expect(refused).toMatchObject({
      status: 'rejected',
      issues: [{ code: 'part-above-whole', cell: expect.stringMatching(/^C\d+$/) }],
    });
    expect(storedRecords(at.directory, 'observations')).toEqual([]);
    const [kept] = (await at.ask('import', wrong, '--set-aside')).files;
    expect(kept).toMatchObject({
      status: 'imported',
      rows: 7,
      skipped: { service: 5, setAside: 1 },
      records: { observations: 1 },
    });
    expect(storedRecords(at.directory, 'observations')).toMatchObject([
      { variable: 'pedagogical-workers', value: 4 },
    ]);
  });

  it('of one school is not taken for another', async () => {
    const at = await workspace();
    const { files } = await at.ask('form', '2.4', '--year', '2021', '--school', '990101', '--out', 'формы');
    const filled = await fill(at, files[0].file, { 'young-teachers': 5 });
    expect((await at.ask('import', filled, '--school', '990102')).files[0].issues).toMatchObject([
      { code: 'form-school-differs' },
    ]);
    expect((await at.ask('import', filled, '--school', 'edu990101')).files[0].status).toBe('imported');
  });

  it('of the authority itself needs no school', async () => {
    const at = await workspace();
    const { files } = await at.ask('form', '2.4', '--year', '2021', '--out', 'формы');
    const filled = await fill(at, files[0].file, { 'young-teacher-projects': 2 });
    await at.ask('import', filled);
    expect(storedRecords(at.directory, 'observations')).toMatchObject([
      { unit: 'municipality', code: 'municipality', value: 2 },
    ]);
  });

  it.each<[string, string[], string]>([
    ['a section that there is not', ['form', '9.9', '--year', '2021'], 'unknown-system'],
    ['a school that there is not', ['form', '2.4', '--year', '2021', '--school', '1'], 'unknown-school'],
    ['a section that asks nothing of it', ['form', '3.1', '--year', '2021'], 'nothing-asked'],
    [
      'both ways at once',
      ['form', '2.4', '--year', '2021', '--school', '990101', '--all-schools'],
      'bad-option',
    ],
    ['no year', ['form', '2.4'], 'missing-year'],
  ])('says what is wrong: %s', async (_, args, code) => {
    const at = await workspace();
    const { error } = await at.ask(...args);
    expect(error.code).toBe(code);
    expect(existsSync(join(at.directory, 'forms'))).toBe(false);
  });
});

describe('a form that LibreOffice saved under another name', () => {
  it('is read as it was filled', async () => {
    const [form] = await readFixture('forms/форма 2.5 из LibreOffice.xlsx', LAYOUTS);
    expect(form).toMatchObject({ layout: 'collection-form', issues: [] });
    expect(
      form!.records.observations?.map(({ code, variable, breakdown, value }) => [
        code,
        variable,
        breakdown,
        value,
      ]),
    ).toEqual([
      ['490101', 'level-pupils', undefined, 412],
      ['490101', 'level-pupils', 'level:noo', 180],
      ['490101', 'level-pupils', 'level:ooo', 190],
      ['490101', 'level-pupils', 'level:soo', 42],
      ['490101', 'volunteers', undefined, 60],
      ['490101', 'volunteers', 'level:ooo', 60],
    ]);
  });
});
