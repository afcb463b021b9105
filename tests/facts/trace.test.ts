import { describe, expect, it } from 'vitest';
import { type TracedNumber, withSources } from '../../src/facts/trace.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { type Place, place } from '../support/place.ts';
import { marks, results, roster } from '../support/plain-tables.ts';

const number = (school: string, year: number, subject = 'russian', procedure = 'vpr'): TracedNumber => ({
  school,
  year,
  subject: {
    paper: { procedure, subject, ...(procedure === 'vpr' ? { grade: 4 } : {}) } as never,
    basis: 'results',
  },
});

/** Files and rows behind each of the numbers, which are asked for at once. */
async function placesOf(at: Place, ...numbers: readonly TracedNumber[]): Promise<[string, number[]][][]> {
  const steps = numbers.map((one) => ({ numbers: [one] }));
  const traced = await withSources(openWorkspace(at.directory), steps);
  return traced.map(({ sources }) => sources.map(({ file, rows }) => [file, rows]));
}

describe('The places in files behind numbers', () => {
  it('that are asked for at once are each number’s own, the same number twice too', async () => {
    const at = place();
    await at.take('а.csv', marks('990101', 2020, [2, 3]) + marks('990102', 2020, [4]).split('\r\n')[1]);
    await at.take('б.csv', marks('990101', 2021, [5], 'Математика'));
    const places = await placesOf(
      at,
      number('990102', 2020),
      number('990101', 2021, 'mathematics'),
      number('990101', 2021),
      number('990101', 2020),
      number('990102', 2020),
    );
    expect(places).toEqual([[['а.csv', [4]]], [['б.csv', [2]]], [], [['а.csv', [2, 3]]], [['а.csv', [4]]]]);
  });

  it('of a step with several numbers follow one another, and the rest of the step stays as it is', async () => {
    const at = place();
    await at.take('а.csv', marks('990101', 2020, [2, 3]));
    await at.take('б.csv', marks('990101', 2021, [2]));
    const step = { title: 'Русский язык', numbers: [number('990101', 2021), number('990101', 2020)] };
    const [traced] = await withSources(openWorkspace(at.directory), [step]);
    expect(Object.keys(traced!)).toEqual(['title', 'sources']);
    expect(traced!.sources.map(({ file }) => file)).toEqual(['б.csv', 'а.csv']);
  });

  it('are the rows under every code that a roster joins to the school', async () => {
    const at = place();
    const both = marks('990101', 2020, [2, 3]) + marks('sch990102', 2020, [4]).split('\r\n')[1];
    await at.take('а.csv', both);
    expect(await placesOf(at, number('990101', 2020))).toEqual([[['а.csv', [2, 3]]]]);
    await at.take('реестр.csv', roster(['990101', 'sch990102', null, null, 'Школа 1', null]));
    expect(await placesOf(at, number('990101', 2020))).toEqual([[['а.csv', [2, 3, 4]]]]);
  });

  it('of a school whose participants were all absent are none', async () => {
    const at = place();
    const row = (school: string, score: string | number) =>
      [school, 2020, 'ВПР', 'Русский язык', 4, 'а', score, null, null] as const;
    await at.take('а.csv', results(row('990101', 'не явился'), row('990102', 12)));
    expect(await placesOf(at, number('990101', 2020), number('990102', 2020))).toEqual([
      [],
      [['а.csv', [3]]],
    ]);
  });

  it('are found among many schools as among few', async () => {
    const at = place();
    const codes = Array.from({ length: 20 }, (_, index) => String(990101 + index));
    const rows = codes.flatMap((code) =>
      ['Русский язык', 'Математика'].map((of) => [code, 2020, 'ВПР', of, 4, 'а', 10, null, 3]),
    );
    await at.take('район.csv', results(...rows));
    const all = await placesOf(at, ...codes.map((code) => number(code, 2020, 'mathematics')));
    expect(all).toEqual(codes.map((_, index) => [['район.csv', [2 * index + 3]]]));
    const each = await Promise.all(codes.map((code) => placesOf(at, number(code, 2020, 'mathematics'))));
    expect(each.flat()).toEqual(all);
  });
});
