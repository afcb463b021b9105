import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msoko, type RunOptions } from '../support/msoko.ts';
import { marks, table, values } from '../support/plain-tables.ts';

let options: RunOptions;

/** Two schools: the first has low results in Russian for three years, and one of ten young teachers left out. */
beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'msoko-recommend-'));
  options = { directory, home: join(directory, 'home'), terminal: 160 };
  const files = {
    'реестр.csv': table(
      'Код ОО;Наименование;Вид',
      ['990101', 'СОШ № 1', 'школа'],
      ['990102', 'СОШ № 2', 'школа'],
    ),
    'результаты.csv': [2018, 2019, 2020]
      .map((year) => marks('990101', year, [2, 2, 3, 3, 5]))
      .map((text, index) => (index === 0 ? text : text.split('\r\n').slice(1).join('\r\n')))
      .join(''),
    'значения.csv': values(
      ['990101', 2021, 'young-teachers', 10],
      ['990101', 2021, 'young-teachers-covered', 9],
      ['990102', 2021, 'young-teachers', 10],
      ['990102', 2021, 'young-teachers-covered', 10],
    ),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  await msoko(['init', '.'], options);
  expect((await msoko(['import', '.', '--json'], options)).json().totals).toMatchObject({ rejected: 0 });
});
afterAll(() => rmSync(options.directory, { recursive: true }));

const run = (...args: string[]) => msoko(['recommendations', '--year', '2021', ...args], options);

describe('msoko recommendations', () => {
  it('names addressee, value, clause, measure and the imports behind each', async () => {
    const { recommendations } = (await run('--system', '2.4', '--json')).json();
    expect(recommendations.map(({ rule }: { rule: string }) => rule)).toEqual([
      '2.4-teachers-young',
      '2.4-heads-young',
    ]);
    expect(recommendations[1]).toMatchObject({
      ...{ system: '2.4', addressee: { id: '2.4-R2', who: 'heads' }, unit: 'school', code: '990101' },
      ...{ indicator: 'meth.young-teachers-covered-share', clause: 'раздел 2.4, показатель 2' },
      because: { kind: 'below', parameter: 'recommendations.everywhere', threshold: 100 },
      numbers: { value: 0.9, numerator: 9, denominator: 10 },
      ...{ measure: { id: '2.4-M1' }, sources: [expect.stringMatching(/^imports\//)] },
    });
  });

  it('brings the years of a criterion that a school meets', async () => {
    const { recommendations } = (await run('--system', '1.2', '--school', '990101', '--json')).json();
    const heads = recommendations.find(({ rule }: { rule: string }) => rule === '1.2-heads-low-results');
    expect(heads).toMatchObject({ indicator: 'low.vpr4-russian-low', code: '990101' });
    expect(heads.years).toEqual(
      [2018, 2019, 2020].map((year) => ({ year, low: 2, participants: 5, share: 0.4 })),
    );
    expect(heads.reason.replace(/\s/g, ' ')).toContain('2018 — 2 из 5 (40,0 %)');
  });

  it('shows the same on the screen and in a file, with the name of the school', async () => {
    const screen = (await run('--system', '2.4', '--no-color')).out.replace(/[│\s]+/g, ' ');
    const file = (await run('--system', '2.4', '--format', 'csv')).out.replace(/\s/g, ' ');
    for (const text of [screen, file]) {
      expect(text).toContain('СОШ № 1');
      expect(text).not.toContain('СОШ № 2');
    }
    expect(file).toContain('участвует 9 из 10 (90,0 %)');
  });

  it('says so where there is none, and knows no other section', async () => {
    expect((await run('--system', '2.5')).out).toContain('Рекомендаций нет');
    expect((await run('--system', '2.6')).exit).toBe(2);
  });
});
