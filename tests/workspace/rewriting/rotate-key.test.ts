import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/workspace/manifest.ts';
import { egeProtocol, ogeProtocol } from '../../support/exports.ts';
import { filesBelow, type Place, place, storedRecords } from '../../support/place.ts';
import { marks, roster, table, values } from '../../support/plain-tables.ts';

const VERA = { school: '9101', surname: 'Ветлугина', document: ['9900', '000001'] as const };
const OLGA = { school: '9101', surname: 'Придумкина', name: 'Ольга', document: ['9900', '000002'] as const };
const MEDALS = 'Код ОО;Год;Фамилия;Имя;Отчество;Дата рождения;Степень;Статус';

/** ГИА by document, a medal by name, ВПР by code, and what is about nobody. */
async function filled(): Promise<Place> {
  const at = place({ id: 'okrug' });
  await at.take('реестр.csv', roster(['990101', '', '9101', '9101', 'МБОУ «СОШ № 1»', 'СОШ № 1']));
  await at.take('егэ.csv', ege('01 - Русский язык', '2021.06.03', 45));
  await at.take('медали.csv', medals(2021));
  await at.take('впр.csv', marks('990101', 2020, [2, 3]));
  await at.take('паспорт.csv', values(['990101', 2021, 'pupils', 100]));
  return at;
}

const ege = (subject: string, day: string, result: number): string =>
  egeProtocol(subject, day, [
    { ...VERA, result },
    { ...OLGA, result: 90 },
  ]);

const medals = (year: number): string =>
  table(MEDALS, ['990101', year, 'Ветлугина', 'Вера', 'Олеговна', '07.11.2003', '', 'кандидат']);

const medalists = async (at: Place) => (await at.ask('objectivity', '--year', '2021')).medalists;

const pseudonymsOf = (at: Place): string[] =>
  ['results', 'medal-candidates'].flatMap((kind) =>
    storedRecords(at.directory, kind).flatMap(({ participant, person, document }) =>
      [participant, person, document].filter(Boolean),
    ),
  );

const keyText = (at: Place): string => readFileSync(join(at.home, 'keys', 'okrug.key'), 'utf8');

describe('msoko key rotate', () => {
  it('gives everybody another pseudonym and keeps every match, of old files and of new ones', async () => {
    const at = await filled();
    const before = { pseudonyms: pseudonymsOf(at), medalists: await medalists(at) };
    expect(before.medalists).toMatchObject({ candidates: 1, withEge: 1 });
    const results = storedRecords(at.directory, 'results');

    expect((await at.ask('key', 'rotate')).imports).toBe(3);

    const after = pseudonymsOf(at);
    expect(after).toHaveLength(before.pseudonyms.length);
    expect(after.filter((one) => before.pseudonyms.includes(one))).toEqual([]);
    // Equal ones stayed equal, and different ones different.
    const shape = (all: string[]) => all.map((one) => all.indexOf(one));
    expect(shape(after)).toEqual(shape(before.pseudonyms));
    const bare = ({ participant: _p, person: _n, document: _d, ...rest }: Record<string, unknown>) => rest;
    expect(storedRecords(at.directory, 'results').map(bare)).toEqual(results.map(bare));
    expect(await medalists(at)).toEqual(before.medalists);

    // Files of another day and another year meet those that were there: by document, by name, by code.
    const again = await at.take('егэ-2.csv', ege('02 - Математика', '2021.06.07', 50));
    expect(again.status).toBe('imported');
    const ofVera = storedRecords(at.directory, 'results').filter(({ testScore }) => testScore < 60);
    expect(new Set(ofVera.map(({ document }) => document)).size).toBe(1);
    expect(ofVera).toHaveLength(2);
    await at.run(['imports', 'remove', importOf(at, 'медали.csv')]);
    expect((await at.take('медали-снова.csv', medals(2021))).status).toBe('imported');
    expect((await medalists(at)).withEge).toBe(1);
    const code = (subject: string) => at.take(`${subject}.csv`, marks('990101', 2020, [2], subject));
    await code('Математика');
    const [russian, mathematics] = ['russian', 'mathematics'].map((subject) =>
      storedRecords(at.directory, 'results').find(
        (one) => one.procedure === 'vpr' && one.subject === subject,
      ),
    );
    expect(mathematics.participant).toBe(russian.participant);
  });

  it('keeps imports in their order, known by their files, and superseded as they were', async () => {
    const at = await filled();
    await at.take('впр-новый.csv', marks('990101', 2020, [4, 5]));
    const told = async () =>
      (await at.ask('imports')).imports.map(
        // biome-ignore lint/suspicious/noExplicitAny: an entry of `imports --json`
        ({ import: _id, supersededBy, ...rest }: any) => ({ ...rest, superseded: supersededBy.length }),
      );
    const before = await told();
    await at.run(['key', 'rotate']);
    expect(await told()).toEqual(before);
    expect((await at.take('впр.csv', marks('990101', 2020, [2, 3]))).status).toBe('unchanged');
  });

  it('leaves nothing under the old key: not in the imports, not in the cache', async () => {
    const at = await filled();
    const old = pseudonymsOf(at);
    await at.run(['key', 'rotate']);
    for (const [name, bytes] of filesBelow(at.directory))
      expect(
        old.filter((one) => bytes.includes(one)),
        name,
      ).toEqual([]);
  });

  it('can be done again and again', async () => {
    const at = await filled();
    const before = await medalists(at);
    for (const secrets of [2, 3, 4]) expect((await at.ask('key', 'rotate')).secrets).toBe(secrets);
    expect(keyText(at).trim().split('\n')).toHaveLength(4);
    expect(await medalists(at)).toEqual(before);
    expect(readdirSync(join(at.directory, 'imports')).filter((name) => name.endsWith('.json'))).toHaveLength(
      1,
    );
  });

  it('makes the key of before useless for what is stored now, and lets an old copy be read with the new one', async () => {
    const at = await filled();
    const oldKey = keyText(at);
    const copy = filesBelow(at.directory);
    await at.run(['key', 'rotate']);
    const newKey = keyText(at);
    writeFileSync(join(at.home, 'keys', 'okrug.key'), oldKey);
    const next = at.file('ещё.csv', marks('990101', 2018, [2]));
    expect((await at.run(['import', next, '--json'])).json().error.code).toBe('key-differs');

    const old = place({ id: 'okrug' });
    await old.run(['key']);
    for (const name of [...copy.keys()].filter((one) => one.startsWith('imports/')))
      old.file(`../workspace/${name}`, copy.get(name)!);
    writeFileSync(join(at.home, 'keys', 'okrug.key'), newKey);
    const ran = await old.run(['import', next, '--json'], { home: at.home });
    expect(ran.json().totals.imported).toBe(1);
    expect(new Set(readManifests(old.directory).flatMap(({ key }) => key ?? [])).size).toBe(1);
  });

  it('needs the key', async () => {
    const at = await filled();
    const ran = await at.run(['key', 'rotate', '--json'], { home: join(at.home, 'нет') });
    expect(ran.json().error.code).toBe('key-missing');
  });

  it('is of use before the first import too', async () => {
    const at = place({ id: 'okrug' });
    expect((await at.ask('key', 'rotate')).imports).toBe(0);
    await at.take('огэ.csv', ogeProtocol('02 - Математика', '2019.06.06', [{ ...VERA, result: 4 }]));
    expect((await at.ask('key')).used).toBe(true);
  });
});

/** Id of the import of a file. */
function importOf(at: Place, file: string): string {
  return readManifests(at.directory).find((manifest) => manifest.file === file)!.import;
}
