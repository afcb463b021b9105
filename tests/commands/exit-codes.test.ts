import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { type Place, place } from '../support/place.ts';
import { marks, results } from '../support/plain-tables.ts';

/** Runs a command line that must be refused; returns the error as the JSON tells it, after comparing with the words. */
async function refused(at: Place, args: readonly string[], exit: number) {
  const told = await at.run(args);
  expect(told.exit, args.join(' ')).toBe(exit);
  expect(told.out).toBe('');
  expect(told.err).toMatch(/^Ошибка: [«А-Яm]/);
  const ran = await at.run([...args, '--json']);
  expect(ran.exit).toBe(exit);
  const { error, ...rest } = ran.json();
  expect(rest).toEqual({});
  expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(told.err).toBe(`Ошибка: ${error.message}\n${error.hint ? `${error.hint}\n` : ''}`);
  return error;
}

describe('exit code 2: the command line is wrong', () => {
  it('for a command that there is not; the nearest one is named', async () => {
    const error = await refused(place(), ['risk-school', '--year', '2021'], 2);
    expect(error).toMatchObject({ code: 'unknown-command', message: 'Нет команды «risk-school».' });
    expect(error.hint).toContain('Возможно, вы имели в виду «risk-schools».');
    expect((await refused(place(), ['абракадабра'], 2)).hint).not.toContain('Возможно');
  });

  it('for an option that there is not; the nearest one is named', async () => {
    const error = await refused(place(), ['risk-schools', '--yaer', '2021'], 2);
    expect(error).toMatchObject({ code: 'unknown-option', message: 'Нет параметра «--yaer».' });
    expect(error.hint).toContain('«--year»');
  });

  it('without a command', async () => {
    const ran = await place().run([]);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err).toContain('Не указана команда');
    expect((await place().run(['--json'])).json().error.code).toBe('help');
  });

  it.each([
    [['risk-schools'], /--year/],
    [['risk-schools', '--year'], /--year/],
    [['explain', '--year', '2021'], /ID/],
    [['imports', 'remove'], /ID/],
    [['import'], /Не указано/],
    [['doctor', 'лишнее'], /Лишние слова/],
    [['risk-schools', '--year', '21'], /«21» — не год/],
    [['risk-schools', '--year', '2020/22'], /«2020\/22» — не учебный год/],
    [['risk-schools', '--year', '2021', '--format', 'pdf'], /«pdf»/],
    [['import', 'x.csv', '--grade', '13'], /«13» — не класс/],
    [['schema', 'школы'], /«школы»/],
    [['report', '3.9', '--year', '2021'], /«3\.9»/],
  ])('for %j, in Russian', async (args, message) => {
    const error = await refused(place(), args, 2);
    expect(`${error.message} ${error.hint}`).toMatch(message);
    expect(`${error.message} ${error.hint}`).not.toMatch(
      /\b(error|argument|invalid|required|missing|allowed|choices|is)\b/i,
    );
  });

  it('for a subject or a procedure that there is not', async () => {
    const at = place();
    const path = at.file('1.csv', marks('990101', 2020, [2]));
    expect((await refused(at, ['import', path, '--subject', 'чтение по слогам'], 2)).code).toBe('bad-option');
    expect((await refused(at, ['import', path, '--procedure', 'впр4'], 2)).hint).toContain('vpr, oge, ege');
  });
});

describe('exit code 1: something that a person must mend', () => {
  it('for a file that is not there, a workspace that is not there, an unknown school or import', async () => {
    const at = place();
    expect((await refused(at, ['import', 'нет.csv'], 1)).code).toBe('file-not-found');
    expect((await refused(at, ['imports', 'remove', '01ABC'], 1)).code).toBe('unknown-import');
    expect((await refused(at, ['risk-schools', '--year', '2021', '--school', '990101'], 1)).code).toBe(
      'unknown-school',
    );
    expect((await refused(at, ['risk-schools', '--year', '2021', '-C', 'нет'], 1)).code).toBe('no-workspace');
  });

  it('for a rejected file, which is no error of the command: the answer is that of the import', async () => {
    const at = place();
    const ran = await at.run([
      'import',
      at.file('1.csv', results(['1', 2020, 'ВПР', 'Физика', 8, 'а', null, null, 7])),
      '--json',
    ]);
    expect(ran.exit).toBe(1);
    expect(ran.json().totals).toMatchObject({ rejected: 1 });
    expect(ran.json().error).toBeUndefined();
  });

  it('for an answer that cannot be written', async () => {
    const at = place();
    const error = await refused(at, ['risk-schools', '--year', '2021', '-o', 'msoko.json/ответ.csv'], 1);
    expect(error.code).toBe('cannot-write');
  });

  it('for a disk that does not let the import be stored', async () => {
    const at = place();
    writeFileSync(join(at.directory, '.msoko'), 'здесь файл, а нужна папка');
    const ran = await at.run(['import', at.file('1.csv', marks('990101', 2020, [2])), '--json']);
    expect(ran.exit).toBe(1);
    expect(JSON.stringify(ran.json())).toContain('.msoko');
  });
});

describe('exit code 70: a defect of msoko itself', () => {
  it('is one line of apology that says where the details went, never a stack', async () => {
    const at = place();
    let err = '';
    const io = {
      out: () => {
        throw new Error('check: проверка');
      },
      err: (text: string) => {
        err += text;
      },
      width: undefined,
      progressTo: false,
      colour: false,
      env: { MSOKO_HOME: at.home },
      directory: at.directory,
      now: () => 1234567890123,
    };
    expect(await main(['schema'], io)).toBe(70);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at |check|проверка/);
    const file = /Подробности: (.*)$/m.exec(err)![1]!;
    const details = readFileSync(file, 'utf8');
    expect(details).toMatch(/check[\s\S]*\n\s+at /);
    // What a cell held may be quoted in it: no Russian word gets in.
    expect(details).not.toContain('проверка');
    rmSync(file);
  });
});

describe('--year', () => {
  it('takes the calendar year or the academic year', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    const answers = await Promise.all(
      ['2021', '2020/21', '2020/2021', '2020-21'].map((year) => at.ask('risk-schools', '--year', year)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0].year).toBe(2021);
  });
});
