import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Place, place } from '../support/place.ts';
import { results, roster } from '../support/plain-tables.ts';

const SCHOOLS = ['990101', '990102', '990103', '990104'] as const;
const CODES = roster(...SCHOOLS.map((code) => [code, `sch${code}`, '', '', `МБОУ «СОШ ${code}»`, '']));

/** Mathematics of grade 4 in 2021 (6, 10 and 15 begin a mark): a hump about 10; in the last school all at borders. */
function paper(school: string, ...scores: readonly number[]): string {
  return results(
    ...scores.map((score, at) => [school, 2021, 'ВПР', 'Математика', 4, at + 1, score, null, null]),
  );
}
const USUAL = [4, 5, 6, 7, 8, 8, 9, 9, 9, 10, 10, 11, 11, 11, 12, 12, 13, 14, 15, 16];
const BORDERS = [6, 6, 6, 6, 6, 10, 10, 10, 10, 10, 10, 10, 10, 15, 15, 15, 15, 15, 15, 15];
const EXPORTS = [
  ['реестр.csv', CODES],
  ...SCHOOLS.map((school, index) => [`${school}.csv`, paper(school, ...(index === 3 ? BORDERS : USUAL))]),
] as [string, string][];

async function taken(files: readonly (readonly [string, string])[]): Promise<Place> {
  const at = place({ municipality: 'Приозёрный муниципальный округ' });
  for (const [name, content] of files) expect((await at.take(name, content)).status).toBe('imported');
  return at;
}

let at: Place;

beforeAll(async () => {
  at = await taken(EXPORTS);
});

const ASK = ['objectivity', '--year', '2021'];

describe('msoko objectivity', () => {
  it('shows schools, the flagged share with its thresholds, and the indices', async () => {
    const { exit, out } = await at.run([...ASK, '--no-color'], { terminal: 100 });
    expect(exit).toBe(0);
    expect(out).toContain('990104');
    expect(out).toMatch(/отмечено \d+\sработ\S* из 4 \(\d+,\d\s%\)/);
    expect(out).toContain('q ≤ 0,01 у отдельного признака');
    expect(out).toContain('q ≤ 0,005 у согласия признаков');
    expect(out).toContain('Участники ВПР в зоне риска');
    expect(out).toContain('а не доказательство');
    for (const line of out.split('\n').filter((one) => /[│┌]/.test(one)))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  it('answers with the keys of the contract, and with the thresholds in force', async () => {
    const answer = await at.ask(...ASK);
    expect(answer).toMatchObject({
      command: 'objectivity',
      year: 2021,
      summary: { schools: 4, papers: 4, signLevel: 0.01, agreementLevel: 0.005 },
      medalists: { candidates: 0, index: null },
      olympiads: [],
      parameters: { 'objectivity.minimum-participants': 5, 'olympiad.threshold': { 2000: 65, 2016: 75 } },
    });
    expect(answer.schools[3]).toMatchObject({ school: '990104', papers: 1 });
    expect(answer.schools[3].signs[0]).toMatchObject({ paper: 'vpr-4-mathematics', participants: 20 });
    expect(Object.keys(answer.schools[3].signs[0].signs)).toEqual([
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
      'B8',
    ]);
    expect(answer.procedures[0]).toMatchObject({ procedure: 'vpr', paper: null, participants: 80 });
  });

  it('shows one school with all its signs, by any of its names', async () => {
    const { out } = await at.run([...ASK, '--school', 'МБОУ «СОШ 990104»'], { terminal: 120 });
    expect(out).toContain('Внешний индекс необъективности:');
    expect(out).toContain('ВПР · Математика, 4 класс');
    expect(out).not.toContain('990101');
    expect((await at.ask(...ASK, '--school', '990104')).schools).toHaveLength(1);
    const wrong = await at.run([...ASK, '--school', '990194']);
    expect(wrong.exit).toBe(1);
    expect(wrong.err).toContain('990104');
  });

  it('gives a spreadsheet a line for each paper with every p, q and reason', async () => {
    const { out } = await at.run([...ASK, '--format', 'csv']);
    const [header, ...lines] = out.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(header!.split(';').slice(0, 4)).toEqual(['Код ОО', 'Школа', 'Код работы', 'Работа']);
    expect(header).toContain('B2, q');
    expect(lines).toHaveLength(4);
    expect(lines[3]).toContain('vpr-4-mathematics');
    expect(lines[3]).toContain('не оценивается');
  });

  it('takes the form from the name of the file', async () => {
    for (const name of ['ответ.json', 'ответ.csv', 'ответ.xlsx']) {
      expect((await at.run([...ASK, '-o', name])).exit).toBe(0);
      expect(existsSync(join(at.directory, name))).toBe(true);
    }
  });

  it('answers alike whatever the order of the imports', async () => {
    const other = await taken(EXPORTS.toReversed());
    expect(await other.ask(...ASK)).toEqual(await at.ask(...ASK));
  });
});

describe('with little data', () => {
  it('of no results at all says so, in every report too', async () => {
    const empty = place();
    expect(await empty.ask(...ASK)).toMatchObject({ schools: [], summary: { papers: 0, share: null } });
    expect((await empty.run(ASK)).out).toContain('работ с результатами нет');
    const written = await empty.run(['report', '1.1', '2.1', '--year', '2021']);
    expect(written.exit).toBe(0);
    const listed = await taken([['реестр.csv', CODES]]);
    expect((await listed.ask(...ASK)).schools.map((one: { papers: number }) => one.papers)).toEqual([
      0, 0, 0, 0,
    ]);
    expect((await listed.run(['report', '1.1', '2.1', '--year', '2021'])).exit).toBe(0);
    const status = await listed.ask('status', '--year', '2021');
    const indices = status.objectivity.indicators.filter(
      ({ system }: { system: string }) => system === '2.1',
    );
    for (const one of indices) expect(one.status).toBe('no-data');
  });

  it('of one school alone compares with nothing and accuses nobody', async () => {
    const lone = await taken([['990104.csv', paper('990104', ...BORDERS)]]);
    const [school] = (await lone.ask(...ASK)).schools;
    expect(school).toMatchObject({ externalIndex: 0, papers: 1 });
    expect(school.signs[0].signs.B1.state).toBe('not-assessable');
    const { out } = await lone.run(ASK);
    expect(out).toContain('сравнить не с чем');
  });

  it('of marks alone looks at what marks can tell', async () => {
    const marks = (school: string) =>
      results(
        ...[2, 3, 3, 4, 4, 4, 5].map((mark, index) => [
          school,
          2021,
          'ВПР',
          'Математика',
          4,
          index + 1,
          null,
          null,
          mark,
        ]),
      );
    const only = await taken(SCHOOLS.map((school) => [`${school}.csv`, marks(school)]));
    const [school] = (await only.ask(...ASK)).schools;
    expect(school.signs[0].signs.B1.state).toBe('no');
    expect(school.signs[0].signs.B2).toMatchObject({ state: 'not-assessable', p: null });
    expect((await only.run(['report', '1.1', '--year', '2021'])).exit).toBe(0);
  });
});
