import { beforeAll, describe, expect, it } from 'vitest';
import { type Place, place } from '../support/place.ts';
import { marks, table } from '../support/plain-tables.ts';

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
});
