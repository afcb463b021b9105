import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, place } from '../support/place.ts';
import { results, table, values } from '../support/plain-tables.ts';
import { randomSchool } from '../support/random-municipality.ts';
import { said, saidAgain } from '../support/said.ts';
import { type GivenSchool, readAgain } from '../support/second-reading.ts';

const YEAR = 2022;
const SCHOOLS = 80;

type Cells = (string | number | null)[];

/** What a plain table of results says of a school: a row a participant, those without a result with none. */
function resultRows({ code, sittings }: GivenSchool): Cells[] {
  return Object.entries(sittings).flatMap(([key, sitting]) => {
    const [paper, year] = key.split('|') as [string, string];
    const [procedure, ...rest] = paper.split('-');
    const grade = procedure === 'vpr' ? rest.shift()! : null;
    const empty = 'withoutResult' in sitting ? (sitting.withoutResult ?? 0) : 0;
    const scores: Cells[] =
      'marks' in sitting
        ? sitting.marks.map((mark) => [null, null, mark])
        : 'testScores' in sitting
          ? sitting.testScores.map((score) => [null, score, null])
          : 'primary' in sitting
            ? sitting.primary.map((score) => [score, null, null])
            : [];
    const all = [...scores, ...Array.from({ length: empty }, (): Cells => [null, null, null])];
    return all.map((cells, index) => [code, year, procedure!, rest.join('-'), grade, index + 1, ...cells]);
  });
}

const valueRows = ({ code, values: known }: GivenSchool): Cells[] =>
  Object.entries(known).map(([key, value]) => {
    const [variable, year] = key.split('|') as [string, string];
    return [code, year, variable, String(value).replace('.', ',')];
  });

const rosterOf = (schools: readonly GivenSchool[]): string =>
  table(
    'Код ОО;Наименование;Классы',
    ...schools.map(({ code, grades }) => [
      code,
      `Школа ${code}`,
      grades ? `${grades[0]}–${grades[1]}` : null,
    ]),
  );

/** A plain table cannot contradict itself as a published report can. */
function ofPlainTables(school: GivenSchool): GivenSchool {
  const plain = Object.entries(school.sittings).filter(([, sitting]) => !('contradictory' in sitting));
  return { ...school, sittings: Object.fromEntries(plain) };
}

async function take(at: Place, name: string, content: string): Promise<void> {
  expect(await at.take(name, content)).toMatchObject({ status: 'imported' });
}

const [seed = 0] = fc.sample(fc.integer(), 1);

describe(`${SCHOOLS} random schools (seed ${seed})`, () => {
  const schools = Array.from({ length: SCHOOLS }, (_, index) => {
    const [school] = fc.sample(randomSchool(String(990_101 + index), YEAR), {
      seed: seed + index,
      numRuns: 1,
    });
    return ofPlainTables(school!);
  });

  it('imported from tables, in parts, are judged as a second reading of section 1.2 judges them', async () => {
    const at = place();
    const half = (rows: readonly Cells[], odd: number) => rows.filter((_, index) => index % 2 === odd);
    const [first, second] = [schools.slice(0, SCHOOLS / 2), schools.slice(SCHOOLS / 2)];
    await take(at, 'результаты 2.csv', results(...second.flatMap(resultRows)));
    await take(at, 'показатели 1.csv', values(...half(schools.flatMap(valueRows), 0)));
    await take(at, 'реестр.csv', rosterOf(schools));
    await take(at, 'показатели 2.csv', values(...half(schools.flatMap(valueRows), 1)));
    await take(at, 'результаты 1.csv', results(...first.flatMap(resultRows)));

    const { schools: judged } = await at.ask('risk-schools', '--year', String(YEAR));
    expect(judged.map(said)).toEqual(schools.map((school) => saidAgain(readAgain(school, YEAR))));
  }, 600_000);
});
