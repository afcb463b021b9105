import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MedalCandidateRecord, OlympiadResultRecord, ResultRecord } from '../../src/records/schemas.ts';
import { openSheets } from '../../src/sheets/open.ts';
import { demoExports } from '../support/demo.ts';
import { filesBelow, type Place, place, storedRecords } from '../support/place.ts';
import { roster, table } from '../support/plain-tables.ts';

describe('olympiads and medal candidates of the demo', () => {
  let demo: Awaited<ReturnType<typeof demoExports>>;
  let at: Place;
  let outcomes: {
    layout: string;
    issues: { severity: string }[];
    rows: number;
    skipped: { absent: number };
  }[];
  let ege: ResultRecord[];

  beforeAll(async () => {
    demo = await demoExports();
    at = place();
    const folder = (name: string) => join(demo.folder, name);
    await at.run(['import', folder('1 Реестр школ'), folder('4 ГИА/ЕГЭ 2021.xlsx')]);
    outcomes = (await at.run(['import', folder('6 Олимпиады и медали'), '--json'])).json().files;
    ege = storedRecords(at.directory, 'results');
  });

  /** Test score of the one participant of the school with this name; `undefined` where there is none. */
  const scoreOf = ({ school, person }: OlympiadResultRecord | MedalCandidateRecord, subject: string) =>
    ege.find((one) => one.school === school && one.person === person && one.subject === subject)?.testScore;

  it('are read without a remark', () => {
    expect(outcomes.map(({ layout }) => layout).sort()).toEqual([
      ...['medal-candidates', 'olympiad-protocol', 'olympiad-protocol', 'olympiad-protocol'],
    ]);
    expect(outcomes.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('meet ЕГЭ by full name within the school, as the truth says', () => {
    const candidates: MedalCandidateRecord[] = storedRecords(at.directory, 'medal-candidates');
    const medals = demo.people.medals.map(({ school }) => {
      const own = candidates.filter((one) => one.school === school);
      const scores = own.flatMap((one) => scoreOf(one, 'russian') ?? []);
      return {
        ...{ school, candidates: own.length, withEge: scores.length },
        below: scores.filter((score) => score < 70).length,
        farBelow: scores.filter((score) => score <= 60).length,
      };
    });
    expect(medals).toEqual(demo.people.medals);

    const results: OlympiadResultRecord[] = storedRecords(at.directory, 'olympiad-results');
    const olympiads = demo.people.olympiads.map(({ subject }) => {
      const holders = results.filter(
        (one) => one.stage === 'municipal' && one.subject === subject && one.status !== 'participant',
      );
      const paper = subject === 'russian' ? subject : 'mathematics-profile';
      const scores = holders.flatMap((one) => scoreOf(one, paper) ?? []);
      return {
        ...{ subject, holders: holders.length, withEge: scores.length },
        unconfirmed: scores.filter((score) => score < 75).length,
      };
    });
    expect(olympiads).toEqual(demo.people.olympiads);
  });

  it('tell a story: some are confirmed, some are not, some wrote no ЕГЭ', () => {
    const sum = (key: 'candidates' | 'withEge' | 'farBelow') =>
      demo.people.medals.reduce((total, one) => total + one[key], 0);
    expect(sum('farBelow')).toBeGreaterThan(0);
    expect(sum('withEge')).toBeGreaterThan(sum('farBelow'));
    expect(sum('candidates')).toBeGreaterThan(sum('withEge'));
    for (const { holders, withEge, unconfirmed } of demo.people.olympiads) {
      expect(unconfirmed).toBeGreaterThan(0);
      expect(withEge).toBeGreaterThan(unconfirmed);
      expect(holders).toBeGreaterThan(withEge);
    }
  });

  it('leave no name, СНИЛС, birth date, teacher or jury in the workspace', async () => {
    const personal =
      /^\p{Lu}\p{Ll}+(а?) (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|\p{Lu}\. \p{Lu}\.)$|^990-\d|^\d\d\.\d\d\.200\d$/u;
    const secrets = new Set<string>(demo.surnames);
    for (const file of demo.files.filter((name) => name.startsWith('6 '))) {
      const opened = await openSheets(join(demo.folder, file));
      for (const sheet of opened.sheets) {
        for await (const rows of sheet.rows()) {
          for (const cell of rows.flatMap(({ cells }) => cells)) {
            if (cell && personal.test(cell.text)) secrets.add(cell.text);
          }
        }
      }
      await opened.close();
    }
    expect(secrets.size).toBeGreaterThan(demo.surnames.length + 100);
    for (const [name, bytes] of filesBelow(at.directory)) {
      const text = bytes.toString('utf8');
      expect(
        [...secrets].filter((secret) => text.includes(secret)),
        name,
      ).toEqual([]);
    }
  });
});

describe('an imported protocol of an olympiad', () => {
  const HEADER = '№;ОО;ФИО;Дата рождения;СНИЛС;Класс;Класс участия;Балл;Статус';
  const ANNA = ['СОШ №1', 'Выдумкина Анна Олеговна', '05.03.2005', '990-000-001 01', '9', '9', 40, 'призёр'];
  const IVAN = ['СОШ № 2', 'Придумкин Иван Ильич', '17.11.2005', '990-000-002 02', '9', '9', 30, 'участник'];
  const protocol = (...people: (string | number)[][]) =>
    table(HEADER, ...people.map((cells, index) => [index + 1, ...cells]));
  const NAME = 'Физика муниципальный этап ВсОШ 2020-2021.csv';
  const SCHOOLS = roster(
    ['990101', '', '', '', 'МБОУ «СОШ № 1»', 'СОШ № 1'],
    ['990102', '', '', '', 'МБОУ «СОШ № 2»', 'СОШ №2'],
  );

  it('covers its paper by school, knows schools by name however they are spaced, and is superseded by the next', async () => {
    const at = place();
    await at.take('реестр.csv', SCHOOLS);
    const first = await at.take(NAME, protocol(ANNA, IVAN));
    expect(first).toMatchObject({
      ...{ status: 'imported', source: 'olympiads', records: { 'olympiad-results': 2 }, issues: [] },
      covers: [{ paper: 'olympiad-vsosh-municipal-physics', year: 2021, schools: 2 }],
    });
    const again = await at.take(`новый/${NAME}`, protocol(ANNA));
    expect(again.supersedes).toEqual([first.import]);
  });

  it('is rejected whole where a participant stands twice', async () => {
    const at = place();
    await at.take('реестр.csv', SCHOOLS);
    const taken = await at.take(NAME, protocol(ANNA, ANNA));
    expect(taken.status).toBe('rejected');
    expect(taken.issues).toMatchObject([{ code: 'duplicate-participant', row: 3 }]);
  });

  it.each([
    ['one to the left', (cells: (string | number)[]) => [...cells.slice(1), cells[0]!]],
    ['one to the right', (cells: (string | number)[]) => [cells.at(-1)!, ...cells.slice(0, -1)]],
    ['with the name for the school', ([, ...rest]: (string | number)[]) => [rest[0]!, ...rest]],
    ['with the birth date for the school', ([, ...rest]: (string | number)[]) => [rest[1]!, ...rest]],
    ['with the СНИЛС for the score', (cells: (string | number)[]) => cells.with(6, cells[3]!)],
    ['with the name for the status', (cells: (string | number)[]) => cells.with(7, cells[1]!)],
  ])('with cells moved %s shows nobody, and stores nobody among the schools', async (_, move) => {
    const at = place();
    await at.take('реестр.csv', SCHOOLS);
    const file = at.file(NAME, protocol(move(ANNA), move(IVAN)));
    const ran = [
      await at.run(['import', file, '--verbose']),
      await at.run(['import', file, '--set-aside', '--json']),
      await at.run(['imports', '--json']),
    ];
    const secrets = /выдумкин|придумкин|990-000|05\.03|17\.11|2005-/i;
    for (const { out, err } of ran) expect(out + err).not.toMatch(secrets);
    for (const [, bytes] of filesBelow(at.directory)) expect(bytes.toString('utf8')).not.toMatch(secrets);
  });
});
