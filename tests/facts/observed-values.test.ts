import { describe, expect, it } from 'vitest';
import { duckdbEngine } from '../../src/facts/engines/duckdb.ts';
import { type ObservedValues, observedValues } from '../../src/facts/observed-values.ts';
import { inMunicipality } from '../../src/workspace/municipality.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { type Place, place } from '../support/place.ts';
import { roster, table, values } from '../support/plain-tables.ts';

const admissions = (...rows: readonly (readonly (string | number | null)[])[]) =>
  table('Код ОО;Год;Класс;Куда поступил;По профилю', ...rows);

async function ask<A>(
  at: Place,
  question: (values: ObservedValues) => A,
  workspace = openWorkspace(at.directory),
): Promise<A> {
  const engine = await duckdbEngine();
  try {
    return question(await observedValues(workspace, engine, [2020, 2021]));
  } finally {
    engine.close();
  }
}

describe('supplied values', () => {
  it('are found by organisation, variable and year with the import behind them; the rest is not known', async () => {
    const at = place();
    const { import: id } = await at.take(
      '1.csv',
      values(
        ['990101', 2021, 'pupils', 300],
        ['990101', 2021, 'pedagogical-workers', 0],
        ['', 2021, 'young-teacher-projects', 2],
      ),
    );
    await ask(at, (known) => {
      expect(known.get('990101', 'pupils', 2021)).toEqual({ value: 300, imports: [id] });
      expect(known.get('990101', 'pedagogical-workers', 2021)).toEqual({ value: 0, imports: [id] });
      expect(known.get('municipality', 'young-teacher-projects', 2021)).toEqual({ value: 2, imports: [id] });
      expect(known.get('990101', 'pupils', 2020)).toBeUndefined();
      expect(known.get('990102', 'pupils', 2021)).toBeUndefined();
      expect(known.get('990101', 'pupils', 2021, 'level:noo')).toBeUndefined();
    });
  });

  it('of the authority that keeps the workspace say nothing of another municipality of the region', async () => {
    const at = place({ municipality: 'Приозёрный округ' });
    await at.take(
      'реестр.csv',
      table(
        'Код ОО;Наименование;Муниципалитет',
        ['990101', 'Школа 1', 'Приозёрный округ'],
        ['990102', 'Школа 2', 'Лесной округ'],
      ),
    );
    await at.take('1.csv', values(['', 2021, 'young-teacher-projects', 2]));
    const asked = (municipality: string) =>
      ask(
        at,
        (known) => known.get('municipality', 'young-teacher-projects', 2021)?.value,
        inMunicipality(openWorkspace(at.directory), municipality),
      );
    expect([await asked('Приозёрный округ'), await asked('Лесной округ')]).toEqual([2, undefined]);
  });

  it('are those of the later import, and of the earlier one for what the later does not say', async () => {
    const at = place();
    const first = await at.take(
      '1.csv',
      values(['990101', 2021, 'pedagogical-workers', 40], ['990101', 2021, 'young-teachers', 4]),
    );
    const second = await at.take('2.csv', values(['990101', 2021, 'pedagogical-workers', 41]));
    await ask(at, (known) => {
      expect(known.get('990101', 'pedagogical-workers', 2021)).toEqual({
        value: 41,
        imports: [second.import],
      });
      expect(known.get('990101', 'young-teachers', 2021)).toEqual({ value: 4, imports: [first.import] });
    });
  });

  it('follow an organisation to the code that a later roster gives it', async () => {
    const at = place();
    await at.take('1.csv', values(['edu990101', 2021, 'pedagogical-workers', 40]));
    await at.take('roster.csv', roster(['17', 'edu990101', null, null, 'МБОУ «СОШ № 1»', null]));
    await ask(at, (known) => {
      expect(known.get('17', 'pedagogical-workers', 2021)?.value).toBe(40);
      expect(known.get('edu990101', 'pedagogical-workers', 2021)).toBeUndefined();
    });
  });

  it('count graduates from their list, unless the count itself was reported', async () => {
    const at = place();
    const { import: id } = await at.take(
      '1.csv',
      admissions(
        ['990101', 2021, 9, 'СУЗ', 'да'],
        ['990101', 2021, 9, 'СУЗ', 'нет'],
        ['990101', 2021, 9, '10 класс', null],
        ['990101', 2021, 11, 'вуз', null],
        ['990102', 2021, 12, 'работа', null],
      ),
    );
    await ask(at, (known) => {
      const count = (school: string, variable: string) => known.get(school, variable, 2021)?.value;
      expect(known.get('990101', 'graduates-9-vocational', 2021)).toEqual({ value: 2, imports: [id] });
      expect(count('990101', 'graduates-9')).toBe(3);
      expect(count('990101', 'graduates-9-by-profile')).toBe(1);
      expect(count('990101', 'graduates-11-higher')).toBe(1);
      expect(count('990101', 'graduates-11')).toBeUndefined();
      expect(count('990102', 'graduates-11')).toBe(1);
      expect(count('990102', 'graduates-11-higher')).toBe(0);
    });
  });
});
