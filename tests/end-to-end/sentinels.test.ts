import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSheets } from '../../src/sheets/open.ts';
import { filesBelow, type Place, place } from '../support/place.ts';

/** A person whom no fixture knows, in every way in which exports name one. */
const SENTINELS = [
  'Жмыхоборова Фтеона Щукарьевна',
  'ЖМЫХОБОРОВА Ф. Щ.',
  'жмыхоборова',
  '29.02.2004',
  '2004-02-29',
  '990-417-358 27',
  '99 17 483926',
  '483926',
];
/** What of them must stand nowhere, in any case. The number of a document may be read as a code of a school. */
const TRACES = /жмыхобор|фтеон|щукарь|29\.02\.2004|2004-02-29|990-417|99041735827|99 17 48|9917483926/i;

/** A fixture as rows of texts, sheet by sheet after one another. */
async function rowsOf(path: string): Promise<string[][]> {
  const opened = await openSheets(path);
  const rows: string[][] = [];
  try {
    for (const sheet of opened.sheets) {
      for await (const batch of sheet.rows())
        for (const { cells } of batch) rows.push(Array.from(cells, (cell) => cell?.text ?? ''));
      // The first sheet with something in it is the one that is broken.
      if (rows.length > 0) break;
    }
  } finally {
    await opened.close();
  }
  return rows;
}

/** Where the data begin: the first of three rows running that are as wide as the table. */
function firstDataRow(rows: readonly string[][]): number {
  const width = Math.max(...rows.map((row) => row.length));
  const wide = (row: readonly string[] | undefined) =>
    (row?.filter((text) => text.trim() !== '').length ?? 0) > width / 2;
  const at = rows.findIndex((row, index) => wide(row) && index > 0 && wide(rows[index - 1]));
  return at < 1 ? Math.min(1, rows.length - 1) : at;
}

type Damage = (rows: readonly string[][], data: number) => string[][];

/** Repeats the first rows of data until each column of each sentinel has one, and puts it there. */
const inEveryColumn: Damage = (rows, data) => {
  const width = Math.max(...rows.map((row) => row.length));
  const source = rows.slice(data, data + 5);
  const damaged = Array.from({ length: width * SENTINELS.length }, (_, index) => {
    const row = [...source[index % source.length]!];
    row[index % width] = SENTINELS[Math.floor(index / width)]!;
    return row;
  });
  return [...rows.slice(0, data), ...source, ...damaged];
};

const named = (index: number): string => SENTINELS[index % SENTINELS.length]!;
const onData =
  (change: (row: string[], index: number) => string[]): Damage =>
  (rows, data) =>
    rows.map((row, index) => (index < data ? [...row] : change([...row], index)));

const DAMAGES: readonly (readonly [name: string, damage: Damage])[] = [
  ['a person in every column in turn', inEveryColumn],
  ['rows moved to the right by a person', onData((row, index) => [named(index), ...row])],
  ['rows moved to the left, a person at their end', onData((row, index) => [...row.slice(1), named(index)])],
  [
    'a column of names before the table',
    (rows, data) => rows.map((row, index) => [index < data ? 'ФИО' : named(index), ...row]),
  ],
  [
    'a column of names after the table',
    (rows, data) => rows.map((row, index) => [...row, index < data ? 'Фамилия' : named(index)]),
  ],
  ['nothing but a person in a row', onData((row, index) => row.map(() => named(index)))],
  [
    'footers that name who made it',
    (rows) => [...rows, ...SENTINELS.map((text) => [`Исполнитель ${text}`, '', text])],
  ],
  ['titles that name a person', (rows) => [...SENTINELS.map((text) => [text]), ...rows]],
  [
    'a person in the heads of the columns',
    (rows, data) =>
      rows.map((row, index) =>
        index === data - 1 ? row.map((text, at) => (at % 3 === 2 ? named(at) : text)) : [...row],
      ),
  ],
  ['no heads, and a person in the first row', (rows, data) => [SENTINELS.map(String), ...rows.slice(data)]],
];

const csv = (rows: readonly string[][]): string =>
  rows.map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')}\r\n`).join('');

/** Exports as they are: a hostile file of twenty thousand columns would be broken in each of them. */
const FIXTURES = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(csv|xlsx?)$/.test(name) && !name.startsWith('hostile'))
  .sort();

/** What a crash would leave behind. */
const defectFiles = (): string[] => {
  const folder = join(tmpdir(), 'msoko');
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
};

const GIVEN = ['--school', '990101', '--year', '2021', '--subject', 'russian', '--grade', '4'];

/** Imports a damaged file in every way that says or stores something else; returns all that was said. */
async function importDamaged(at: Place, name: string, rows: readonly string[][]): Promise<string> {
  const path = at.file(name, csv(rows));
  const said: string[] = [];
  for (const options of [['--verbose'], ['--set-aside', '--json'], ['--set-aside', '--json', ...GIVEN]]) {
    const { exit, out, err } = await at.run(['import', path, ...options]);
    expect([0, 1], `${name}: ${err}`).toContain(exit);
    said.push(out, err);
  }
  return said.join('\n');
}

/**
 * Rosters and the groups of ФИС ОКО are lists of names: nobody can tell that of an organisation or a territory from
 * that of a person. They are stored, and no message repeats them.
 */
const NAMES_ARE_STORED = /roster|contextual-survey|2849657|Ф3_|распределение|статистика-2019/;

/** Where people never stand, and a head that is not known must be named. */
const HEADS_ARE_NAMED = /school-values-wide/;

describe('a person in the wrong place of an export', () => {
  it('is there: the damaged files hold every sentinel', async () => {
    expect(FIXTURES.length).toBeGreaterThan(35);
    const rows = await rowsOf(join('fixtures', 'gia/04_2026.06.03.csv'));
    for (const [name, damage] of DAMAGES) expect(csv(damage(rows, firstDataRow(rows))), name).toMatch(TRACES);
    const everywhere = csv(inEveryColumn(rows, firstDataRow(rows)));
    for (const sentinel of SENTINELS) expect(everywhere).toContain(sentinel);
  });

  it.each(FIXTURES)('of %s is shown nowhere and stored nowhere', async (fixture) => {
    const before = defectFiles();
    const at = place({ id: 'okrug' });
    const rows = await rowsOf(join('fixtures', fixture));
    for (const [index, [name, damage]] of DAMAGES.entries()) {
      if (HEADS_ARE_NAMED.test(fixture) && name.includes('heads')) continue;
      const file = `${index}/${fixture.replace(/\.\w+$/, '.csv')}`;
      const said = await importDamaged(at, file, damage(rows, firstDataRow(rows)));
      expect(linesWith(said), name).toEqual([]);
    }
    if (NAMES_ARE_STORED.test(fixture)) return;
    for (const args of [
      ['imports', '--json'],
      ['status', '--year', '2021', '--json', '--verbose'],
    ]) {
      const { out, err } = await at.run(args);
      expect(linesWith(out + err), args[0]).toEqual([]);
    }
    for (const [file, bytes] of [...filesBelow(at.directory), ...filesBelow(at.home)])
      expect(linesWith(`${file}\n${bytes.toString('utf8')}`), file).toEqual([]);
    expect(defectFiles()).toEqual(before);
  });
});

const linesWith = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => TRACES.test(line))
    .slice(0, 5);
