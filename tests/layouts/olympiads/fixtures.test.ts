import { describe, expect, it } from 'vitest';
import { OLYMPIAD_LAYOUTS } from '../../../src/layouts/olympiads/layouts.ts';
import { LAYOUTS } from '../../../src/layouts/registry.ts';
import { readFixture } from '../read-fixture.ts';

const INVENTED =
  /Выдумк|Придумк|Небылиц|Мнимый Яков|Учителев|Судейк|Арбитр|Третейск|990-000|1700|2005-|2010-|05\.03/i;

describe.each([
  ['школьный этап физика 2020-2021.xlsx', { school: '990101' }, 'school', 'physics', 2021, [3, 1, 0]],
  ['астрономия.xlsx', {}, 'municipal', 'astronomy', 2021, [3, 0, 0]],
  ['шаблон.xlsx', { school: '990101' }, 'school', 'ecology', 2026, [2, 0, 1]],
  ['протокол.xlsx', {}, 'municipal', 'law', 2021, [2, 1, 4]],
  [
    'vsosh_regional_2021.csv',
    { school: '990101', subject: 'physics' },
    'regional',
    'physics',
    2021,
    [2, 0, 0],
  ],
] as const)('%s', (file, given, stage, subject, year, [people, absent, service]) => {
  const read = async () => (await readFixture(`olympiads/${file}`, LAYOUTS, given))[0]!;

  it('is told apart from every other export and read whole', async () => {
    const { layout, issues, records, rows } = await read();
    expect(layout).toBe(OLYMPIAD_LAYOUTS[0]!.id);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(rows).toMatchObject({ record: people, absent, service, rejected: 0 });
    for (const record of records['olympiad-results']!) {
      expect(record).toMatchObject({ olympiad: 'vsosh', stage, subject, year });
    }
  });

  it('leaves no name, birth date, СНИЛС or teacher in records and issues', async () => {
    const { records, issues, covered } = await read();
    expect(JSON.stringify([records, issues, covered])).not.toMatch(INVENTED);
  });
});

describe('what the fixtures say', () => {
  const results = async (file: string, given = {}) =>
    (await readFixture(`olympiads/${file}`, LAYOUTS, given))[0]!;

  it('the school protocol: statuses in any form, a comma, the grade that was written beside the own one', async () => {
    const { records } = await results('школьный этап физика 2020-2021.xlsx', { school: '990101' });
    expect(
      records['olympiad-results']!.map(({ grade, gradeOwn, score, maximum, status }) => [
        ...[gradeOwn, grade, score, maximum, status],
      ]),
    ).toEqual([
      [9, 9, 41, 50, 'winner'],
      [9, 10, 32.5, 50, 'prize-winner'],
      [10, 10, 12, 50, 'participant'],
    ]);
  });

  it('the two-row header: points of the appeal are added where the final score is empty or checked where it stands', async () => {
    const { records, issues, schools } = await results('астрономия.xlsx');
    expect(records['olympiad-results']!.map(({ score }) => score)).toEqual([27.5, 15, 7]);
    expect(issues).toMatchObject([{ code: 'total-differs', row: 6, header: 'Итоговый балл' }]);
    expect(schools.map(({ by, key }) => [by, key])).toContainEqual(['name', 'СОШ № 2']);
  });

  it('the printed protocol: the maximum of its preamble, halves as ½, no jury, initials that join nothing', async () => {
    const { records } = await results('протокол.xlsx');
    expect(records['olympiad-results']).toMatchObject([
      { score: 22.5, maximum: 30, status: 'winner' },
      { score: 10.5, maximum: 30, status: 'prize-winner' },
    ]);
    for (const record of records['olympiad-results']!) expect(record).not.toHaveProperty('person');
  });

  it('the template: a row without anybody is left, and said', async () => {
    const { issues } = await results('шаблон.xlsx', { school: '990101' });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([['stray-row', 6]]);
  });

  it('one person is one over stages and files, by СНИЛС or by name with the birth date', async () => {
    const school = await results('школьный этап физика 2020-2021.xlsx', { school: '990101' });
    const municipal = await results('астрономия.xlsx');
    const [first] = school.records['olympiad-results']!;
    const [same] = municipal.records['olympiad-results']!;
    expect(same.participant).toBe(first.participant);
    expect(same.person).toBe(first.person);
    const flat = await results('vsosh_regional_2021.csv', { school: '990101', subject: 'physics' });
    expect(flat.records['olympiad-results']![0].person).toBe(first.person);
  });
});
