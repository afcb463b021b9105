import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ogeProtocol } from '../support/exports.ts';
import { type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

async function filled(): Promise<Place> {
  const at = place({ id: 'okrug' });
  await at.take('1.csv', marks('990101', 2020, [2, 3]));
  return at;
}

const logged = async (at: Place) => (await at.ask('exports')).exports;
const logFile = (at: Place): string => join(at.directory, 'log', 'exports.ndjson');

describe('the log of exports', () => {
  it('says of every file when it was written, by whom, what was asked for, and what it was', async () => {
    const at = await filled();
    const outside = join(at.home, 'ответ.json');
    await at.run(['risk-schools', '--year', '2021', '--school', '990101', '--json', '-o', outside]);
    await at.run(['report', '1.2', '--year', '2021', '--out', 'reports']);
    const [answer, book, ...rest] = await logged(at);
    expect(rest).toEqual([]);
    expect(answer).toMatchObject({
      ...{ command: 'risk-schools', year: 2021, school: '990101', public: false },
      ...{ file: outside, user: userInfo().username, state: 'same' },
      sha256: createHash('sha256').update(readFileSync(outside)).digest('hex'),
    });
    expect(Math.abs(Date.parse(answer.at) - Date.now())).toBeLessThan(600_000);
    expect(book).toMatchObject({ command: 'report 1.2', file: 'reports/msoko-1.2-2021.xlsx', state: 'same' });
    expect((await at.run(['exports'])).out).toContain('reports/msoko-1.2-2021.xlsx');
  });

  it('is readable for its owner alone, and lines are only ever added', async () => {
    const at = await filled();
    await at.run(['status', '--year', '2021', '-o', 'а.txt']);
    const before = readFileSync(logFile(at));
    await at.run(['status', '--year', '2021', '-o', 'б.txt']);
    expect(readFileSync(logFile(at)).subarray(0, before.length)).toEqual(before);
    expect(statSync(logFile(at)).mode & 0o777).toBe(0o600);
    expect(statSync(join(at.directory, 'log')).mode & 0o777).toBe(0o700);
  });

  it('tells what has become of the files', async () => {
    const at = await filled();
    for (const name of ['а', 'б', 'в']) await at.run(['status', '--year', '2021', '-o', `${name}.txt`]);
    writeFileSync(join(at.directory, 'б.txt'), 'правка');
    rmSync(join(at.directory, 'в.txt'));
    expect((await logged(at)).map(({ state }: { state: string }) => state)).toEqual([
      'same',
      'changed',
      'absent',
    ]);
    expect((await at.run(['exports'])).out).toMatch(/б\.txt\n.*изменён\n.*в\.txt\n.*там нет/);
  });

  it('notes forms, the key, and what an import answered; not what has no data in it', async () => {
    const at = await filled();
    await at.run(['form', '2.4', '--year', '2021', '--school', '990101']);
    await at.run(['key', 'export', 'ключ.json'], { env: { MSOKO_PASSPHRASE: 'четыре слова для ключа' } });
    await at.run(['import', at.file('2.csv', marks('990101', 2019, [2])), '-o', 'итог.txt']);
    for (const args of [['rules'], ['schema'], ['doctor'], ['exports']])
      await at.run([...args, '-o', 'прочее.txt']);
    expect((await logged(at)).map(({ command }: { command: string }) => command)).toEqual([
      ...['form 2.4', 'key export', 'import'],
    ]);
  });

  it('notes nothing where a command wrote nothing', async () => {
    const at = await filled();
    await at.run(['risk-schools', '--year', '2021']);
    await at.run(['risk-schools', '--year', '2021', '--school', '000000', '-o', 'нет.txt']);
    expect((await at.run(['exports'])).err).toContain('файлов ещё не выгружали');
  });

  it('goes on after a line that a kill has cut off, and says so', async () => {
    const at = await filled();
    await at.run(['status', '--year', '2021', '-o', 'а.txt']);
    appendFileSync(logFile(at), '{"at":"2021-');
    await at.run(['status', '--year', '2021', '-o', 'б.txt']);
    const answer = await at.ask('exports');
    expect(answer.exports.map(({ file }: { file: string }) => file)).toEqual(['а.txt', 'б.txt']);
    expect(answer.unreadable).toBe(1);
  });

  it('that cannot be written to does not deny the file', async () => {
    const at = await filled();
    mkdirSync(logFile(at), { recursive: true });
    const ran = await at.run(['status', '--year', '2021', '-o', 'б.txt']);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('в журнал выгрузок не записано (EISDIR)');
  });

  it('holds nobody of the data', async () => {
    const at = place();
    const people = [{ school: '9101', surname: 'Ветлугина', result: 2 }];
    await at.take('огэ.csv', ogeProtocol('02 - Математика', '2019.06.06', people));
    await at.run(['report', '--year', '2020', '--format', 'xlsx,html', '--per-school']);
    expect((await logged(at)).length).toBeGreaterThan(10);
    expect(readFileSync(logFile(at), 'utf8')).not.toMatch(/ветлугин/i);
  });
});
