import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msoko, type RunOptions } from '../support/msoko.ts';
import { table, values } from '../support/plain-tables.ts';

const COVERED = 'meth.young-teachers-covered-share';
const REGISTER = 'Система;Вид;Название;Код ОО;Начало;Окончание;Адресат;Состояние';
const CODES = Array.from({ length: 8 }, (_, index) => `9901${String(index + 1).padStart(2, '0')}`);

let options: RunOptions;

/** Eight schools, of which the first three got a measure: 4 of 10 young teachers covered before, 8 after. */
beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'msoko-effect-'));
  let clock = Date.UTC(2024, 0, 1);
  options = { directory, home: join(directory, 'home'), terminal: 160, now: () => (clock += 1000) };
  writeFileSync(
    join(directory, 'реестр.csv'),
    table('Код ОО;Наименование;Вид', ...CODES.map((code) => [code, `МБОУ «СОШ ${code}»`, 'школа'])),
  );
  writeFileSync(
    join(directory, 'значения.csv'),
    values(
      ...CODES.flatMap((code, index) =>
        [2020, 2021].flatMap((year) => [
          [code, year, 'pedagogical-workers', 40],
          [code, year, 'young-teachers', 10],
          [code, year, 'young-teachers-covered', year === 2020 ? 4 : index < 3 ? 8 : 4 + (index % 2)],
          [code, year, 'network-community-teachers', year === 2020 ? 20 : 15],
        ]),
      ),
    ),
  );
  writeFileSync(
    join(directory, 'меры.csv'),
    table(
      REGISTER,
      [
        '2.4',
        '2.4-M1',
        'Школа молодого педагога',
        CODES.slice(0, 3).join(', '),
        '01.10.2020',
        '',
        'молодым',
        'выполнена',
      ],
      ['2.4', '2.4-M5', 'Дни методиста', '', '01.12.2020', '', '', 'выполнена'],
      ['2.4', '2.4-M3', 'Сеть', '', '01.03.2021', '', '', 'идёт'],
    ),
  );
  await msoko(['init', '.'], options);
  expect((await msoko(['import', '.', '--json'], options)).json().totals).toMatchObject({ rejected: 0 });
});
afterAll(() => rmSync(options.directory, { recursive: true }));

describe('msoko effectiveness', () => {
  it('says what a measure changed beside the schools without it, and where it stands in the register', async () => {
    const ran = await msoko(['effectiveness', '--year', '2021', '--json'], options);
    const { measures, parameters, sections, tested } = ran.json();
    expect(measures.map(({ kind, stage }: { kind: string; stage: string }) => [kind, stage])).toEqual([
      ['2.4-M1', 'final'],
      ['2.4-M3', 'early'],
      ['2.4-M5', 'final'],
    ]);
    expect(measures[0]).toMatchObject({
      ...{ system: '2.4', schools: CODES.slice(0, 3), period: { before: 2020, after: 2021 } },
      sources: [{ import: expect.stringMatching(/^imports\/01/), file: 'меры.csv', sheet: '', rows: [2] }],
    });
    const covered = measures[0].indicators.find(({ id }: { id: string }) => id === COVERED);
    expect(covered).toMatchObject({
      ...{ before: 0.4, better: true, clause: 'раздел 2.4, показатель 2' },
      schools: { verdict: 'better', with: { change: expect.closeTo(0.4, 12) }, lacking: [], splits: 56 },
    });
    // The three have 8 each, the others 5, 4, 5, 4 and 5.
    expect(covered.after).toBeCloseTo(47 / 80, 12);
    expect(covered.schools.p).toBeCloseTo(1 / 56, 12);
    expect(covered.conclusion.replace(/\s/g, ' ')).toContain(
      'С мерой (3) +40,0 п. п., без неё (5) +6,0 п. п. Разница +34,0 п. п. в лучшую сторону',
    );
    expect(tested).toBe(1);
    expect(parameters).toMatchObject({ 'effectiveness.significance': 5 });
    expect(sections).toMatchObject([
      {
        system: '2.4',
        goals: [
          { id: '2.4-G1', verdict: 'keep' },
          { id: '2.4-G8', verdict: 'keep' },
        ],
        unattended: [{ id: 'meth.network-community-share', before: 0.5, after: 0.375 }],
      },
    ]);
  });

  it('shows the same on the screen and in a file', async () => {
    const { out } = await msoko(['effectiveness', '--year', '2021', '--no-color'], options);
    const words = out.replace(/[│\s]+/g, ' ');
    for (const said of ['40,0 %', '58,8 %', '+18,8 п. п.', 'Рано: итог — по', 'сохранить', '50,0 % → 37,5 %'])
      expect(words).toContain(said);
    const { out: csv } = await msoko(['effectiveness', '--year', '2021', '--format', 'csv'], options);
    const rows = parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.find((row) => row.Показатель?.startsWith('Доля молодых'))).toMatchObject({
      ...{
        Вид: '2.4-M1',
        Начало: '01.10.2020',
        До: '40 %',
        После: '58,75 %',
        'Годы сравнения': '2020–2021',
      },
      ...{ 'Изменение с мерой': '40', 'Изменение без меры': '6', Разница: '34' },
    });
  });

  it('says so where no measure belongs to the year, and which the register has', async () => {
    const { exit, out } = await msoko(['effectiveness', '--year', '2019'], options);
    expect(exit).toBe(0);
    expect(out).toContain('Нет мер');
    expect(out).toContain('с 01.10.2020 по 01.03.2021');
  });

  it('asks for a register where there is none, and for a year', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'msoko-effect-'));
    await msoko(['init', '.'], { ...options, directory });
    const { exit, out } = await msoko(['effectiveness', '--year', '2021'], { ...options, directory });
    rmSync(directory, { recursive: true });
    expect([exit, out]).toEqual([0, expect.stringContaining('Реестра мер нет')]);
    expect((await msoko(['effectiveness'], options)).exit).toBe(2);
  });
});
