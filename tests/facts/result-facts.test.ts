import { describe, expect, it } from 'vitest';
import { egeProtocol, ogeProtocol } from '../support/exports.ts';
import { countedFacts, onlyFact } from '../support/facts.ts';
import { place } from '../support/place.ts';
import { results } from '../support/plain-tables.ts';

const RUSSIAN = { procedure: 'vpr', subject: 'russian', grade: 4 } as const;
const vpr = (scores: readonly (number | null)[], given: readonly (number | null)[] = []): string =>
  results(
    ...scores.map((score, index) => [
      '990101',
      2020,
      'ВПР',
      'Русский язык',
      4,
      index + 1,
      score,
      null,
      given[index] ?? null,
    ]),
  );

describe('facts from results of ВПР', () => {
  it('turn primary scores into marks by the borders, each border belonging to the lower mark', async () => {
    const at = place();
    await at.take('1.csv', vpr([0, 13, 14, 23, 24, 32, 33, 38]));
    const fact = await onlyFact(at, { ...RUSSIAN, year: 2020, scale: [13, 23, 32] });
    expect(fact).toMatchObject({
      school: '990101',
      basis: 'results',
      participants: 8,
      marks: { 2: 2, 3: 2, 4: 2, 5: 2 },
    });
    expect(fact).toMatchObject({ belowMinimum: null, topScores: null, withoutMark: 0, withoutResult: 0 });
  });

  it('take the mark of the file before that of the borders', async () => {
    const at = place();
    await at.take('1.csv', vpr([10, 10, 38], [3, null, null]));
    expect(await onlyFact(at, { ...RUSSIAN, year: 2020, scale: [13, 23, 32] })).toMatchObject({
      marks: { 2: 1, 3: 1, 4: 0, 5: 1 },
    });
  });

  it('say how many scores no scale turns into marks', async () => {
    const at = place();
    await at.take('1.csv', vpr([10, 20, 38], [3, null, null]));
    expect(await onlyFact(at, { ...RUSSIAN, year: 2020 })).toMatchObject({
      participants: 1,
      marks: { 2: 0, 3: 1, 4: 0, 5: 0 },
      withoutMark: 2,
    });
  });

  it('count those without any result aside: they are no participants and no zeros', async () => {
    const at = place();
    await at.take('1.csv', vpr([10, null, null], [2, null, null]));
    const fact = await onlyFact(at, { ...RUSSIAN, year: 2020, scale: [13, 23, 32] });
    expect(fact).toMatchObject({ participants: 1, withoutResult: 2, withoutMark: 0, mean: 10 });
  });

  it('have the mean and the deviation of the group itself', async () => {
    const at = place();
    await at.take('1.csv', vpr([2, 4, 4, 4, 5, 5, 7, 9]));
    const fact = await onlyFact(at, { ...RUSSIAN, year: 2020, scale: [13, 23, 32] });
    expect(fact.mean).toBe(5);
    expect(fact.deviation).toBe(2);
  });

  it('keep schools, papers, grades and years apart', async () => {
    const at = place();
    await at.take(
      '1.csv',
      results(
        ['990101', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 2],
        ['990101', 2020, 'ВПР', 'Русский язык', 5, 'а', null, null, 3],
        ['990101', 2020, 'ВПР', 'Математика', 4, 'а', null, null, 4],
        ['990101', 2019, 'ВПР', 'Русский язык', 4, 'а', null, null, 5],
        ['990102', 2020, 'ВПР', 'Русский язык', 4, 'а', null, null, 5],
      ),
    );
    const facts = await countedFacts(at);
    expect(facts.all()).toHaveLength(5);
    expect(facts.get('990101', RUSSIAN, 2020)?.marks).toEqual({ 2: 1, 3: 0, 4: 0, 5: 0 });
    expect(facts.get('990102', RUSSIAN, 2020)?.marks).toEqual({ 2: 0, 3: 0, 4: 0, 5: 1 });
    expect(facts.get('990102', RUSSIAN, 2019)).toBeUndefined();
  });
});

describe('facts from results of ЕГЭ', () => {
  it('tell low and high test scores by the borders: the minimum itself is not low, 81 is high', async () => {
    const at = place();
    const scores = [23, 24, 80, 81, 100];
    await at.take(
      '1.csv',
      results(
        ...scores.map((score, index) => ['1', 2020, 'ЕГЭ', 'Русский язык', 11, index, null, score, null]),
      ),
    );
    expect(await onlyFact(at)).toMatchObject({
      participants: 5,
      marks: null,
      belowMinimum: 1,
      topScores: 2,
      mean: 61.6,
    });
  });
});

describe('several attempts of one person', () => {
  const person = (surname: string, result: number, school = '9101') => ({ school, surname, result });

  it('on the main day and the reserve day count once, the best of them', async () => {
    const at = place();
    await at.take(
      'осн.csv',
      ogeProtocol('02 - Математика', '2019.06.06', [
        person('Ветлугина', 2),
        person('Клюквина', 2),
        person('Омулёва', 5),
      ]),
    );
    await at.take(
      'рез.csv',
      ogeProtocol('02 - Математика', '2019.06.25', [
        person('Ветлугина', 4),
        person('Клюквина', 2),
        person('Омулёва', 3),
      ]),
    );
    expect(await onlyFact(at)).toMatchObject({ participants: 3, marks: { 2: 1, 3: 0, 4: 1, 5: 1 } });
  });

  it('of ЕГЭ are told by the document, also where the name is written otherwise', async () => {
    const at = place();
    const taken = (surname: string, result: number, number: string) => ({
      school: '9101',
      surname,
      document: ['9917', number] as const,
      result,
    });
    const days = [
      egeProtocol('01 - Русский язык', '2020.07.06', [
        taken('Ветлугина', 20, '100200'),
        taken('Клюквина', 85, '100201'),
      ]),
      egeProtocol('01 - Русский язык', '2020.07.24', [taken('ВЕТЛУГИНА-Омулёва', 40, '100200')]),
    ];
    await at.take('егэ.csv', days.join(''));
    expect(await onlyFact(at)).toMatchObject({ participants: 2, belowMinimum: 0, topScores: 1, mean: 62.5 });
  });

  it('in different schools or of people with one name in different schools stay apart', async () => {
    const at = place();
    await at.take(
      'осн.csv',
      ogeProtocol('02 - Математика', '2019.06.06', [person('Ветлугина', 2), person('Ветлугина', 3, '9102')]),
    );
    const facts = await countedFacts(at);
    expect(facts.all().map(({ school, participants }) => [school, participants])).toEqual([
      ['9101', 1],
      ['9102', 1],
    ]);
  });
});
