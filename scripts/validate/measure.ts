import { momentsOf, type Sitting } from '../../src/facts/sitting.ts';
import { paperId } from '../../src/records/paper.ts';
import { judgeSigns } from '../../src/regulation/objectivity/judge.ts';
import { type PaperSigns, SIGN_IDS, type SignId } from '../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import type { Bias } from './bias.ts';
import { inventRegion, type RegionPlan, truthKey } from './region.ts';
import { RIVALS } from './rivals.ts';

/** One paper of one school, what is true of it, and what was said of it. */
export interface Case {
  /** Region and school. */
  school: string;
  bias: Bias | null;
  strong: boolean;
  participants: number;
  signs: PaperSigns;
  /** Whether two signs flag the paper without any agreement. */
  bySigns: boolean;
  /** Excess of each rival rule over its limit, by id. */
  rivals: Readonly<Record<string, number>>;
}

/** Invents a region and judges the ВПР papers of its first year. */
export function casesOf(plan: RegionPlan, overrides: Readonly<Record<string, unknown>> = {}): Case[] {
  const region = inventRegion(plan);
  const year = plan.years[0]!;
  const facts = { schools: region.schools, sittings: region.sittings, published: [], markers: [] };
  const judged = new Map(
    judgeSigns(year, facts, loadParameters(overrides)).schools.map(({ school, signs }) => [
      school,
      new Map(signs.map((one) => [one.paper, one])),
    ]),
  );
  const strong = new Map(region.schools.map((school) => [school.code, school.strong]));
  const vpr = region.sittings.filter((sitting) => sitting.year === year && sitting.procedure === 'vpr');
  const regional = new Map(
    [...new Set(vpr.map(paperId))].map((id) => [
      id,
      momentsOf(vpr.filter((sitting) => paperId(sitting) === id).flatMap(({ scores }) => scores))!,
    ]),
  );
  return vpr.map((sitting) => {
    const id = paperId(sitting);
    const signs = judged.get(sitting.school)!.get(id)!;
    return {
      school: `${plan.key} ${sitting.school}`,
      bias: region.truth.get(truthKey(sitting.school, id, year)) ?? null,
      strong: strong.get(sitting.school)!,
      participants: sitting.participants,
      signs,
      bySigns: twoSigns(sitting, signs),
      rivals: Object.fromEntries(RIVALS.map((rival) => [rival.id, rival.excess(sitting, regional.get(id)!)])),
    };
  });
}

/** Bands of participants for the tables. */
export const BANDS: readonly (readonly [number, number])[] = [
  [5, 9],
  [10, 14],
  [15, 24],
  [25, 49],
  [50, 79],
  [80, 999],
];

export interface Rates {
  papers: number;
  honest: number;
  biased: number;
  /** Biased papers that were accused ÷ biased papers. */
  detected: number | null;
  /** Honest papers that were accused ÷ honest papers. */
  falseAlarms: number | null;
  /** Honest papers among the accused. */
  falseDiscoveries: number | null;
  /** Papers of honest strong schools that were accused ÷ their papers. */
  strong: number | null;
  /** Honest strong schools with at least one accused paper ÷ such schools. */
  strongSchools: number | null;
}

/** Rates of one rule over the given cases. */
export function ratesOf(cases: readonly Case[], accuses: (one: Case) => boolean): Rates {
  const honest = cases.filter(({ bias }) => bias === null);
  const biased = cases.filter(({ bias }) => bias !== null);
  const hits = biased.filter(accuses).length;
  const alarms = honest.filter(accuses).length;
  const best = honest.filter(({ strong }) => strong);
  const part = (count: number, of: number) => (of === 0 ? null : count / of);
  return {
    papers: cases.length,
    honest: honest.length,
    biased: biased.length,
    detected: part(hits, biased.length),
    falseAlarms: part(alarms, honest.length),
    falseDiscoveries: part(alarms, hits + alarms),
    strong: part(best.filter(accuses).length, best.length),
    strongSchools: part(schoolsOf(best.filter(accuses)), schoolsOf(best)),
  };
}

/** Marks below the journal are a sign of the journal and do not count. */
function twoSigns({ journal }: Sitting, { signs }: PaperSigns): boolean {
  const counted = SIGN_IDS.filter(
    (id) =>
      id !== 'B8' &&
      signs[id].state === 'yes' &&
      (id !== 'B5' || (journal && journal.raised > journal.lowered)),
  );
  return counted.length >= 2;
}

/** The flag at a stricter level of agreement than that of the run. */
export function flaggedAt(level: number): (one: Case) => boolean {
  return ({ signs, bySigns }) =>
    bySigns || (signs.flagged && signs.agreement !== null && signs.agreement.q <= level);
}

function schoolsOf(cases: readonly Case[]): number {
  return new Set(cases.map(({ school }) => school)).size;
}

export const flagged = ({ signs }: Case): boolean => signs.flagged;

export function hasSign(id: SignId): (one: Case) => boolean {
  return ({ signs }) => signs.signs[id].state === 'yes';
}

/** The rival at its own limit. */
export function rivalAccuses(id: string): (one: Case) => boolean {
  return ({ rivals }) => rivals[id]! > 0;
}

/** The rival with its limit moved until it raises as many false alarms as `allowed`, but no more. */
export function rivalAt(id: string, cases: readonly Case[], allowed: number): (one: Case) => boolean {
  const honest = cases.filter(({ bias }) => bias === null).map(({ rivals }) => rivals[id]!);
  const limit = honest.toSorted((first, second) => second - first)[Math.floor(allowed * honest.length)]!;
  return ({ rivals }) => rivals[id]! > limit;
}
