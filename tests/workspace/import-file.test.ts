import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence, participants } from '../support/evidence.ts';
import { egeProtocol } from '../support/exports.ts';
import { filesBelow, linesOf, place, storedRecords } from '../support/place.ts';
import { marks, results, roster } from '../support/plain-tables.ts';

const MIXED = results(
  ['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 2],
  ['990101', 2020, 'ВПР', 'Русский язык', 4, 'б', null, null, 7],
  ['990101', 2020, 'ВПР', 'Русский язык', 4, 'в', 'отсутствовал', null, null],
  ['990101', 2020, 'ВПР', 'Русский язык', 4, 'г', null, null, 5],
);

describe('a file with an error', () => {
  it('is rejected whole, and nothing of it is stored', async () => {
    const at = place();
    const taken = await at.take('1.csv', MIXED);
    expect(taken).toMatchObject({
      status: 'rejected',
      import: null,
      rows: 4,
      skipped: { absent: 1, setAside: 1 },
    });
    expect(taken.issues).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'mark-unknown',
        file: '1.csv',
        row: 3,
        column: 'Отметка',
        value: '7',
      }),
    );
    expect([...filesBelow(at.directory).keys()]).toEqual(['msoko.json']);
  });

  it('does not hold back the good files beside it', async () => {
    const at = place();
    const folder = dirname(at.file('папка/1.csv', MIXED));
    at.file('папка/2.csv', marks('990101', 2019, [3]));
    const ran = await at.run(['import', folder, '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().files.map((one: { status: string }) => one.status)).toEqual(['rejected', 'imported']);
    expect(ran.json().totals).toEqual({ files: 2, imported: 1, unchanged: 0, rejected: 1, records: 1 });
  });

  it('gives its good rows with --set-aside; the bad ones are kept as place and reason alone', async () => {
    const at = place();
    const text = egeProtocol('01 - Русский язык', '2020.07.06', [
      { school: '9101', surname: 'Ветлугина', document: ['9917', '100200'], result: 70 },
      { school: '9101', surname: 'Клюквина', document: ['9917', '100201'], result: 'Клюквина' },
      { school: '9101', surname: 'Омулёва', document: ['9917', '100202'], result: 777 },
    ]);
    const ran = await at.run(['import', at.file('егэ.csv', text), '--set-aside', '--json']);
    expect(ran.exit).toBe(0);
    const [taken] = ran.json().files;
    expect(taken).toMatchObject({
      status: 'imported',
      rows: 3,
      records: { results: 1 },
      skipped: { setAside: 2 },
    });
    const aside = linesOf(filesBelow(join(at.directory, 'imports', taken.import)).get('set-aside.ndjson')!);
    expect(aside.map((one) => one.at)).toEqual([
      ['', 7],
      ['', 8],
    ]);
    expect(aside.map((one) => one.issues.map(({ code }: { code: string }) => code))).toEqual([
      ['not-a-score'],
      ['not-a-score'],
    ]);
    const everything =
      Buffer.concat([...filesBelow(at.directory).values()]).toString('utf8') + ran.out + ran.err;
    expect(everything).not.toMatch(/Клюквин|Омулёв|Ветлугин|100201|100202/);
  });

  it('left out in part is counted where its import is used', async () => {
    const at = place();
    const { import: id } = await at.take('1.csv', MIXED, '--set-aside');
    expect((await at.ask('status', '--year', '2021')).setAside).toEqual([
      { import: id, file: '1.csv', rows: 1 },
    ]);
    expect((await at.run(['status', '--year', '2021'])).out).toMatch(/1\.csv: строк 1/);
    expect(await evidence(at, '990101', 'low.vpr4-russian-low', 2020)).toMatchObject({
      participants: 2,
      low: 1,
    });
  });

  it('of which no row is left is rejected even with --set-aside', async () => {
    const at = place();
    const taken = await at.take(
      '1.csv',
      results(['990101', 2020, 'ВПР', 'Русский язык', 4, 'б', null, null, 7]),
      '--set-aside',
    );
    expect(taken).toMatchObject({ status: 'rejected', import: null });
    expect((await at.ask('imports')).imports).toEqual([]);
  });
});

describe('a file of no known layout', () => {
  it('is rejected with what its head looks like', async () => {
    const at = place();
    const taken = await at.take('1.csv', 'Код;Балл;Класс\r\n1;2;3\r\n');
    expect(taken).toMatchObject({ status: 'rejected', layout: null });
    expect(taken.issues).toMatchObject([{ code: 'unknown-layout' }]);
    expect(taken.issues[0].message).toContain('строка 1, заполнено ячеек: 3 («Код», «Балл», «Класс»)');
  });

  it('shows no text that may be a name, though it sounds like the head of a column', async () => {
    const at = place();
    const people =
      'Годунов;Классен;Кодинцева;Отметкин\r\nВетлугина Вера, 9 класс;Предметов;Логинов, код 5;Вариантова\r\n';
    const ran = await at.run(['import', at.file('список.csv', people), '--verbose']);
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('строка 1, заполнено ячеек: 4');
    expect(ran.out + ran.err).not.toMatch(
      /Годунов|Классен|Кодинц|Отметкин|Ветлугин|Предметов|Логинов|Вариантов/,
    );
  });
});

describe('--dry-run', () => {
  it('tells what would be stored, and stores nothing', async () => {
    const at = place();
    const before = filesBelow(at.directory);
    const taken = await at.take('1.csv', marks('990101', 2020, [2, 3]), '--dry-run');
    expect(taken).toMatchObject({ status: 'would-import', import: null, rows: 2, records: { results: 2 } });
    expect(filesBelow(at.directory)).toEqual(before);
    expect(readdirSync(at.directory)).toEqual(['msoko.json']);
    expect(existsSync(at.home)).toBe(false);
  });

  it('finds the same issues as the import, and says of a file that is there already that it is', async () => {
    const at = place();
    const dry = await at.take('1.csv', MIXED, '--dry-run');
    const wet = await at.take('1.csv', MIXED);
    expect(dry).toEqual(wet);
    await at.take('2.csv', marks('990101', 2020, [2, 3]));
    expect((await at.take('2.csv', marks('990101', 2020, [2, 3]), '--dry-run')).status).toBe('unchanged');
  });

  it('of a folder knows the schools of its roster, as the import will', async () => {
    const at = place({ roster: { closed: true } });
    const folder = dirname(at.file('папка/а.csv', marks('990101', 2020, [2, 3])));
    at.file('папка/я реестр.csv', roster(['990101', null, null, null, 'Школа 1', null]));
    const tried = (await at.run(['import', folder, '--dry-run', '--json'])).json().files;
    const done = (await at.run(['import', folder, '--json'])).json().files;
    const said = (files: { file: string; issues: object[]; covers: object[] }[]) =>
      files.map(({ file, issues, covers }) => ({ file, issues, covers }));
    expect(tried.map(({ status }: { status: string }) => status)).toEqual(['would-import', 'would-import']);
    expect(said(tried)).toEqual(said(done));
    expect(said(done)[1]).toMatchObject({ file: 'а.csv', issues: [] });
  });

  it('without a workspace makes none', async () => {
    const at = place();
    rmSync(join(at.directory, 'msoko.json'));
    const ran = await at.run(['import', at.file('1.csv', marks('990101', 2020, [2])), '--dry-run', '--json']);
    expect(ran.exit).toBe(0);
    expect(ran.json().files[0].status).toBe('would-import');
    expect(readdirSync(at.directory)).toEqual([]);
    expect(existsSync(at.home)).toBe(false);
  });
});

describe('the same bytes', () => {
  it('imported twice are unchanged, under any name', async () => {
    const at = place();
    const first = await at.take('1.csv', marks('990101', 2020, [2, 3]));
    const before = filesBelow(at.directory);
    const path = at.file('1.csv', marks('990101', 2020, [2, 3]));
    copyFileSync(path, path.replace('1.csv', 'копия.csv'));
    const ran = await at.run(['import', path, path.replace('1.csv', 'копия.csv'), '--json']);
    expect(ran.exit).toBe(0);
    expect(ran.json().files).toMatchObject([
      { status: 'unchanged', import: first.import, records: { results: 2 } },
      { status: 'unchanged', import: first.import },
    ]);
    expect(ran.json().totals).toEqual({ files: 2, imported: 0, unchanged: 2, rejected: 0, records: 0 });
    expect(filesBelow(at.directory)).toEqual(before);
  });

  it('twice in one folder are imported once', async () => {
    const at = place();
    const folder = dirname(at.file('папка/1.csv', marks('990101', 2020, [2, 3])));
    at.file('папка/2.csv', marks('990101', 2020, [2, 3]));
    const { files } = await at.ask('import', folder);
    expect(files.map((one: { status: string }) => one.status)).toEqual(['imported', 'unchanged']);
  });

  it('are unchanged with --set-aside too, where no row of them was bad', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2, 3]));
    expect((await at.take('1.csv', marks('990101', 2020, [2, 3]), '--set-aside')).status).toBe('unchanged');
    expect((await at.take('2.csv', MIXED, '--set-aside')).status).toBe('imported');
    expect((await at.take('2.csv', MIXED, '--set-aside')).status).toBe('unchanged');
    expect((await at.take('2.csv', MIXED)).status).toBe('rejected');
  });

  it('with another option that changes what they mean are a new import', async () => {
    const at = place();
    const text = marks('990101', 2020, [2, 3]).replaceAll(';2020;', ';;');
    expect((await at.take('1.csv', text, '--year', '2020')).status).toBe('imported');
    expect((await at.take('1.csv', text, '--year', '2019/20')).status).toBe('unchanged');
    expect((await at.take('1.csv', text, '--year', '2019')).status).toBe('imported');
    expect([await participants(at, '990101', 2019), await participants(at, '990101', 2020)]).toEqual([2, 2]);
  });

  it('are imported again after their import was taken back', async () => {
    const at = place();
    const first = await at.take('1.csv', marks('990101', 2020, [2, 3]));
    await at.run(['imports', 'remove', first.import]);
    expect(storedRecords(at.directory, 'results')).toEqual([]);
    const second = await at.take('1.csv', marks('990101', 2020, [2, 3]));
    expect(second.status).toBe('imported');
    expect(second.import).not.toBe(first.import);
  });
});

describe('an import', () => {
  it('is never changed afterwards, whatever is imported or asked later', async () => {
    const at = place();
    const first = await at.take('1.csv', marks('990101', 2020, [2, 3]));
    const folder = join(at.directory, 'imports', first.import);
    const before = filesBelow(folder);
    expect([...before.keys()].sort()).toEqual(expect.arrayContaining(['import.json', 'results.ndjson']));
    await at.take('2.csv', marks('990101', 2020, [2, 3, 4]));
    await at.run(['risk-schools', '--year', '2021']);
    await at.run(['status', '--year', '2021']);
    expect(filesBelow(folder)).toEqual(before);
  });

  it('lives without the caches: .msoko may be deleted at any time', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2, 3]));
    const before = await at.ask('risk-schools', '--year', '2021');
    rmSync(join(at.directory, '.msoko'), { recursive: true, force: true });
    expect(await at.ask('risk-schools', '--year', '2021')).toEqual(before);
    expect((await at.take('2.csv', marks('990101', 2019, [2]))).status).toBe('imported');
  });

  it('says what it is: file, hash, layout, coverage, counts, issues', async () => {
    const at = place();
    const taken = await at.take('1.csv', marks('990101', 2020, [2, 3]));
    const manifest = JSON.parse(
      filesBelow(at.directory).get(`imports/${taken.import}/import.json`)!.toString('utf8'),
    );
    expect(manifest).toMatchObject({
      import: taken.import,
      file: '1.csv',
      sha256: taken.sha256,
      layout: 'plain-results',
      rows: 2,
      records: { results: 2 },
      skipped: { absent: 0, service: 0, setAside: 0 },
      covers: [{ kind: 'results', paper: 'vpr-4-russian', year: 2020, schools: ['990101'] }],
      issueCounts: { 'school-added': 1 },
      issues: [{ code: 'school-added', row: 2 }],
    });
  });

  it('with a damaged description is named, with what to do', async () => {
    const at = place();
    const { import: id } = await at.take('1.csv', marks('990101', 2020, [2]));
    writeFileSync(join(at.directory, 'imports', id, 'import.json'), '{"import":');
    const ran = await at.run(['risk-schools', '--year', '2021', '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().error).toMatchObject({ code: 'damaged-import', message: expect.stringContaining(id) });
  });
});
