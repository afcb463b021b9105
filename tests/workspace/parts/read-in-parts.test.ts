import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRead, ReadSetting } from '../../../src/workspace/importing/file-read.ts';
import { readInParts } from '../../../src/workspace/importing/parts/read-in-parts.ts';
import { type PartRequest, partReader } from '../../../src/workspace/importing/parts/read-part.ts';
import { readFile } from '../../../src/workspace/importing/read-file.ts';
import type { KnownSchools } from '../../../src/workspace/importing/school-lookup.ts';
import { pseudonymiser } from '../../../src/workspace/pseudonym.ts';
import { schoolsOf } from '../../../src/workspace/schools.ts';
import { filesBelow, place } from '../../support/place.ts';

const HEADER = 'Код ОО;Год;Процедура;Предмет;Класс;Участник;Первичный балл;Тестовый балл;Отметка';
const pseudonym = pseudonymiser(Buffer.alloc(32, 7));
const basis = {
  rosters: [{ code: '990101', name: 'СОШ №1', logins: [], defines: true }],
  closed: false,
  met: [],
};
const known: KnownSchools = { basis, schools: schoolsOf(basis) };

const settingOf = (setAside: boolean, partBytes: number): ReadSetting => ({
  options: { given: {}, setAside, dryRun: false },
  chosen: {},
  menu: [],
  program: 'test',
  keyFingerprint: 'key',
  forgotten: [],
  partBytes,
});

interface Outcome {
  read: FileRead | undefined;
  stored: [string, string][];
}

/** Reads a text whole and in parts of so many bytes. */
async function bothWays(content: string | Uint8Array, { setAside = false, partBytes = 150 } = {}) {
  const at = place();
  const path = at.file('результаты.csv', content);
  const bytes = Buffer.from(content).length;
  const fingerprint = { sha256: createHash('sha256').update(content).digest('hex'), bytes };
  const setting = settingOf(setAside, partBytes);
  const request = (folder: string) => ({
    path,
    shown: 'результаты.csv',
    fingerprint,
    aside: join(at.directory, folder),
  });
  const outcome = (read: FileRead | undefined, folder: string): Outcome => ({
    read,
    stored: [...filesBelow(at.directory)]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, kept]) => [name.slice(folder.length), kept.toString()]),
  });
  const reader = partReader(setting, pseudonym);
  const parts: PartRequest[] = [];
  const passed: number[] = [];
  const whole = outcome(await readFile(request('whole'), setting, known, pseudonym, () => {}), 'whole');
  const inParts = outcome(
    await readInParts(
      request('parts'),
      setting,
      known,
      2,
      (part, tell) => {
        parts.push(part);
        return reader.read(part, known, tell);
      },
      (rows) => passed.push(rows),
    ),
    'parts',
  );
  const left = readdirSync(at.directory).filter((name) => !['msoko.json', 'whole', 'parts'].includes(name));
  return { whole, inParts, parts: parts.length, passed, left };
}

const rowOf = (participant: number | string, school: string | number = 990101, mark: number | string = 4) =>
  `${school};2021;ВПР;Русский язык;4А;${participant};15;;${mark}`;
const text = (...rows: readonly string[]) => [HEADER, ...rows, ''].join('\r\n');
const many = (count: number, row: (index: number) => string) =>
  text(...Array.from({ length: count }, (_, i) => row(i)));

describe('A large table of results', () => {
  it('comes to the same in parts as whole, whatever stands in its rows', async () => {
    const cell = {
      school: fc.constantFrom('990101', '990102', ' 990103 ', '"990104"', '', 'Итого', 'не код'),
      subject: fc.constantFrom('Русский язык', 'математика', '"Физика"', 'Танцы'),
      procedure: fc.constantFrom('ВПР', 'vpr', 'ОГЭ', 'ЕГЭ'),
      score: fc.constantFrom('15', '3,5', '', 'не явился', 'много', '-'),
      mark: fc.constantFrom('2', '5', '', '9', 'н/я'),
    };
    const row = fc.record(cell).map(
      ({ school, procedure, subject, score, mark }) =>
        (participant: number) =>
          `${school};2021;${procedure};${subject};4;у${participant};${score};;${mark}`,
    );
    const blank = fc.constantFrom<(participant: number) => string>(
      () => '',
      () => ';;;',
    );
    const table = fc.array(fc.oneof({ weight: 9, arbitrary: row }, blank), { minLength: 6, maxLength: 40 });
    const encoding = fc.constantFrom('\ufeff', '');
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(table, encoding, fc.boolean(), async (rows, mark, setAside) => {
        const given = mark + text(...rows.map((make, index) => make(index)));
        const { whole, inParts, parts, left } = await bothWays(given, { setAside });
        if (inParts.read) {
          expect(parts).toBeGreaterThan(1);
          expect(inParts).toEqual(whole);
          taken++;
        } else expect(inParts.stored).toEqual([]);
        expect(left).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('names a school that no roster has once, in the first row that has it', async () => {
    const given = many(30, (index) => rowOf(index, index < 12 ? 990101 : 990109));
    const { inParts, whole, parts } = await bothWays(given);
    expect(parts).toBeGreaterThan(8);
    expect(inParts).toEqual(whole);
    expect(inParts.read!.issues).toMatchObject([{ code: 'school-added', row: 14 }]);
  });

  it('tells of all rows that lie behind', async () => {
    const { passed } = await bothWays(many(30, (index) => rowOf(index)));
    expect(passed.at(-1)).toBe(31);
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
  });

  it('tells of all bytes that lie behind, however seldom a part tells', async () => {
    const at = place();
    const content = many(30, (index) => rowOf(index));
    const path = at.file('результаты.csv', content);
    const bytes = Buffer.byteLength(content);
    const setting = settingOf(false, 150);
    const { read } = partReader(setting, pseudonym);
    const told: number[] = [];
    await readInParts(
      {
        path,
        shown: 'результаты.csv',
        fingerprint: { sha256: '', bytes },
        aside: join(at.directory, 'aside'),
      },
      setting,
      known,
      2,
      (part) => read(part, known, () => {}),
      (_, passed) => told.push(passed),
    );
    expect(told.at(-1)).toBe(bytes);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('in windows-1251 is read in parts too', async () => {
    const ascii = many(30, (index) => rowOf(index));
    const cyrillic = Buffer.from(
      [...ascii].map((letter) => {
        const code = letter.codePointAt(0)!;
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );
    const { inParts, whole, parts } = await bothWays(cyrillic);
    expect(parts).toBeGreaterThan(2);
    expect(inParts).toEqual(whole);
    expect(inParts.read!.manifest).toMatchObject({ encoding: 'windows-1251', rows: 30 });
  });
});

describe('A table is read whole where its parts do not tell everything:', () => {
  it.each([
    ['somebody is met in two parts', many(30, (index) => rowOf(index % 29))],
    [
      'somebody is absent in one part and has a result in another',
      many(30, (index) => rowOf(index % 29)).replace(';15;;4', ';не явился;;'),
    ],
    ['a field holds a line break', many(30, (index) => rowOf(index === 20 ? '"а\r\nб"' : index))],
    ['a quote is never closed', many(30, (index) => rowOf(index === 20 ? '"а' : index))],
    ['a line ends in a return alone', many(30, (index) => rowOf(index)).replace('15;;4\r\n', '15;;4\r')],
    ['a zero byte stands in it', many(30, (index) => rowOf(index === 20 ? 'а\u0000' : index))],
    ['it has no header', many(30, (index) => rowOf(index)).replace('Участник', 'Кто')],
    ['it has a header alone', `${HEADER}\r\n${'\r\n'.repeat(400)}`],
    [
      'its bytes are of no encoding',
      Buffer.concat([Buffer.from(many(30, (index) => rowOf(`ж${index}`))), Buffer.from([0xff, 10])]),
    ],
  ])('%s', async (_, content) => {
    const { inParts, left } = await bothWays(content);
    expect(inParts).toEqual({ read: undefined, stored: [] });
    expect(left).toEqual([]);
  });

  it('it is small', async () => {
    const { inParts, parts } = await bothWays(
      many(3, (index) => rowOf(index)),
      { partBytes: 10_000 },
    );
    expect({ read: inParts.read, parts }).toEqual({ read: undefined, parts: 0 });
  });
});

describe('Where one part fails for another reason than the file', () => {
  it('the reading fails, and nothing is left of the others', async () => {
    const at = place();
    const content = many(30, (index) => rowOf(index));
    const path = at.file('результаты.csv', content);
    const fingerprint = { sha256: '', bytes: Buffer.byteLength(content) };
    const request = { path, shown: 'результаты.csv', fingerprint, aside: join(at.directory, 'aside') };
    const setting = settingOf(false, 150);
    const reading = readInParts(
      request,
      setting,
      known,
      2,
      async (part, tell) => {
        if (part.stretch.line > 10) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
        return partReader(setting, pseudonym).read(part, known, tell);
      },
      () => {},
    );
    await expect(reading).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(dirname(request.aside))).toEqual(['msoko.json']);
  });
});
