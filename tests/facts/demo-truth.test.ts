import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoTruth } from '../../src/demo/truth.ts';
import type { Facts } from '../../src/facts/facts.ts';
import type { PaperFacts } from '../../src/facts/paper-facts.ts';
import { paperId } from '../../src/records/paper.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { bordersOf } from '../../src/regulation/risk-schools.ts';
import { demoExports } from '../support/demo.ts';
import { countedFacts } from '../support/facts.ts';
import { place } from '../support/place.ts';

const key = (of: Pick<PaperFacts, 'school' | 'procedure' | 'subject' | 'grade' | 'year'>): string =>
  `${of.school} ${paperId(of)} ${of.year}`;

/** A fact or a truth in the same words. */
function numbers({ participants, marks }: PaperFacts | DemoTruth, below: number | null, top: number | null) {
  return { participants, marks: marks ? { ...marks } : null, below, top };
}

let truth: DemoTruth[];
let facts: Facts;

beforeAll(async () => {
  const demo = await demoExports();
  const at = place();
  expect((await at.run(['import', demo.folder])).exit).toBe(0);
  facts = await countedFacts(at);
  const asked = new Set(
    bordersOf(2021, loadParameters({})).map((border) => `${paperId(border)} ${border.year}`),
  );
  truth = demo.truth.filter((one) => one.year <= 2021 && asked.has(`${paperId(one)} ${one.year}`));
});

describe('facts counted from the demo', () => {
  it('are the truth, number by number, for every school, paper and year of section 1.2', () => {
    const counted = facts.all().map((fact): [string, object] => {
      const exam = fact.procedure === 'ege';
      return [
        key(fact),
        numbers(fact, exam ? fact.belowMinimum : fact.marks![2], exam ? fact.topScores : fact.marks![5]),
      ];
    });
    const told = truth.map((one): [string, object] => [key(one), numbers(one, one.below, one.top)]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(told));
    expect(told.length).toBeGreaterThan(250);
    expect(counted).toHaveLength(told.length);
  });

  it('rest on results where there are any, and on distributions elsewhere', () => {
    for (const fact of facts.all()) {
      const published =
        fact.procedure === 'vpr' &&
        (fact.year === 2018 || (fact.year === 2019 && fact.subject !== 'world-around'));
      expect(fact.basis, key(fact)).toBe(published ? 'distribution' : 'results');
    }
  });

  it('contradict nothing and leave nobody out', () => {
    expect(facts.disagreements).toEqual([]);
    for (const { problems, withoutMark, withoutResult } of facts.all()) {
      expect({ problems, withoutMark, withoutResult }).toEqual({
        problems: [],
        withoutMark: 0,
        withoutResult: 0,
      });
    }
  });
});
