import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatNumber, formatShare } from '../../src/reports/number-format.ts';
import { filesBelow, type Place, place } from '../support/place.ts';
import { marks, table, values } from '../support/plain-tables.ts';
import { type Book, readBook } from '../support/read-workbook.ts';

const LAKE = 'Приозёрный округ';
const FOREST = 'Лесной округ';
const SYSTEMS = ['1.2', '2.1', '2.4', '3.1'];
const SIDE_BY_SIDE = 'По муниципалитетам';
const REGION = 'Весь регион';

let at: Place;
/** `report --json` on the region. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of the answer
let answer: any;

/**
 * The lake has two schools, of which one did not report, and a kindergarten; the forest has one school, without
 * young teachers; of a fourth school the roster names no municipality.
 */
beforeAll(async () => {
  at = place({ region: 'Энская область' });
  await at.take(
    'реестр.csv',
    table(
      'Код ОО;Наименование;Вид;Муниципалитет',
      ['1', 'Школа 1', 'школа', LAKE],
      ['2', 'Школа 2', 'школа', LAKE],
      ['3', 'Школа 3', 'школа', FOREST],
      ['4', 'Школа 4', 'школа', ''],
      ['5', 'Детский сад', 'детский сад', LAKE],
    ),
  );
  for (const year of [2018, 2019, 2020, 2021]) {
    await at.take(`1 ${year}.csv`, marks('1', year, [2, 2, 2, 3]));
    for (const school of ['2', '3', '4'])
      await at.take(`${school} ${year}.csv`, marks(school, year, [3, 4, 5, 5]));
  }
  await at.take(
    'ответы.csv',
    values(
      ['1', 2021, 'pedagogical-workers', 30],
      ['1', 2021, 'mentoring-participants', 10],
      ['1', 2021, 'mentoring-programme', 'да'],
      ['3', 2021, 'young-teachers', 0],
      ['3', 2021, 'young-teachers-covered', 0],
      ['4', 2021, 'pedagogical-workers', 10],
      ['4', 2021, 'mentoring-participants', 0],
    ),
  );
  answer = await at.ask('report', ...SYSTEMS, '--year', '2021', '--out', 'регион');
  for (const one of [LAKE, FOREST])
    await at.run(['report', ...SYSTEMS, '--year', '2021', '--municipality', one, '--out', one]);
});

const bookOf = (folder: string, system: string): Book =>
  readBook(readFileSync(join(at.directory, folder, `msoko-${system}-2021.xlsx`)));
const sheetOf = (book: Book, name: string) => book.tables.find(({ sheet }) => sheet === name)!;

/** Title and value of each indicator on the sheet «Показатели». */
const ownValues = (folder: string, system: string) => {
  const { header, rows } = sheetOf(bookOf(folder, system), 'Показатели');
  const [title, value, state] = ['Показатель', 'Значение', 'Состояние'].map((name) => header.indexOf(name));
  return rows.map((row) => [row[title!], row[value!] === '—' ? row[state!] : row[value!]]);
};

describe.each(SYSTEMS)('The workbook of section %s of a region', (system) => {
  it('has a row for the region and each municipality, with the values of their own reports', () => {
    const { header, rows } = sheetOf(bookOf('регион', system), SIDE_BY_SIDE);
    const shown = new Map(rows.map(([name, , , ...cells]) => [name, cells]));
    expect([...shown.keys()]).toEqual([REGION, FOREST, LAKE]);
    for (const [name, folder] of [
      [REGION, 'регион'],
      [LAKE, LAKE],
      [FOREST, FOREST],
    ] as const) {
      const own = ownValues(folder, system);
      expect(header.slice(3).map((title) => title.replace(/^\d+м?\. /, ''))).toEqual(
        own.map(([title]) => title),
      );
      expect(shown.get(name), name).toEqual(own.map(([, value]) => value));
    }
  });

  it('is about one municipality alone where one is asked for', () => {
    const sheets = bookOf(LAKE, system).tables.map(({ sheet }) => sheet);
    expect(sheets).toContain('Показатели');
    expect(sheets).not.toContain(SIDE_BY_SIDE);
    expect(sheets).not.toContain('Полнота по муниципалитетам');
  });

  it('shows in JSON what the sheet shows', () => {
    const { rows } = sheetOf(bookOf('регион', system), SIDE_BY_SIDE);
    const { indicators } = answer.municipalities.find((one: { system: string }) => one.system === system);
    // biome-ignore lint/suspicious/noExplicitAny: JSON of the answer
    const said = indicators.map((one: any) => [
      one.region.value,
      // biome-ignore lint/suspicious/noExplicitAny: JSON of the answer
      ...one.municipalities.map(({ value }: any) => value),
    ]);
    const number = (cell: string | number | undefined) =>
      typeof cell === 'number' ? cell : cell === 'да' ? 1 : cell === 'нет' ? 0 : null;
    expect(said).toEqual(
      indicators.map((_: unknown, index: number) => rows.map((row) => number(row[index + 3]))),
    );
  });
});

describe('The municipalities of a region side by side', () => {
  const YOUNG = /^\d+\. Доля молодых педагогов, охваченных мероприятиями проектов/;
  const MENTORING = /^\d+\. Доля педагогов, участвующих в программах наставничества/;
  const cell = (system: string, title: RegExp, municipality: string) => {
    const { header, rows } = sheetOf(bookOf('регион', system), SIDE_BY_SIDE);
    return rows.find(([name]) => name === municipality)![header.findIndex((one) => title.test(one))];
  };

  it('say in words where there is no value: nobody reported, or nobody is there', () => {
    expect(cell('2.4', MENTORING, LAKE)).toBeCloseTo(1 / 3, 12);
    expect(cell('2.4', MENTORING, REGION)).toBeCloseTo(1 / 4, 12);
    expect(cell('2.4', MENTORING, FOREST)).toBe('нет данных');
    expect(cell('2.4', YOUNG, FOREST)).toBe('не применяется');
    expect(cell('2.4', YOUNG, LAKE)).toBe('нет данных');
    expect(cell('2.4', YOUNG, REGION)).toBe('нет данных');
  });

  it('say how many values rest on some organisations only, and which', () => {
    const book = bookOf('регион', '2.4');
    const [, organisations, incomplete] = sheetOf(book, SIDE_BY_SIDE).rows.find(([name]) => name === LAKE)!;
    const own = sheetOf(bookOf(LAKE, '2.4'), 'Показатели').rows.filter((row) =>
      row.includes('данные неполные'),
    );
    expect([organisations, incomplete]).toEqual([3, own.length]);
    expect(own.length).toBeGreaterThan(0);
    const map = sheetOf(book, 'Полнота по муниципалитетам');
    const signs = new Map(map.rows.map(([name, ...cells]) => [name, cells]));
    expect(signs.get(LAKE)).toContain('±');
    expect(new Set(signs.get(FOREST))).toEqual(new Set(['−', '×']));
  });

  it('name how many organisations the roster gives no municipality', () => {
    expect(sheetOf(bookOf('регион', '2.4'), SIDE_BY_SIDE).above).toMatch(
      /\b1\sорганизация без муниципалитета/,
    );
  });

  it('carry their counts, states and reasons in JSON', () => {
    const { indicators } = answer.municipalities.find((one: { system: string }) => one.system === '2.4');
    const mentoring = indicators.find(({ id }: { id: string }) => id === 'meth.mentoring-participants-share');
    expect(mentoring).toMatchObject({
      clause: expect.stringContaining('2.4'),
      kind: 'share',
      variant: 'indicator',
      region: { numerator: 10, denominator: 40, value: 0.25, status: 'incomplete' },
      municipalities: [
        {
          municipality: FOREST,
          value: null,
          status: 'no-data',
          reason: expect.stringMatching(/^Нет значений/),
        },
        { municipality: LAKE, numerator: 10, denominator: 30, status: 'incomplete', missing: ['2', '5'] },
      ],
    });
  });

  it('stand on the page too', async () => {
    await at.run(['report', '2.4', '--year', '2021', '--format', 'html', '--out', 'страница']);
    const page = readFileSync(join(at.directory, 'страница', 'msoko-2021.html'), 'utf8');
    expect(page).toContain(`Показатели по муниципалитетам, 2021 год`);
    for (const text of [LAKE, FOREST, REGION, formatShare(1 / 3), formatNumber(3)])
      expect(page).toContain(text);
  });

  it('are not in JSON where the report is about one of them', async () => {
    const own = await at.ask('report', '2.4', '--year', '2021', '--municipality', LAKE, '--out', 'один');
    expect(own.municipalities).toBeUndefined();
  });

  it('are in no public report: what is hidden is decided for the workspace as a whole', async () => {
    const options = ['--format', 'xlsx,html', '--public', '--out', 'публично'];
    const published = await at.ask('report', '2.4', '1.2', '--year', '2021', ...options);
    expect(published.files.length).toBeGreaterThan(2);
    expect(published.municipalities).toBeUndefined();
    for (const [name, bytes] of filesBelow(join(at.directory, 'публично'))) {
      if (name.endsWith('.html')) expect(bytes.toString('utf8')).not.toContain(LAKE);
      else expect(readBook(bytes).tables.map(({ sheet }) => sheet)).not.toContain(SIDE_BY_SIDE);
    }
  });
});
