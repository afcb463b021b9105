import { beforeAll, describe, expect, it } from 'vitest';
import { decideColour } from '../../src/commands/io.ts';
import { type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';
import { sampleWorkspace } from '../support/sample.ts';

const ESCAPE = '\u001b';
const RISK = ['risk-schools', '--year', '2021'];

let at: Place;

beforeAll(async () => {
  at = await sampleWorkspace();
});

describe('colour', () => {
  it('is for terminals only', () => {
    expect(decideColour(true, {}, undefined)).toBe(true);
    expect(decideColour(false, {}, undefined)).toBe(false);
    expect(decideColour(false, { FORCE_COLOR: '1' }, true)).toBe(false);
  });

  it('is switched off by --no-color, NO_COLOR and a dumb terminal', () => {
    expect(decideColour(true, {}, false)).toBe(false);
    expect(decideColour(true, { NO_COLOR: '1' }, undefined)).toBe(false);
    expect(decideColour(true, { NO_COLOR: '' }, undefined)).toBe(true);
    expect(decideColour(true, { TERM: 'dumb' }, undefined)).toBe(false);
  });

  it('stands in a table on a terminal, and nowhere else', async () => {
    expect((await at.run(RISK, { terminal: 120 })).out).toContain(ESCAPE);
    for (const [args, options] of [
      [RISK, {}],
      [[...RISK, '--no-color'], { terminal: 120 }],
      [RISK, { terminal: 120, env: { NO_COLOR: '1' } }],
      [[...RISK, '--json'], { terminal: 120 }],
      [[...RISK, '--format', 'csv'], { terminal: 120 }],
    ] as const) {
      const ran = await at.run(args, options);
      expect(ran.out + ran.err, JSON.stringify([args, options])).not.toContain(ESCAPE);
    }
  });

  it('says nothing that the words do not say', async () => {
    const plain = (await at.run(RISK, { terminal: 120, env: { NO_COLOR: '1' } })).out;
    const coloured = (await at.run(RISK, { terminal: 120 })).out;
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain);
  });
});

describe('a table', () => {
  it('keeps to the width of the terminal', async () => {
    for (const width of [60, 80, 120]) {
      for (const args of [RISK, [...RISK, '--school', '990101']]) {
        const { out } = await at.run(args, { terminal: width, env: { NO_COLOR: '1' } });
        for (const line of out.split('\n').filter((text) => /^[│┌├└]/.test(text))) {
          expect(line.length, `${width}: ${line}`).toBeLessThanOrEqual(width);
        }
      }
    }
  });
});

describe('stdout and stderr', () => {
  it.each(['risk-schools', 'status'])('of %s: the data on stdout, nothing on stderr', async (name) => {
    expect(await at.run([name, '--year', '2021'])).toMatchObject({ exit: 0, err: '' });
  });

  it('of import: what became of the files on stderr, the sum on stdout', async () => {
    const own = place();
    const ran = await own.run(['import', own.file('1.csv', marks('1', 2020, [2]))]);
    expect(ran.out).toBe('Файлов 1: загружено 1, без изменений 0, отклонено 0. Записей 1.\n');
    expect(ran.err).toContain('✔ 1.csv — загружен');
    expect(ran.err).toMatch(/строк 1 = записей 1\b/);
  });

  it('with --json hold one document and nothing else on stdout, for every command', async () => {
    const lines = [
      ['risk-schools', '--year', '2021'],
      ['risk-schools', '--year', '2021', '--school', '990101'],
      ['explain', 'low.vpr4-russian-low', '--year', '2021', '--school', '990101'],
      ['explain', 'low.low-result-or-adverse-or-risk-school-share', '--year', '2021'],
      ['objectivity', '--year', '2021'],
      ['objectivity', '--year', '2021', '--school', '990101'],
      ['status', '--year', '2021'],
      ['imports'],
      ['rules'],
      ['schema'],
      ['schema', 'results'],
      ['doctor'],
      ['report', '--year', '2021'],
      ['import', '.'],
      ['init', 'новый'],
      ['init'],
      ['нет-такой'],
    ];
    for (const line of lines) {
      const ran = await at.run([...line, '--json'], { terminal: 100 });
      expect(typeof ran.json(), line.join(' ')).toBe('object');
    }
  });

  it('with --quiet leave out what is only told', async () => {
    const own = place();
    const quiet = await own.run(['import', own.file('1.csv', marks('1', 2020, [2])), '--quiet']);
    expect(quiet.err).toBe('');
    const rejected = await own.run(['import', own.file('2.csv', marks('1', 2020, [7])), '--quiet']);
    expect(rejected.err).toContain('2.csv — ОТКЛОНЁН');
    expect((await at.run([...RISK, '--quiet'])).out).not.toContain('Окно:');
  });

  it('with --verbose name the layout of each file', async () => {
    const own = place();
    expect((await own.run(['import', own.file('1.csv', marks('1', 2020, [2])), '--verbose'])).err).toContain(
      'plain-results',
    );
  });

  it('show at most a hundred issues of a file, by code, and say how many more', async () => {
    const own = place();
    const path = own.file(
      '1.csv',
      marks(
        '1',
        2020,
        Array.from({ length: 300 }, (_, index) => index + 6),
      ),
    );
    const { err } = await own.run(['import', path]);
    expect(err.split('\n').filter((line) => line.includes('ошибка:')).length).toBeLessThanOrEqual(100);
    expect(err).toMatch(/ещё 297\b/);
    const { files } = (await own.run(['import', path, '--json'])).json();
    expect(files[0].issues.filter(({ code }: { code: string }) => code === 'mark-unknown')).toHaveLength(300);
  });

  it('say the same error once, and in how many more places it stands', async () => {
    const own = place();
    const sevens = Array.from({ length: 300 }, () => 7);
    const { err } = await own.run(['import', own.file('1.csv', marks('1', 2020, sevens))]);
    expect(err.split('\n').filter((line) => line.includes('ошибка:'))).toHaveLength(1);
    expect(err).toMatch(/то же самое ещё в местах: 299\b/);
  });

  it('hold no progress where stderr is no terminal', async () => {
    const own = place();
    let time = 0;
    const now = () => {
      time += 400;
      return time;
    };
    const path = own.file('1.csv', marks('1', 2020, [2]));
    expect((await own.run(['import', path, '--dry-run'], { now })).err).not.toContain('\r');
    expect((await own.run(['import', path, '--dry-run'], { now, terminal: 100 })).err).toContain(
      '\rфайлов 0 из 1 · 198 Б из 198 Б · 1.csv',
    );
    expect((await own.run(['import', path, '--dry-run', '--quiet'], { now, terminal: 100 })).err).toBe('');
  });
});

describe('an answer on a year of which nothing was loaded', () => {
  it('says which years were, in case the year is mistyped', async () => {
    const loaded = place();
    await loaded.take('2019.csv', marks('1', 2019, [3, 4]));
    const answer = async () => (await loaded.run(['risk-schools', '--year', '2012'])).err;
    expect(await answer()).toContain('Данных недостаточно по всем школам. Загружены данные за 2019 год;');
    await loaded.take('2021.csv', marks('1', 2021, [3, 4]));
    expect(await answer()).toContain('Загружены данные за 2019–2021 годы;');
  });
});
