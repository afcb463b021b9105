import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/facts/distribution-facts.ts';
import { evidence } from '../support/evidence.ts';
import { marksReport } from '../support/exports.ts';
import { countedFacts, onlyFact } from '../support/facts.ts';
import { place } from '../support/place.ts';
import { marks, results, table } from '../support/plain-tables.ts';

const SCHOOL = 'МБОУ «СОШ № 1»(sch990101)';

/** «Распределение первичных баллов» of one school: share of each score from 0. */
const scoresReport = (participants: number, shares: readonly number[]): string =>
  table(
    'Распределение первичных баллов',
    [],
    ['ВПР 2020 Русский язык 4 класс'],
    ['Предмет:', 'Русский язык'],
    ['Максимальный первичный балл:', shares.length - 1],
    ['Дата:', '20.04.2020'],
    [],
    ['Группы участников', 'Кол-во ОО', 'Кол-во участников', ...shares.keys()],
    [SCHOOL, null, participants, ...shares],
  );

describe('facts from published distributions', () => {
  it('turn shares back into participants', async () => {
    const at = place();
    await at.take(
      '1.csv',
      marksReport(2020, [
        ['Энская область', 1000, 25, 25, 25, 25],
        [SCHOOL, 20, 10, 20, 30, 40],
      ]),
    );
    expect(await onlyFact(at)).toMatchObject({
      school: '990101',
      basis: 'distribution',
      participants: 20,
      marks: { 2: 2, 3: 4, 4: 6, 5: 8 },
      problems: [],
    });
  });

  it('turn shares rounded to hundredths back exactly, as long as a group has fewer than ten thousand', () => {
    for (const n of [3, 7, 29, 113, 997]) {
      for (let k = 0; k <= n; k++) {
        const published = {
          2: Math.round((k / n) * 10_000) / 100,
          3: Math.round(((n - k) / n) * 10_000) / 100,
        };
        expect(countsOf(published, n, 'percent')).toEqual({ 2: k, 3: n - k });
      }
    }
  });

  it('do not use shares that do not add up, and say why', async () => {
    const at = place();
    await at.take('1.csv', marksReport(2020, [[SCHOOL, 20, 10, 20, 30, 10]]));
    const fact = await onlyFact(at);
    expect(fact).toMatchObject({ participants: 20, marks: null });
    expect(fact.problems).toEqual([expect.stringContaining('14 вместо 20')]);
    const year = await evidence(at, '990101', 'low.vpr4-russian-low', 2020);
    expect(year).toMatchObject({ verdict: 'no-data', share: null, low: null });
    expect(year.reason).toContain('14 вместо 20');
    const { problems } = await at.ask('status', '--year', '2021');
    expect(problems).toMatchObject([{ school: '990101', paper: 'vpr-4-russian', year: 2020 }]);
  });

  it('turn primary scores into marks by the borders', async () => {
    const at = place();
    await at.take('1.csv', scoresReport(10, [10, 0, 20, 30, 0, 40]));
    const border = { procedure: 'vpr', subject: 'russian', grade: 4, year: 2020 } as const;
    expect(await onlyFact(at, { ...border, scale: [1, 2, 4] })).toMatchObject({
      marks: { 2: 1, 3: 2, 4: 3, 5: 4 },
      mean: 3.3,
    });
    expect(await onlyFact(at, border)).toMatchObject({ marks: null, withoutMark: 10 });
  });

  it('are facts of schools alone, not of the municipality or the country', async () => {
    const at = place();
    await at.take(
      '1.csv',
      marksReport(2020, [
        ['Вся выборка', 1000, 25, 25, 25, 25],
        ['Приозёрный муниципальный округ(reg99_m001)', 20, 10, 20, 30, 40],
      ]),
    );
    expect((await countedFacts(at)).all()).toEqual([]);
  });
});

describe('results and a distribution of the same school, paper and year', () => {
  it('that agree are one fact, counted from the results', async () => {
    const at = place();
    await at.take('1.csv', marksReport(2020, [[SCHOOL, 4, 25, 25, 25, 25]]));
    await at.take('2.csv', marks('990101', 2020, [2, 3, 4, 5]));
    expect((await countedFacts(at)).disagreements).toEqual([]);
    expect(await onlyFact(at)).toMatchObject({ basis: 'results', participants: 4 });
  });

  it('that differ: the results win in either order of import, and the difference is told', async () => {
    for (const order of [0, 1]) {
      const at = place();
      const files = [marksReport(2020, [[SCHOOL, 4, 25, 25, 25, 25]]), marks('990101', 2020, [2, 2, 4, 5])];
      if (order === 1) files.reverse();
      for (const [index, text] of files.entries()) await at.take(`${index}.csv`, text);
      expect(await onlyFact(at)).toMatchObject({ basis: 'results', marks: { 2: 2, 3: 0, 4: 1, 5: 1 } });
      const { disagreements } = await at.ask('status', '--year', '2021');
      expect(disagreements).toEqual([
        {
          school: '990101',
          paper: 'vpr-4-russian',
          year: 2020,
          results: { participants: 4, marks: { 2: 2, 3: 0, 4: 1, 5: 1 } },
          distribution: { participants: 4, marks: { 2: 1, 3: 1, 4: 1, 5: 1 } },
        },
      ]);
      expect((await at.run(['status', '--year', '2021'])).out).toMatch(/990101.*«2» 2.*против.*«2» 1/);
    }
  });

  it('that hold no mark and no scale: the distribution says more and is taken', async () => {
    const at = place();
    await at.take('1.csv', marksReport(2020, [[SCHOOL, 4, 25, 25, 25, 25]]));
    await at.take('2.csv', results(['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', 20, null, null]));
    const border = { procedure: 'vpr', subject: 'russian', grade: 4, year: 2020 } as const;
    expect(await onlyFact(at, border)).toMatchObject({ basis: 'distribution', participants: 4 });
    expect(await onlyFact(at, { ...border, scale: [13, 23, 32] })).toMatchObject({
      basis: 'results',
      participants: 1,
    });
  });
});
