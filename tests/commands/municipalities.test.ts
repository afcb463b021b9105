import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Place, place } from '../support/place.ts';
import { marks, table } from '../support/plain-tables.ts';
import { readBook } from '../support/read-workbook.ts';

const ROSTER = 'Код ОО;Наименование;Муниципалитет;Регион';
const LAKE = 'Приозёрный округ';
const FOREST = 'Лесной округ';

let at: Place;

/** A region of two municipalities: school 1 of the lake has low results in 2018…2020, the others have none. */
beforeAll(async () => {
  at = place({ region: 'Энская область' });
  await at.take(
    'реестр.csv',
    table(
      ROSTER,
      ['1', 'Школа 1', LAKE, 'Энская область'],
      ['2', 'Школа 2', 'приозерный  округ', 'Энская область'],
      ['3', 'Школа 3', FOREST, 'Энская область'],
    ),
  );
  for (const year of [2018, 2019, 2020]) {
    await at.take(`1 ${year}.csv`, marks('1', year, [2, 2, 2, 3]));
    for (const school of ['2', '3'])
      await at.take(`${school} ${year}.csv`, marks(school, year, [3, 4, 5, 5]));
  }
});

const codes = (answer: { schools: { school: string }[] }) => answer.schools.map(({ school }) => school);

describe('A region with several municipalities', () => {
  it('answers on all of them, and shows them side by side', async () => {
    const answer = await at.ask('risk-schools', '--year', '2021');
    expect(codes(answer)).toEqual(['1', '2', '3']);
    expect(answer.municipalities).toMatchObject([
      { municipality: FOREST, summary: { schools: 1, lowResults: 0 } },
      { municipality: LAKE, summary: { schools: 2, lowResults: 1, any: 1, share: 0.5 } },
    ]);
  });

  it('answers on one of them, however its name is spaced and whether with ё or е', async () => {
    const answer = await at.ask('risk-schools', '--year', '2021', '--municipality', 'ПРИОЗЕРНЫЙ округ');
    expect(codes(answer)).toEqual(['1', '2']);
    expect(answer.summary).toMatchObject({ schools: 2, lowResults: 1 });
    expect(answer.municipalities).toBeUndefined();
  });

  it('gives a school the same verdict in the answer on its municipality and on the region', async () => {
    const region = await at.ask('risk-schools', '--year', '2021');
    const own = await at.ask('risk-schools', '--year', '2021', '--municipality', LAKE);
    expect(own.schools).toEqual(region.schools.slice(0, 2));
  });

  it('holds the papers of one municipality against the whole region', async () => {
    const region = await at.ask('objectivity', '--year', '2020');
    const own = await at.ask('objectivity', '--year', '2020', '--municipality', FOREST);
    expect(codes(own)).toEqual(['3']);
    expect(own.schools).toEqual(region.schools.slice(2));
    expect(own.notes).toEqual(region.notes);
  });

  it('shows side by side how many papers of each are flagged', async () => {
    const { municipalities } = await at.ask('objectivity', '--year', '2020');
    expect(municipalities).toMatchObject([
      { municipality: FOREST, schools: 1, papers: 1, papersFlagged: 0 },
      { municipality: LAKE, schools: 2, papers: 2, papersFlagged: 0 },
    ]);
    const own = await at.ask('objectivity', '--year', '2020', '--municipality', FOREST);
    expect(own.municipalities).toBeUndefined();
  });

  it('names the municipalities that there are, where one is unknown', async () => {
    const ran = await at.run(['risk-schools', '--year', '2021', '--municipality', 'Степной', '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().error).toMatchObject({
      code: 'unknown-municipality',
      hint: `Есть: ${FOREST}; ${LAKE}.`,
    });
  });

  it('counts indicators over the schools of one municipality alone', async () => {
    const shareOf = async (...more: string[]) =>
      (await at.ask('indicators', '--year', '2021', '--system', '1.2', ...more)).indicators.find(
        ({ kind, denominator }: { kind: string; denominator: number | null }) =>
          kind === 'share' && denominator !== null,
      );
    expect((await shareOf()).denominator).toBe(3);
    expect((await shareOf('--municipality', LAKE)).denominator).toBe(2);
  });

  it('writes the workbook of one municipality under its name', async () => {
    const ran = await at.run([
      ...['report', '1.2', '--year', '2021', '--municipality', FOREST, '--out', 'отчёты', '--json'],
    ]);
    expect(ran.exit, ran.err).toBe(0);
    expect(ran.json().files).toHaveLength(1);
  });

  it('shows them side by side on the screen', async () => {
    for (const command of ['risk-schools', 'objectivity']) {
      const { out } = await at.run([command, '--year', '2021']);
      expect(out, command).toMatch(/Муниципалитет/);
      for (const municipality of [FOREST, LAKE]) expect(out, command).toContain(municipality);
      const own = await at.run([command, '--year', '2021', '--municipality', FOREST]);
      expect(own.out, command).not.toContain(LAKE);
    }
  });

  it('names the municipality of each school beside it in CSV, where there are several', async () => {
    const columnsOf = async (...args: string[]) =>
      (await at.run([...args, '--format', 'csv'])).out
        .replace('\ufeff', '')
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(';').slice(0, 4));
    expect((await columnsOf('risk-schools', '--year', '2021')).map((line) => line.slice(0, 3))).toEqual([
      ['Код ОО', 'Школа', 'Муниципалитет'],
      ['1', 'Школа 1', LAKE],
      ['2', 'Школа 2', LAKE],
      ['3', 'Школа 3', FOREST],
    ]);
    expect(await columnsOf('objectivity', '--year', '2020')).toEqual([
      ['Код ОО', 'Школа', 'Муниципалитет', 'Код работы'],
      ['1', 'Школа 1', LAKE, 'vpr-4-russian'],
      ['2', 'Школа 2', LAKE, 'vpr-4-russian'],
      ['3', 'Школа 3', FOREST, 'vpr-4-russian'],
    ]);
    for (const one of [
      ['--municipality', LAKE],
      ['--school', '1'],
    ]) {
      for (const [command, year] of [
        ['risk-schools', '2021'],
        ['objectivity', '2020'],
      ])
        expect((await columnsOf(command!, '--year', year!, ...one))[0], command).not.toContain(
          'Муниципалитет',
        );
    }
  });

  it('counts the marks of one municipality over its schools alone, and says so of all of them together', async () => {
    const rowsOf = async (...more: string[]) => {
      const folder = `книги${more.length}`;
      await at.run(['report', '1.1', '--year', '2020', '--out', folder, ...more]);
      const book = readBook(readFileSync(join(at.directory, folder, 'msoko-1.1-2020.xlsx')));
      return book.tables
        .find(({ sheet }) => sheet === 'Отметки')!
        .rows.map(([label, participants]) => [label, participants]);
    };
    const [ofForest] = await rowsOf('--municipality', FOREST);
    expect(ofForest).toEqual([expect.stringMatching(/муниципалитет$/), 4]);
    const [ofAll] = await rowsOf();
    expect(ofAll).toEqual([expect.stringMatching(/все школы отчёта$/), 12]);
  });

  it('holds a school on its page against its own municipality', async () => {
    await at.run(['report', '--year', '2020', '--format', 'html', '--per-school', '--out', 'страницы']);
    const page = readFileSync(join(at.directory, 'страницы', 'schools', 'msoko-3-2020.html'), 'utf8');
    expect(page).toContain(FOREST);
    expect(page).not.toContain('Муниципалитет не указан');
    expect(page).toMatch(/из 1(?!\d)/);
    expect(page).not.toMatch(/школ\S* из 3(?!\d)/);
  });
});
