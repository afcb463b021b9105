import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { type Place, place } from '../support/place.ts';
import { marks, roster, table } from '../support/plain-tables.ts';

interface Line {
  id: string;
  system: string;
  status: string;
  missing: string[];
  remedy: string | null;
}

const computable = SYSTEMS.flatMap(({ indicators }) => indicators).filter(
  ({ measure }) => measure.from !== 'reference' && measure.from !== 'open',
);

async function indicatorsOf(at: Place): Promise<Line[]> {
  return (await at.ask('status', '--year', '2021')).indicators;
}

describe('msoko status of an empty workspace', () => {
  let lines: Line[];
  let text: string;

  beforeAll(async () => {
    const at = place();
    await at.run(['init', '.']);
    lines = await indicatorsOf(at);
    text = (await at.run(['status', '--year', '2021'])).out;
  });

  it('names for each of the 132 indicators of the Положение the file or form that would supply it', () => {
    const regulation = lines.filter(({ system }) => system !== 'quality');
    expect(regulation).toHaveLength(132);
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(computable.map(({ id }) => id)));
    for (const { id, remedy, status } of lines) {
      expect(status, id).toBe('no-data');
      expect(remedy, id).toMatch(/реестр ОО.*(Загрузите|msoko form \d\.\d --year 2021)/);
    }
  });

  it('says it in words, too', () => {
    expect(text).toContain('Соберите форму раздела 2.4 (msoko form 2.4 --year 2021 --all-schools');
    expect(text).toContain('Загрузите протоколы ЕГЭ');
  });
});

describe('msoko status of a workspace with answers', () => {
  it('names those who did not answer, and asks nothing where all did', async () => {
    const at = place();
    await at.take('реестр.csv', roster(['990101', '', '', '', 'СОШ № 1'], ['990102', '', '', '', 'СОШ № 2']));
    await at.take(
      'показатели.csv',
      table(
        'Код ОО;Год;Показатель;Значение',
        ['990101', 2021, 'young-teachers', 4],
        ['990101', 2021, 'young-teachers-covered', 1],
        ['990101', 2021, 'individual-mentoring-programmes', 2],
        ['990102', 2021, 'individual-mentoring-programmes', 0],
      ),
    );
    const lines = await indicatorsOf(at);
    const found = (id: string) => lines.find((line) => line.id === id);
    expect(found('meth.young-teachers-covered-share')).toMatchObject({
      status: 'incomplete',
      missing: ['990102'],
      remedy: expect.stringContaining('msoko form 2.4'),
    });
    expect(found('meth.individual-mentoring-count')).toMatchObject({
      status: 'computed',
      missing: [],
      remedy: null,
    });
  });
});

it('rows that were set aside are told of until other results took the place of all of their file', async () => {
  const at = place();
  const bad = at.file('1.csv', marks('990101', 2020, [2, 3, 9]));
  await at.run(['import', bad, '--set-aside']);
  expect((await at.ask('status', '--year', '2021')).setAside).toMatchObject([{ file: '1.csv', rows: 1 }]);
  await at.take('другая школа.csv', marks('990102', 2020, [2, 3, 4]));
  expect((await at.ask('status', '--year', '2021')).setAside).toHaveLength(1);
  await at.take('2.csv', marks('990101', 2020, [2, 3, 4]));
  expect((await at.ask('status', '--year', '2021')).setAside).toEqual([]);
});
