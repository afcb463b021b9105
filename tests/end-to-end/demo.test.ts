import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import { demoExports } from '../support/demo.ts';
import { filesBelow, linesOf, type Place, place } from '../support/place.ts';

let demo: Awaited<ReturnType<typeof demoExports>>;
let whole: Place;
// biome-ignore lint/suspicious/noExplicitAny: the answer of a command
let answer: any;
// biome-ignore lint/suspicious/noExplicitAny: the answer of a command
let outcomes: any[];

/** They name schools by the name alone: without a roster nobody can say which schools these are. */
const BY_NAME = [
  '5 Статистика/Социальный паспорт СОШ д. Тихий Бор.xlsx',
  '6 Олимпиады и медали/ВсОШ математика 2020-2021.xlsx',
  '6 Олимпиады и медали/ВсОШ русский язык 2020-2021.xlsx',
];

const YEARS = ['2020', '2021', '2022'];
const answersOf = (at: Place) => Promise.all(YEARS.map((year) => at.ask('risk-schools', '--year', year)));
const path = (file: string): string => `${demo.folder}/${file}`;

beforeAll(async () => {
  demo = await demoExports();
  whole = place();
  const ran = await whole.run(['import', demo.folder, '--json']);
  expect(ran.exit).toBe(0);
  outcomes = ran.json().files;
  answer = await answersOf(whole);
});

describe('the demo, imported at once', () => {
  it('is read whole, with nothing to mend', () => {
    expect(outcomes).toHaveLength(demo.files.length);
    for (const { file, status, issues } of outcomes) {
      expect(status, file).toBe('imported');
      expect(
        issues.filter(({ severity }: { severity: string }) => severity === 'error'),
        file,
      ).toEqual([]);
    }
    expect(answer[1].schools).toHaveLength(8);
  });

  it('balances: rows in = records + absent + service + set aside, in every file', () => {
    for (const { file, rows, records, skipped } of outcomes) {
      const stored = Object.values(records as Record<string, number>).reduce((sum, count) => sum + count, 0);
      expect(stored + skipped.absent + skipped.service + skipped.setAside, file).toBe(rows);
    }
  });

  it('stores as many lines as it says, each valid against its schema, the printed one too', async () => {
    const printed = await whole.ask('schema');
    const ajv = new Ajv2020({ allErrors: true });
    const checks = Object.fromEntries(Object.keys(printed).map((kind) => [kind, ajv.compile(printed[kind])]));
    const files = filesBelow(whole.directory);
    for (const { import: id, records, covers } of outcomes) {
      expect(covers.length).toBeGreaterThan(0);
      for (const [kind, count] of Object.entries(records)) {
        const lines = linesOf(files.get(`imports/${id}/${kind}.ndjson`)!);
        expect(lines).toHaveLength(count as number);
        for (const line of lines) {
          expect(RECORD_SCHEMAS[kind as RecordKind].parse(line)).toEqual(line);
          expect(checks[kind]!(line), JSON.stringify([line, checks[kind]!.errors])).toBe(true);
        }
      }
    }
  });
});

describe('the demo gives the same answer', () => {
  const importEach = async (files: readonly string[]): Promise<Place> => {
    const at = place();
    for (const file of files) {
      const { files: told } = await at.ask('import', path(file));
      if (told[0].status !== 'imported') {
        expect(BY_NAME).toContain(file);
        expect(told[0].issues[0].code).toBe('unknown-school');
      }
    }
    return at;
  };

  it('file by file in the opposite order, the roster and the survey last, and what was rejected again', async () => {
    const at = await importEach([...demo.files].reverse());
    const { totals } = await at.ask('import', demo.folder);
    expect(totals).toMatchObject({
      imported: BY_NAME.length,
      unchanged: demo.files.length - BY_NAME.length,
      rejected: 0,
    });
    expect(await answersOf(at)).toEqual(answer);
  });

  it('file by file in a shuffled order', async () => {
    const shuffled = demo.files
      .map((file, index) => ({ file, rank: (index * 7919) % demo.files.length }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ file }) => file);
    expect(new Set(shuffled)).toEqual(new Set(demo.files));
    expect(await answersOf(await importEach(shuffled))).toEqual(answer);
  });

  it('in parts: folder by folder, the roster in the middle, with a command between', async () => {
    const at = place();
    for (const folder of [
      ...['2 ФИС ОКО', '4 ГИА', '1 Реестр школ', '3 ВПР'],
      ...['7 Сведения организаций', '5 Статистика'],
    ]) {
      expect((await at.run(['import', path(folder)])).exit).toBe(0);
      expect((await at.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
    }
    expect(await answersOf(at)).toEqual(answer);
  });

  it('imported twice, when everything is unchanged', async () => {
    const before = filesBelow(whole.directory);
    const again = await whole.run(['import', demo.folder, '--json']);
    expect(again.exit).toBe(0);
    expect(again.json().totals).toEqual({
      files: demo.files.length,
      imported: 0,
      unchanged: demo.files.length,
      rejected: 0,
      records: 0,
    });
    expect(filesBelow(whole.directory)).toEqual(before);
    expect(await answersOf(whole)).toEqual(answer);
  });
});
