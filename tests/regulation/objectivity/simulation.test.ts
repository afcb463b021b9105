import { expect, it } from 'vitest';
import { casesOf, flagged, ratesOf, rivalAt } from '../../../scripts/validate/measure.ts';

/** A region takes seconds, and many of them on a busy machine. */
const LONG = 300_000;

const PLAN = { schools: 60, gathered: false, years: [2021, 2022], tasks: true, journal: true };

it(
  'hardly ever accuses an honest paper, the strong schools included',
  () => {
    const cases = casesOf({ ...PLAN, key: 'honest', share: 0, biases: [] });
    expect(cases.length).toBe(60 * 11);
    const { falseAlarms, strong } = ratesOf(cases, flagged);
    expect(falseAlarms).toBeLessThanOrEqual(0.005);
    expect(strong).toBeLessThanOrEqual(0.01);
  },
  LONG,
);

it(
  'finds more than the rules in use elsewhere at the same rate of false alarms',
  () => {
    const cases = casesOf({ ...PLAN, key: 'biased', share: 0.2, biases: ['border'] }).filter(
      ({ participants }) => participants >= 15,
    );
    const ours = ratesOf(cases, flagged);
    expect(ours.falseDiscoveries).toBeLessThanOrEqual(0.05);
    for (const id of ['band', 'floors', 'journal']) {
      const theirs = ratesOf(cases, rivalAt(id, cases, ours.falseAlarms!));
      expect(ours.detected!).toBeGreaterThan(2 * theirs.detected!);
    }
  },
  LONG,
);
