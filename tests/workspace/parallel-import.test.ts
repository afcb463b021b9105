import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/workspace/importing/find-files.ts';
import { importFiles } from '../../src/workspace/importing/import-files.ts';
import type { Progress } from '../../src/workspace/importing/import-progress.ts';
import { readManifests } from '../../src/workspace/manifest.ts';
import { filesBelow, type Place, place } from '../support/place.ts';
import { roster, table } from '../support/plain-tables.ts';

const WORKER = new URL('../../dist/import-worker.js', import.meta.url);
const COLUMNS = 'Код ОО;Год;Процедура;Предмет;Класс;Участник;Отметка;Заметка';

/** Columns that nobody reads make a file of few rows large enough to be worth a thread. */
const NOTE = 'з'.repeat(2000);

const results = (year: number, schools: readonly (string | number)[], first = 3) =>
  table(
    COLUMNS,
    ...Array.from({ length: 120 }, (_, index) => [
      schools[index % schools.length]!,
      year,
      'ВПР',
      'Русский язык',
      4,
      index,
      index === 0 ? first : 2 + (index % 4),
      NOTE,
    ]),
  );

interface Stored {
  outcomes: unknown;
  told: string[];
  records: [string, string][];
  steps: Progress[];
}

/** Imports a folder, and says everything that must not depend on how it was read. */
async function imported(
  at: Place,
  folder: string,
  worker: URL | undefined,
  partBytes = 1 << 30,
): Promise<Stored> {
  const told: string[] = [];
  const steps: Progress[] = [];
  const outcomes = await importFiles(
    findFiles([folder]),
    { given: {}, setAside: false, dryRun: false },
    {
      directory: at.directory,
      key: { chain: [Buffer.alloc(32, 7)], fingerprint: 'test' },
      forgotten: [],
      menu: [],
      program: 'test',
      worker,
      partBytes,
      now: () => 1_700_000_000_000,
      progress: (step) => steps.push(step),
      done: ({ file }) => told.push(file),
    },
  );
  const order = readManifests(at.directory).map((manifest) => manifest.import);
  const named = (text: string) => order.reduce((all, id, index) => all.replaceAll(id, `#${index}`), text);
  return {
    outcomes: JSON.parse(named(JSON.stringify(outcomes))),
    told,
    records: [...filesBelow(at.directory)]
      .map(([name, bytes]): [string, string] => [named(name), named(bytes.toString())])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    steps,
  };
}

async function bothWays(write: (at: Place) => string): Promise<{ one: Stored; many: Stored }> {
  const [first, second] = [place(), place()];
  return {
    one: await imported(first, write(first), undefined),
    many: await imported(second, write(second), WORKER),
  };
}

describe('Files that are read in several threads', () => {
  it('are stored and told of in the same order, with the same words, as one after another', async () => {
    const { one, many } = await bothWays((at) => {
      at.file('папка/я реестр.csv', roster(['1', 'sch990001', null, null, 'Школа 1', null]));
      for (let year = 2010; year < 2022; year++)
        at.file(`папка/${year}.csv`, results(year, [1, 2, 3 + (year % 3)]));
      at.file('папка/2013 повтор.csv', results(2013, [1, 2, 3]));
      return dirname(at.file('папка/2014 ошибка.csv', results(2014, [1, 99], 7)));
    });
    expect(many.outcomes).toEqual(one.outcomes);
    expect(many.told).toEqual(one.told);
    expect(many.told[0]).toBe('я реестр.csv');
    expect(many.records).toEqual(one.records);
  });

  it('say that a school is new once, in the first file that names it, however early the others were read', async () => {
    const { many } = await bothWays((at) => {
      for (let year = 2010; year < 2018; year++) at.file(`папка/${year}.csv`, results(year, [5, 6]));
      return dirname(at.file('папка/2009.csv', results(2009, [5, 6])));
    });
    const added = (many.outcomes as { file: string; issues: { code: string }[] }[]).map(
      ({ issues }) => issues.filter(({ code }) => code === 'school-added').length,
    );
    expect(added).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('tell of every byte: what lies behind never exceeds what there is, and ends with all of it', async () => {
    const { many } = await bothWays((at) => {
      for (let year = 2010; year < 2018; year++) at.file(`папка/${year}.csv`, results(year, [5, 6]));
      return dirname(at.file('папка/2009.csv', results(2009, [5])));
    });
    for (const { bytes, allBytes } of many.steps) expect(bytes).toBeLessThanOrEqual(allBytes);
    expect(many.steps.at(-1)).toMatchObject({ stage: 'reading', files: 9, allFiles: 9 });
    expect(many.steps.at(-1)!.bytes).toBe(many.steps.at(-1)!.allBytes);
  });

  it('fail as one thread does where the disk fails', async () => {
    const at = place();
    for (let year = 2010; year < 2018; year++) at.file(`папка/${year}.csv`, results(year, [5, 6]));
    const folder = dirname(at.file('папка/2009.csv', results(2009, [5])));
    at.file('../workspace/.msoko', 'файл на месте папки');
    await expect(imported(at, folder, WORKER)).rejects.toMatchObject({ syscall: 'mkdir' });
  });
});

describe('One large table', () => {
  it('is read in parts by several threads, and stored and told of as if it had been read at one go', async () => {
    const [first, second] = [place(), place()];
    const folderOf = (at: Place) => {
      const parts = Array.from({ length: 12 }, (_, part) =>
        results(2010 + part, [1, 2, 3 + part], 2 + (part % 4)),
      );
      const rows = parts.map((text, index) => (index === 0 ? text : text.slice(text.indexOf('\n') + 1)));
      at.file('папка/реестр.csv', roster(['1', 'sch990001', null, null, 'Школа 1', null]));
      return dirname(at.file('папка/большая.csv', rows.join('')));
    };
    const whole = await imported(first, folderOf(first), undefined);
    const inParts = await imported(second, folderOf(second), WORKER, 1 << 18);
    const { steps: _steps, ...stored } = whole;
    expect(inParts).toMatchObject(stored);
    expect(stored.records.map(([name]) => name)).toContain('imports/#1/results.ndjson');
    for (const { bytes, allBytes } of inParts.steps) expect(bytes).toBeLessThanOrEqual(allBytes);
  });
});

describe('An unchanged folder', () => {
  it('is only hashed: nothing is opened, recognised or written', async () => {
    const at = place();
    for (let year = 2010; year < 2013; year++) at.file(`папка/${year}.csv`, results(year, [5, 6]));
    const folder = dirname(at.file('папка/реестр.csv', roster(['5', null, null, null, 'Школа 5', null])));
    await imported(at, folder, undefined);
    const before = filesBelow(at.directory);
    const again = await imported(at, folder, undefined);
    expect(new Set((again.outcomes as { status: string }[]).map(({ status }) => status))).toEqual(
      new Set(['unchanged']),
    );
    expect(again.told[0]).toBe('реестр.csv');
    expect(new Set(again.steps.slice(0, -4).map(({ stage }) => stage))).toEqual(new Set(['hashing']));
    expect(filesBelow(at.directory)).toEqual(before);
  });
});
