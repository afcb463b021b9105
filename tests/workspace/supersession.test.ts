import { describe, expect, it } from 'vitest';
import { evidence, participants } from '../support/evidence.ts';
import { marksReport, ogeProtocol } from '../support/exports.ts';
import { type Place, place } from '../support/place.ts';
import { marks, results, values } from '../support/plain-tables.ts';

const RUSSIAN = 'low.vpr4-russian-low';
const MATHEMATICS = 'low.vpr4-mathematics-low';

/** By import id: which later imports took ground from it. */
async function takers(at: Place): Promise<Record<string, string[]>> {
  const { imports } = await at.ask('imports');
  return Object.fromEntries(
    imports.map((one: { import: string; supersededBy: string[] }) => [one.import, one.supersededBy]),
  );
}

describe('a later import of the same ground', () => {
  const twoSchools = (): string =>
    results(
      ...['990101', '990102'].flatMap((school) =>
        [2019, 2020].flatMap((year) =>
          ['Русский язык', 'Математика'].map((subject) => [
            school,
            year,
            'ВПР',
            subject,
            4,
            'а',
            null,
            null,
            2,
          ]),
        ),
      ),
    );

  it('takes the same kind, paper, year and school, and leaves everything beside it', async () => {
    const at = place();
    const earlier = await at.take('все.csv', twoSchools());
    const later = await at.take('исправлено.csv', marks('990101', 2020, [3, 4, 5]));
    expect(later.supersedes).toEqual([earlier.import]);
    expect(await takers(at)).toEqual({ [earlier.import]: [later.import], [later.import]: [] });
    expect(await evidence(at, '990101', RUSSIAN, 2020)).toMatchObject({ participants: 3, low: 0, top: 1 });
    for (const [school, criterion, year] of [
      ['990101', RUSSIAN, 2019],
      ['990101', MATHEMATICS, 2020],
      ['990102', RUSSIAN, 2020],
      ['990102', MATHEMATICS, 2019],
    ] as const) {
      expect(await evidence(at, school, criterion, year)).toMatchObject({ participants: 1, low: 1 });
    }
  });

  it('gives the ground back when it is removed', async () => {
    const at = place();
    await at.take('все.csv', twoSchools());
    const before = await at.ask('risk-schools', '--year', '2021');
    const later = await at.take('исправлено.csv', marks('990101', 2020, [3, 4, 5]));
    const removed = await at.ask('imports', 'remove', later.import);
    expect(removed).toMatchObject({ removed: later.import, file: 'исправлено.csv' });
    expect(await at.ask('risk-schools', '--year', '2021')).toEqual(before);
    expect(Object.values(await takers(at))).toEqual([[]]);
  });

  it('of three gives it back to the latest that is left', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    const second = await at.take('2.csv', marks('990101', 2020, [2, 2]));
    const third = await at.take('3.csv', marks('990101', 2020, [2, 2, 2]));
    expect(await participants(at, '990101', 2020)).toBe(3);
    await at.run(['imports', 'remove', second.import]);
    expect(await participants(at, '990101', 2020)).toBe(3);
    await at.run(['imports', 'remove', third.import]);
    expect(await participants(at, '990101', 2020)).toBe(1);
  });

  it('may be taken back by the beginning of its id, if only one import begins so', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    const second = await at.take('2.csv', marks('990101', 2020, [2, 2]));
    const vague = await at.run(['imports', 'remove', second.import.slice(0, 2), '--json']);
    expect(vague.exit).toBe(1);
    expect(vague.json().error.code).toBe('unknown-import');
    expect((await at.run(['imports', 'remove', second.import.slice(0, 24).toLowerCase()])).exit).toBe(0);
    expect(await participants(at, '990101', 2020)).toBe(1);
  });

  it('takes no results when it holds a distribution, and the other way round', async () => {
    const at = place();
    await at.take('результаты.csv', marks('990101', 2020, [2, 3]));
    const report = await at.take('отчёт.csv', marksReport(2020, [['СОШ № 1(sch990101)', 4, 25, 25, 25, 25]]));
    expect(report.supersedes).toEqual([]);
    expect(await participants(at, '990101', 2020)).toBe(2);
  });

  it('takes a value of a school only from the same variable', async () => {
    const at = place();
    await at.take('1.csv', values(['990101', 2021, 'pupils', 100], ['990101', 2021, 'single-parent', 40]));
    await at.take('2.csv', values(['990101', 2021, 'single-parent', 10]));
    expect(await evidence(at, '990101', 'low.single-parent-share', 2021)).toMatchObject({
      participants: 100,
      low: 10,
    });
  });
});

describe('a school whose participants were all absent', () => {
  const absent = (school: string): string =>
    results(
      ...['а', 'б'].map((name) => [school, 2020, 'ВПР', 'Русский язык', 4, name, 'отсутствовал', null, null]),
    );

  it('is covered by the file, and its earlier results count no more', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2, 3]));
    const text = absent('990101') + marks('990102', 2020, [4]).split('\r\n').slice(1).join('\r\n');
    const later = await at.take('2.csv', text);
    expect(later).toMatchObject({ status: 'imported', records: { results: 1 }, skipped: { absent: 2 } });
    expect(later.covers).toMatchObject([{ paper: 'vpr-4-russian', year: 2020, schools: 2 }]);
    expect(later.supersedes).toHaveLength(1);
    expect((await evidence(at, '990101', RUSSIAN, 2020)).participants).not.toBe(2);
    await at.run(['imports', 'remove', later.import]);
    expect(await participants(at, '990101', 2020)).toBe(2);
  });
});

describe('days of an exam', () => {
  const day = (date: string, ...given: readonly (readonly [string, number])[]): string =>
    ogeProtocol(
      '02 - Математика',
      date,
      given.map(([surname, mark]) => ({ school: '9101', surname, result: mark })),
    );
  const undated = (...given: readonly number[]): string =>
    results(
      ...given.map((mark, index) => ['9101', 2019, 'ОГЭ', 'Математика', 9, index + 1, null, null, mark]),
    );
  const counted = (at: Place) => evidence(at, '9101', 'low.oge-mathematics-low', 2019);

  it('stand side by side: the reserve day takes nothing from the main one', async () => {
    const at = place();
    await at.take('осн.csv', day('2019.06.06', ['Ветлугин', 2], ['Клюквин', 4]));
    const reserve = await at.take('рез.csv', day('2019.06.25', ['Омулёв', 3]));
    expect(reserve.supersedes).toEqual([]);
    expect(await counted(at)).toMatchObject({ participants: 3, low: 1 });
  });

  it('of the same date supersede each other', async () => {
    const at = place();
    await at.take('осн.csv', day('2019.06.06', ['Ветлугин', 2], ['Клюквин', 4]));
    await at.take('рез.csv', day('2019.06.25', ['Омулёв', 3]));
    await at.take('осн после апелляций.csv', day('2019.06.06', ['Ветлугин', 3], ['Клюквин', 4]));
    expect(await counted(at)).toMatchObject({ participants: 3, low: 0 });
  });

  it('are all taken by a later table without days, and come back with its removal', async () => {
    const at = place();
    const first = await at.take('осн.csv', day('2019.06.06', ['Ветлугин', 2], ['Клюквин', 4]));
    const second = await at.take('рез.csv', day('2019.06.25', ['Омулёв', 3]));
    const whole = await at.take('свод.csv', undated(5, 5, 5, 5, 5));
    expect(whole.supersedes.sort()).toEqual([first.import, second.import]);
    expect(await counted(at)).toMatchObject({ participants: 5, top: 5 });
    await at.run(['imports', 'remove', whole.import]);
    expect(await counted(at)).toMatchObject({ participants: 3, low: 1 });
  });

  it('take the whole of an earlier table without days', async () => {
    const at = place();
    await at.take('свод.csv', undated(5, 5, 5, 5, 5));
    await at.take('осн.csv', day('2019.06.06', ['Ветлугин', 2], ['Клюквин', 4]));
    expect(await counted(at)).toMatchObject({ participants: 2, low: 1 });
  });

  it('name every later import that took ground', async () => {
    const at = place();
    const whole = await at.take('свод.csv', undated(5, 5, 5));
    const first = await at.take('осн.csv', day('2019.06.06', ['Ветлугин', 2]));
    const second = await at.take('рез.csv', day('2019.06.25', ['Омулёв', 3]));
    expect((await takers(at))[whole.import]).toEqual([first.import, second.import]);
  });
});
