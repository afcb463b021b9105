import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { duckdbEngine, fillCache } from '../../src/facts/engines/duckdb.ts';
import { countFacts } from '../../src/facts/facts.ts';
import { sittingFacts } from '../../src/facts/sitting-facts.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { bordersOf } from '../../src/regulation/risk-schools.ts';
import { recordFile } from '../../src/workspace/manifest.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { type Place, place } from '../support/place.ts';
import { marks, roster } from '../support/plain-tables.ts';

const BORDERS = bordersOf(2021, loadParameters({}));

let at: Place;
const folder = () => join(at.directory, '.msoko', 'facts');
const cached = () => readdirSync(folder()).sort();

/** Facts of the workspace: with a cache for every import, or straight from the records. */
async function facts(cache = true): Promise<string> {
  const workspace = openWorkspace(at.directory);
  const engine = await (cache ? duckdbEngine(workspace, 1) : duckdbEngine());
  try {
    const counted = (await countFacts(workspace, engine, BORDERS)).all();
    const { sittings } = await sittingFacts(workspace, engine, BORDERS);
    const key = (one: { school: string; subject: string; year: number }) =>
      `${one.school} ${one.subject} ${one.year}`;
    return JSON.stringify(
      [counted, sittings].map((list) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))),
    );
  } finally {
    engine.close();
  }
}

beforeEach(async () => {
  at = place();
  for (const year of [2018, 2019, 2020]) await at.take(`${year}.csv`, marks('1', year, [2, 3, 4, 5]));
  await at.take('логин.csv', marks('sch990102', 2020, [3, 3]));
  await at.take('снова.csv', marks('1', 2019, [5, 5]));
});

describe('The cache of facts', () => {
  it('answers as the records do, the first time and when it is read again', async () => {
    const right = await facts(false);
    expect(await facts()).toBe(right);
    expect(cached()).toHaveLength(5);
    expect(await facts()).toBe(right);
  });

  it('is written before anything is asked by whoever brings large records, and is what a question would write', async () => {
    await fillCache(openWorkspace(at.directory), 1);
    const ahead = cached();
    expect(ahead).toHaveLength(5);
    const written = ahead.map((name) => statSync(join(folder(), name)).mtimeMs);
    expect(await facts()).toBe(await facts(false));
    expect(cached()).toEqual(ahead);
    expect(ahead.map((name) => statSync(join(folder(), name)).mtimeMs)).toEqual(written);
  });

  it('is not written for a single look at the records, and is for the second', async () => {
    const workspace = openWorkspace(at.directory);
    const engine = await duckdbEngine(workspace, 1);
    try {
      const [first] = workspace.imports;
      const file = recordFile(at.directory, first!.import, 'results');
      const count = async () =>
        engine.query(
          `SELECT CAST(COUNT(*) AS INTEGER) AS n FROM ${engine.records([file], { year: 'integer' }).from} r`,
        );
      expect(await count()).toEqual([{ n: 4 }]);
      expect(() => cached()).toThrow(/ENOENT/);
      expect(await count()).toEqual([{ n: 4 }]);
      expect(cached()).toHaveLength(1);
      expect(await count()).toEqual([{ n: 4 }]);
    } finally {
      engine.close();
    }
  });

  it('stops no import where it cannot be written', async () => {
    rmSync(join(at.directory, '.msoko'), { recursive: true });
    writeFileSync(join(at.directory, '.msoko'), 'не папка');
    await fillCache(openWorkspace(at.directory), 1);
    expect(await facts()).toBe(await facts(false));
    rmSync(join(at.directory, '.msoko'));
    mkdirSync(join(at.directory, '.msoko'));
    writeFileSync(folder(), 'не папка');
    expect(await facts()).toBe(await facts(false));
  });

  it('is nothing to small workspaces', async () => {
    await at.ask('risk-schools', '--year', '2021');
    expect(readdirSync(at.directory)).not.toContain('.msoko/facts');
    expect(() => cached()).toThrow(/ENOENT/);
  });

  it('follows imports that come and go: what is gone is removed, what stayed is not written again', async () => {
    await facts();
    const before = new Map(cached().map((name) => [name, readFileSync(join(folder(), name))]));
    const { imports } = await at.ask('imports');
    const again = imports.find(({ file }: { file: string }) => file === 'снова.csv').import;
    await at.run(['imports', 'remove', again]);
    await at.take('2017.csv', marks('1', 2017, [2]));
    const right = await facts(false);
    expect(await facts()).toBe(right);
    expect(cached()).toHaveLength(4);
    for (const name of cached()) expect(readFileSync(join(folder(), name))).toEqual(before.get(name));
  });

  it('holds no schools: a roster that joins keys later is heeded', async () => {
    await facts();
    const before = cached();
    await at.take('реестр.csv', roster(['7', 'sch990102', null, null, 'Школа 7', null]));
    const right = await facts(false);
    expect(await facts()).toBe(right);
    expect(right).toContain('"school":"7"');
    expect(cached()).toEqual(before);
  });

  it.each([
    ['cut off', (file: string) => truncateSync(file, 40)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['overwritten', (file: string) => writeFileSync(file, 'PAR1 не он PAR1')],
  ])('is thrown away where a file is %s, and the records answer', async (_how, spoil) => {
    const right = await facts(false);
    await facts();
    for (const name of cached()) spoil(join(folder(), name));
    expect(await facts()).toBe(right);
    expect(await facts()).toBe(right);
  });

  it('may be deleted at any time, and does without where it cannot be written', async () => {
    const right = await facts(false);
    await facts();
    rmSync(join(at.directory, '.msoko'), { recursive: true });
    expect(await facts()).toBe(right);
    rmSync(join(at.directory, '.msoko'), { recursive: true });
    writeFileSync(join(at.directory, '.msoko'), 'не папка');
    expect(await facts()).toBe(right);
  });

  it('is written by several at once without harm, and what a killed one left is not read', async () => {
    const right = await facts(false);
    expect(await Promise.all([facts(), facts(), facts()])).toEqual([right, right, right]);
    const [first] = cached();
    writeFileSync(join(folder(), `${first}.1-0000.tmp`), 'PAR1');
    expect(await facts()).toBe(right);
    expect(cached().filter((name) => name.endsWith('.parquet'))).toHaveLength(5);
  });
});
