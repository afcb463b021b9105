import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { heldAssessments, sectionReports } from '../../src/commands/section-reports.ts';
import type { MunicipalityAssessment } from '../../src/commands/system-assessment.ts';
import { valuesByMunicipality } from '../../src/commands/system-context.ts';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { type Place, place } from '../support/place.ts';
import { marks, table } from '../support/plain-tables.ts';

const YEAR = 2021;

let at: Place;

/** Two schools of two municipalities, with results of the year and of the one before it. */
beforeAll(async () => {
  at = place({ region: 'Энская область' });
  await at.take(
    'реестр.csv',
    table('Код ОО;Наименование;Муниципалитет', ['1', 'Школа 1', 'Озёрный'], ['2', 'Школа 2', 'Лесной']),
  );
  for (const year of [YEAR - 1, YEAR])
    for (const school of ['1', '2'])
      await at.take(`${school} ${year}.csv`, marks(school, year, [2, 3, 4, 5]));
});

describe('The reports of a region', () => {
  it('keep nothing of the earlier years that they were made from', async () => {
    const made = await composed();
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    // a reference that was just made or read lives to the end of its turn
    await setImmediate();
    collect();
    expect(made.sections.length).toBe(SYSTEMS.length);
    expect(made.earlier.deref()).toBeUndefined();
  });

  it('hold the answers on organisations as rows, and no longer as answers', async () => {
    const { sections } = await composed();
    for (const { context } of sections)
      expect(context.answers.filter(({ unit }) => unit === 'school')).toEqual([]);
    const rows = sections.flatMap(({ report }) =>
      report.sheets.flatMap(({ name, table }) => (name === 'По организациям' ? table.rows : [])),
    );
    expect(new Set(rows.map(({ code }) => code))).toEqual(new Set(['1', '2']));
  });

  it('ask a municipality about all systems before there is a next one', () => {
    const events: string[] = [];
    const municipality = (name: string): MunicipalityAssessment => {
      events.push(name);
      const answers: MunicipalityAssessment['answers'] = ({ id }) => {
        events.push(id);
        return [];
      };
      return { municipality: name, organisations: [], answers };
    };
    function* municipalities() {
      yield municipality('Лесной');
      yield municipality('Озёрный');
    }
    const of = valuesByMunicipality(municipalities(), SYSTEMS, YEAR);
    const ids = SYSTEMS.map(({ id }) => id);
    expect(events).toEqual(['Лесной', ...ids, 'Озёрный', ...ids]);
    expect(of(SYSTEMS[0]!).map((one) => one.municipality)).toEqual(['Лесной', 'Озёрный']);
  });
});

/** The reports of all systems, and the assessment of the year before them as long as somebody keeps it. */
async function composed() {
  const of = heldAssessments(at.directory, YEAR);
  const sections = await sectionReports(at.directory, SYSTEMS, YEAR, of);
  return { sections, earlier: new WeakRef(await of(YEAR - 1).low()) };
}
