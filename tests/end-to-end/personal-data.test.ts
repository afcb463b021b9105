import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSheets } from '../../src/sheets/open.ts';
import { demoExports } from '../support/demo.ts';
import { filesBelow, type Place, place } from '../support/place.ts';

let demo: Awaited<ReturnType<typeof demoExports>>;
let at: Place;
/** Everything that identifies a person in the exports: surnames, full names, documents in every spelling. */
let secrets: Set<string>;
let shown = '';

const path = (file: string): string => `${demo.folder}/${file}`;

/** Names and documents that stand in a protocol, by the heads of its columns. */
async function secretsOf(file: string): Promise<string[]> {
  const found: string[] = [];
  const opened = await openSheets(path(file));
  try {
    for (const sheet of opened.sheets) {
      let heads: (string | undefined)[] = [];
      for await (const rows of sheet.rows()) {
        for (const { cells } of rows) {
          const texts = cells.map((cell) => cell?.text.trim() || undefined);
          if (texts.includes('Фамилия')) heads = texts;
          const under = (head: string) => texts[heads.indexOf(head)];
          const [surname, name, patronymic] = ['Фамилия', 'Имя', 'Отчество'].map(under);
          if (surname && name && surname !== 'Фамилия') found.push(surname, `${name} ${patronymic}`);
          const [series, number, document] = ['Серия', 'Номер', 'Документ'].map(under);
          if (number && /^\d/.test(number)) found.push(number, `${series}${number}`, `${series} ${number}`);
          if (document && /^\d/.test(document))
            found.push(document, document.replace(' ', ''), document.split(' ')[1]!);
        }
      }
    }
  } finally {
    await opened.close();
  }
  return found;
}

/** Says which secrets stand in a text, in any case. The digits of a document may also occur within another number. */
function leaks(text: string): string[] {
  const folded = text.toLowerCase();
  return [...secrets].filter((secret) => {
    if (!folded.includes(secret.toLowerCase())) return false;
    return !/^\d+$/.test(secret) || new RegExp(`(?<![\\d.])${secret}(?!\\d)`).test(folded);
  });
}

/** Bytes read in the encodings in which a name would stand: ours, that of Windows, and that of its CSV. */
const textsOf = (bytes: Buffer): string[] =>
  ['utf8', 'utf16le', 'win1251'].map((encoding) => iconv.decode(bytes, encoding));

beforeAll(async () => {
  demo = await demoExports();
  at = place();
  const protocols = demo.files.filter((file) => /^4 ГИА.*(ОГЭ|ЕГЭ \d)/.test(file));
  expect(protocols.length).toBeGreaterThan(7);
  secrets = new Set([
    ...demo.surnames,
    ...(await Promise.all(protocols.map(secretsOf))).flat(),
    '07.11.2003',
  ]);
  const ran = [
    await at.run(['import', demo.folder, '--verbose'], { terminal: 100 }),
    await at.run(['import', demo.folder, '--verbose', '--json']),
    await at.run(['status', '--year', '2021', '--verbose']),
    await at.run(['imports', '--json']),
    await at.run(['explain', 'low.ege-russian-low', '--year', '2021', '--school', '990103', '--verbose']),
    await at.run(['explain', 'low.oge-russian-low', '--year', '2021', '--school', '990103', '--json']),
    await at.run(['report', '--year', '2021', '--format', 'xlsx,html,docx', '--per-school']),
  ];
  for (const { exit } of ran) expect(exit).toBe(0);
  shown = ran.map(({ out, err }) => out + err).join('');
}, 600_000);

describe('names and documents of the exports', () => {
  it('are known to this test: surnames, given names, and documents of every protocol that has them', () => {
    const documents = [...secrets].filter((secret) => /^\d{10}$/.test(secret));
    expect(documents.length).toBeGreaterThan(300);
    expect(
      leaks(iconv.decode(readFileSync(path('4 ГИА/ЕГЭ 2018 русский язык.csv')), 'win1251')).length,
    ).toBeGreaterThan(100);
  });

  it('reach no byte of the workspace, nor of what lies beside it: keys and details of failures', () => {
    const files = [...filesBelow(at.directory), ...filesBelow(at.home)];
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(([name]) => name.endsWith('.html')).length).toBe(9);
    for (const [name, bytes] of files) {
      expect(leaks(name)).toEqual([]);
      expect(leaks(textsOf(bytes).join('\n')), name).toEqual([]);
    }
  });

  it('reach no part of a workbook: cells, comments, charts, names, properties', () => {
    const books = [...filesBelow(at.directory)].filter(([name]) => name.endsWith('.xlsx'));
    expect(books.length).toBeGreaterThan(0);
    for (const [name, bytes] of books) {
      const parts = Object.entries(unzipSync(bytes));
      expect(parts.map(([part]) => part)).toContain('docProps/core.xml');
      for (const [part, content] of parts)
        expect(leaks(textsOf(Buffer.from(content)).join('\n')), `${name}, ${part}`).toEqual([]);
    }
  });

  it('are not shown by import, status, imports or explain, not even at --verbose', () => {
    expect(shown.length).toBeGreaterThan(10_000);
    expect(leaks(shown)).toEqual([]);
  });
});

describe('a damaged protocol', () => {
  /** Lines of the protocol with what damages the fields of each participant's line. */
  function damaged(file: string, damage: (fields: string[]) => unknown): Buffer {
    const lines = iconv.decode(readFileSync(path(file)), 'win1251').split('\r\n');
    const changed = lines.map((line) => {
      const fields = line.split(';');
      if (!/^\d+$/.test(fields[0]!)) return line;
      damage(fields);
      return fields.join(';');
    });
    return iconv.encode(changed.join('\r\n'), 'win1251');
  }

  const FILE = '4 ГИА/ЕГЭ 2018 русский язык.csv';

  it.each<[string, (fields: string[]) => unknown]>([
    ['with a score above 100', (fields) => fields.splice(-1, 1, '777')],
    ['with a word for a score', (fields) => fields.splice(-1, 1, 'много')],
    ['with the surname for a score', (fields) => fields.splice(-1, 1, fields[6]!)],
    [
      'with the full name for a primary score',
      (fields) => fields.splice(-2, 1, fields.slice(6, 9).join(' ')),
    ],
    ['with the document for a score', (fields) => fields.splice(-1, 1, `${fields[9]} ${fields[10]}`)],
    ['with the number of the document for a primary score', (fields) => fields.splice(-2, 1, fields[10]!)],
    ['with the date of birth for a score', (fields) => fields.splice(-1, 1, '07.11.2003')],
    ['with the surname for the code of the school', (fields) => fields.splice(2, 1, fields[6]!)],
    ['with its cells moved one to the left', (fields) => fields.push(fields.shift()!)],
    ['with its cells moved one to the right', (fields) => fields.unshift(fields.pop()!)],
    ['with one field lost before the name', (fields) => fields.splice(4, 1)],
  ])('%s shows no name and no document, in words, in JSON, and in what is set aside', async (_, damage) => {
    const own = place();
    const file = own.file('протокол.csv', damaged(FILE, damage));
    const ran = [
      await own.run(['import', file, '--verbose']),
      await own.run(['import', file, '--json']),
      await own.run(['import', file, '--set-aside', '--verbose', '--json']),
      await own.run(['imports', '--json']),
      await own.run(['status', '--year', '2019', '--json']),
    ];
    for (const { exit, out, err } of ran) {
      expect([0, 1]).toContain(exit);
      expect(leaks(out + err)).toEqual([]);
    }
    for (const [name, bytes] of filesBelow(own.directory))
      expect(leaks(bytes.toString('utf8')), name).toEqual([]);
  });
});
