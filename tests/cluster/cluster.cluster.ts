import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shards, startShards } from '../../scripts/clickhouse/shards.mjs';
import { seeded } from '../../src/demo/random.ts';
import { start } from '../support/child.ts';
import { type Place, place } from '../support/place.ts';
import { results, roster } from '../support/plain-tables.ts';

const SCHOOLS = Array.from({ length: 1000 }, (_, index) => 100_001 + index);
const PAPERS = [
  ['ВПР', 'Русский язык', 4],
  ['ВПР', 'Математика', 4],
  ['ОГЭ', 'Русский язык', 9],
  ['ЕГЭ', 'Русский язык', 11],
] as const;
const QUESTIONS = [
  ['risk-schools', '--year', '2021'],
  ['objectivity', '--year', '2021'],
  ['status', '--year', '2021'],
  ['explain', '1', '--year', '2021', '--school', '100007'],
] as const;

let folder: string;
let shards: Shards;
/** Random results of a thousand schools, some of them sent again, some under keys that only a later roster joins. */
let region: Place;
let databases = 0;

/** A copy of a workspace that counts on the cluster, in a database of its own. */
function onCluster(at: Place, more: object = {}): Place {
  const copy = place();
  cpSync(at.directory, copy.directory, { recursive: true });
  const settings = JSON.parse(
    readFileSync(join(at.directory, 'msoko.json'), 'utf8').replace(/^\s*\/\/.*$/gm, ''),
  );
  const clickhouse = { url: shards.urls, cluster: shards.cluster, database: `t${databases++}`, ...more };
  writeFileSync(
    join(copy.directory, 'msoko.json'),
    JSON.stringify({ ...settings, engine: 'clickhouse', clickhouse }),
  );
  return { ...copy, run: (args, options) => copy.run(args, { home: at.home, ...options }), home: at.home };
}

function randomResults(
  year: number,
  seed: string,
  schools: readonly number[],
  key = (school: number) => String(school),
) {
  const random = seeded(seed);
  return results(
    ...schools.flatMap((school) =>
      PAPERS.flatMap(([procedure, subject, grade]) =>
        Array.from({ length: random.below(5) }, (_, index) => {
          const score = Math.round(random.next() * 380) / 10;
          const test = procedure === 'ЕГЭ' ? Math.round(random.next() * 100) : null;
          const mark = test === null && random.next() < 0.9 ? 2 + random.below(4) : null;
          return [key(school), year, procedure, subject, grade, index, score, test, mark];
        }),
      ),
    ),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'msoko-shards-'));
  shards = await startShards(folder);
  region = place({ id: 'region' });
  for (const year of [2018, 2019, 2020, 2021])
    region.file(`выгрузки/${year}.csv`, randomResults(year, `first ${year}`, SCHOOLS));
  const file = region.file(
    'выгрузки/логины.csv',
    randomResults(2017, 'logins', SCHOOLS, (school) => `sch${school}`),
  );
  const again = region.file('снова.csv', randomResults(2019, 'again', SCHOOLS.slice(0, 300)));
  const schools = region.file(
    'реестр.csv',
    roster(...SCHOOLS.map((school) => [school, `sch${school}`, null, null, `Школа "\\ '${school}`, null])),
  );
  for (const path of [dirname(file), again, schools]) {
    const ran = await region.run(['import', path]);
    expect(ran.exit, ran.err).toBe(0);
  }
});

afterAll(async () => {
  await shards?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('A cluster of two shards', () => {
  it('answers every question on a thousand schools to the last byte as one machine does', async () => {
    const there = onCluster(region);
    expect((await there.run(['push'])).exit).toBe(0);
    for (const question of QUESTIONS) {
      const here = await region.run([...question, '--json']);
      const answer = await there.run([...question, '--json']);
      expect(answer.exit, answer.out.slice(0, 500)).toBe(here.exit);
      expect(answer.out === here.out, question.join(' ')).toBe(true);
    }
  });

  it('holds nothing under the old key, and nothing of a forgotten participant, after the next push', async () => {
    const own = place({ id: 'okrug' });
    for (const year of [2018, 2019])
      await own.take(`${year}.csv`, randomResults(year, 'own', SCHOOLS.slice(0, 40)));
    const there = onCluster(own);
    expect((await there.run(['push'])).exit).toBe(0);
    const database = `t${databases - 1}`;
    const ids = (await there.ask('imports')).imports.map((one: { import: string }) => one.import);
    const home = { home: own.home };
    expect(
      (await there.run(['forget', '--import', ids[0], '--row', '2', '--json'], home)).json().removed,
    ).toBe(true);
    expect((await there.run(['risk-schools', '--year', '2021', '--json'])).json().error.code).toBe(
      'not-pushed',
    );
    expect((await there.run(['key', 'rotate'], home)).exit).toBe(0);
    expect((await there.run(['push'])).exit).toBe(0);
    expect((await there.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
    const held = async (table: string): Promise<string> => {
      const response = await fetch(
        `${shards.urls[0]}/?query=${encodeURIComponent(`SELECT DISTINCT substring(load, 1, 26) FROM ${database}.${table} FORMAT CSV`)}`,
      );
      return response.text();
    };
    // The servers remove rows in their own time.
    const left = async () => {
      const text = `${await held('results')}${await held('loads')}`;
      return ids.filter((id: string) => text.includes(id));
    };
    await expect.poll(left, { timeout: 60_000, interval: 500 }).toEqual([]);
    expect((await held('results')).trim().split('\n')).toHaveLength(2);
  });

  it('answers so on the demo too: tasks, journals, distributions, medals and olympiads', async () => {
    const demo = place();
    expect((await demo.run(['demo', join(demo.directory, 'demo'), '--quiet'])).exit).toBe(0);
    const home = { ...demo, directory: join(demo.directory, 'demo') };
    const there = onCluster(home);
    expect((await there.run(['push'])).exit).toBe(0);
    for (const question of [
      ...QUESTIONS.slice(0, 3),
      ['indicators', '--year', '2021'],
      ['dynamics', '--year', '2021'],
      ['effectiveness', '--year', '2021'],
      ['explain', 'B2', '--year', '2021', '--school', '990104'],
    ]) {
      const here = await demo.run([...question, '--json', '-C', home.directory]);
      expect((await there.run([...question, '--json'])).out === here.out, question.join(' ')).toBe(true);
    }
  });

  it('asks for a push before it answers, sends each import once, and counts a removed one no more', async () => {
    const there = onCluster(region);
    const before = await there.run(['risk-schools', '--year', '2021', '--json']);
    expect(before.exit).toBe(1);
    expect(before.json().error.code).toBe('not-pushed');
    const first = (await there.run(['push', '--json'])).json();
    expect(first.records).toBeGreaterThan(20_000);
    expect((await there.run(['push', '--json'])).json()).toMatchObject({ pushed: [], records: 0 });
    const { imports } = await region.ask('imports');
    const again = imports.find(({ file }: { file: string }) => file === 'снова.csv').import;
    const shorter = place();
    cpSync(region.directory, shorter.directory, { recursive: true });
    for (const at of [there, shorter]) expect((await at.run(['imports', 'remove', again])).exit).toBe(0);
    const question = [...QUESTIONS[0], '--json'];
    expect((await there.run(question)).out).toBe((await shorter.run(question)).out);
  });

  it('whose push was killed at any moment answers nothing, and right after the next push', async () => {
    const random = seeded('killed push');
    const question = [...QUESTIONS[0], '--json'];
    const right = (await region.run(question)).out;
    for (let round = 0; round < 6; round++) {
      const there = onCluster(region);
      const { child, exited } = start(['push'], there);
      setTimeout(() => child.kill('SIGKILL'), 300 + random.next() * 2500);
      const killed = (await exited).signal !== null;
      const between = await there.run(question);
      if (between.exit === 0) expect(between.out).toBe(right);
      else {
        expect(killed).toBe(true);
        // Killed while the tables were made, the push leaves a shard that lacks them: nothing was pushed then either.
        expect(between.json().error.code).toBe('not-pushed');
      }
      expect((await there.run(['push'])).exit).toBe(0);
      expect((await there.run(question)).out === right, `round ${round}`).toBe(true);
    }
  });

  it('is checked by doctor: version, rights, what was pushed; a wrong password is said plainly', async () => {
    const there = onCluster(region);
    const { checks } = (await there.run(['doctor', '--json'])).json();
    const named = (name: string) => checks.filter((check: { name: string }) => check.name.startsWith(name));
    expect(named('ClickHouse')).toHaveLength(2);
    for (const check of named('ClickHouse')) expect(check).toMatchObject({ ok: true });
    expect(named('Данные на кластере')).toMatchObject([
      { ok: false, remedy: expect.stringContaining('msoko push') },
    ]);
    const refused = await there.run(['push', '--json'], { env: { MSOKO_CLICKHOUSE_PASSWORD: 'не тот' } });
    expect(refused.exit).toBe(1);
    expect(refused.json().error.code).toBe('cluster-rights');
    expect(refused.out).not.toContain('не тот');
  });

  it('must be named right: an unknown name and a missing address are errors', async () => {
    const unknown = await onCluster(region, { cluster: 'other' }).run(['push', '--json']);
    expect(unknown.json().error.code).toBe('cluster-unknown');
    const half = await onCluster(region, { url: shards.urls[0] }).run(['push', '--json']);
    expect(half.json().error.code).toBe('cluster-addresses');
  });

  it('that lost a shard gives an error and no number, and the right one once the shard is back', async () => {
    const there = onCluster(region);
    expect((await there.run(['push'])).exit).toBe(0);
    const question = [...QUESTIONS[0], '--json'];
    const right = await there.run(question);
    await shards.kill(1);
    const answer = await there.run(question);
    expect(answer.exit).toBe(1);
    expect(Object.keys(answer.json())).toEqual(['error']);
    expect(answer.json().error.code).toBe('cluster-shard-down');
    await shards.kill(0);
    expect((await there.run(question)).json().error.code).toBe('cluster-unreachable');
    await Promise.all([shards.restart(0), shards.restart(1)]);
    expect((await there.run(question)).out).toBe(right.out);
  });

  it('that lost rows gives an error and no number', async () => {
    const there = onCluster(region);
    expect((await there.run(['push'])).exit).toBe(0);
    const { clickhouse } = JSON.parse(readFileSync(join(there.directory, 'msoko.json'), 'utf8'));
    await fetch(shards.urls[1]!, { method: 'POST', body: `DROP TABLE ${clickhouse.database}.results_local` });
    const copy = `CREATE TABLE ${clickhouse.database}.results_local AS ${clickhouse.database}.results ENGINE = MergeTree ORDER BY load`;
    expect((await fetch(shards.urls[1]!, { method: 'POST', body: copy })).ok).toBe(true);
    const answer = await there.run([...QUESTIONS[0], '--json']);
    expect(answer.exit).toBe(1);
    expect(answer.json().error.code).toBe('cluster-incomplete');
  });
});
