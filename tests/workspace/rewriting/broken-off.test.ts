import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/workspace/manifest.ts';
import { rewriteImports } from '../../../src/workspace/rewriting/rewrite-imports.ts';
import { rotateKey } from '../../../src/workspace/rewriting/rotate-key.ts';
import { type Place, place, storedRecords } from '../../support/place.ts';
import { marks } from '../../support/plain-tables.ts';

/** Three imports of pupils. */
async function filled(): Promise<Place> {
  const at = place({ id: 'okrug' });
  for (const year of [2018, 2019, 2020]) await at.take(`${year}.csv`, marks('990101', year, [2, 3, 4]));
  return at;
}

const folders = (at: Place): string[] => readdirSync(join(at.directory, 'imports')).sort();
const keyFileOf = (at: Place): string => join(at.home, 'keys', 'okrug.key');
const answer = (at: Place) => at.ask('risk-schools', '--year', '2021');
const shownImports = async (at: Place): Promise<string[]> =>
  (await at.ask('imports')).imports.map((one: { import: string }) => one.import);

const rotation = (at: Place, progress: (done: number) => void) => ({
  id: 'okrug',
  env: { MSOKO_HOME: at.home },
  program: 'test',
  now: Date.now(),
  progress,
});

describe('a change of the key that is broken off', () => {
  it.each([0, 1, 2, 3])('before it is done (%i of 3 imports written) has changed nothing', async (broken) => {
    const at = await filled();
    const before = { imports: await shownImports(at), answer: await answer(at) };
    const oldKey = readFileSync(keyFileOf(at), 'utf8');
    const stopped = rotateKey(
      at.directory,
      rotation(at, (done) => {
        if (done === broken) throw new Error('stopped');
      }),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(folders(at)).toHaveLength(3 + broken);
    expect(await shownImports(at)).toEqual(before.imports);
    expect(await answer(at)).toEqual(before.answer);

    // The secret that was added is not in use yet; files are read as before, and what was left is cleared away.
    const added = readFileSync(keyFileOf(at), 'utf8');
    expect(added.startsWith(oldKey) && added.length > oldKey.length).toBe(true);
    const again = await at.take('ещё.csv', marks('990101', 2015, [5]));
    expect(again.status).toBe('imported');
    expect(folders(at)).toHaveLength(4);
    expect(new Set(readManifests(at.directory).map(({ key }) => key)).size).toBe(1);

    // The next one goes on with that secret.
    expect((await at.ask('key', 'rotate')).imports).toBe(4);
    expect(readFileSync(keyFileOf(at), 'utf8')).toBe(added);
    expect((await answer(at)).schools).toEqual(before.answer.schools);
  });

  it('after it is done is done, whatever of the old imports was not taken away yet', async () => {
    const at = await filled();
    const before = await answer(at);
    const old = join(at.home, 'прежние');
    cpSync(join(at.directory, 'imports'), old, { recursive: true });
    await at.run(['key', 'rotate']);
    const imports = await shownImports(at);
    cpSync(old, join(at.directory, 'imports'), { recursive: true });
    mkdirSync(join(at.directory, '.msoko', 'facts'), { recursive: true });
    writeFileSync(join(at.directory, '.msoko', 'facts', 'results-0.parquet'), '');

    expect(await shownImports(at)).toEqual(imports);
    expect((await answer(at)).schools).toEqual(before.schools);
    expect(folders(at)).toHaveLength(3 + 3 + 1);
    await at.take('ещё.csv', marks('990101', 2020, [5], 'Математика'));
    expect(folders(at)).toHaveLength(3 + 1 + 1);
    expect(readdirSync(join(at.directory, '.msoko'))).not.toContain('facts');
  });
});

describe('imports that are written anew', () => {
  it('count all together or not at all', async () => {
    const at = await filled();
    const seen: string[][] = [];
    const imports = readManifests(at.directory);
    await rewriteImports(at.directory, {
      ...{ kind: 'participant-forgotten', program: 'test', now: Date.now(), imports, forgotten: [] },
      keeps: ({ record }) => record.at[1] !== 2,
      record: (record) => record,
      manifest: (manifest) => manifest,
      progress: () => seen.push(readManifests(at.directory).map((manifest) => manifest.import)),
    });
    const old = imports.map((manifest) => manifest.import);
    expect(seen).toEqual([old, old, old, old]);
    const renewed = readManifests(at.directory);
    expect(renewed.map((manifest) => manifest.import.slice(0, 10))).toEqual(old.map((id) => id.slice(0, 10)));
    expect(renewed.filter((manifest) => old.includes(manifest.import))).toEqual([]);
    expect(renewed.map(({ records, skipped }) => [records.results, skipped.forgotten])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    expect(storedRecords(at.directory, 'results')).toHaveLength(6);
  });

  it('are refused where the note of what replaced what is damaged: nobody guesses', async () => {
    const at = await filled();
    await at.run(['key', 'rotate']);
    const note = folders(at).find((name) => name.endsWith('.json'))!;
    writeFileSync(join(at.directory, 'imports', note), '{"rewriting":');
    expect((await at.run(['imports', '--json'])).json().error.code).toBe('damaged-rewriting');
  });
});
