import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Random, seeded } from '../../src/demo/random.ts';
import { readManifests } from '../../src/workspace/manifest.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { start } from '../support/child.ts';
import { filesBelow, linesOf, type Place, place } from '../support/place.ts';
import { results, roster, values } from '../support/plain-tables.ts';

const ROUNDS = 100;
/** Rounds run side by side, one to a core. */
const LANES = 2;
const SCHOOLS = Array.from({ length: 20 }, (_, index) => String(990_101 + index));

let folder: string;
let names: string[];
let answer: unknown;
/** Milliseconds until an import that is left alone has stored its first file, and until it has stored all. */
let usual: { first: number; all: number };

function writeExports(at: Place): string {
  const path = at.file(
    'реестр.csv',
    roster(...SCHOOLS.map((code) => [code, `sch${code}`, null, null, `Школа ${code}`, null])),
  );
  for (const year of [2018, 2019, 2020]) {
    for (const subject of ['Русский язык', 'Математика']) {
      const rows = SCHOOLS.flatMap((code, school) =>
        Array.from({ length: 15 }, (_, index) => [
          code,
          year,
          'ВПР',
          subject,
          4,
          index,
          null,
          null,
          2 + ((school + index + year) % 4),
        ]),
      );
      at.file(`${subject} ${year}.csv`, results(...rows));
    }
  }
  at.file(
    'значения.csv',
    values(
      ...SCHOOLS.flatMap((code, index) => [
        [code, 2021, 'pupils', 100],
        [code, 2021, 'single-parent', 20 + index],
      ]),
    ),
  );
  return dirname(path);
}

const reportedBy = (err: string): string[] =>
  [...err.matchAll(/^✔ (.+) — загружен/gm)].map(([, file]) => file!);

/** Imports the folder in a process that is killed a moment after it has told of so many files. */
async function killedImport(at: Place, files: number, wait: number): Promise<string[]> {
  const { child, exited } = start(['import', folder], at);
  const kill = () => setTimeout(() => child.kill('SIGKILL'), wait);
  if (files === 0) kill();
  else {
    let err = '';
    let told = false;
    child.stderr!.on('data', (text: string) => {
      err += text;
      if (!told && reportedBy(err).length >= files) {
        told = true;
        kill();
      }
    });
  }
  const { code, err } = await exited;
  expect([0, null]).toContain(code);
  return reportedBy(err);
}

/** What a workspace shows after a kill: every import whole, and all that were reported. */
function expectWhole(at: Place, reported: readonly string[]): number {
  const imports = join(at.directory, 'imports');
  const manifests = readManifests(at.directory);
  expect(openWorkspace(at.directory).imports).toHaveLength(manifests.length);
  expect(manifests.map(({ file }) => file)).toEqual(expect.arrayContaining([...reported]));
  expect(existsSync(imports) ? readdirSync(imports).sort() : []).toEqual(manifests.map((one) => one.import));
  for (const { import: id, records } of manifests) {
    const files = filesBelow(join(imports, id));
    const lines = [...files].filter(([name]) => name.endsWith('.ndjson') && name !== 'issues.ndjson');
    const counts = lines.map(([name, bytes]) => [name.replace('.ndjson', ''), linesOf(bytes).length]);
    expect(Object.fromEntries(counts)).toEqual(records);
  }
  return manifests.length;
}

async function round(index: number, random: Random): Promise<'none' | 'some' | 'all'> {
  const at = place();
  // Half of the rounds begin without a workspace: the import makes it, and the key.
  if (index % 2) rmSync(join(at.directory, 'msoko.json'));
  const files = random.below(names.length);
  const wait =
    files === 0 ? random.next() * usual.first * 1.2 : (random.next() * 2 * usual.all) / names.length;
  const stored = expectWhole(at, await killedImport(at, files, wait));
  const finished = await at.run(['import', folder, '--json']);
  expect(finished.exit, finished.out).toBe(0);
  expect(finished.json().totals).toMatchObject({
    unchanged: stored,
    imported: names.length - stored,
    rejected: 0,
  });
  expect(await at.ask('risk-schools', '--year', '2021')).toEqual(answer);
  return stored === 0 ? 'none' : stored < names.length ? 'some' : 'all';
}

beforeAll(async () => {
  const at = place();
  folder = writeExports(at);
  names = readdirSync(folder);
  const begun = Date.now();
  let first = 0;
  const { child, exited } = start(['import', folder], at);
  child.stderr!.once('data', () => {
    first = Date.now() - begun;
  });
  const { code, err } = await exited;
  usual = { first, all: Date.now() - begun - first };
  expect(code, err).toBe(0);
  expect(reportedBy(err).sort()).toEqual([...names].sort());
  answer = await at.ask('risk-schools', '--year', '2021');
});

describe('an import that is killed', () => {
  it(`at ${ROUNDS} moments loses nothing that it reported, shows nothing half, and is finished by the next`, async () => {
    const random = seeded('kill');
    const rounds = Array.from({ length: ROUNDS }, (_, index) => index);
    const seen = { none: 0, some: 0, all: 0 };
    const lane = async (): Promise<void> => {
      for (let index = rounds.shift(); index !== undefined; index = rounds.shift())
        seen[await round(index, random)]++;
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(seen.none + seen.some + seen.all).toBe(ROUNDS);
    expect(seen.some, JSON.stringify(seen)).toBeGreaterThan(ROUNDS / 4);
  }, 900_000);

  it('leaves nothing behind that a later import trips over, however old', async () => {
    const at = place();
    const left = join(at.directory, '.msoko', 'importing', '01ARZ3NDEKTSV4RRFFQ69G5FAV');
    mkdirSync(left, { recursive: true });
    mkdirSync(join(at.directory, 'imports', '01ARZ3NDEKTSV4RRFFQ69G5FAW'), { recursive: true });
    const inTwoDays = Date.now() + 2 * 24 * 60 * 60 * 1000;
    const ran = await at.run(['import', folder, '--json'], { now: () => inTwoDays });
    expect(ran.exit).toBe(0);
    expect(existsSync(left)).toBe(false);
    expect(await at.ask('risk-schools', '--year', '2021')).toEqual(answer);
  });
});

describe('two imports at once', () => {
  it('into one workspace store everything, and the answer is that of one', async () => {
    const at = place();
    const runs = await Promise.all([
      start(['import', folder, '--json'], at).exited,
      start(['import', folder, '--json'], at).exited,
    ]);
    for (const { code, err } of runs) expect(code, err).toBe(0);
    const stored = runs.flatMap(({ out }) =>
      JSON.parse(out).files.map((one: { import: string }) => one.import),
    );
    expect(readManifests(at.directory).map((one) => one.import)).toEqual([...new Set(stored)].sort());
    expectWhole(at, names);
    expect(await at.ask('risk-schools', '--year', '2021')).toEqual(answer);
  });
});
