import type { Sitting } from '../../src/facts/sitting.ts';
import { paperId } from '../../src/records/paper.ts';
import { type Bias, falsify, moveToBorders, total, type Work } from './bias.ts';
import { type Chance, chance } from './chance.ts';
import { type InventedPaper, markOf, OGE_PAPERS, VPR_PAPERS } from './papers.ts';

/** How a region is invented. */
export interface RegionPlan {
  key: string;
  schools: number;
  /** Share of ВПР papers that are biased. */
  share: number;
  biases: readonly Bias[];
  /** Whether biased papers gather in some schools or lie anywhere. */
  gathered: boolean;
  years: readonly number[];
  /** Whether tasks and marks in the journal are known. */
  tasks: boolean;
  journal: boolean;
}

interface InventedSchool {
  code: string;
  name: string;
  strong: boolean;
  ability: number;
  /** Standard deviation of its pupils. */
  spread: number;
  /** Probability that a score one point below the «3» is rounded up: the habit of the region. */
  habit: number;
  /** Strictness of the marks in the journal, in standard deviations of pupils. */
  strictness: number;
  classes: readonly number[];
  biased: boolean;
}

export interface Region {
  schools: readonly { code: string; name: string; strong: boolean }[];
  sittings: readonly Sitting[];
  /** Bias of a paper, by `truthKey`; honest papers are absent. */
  truth: ReadonlyMap<string, Bias>;
}

export function truthKey(school: string, paper: string, year: number): string {
  return `${school} ${paper} ${year}`;
}

/**
 * Invents a region: abilities of schools, subjects, cohorts and classes, a habit of rounding up to the «3», strong
 * honest schools, schools of one small class and of four large ones; and makes a known part of its papers biased.
 */
export function inventRegion(plan: RegionPlan): Region {
  const schools = Array.from({ length: plan.schools }, (_, index) => inventSchool(plan, index));
  const truth = new Map<string, Bias>();
  const sittings = schools.flatMap((school) => sittingsOf(school, plan, truth));
  return { schools, sittings, truth };
}

function inventSchool(plan: RegionPlan, index: number): InventedSchool {
  const random = chance(`${plan.key}|school ${index}`);
  const strong = random.happens(0.06);
  const village = !strong && random.happens(0.35);
  const classes = village
    ? [5 + random.below(10)]
    : Array.from({ length: 1 + random.below(4) }, () => 15 + random.below(15));
  return {
    code: String(990000 + index),
    name: `Школа ${index}`,
    strong,
    ability: strong ? random.between(0.9, 1.4) : 0.4 * random.normal(),
    spread: strong ? 0.75 : random.between(0.85, 1.05),
    habit: Math.min(1, Math.max(0, 0.6 + 0.2 * random.normal())),
    strictness: 0.3 * random.normal(),
    classes,
    biased: random.happens(Math.min(1, plan.share / 0.7)),
  };
}

function sittingsOf(school: InventedSchool, plan: RegionPlan, truth: Map<string, Bias>): Sitting[] {
  const found: Sitting[] = [];
  for (const year of plan.years) {
    for (const paper of [...VPR_PAPERS, ...OGE_PAPERS]) {
      const id = paperId(paper);
      const random = chance(`${plan.key}|${school.code}|${id}|${year}`);
      const bias = biasOf(school, paper, plan, random);
      if (bias) truth.set(truthKey(school.code, id, year), bias);
      found.push(sit(school, paper, year, bias, plan, random));
    }
  }
  return found;
}

function biasOf(school: InventedSchool, paper: InventedPaper, plan: RegionPlan, random: Chance): Bias | null {
  const probability = plan.gathered ? (school.biased ? 0.7 : 0) : plan.share;
  const biased = random.happens(probability);
  return biased && paper.procedure === 'vpr' && !school.strong ? random.pick(plan.biases) : null;
}

/** One school sits one paper. */
function sit(
  school: InventedSchool,
  paper: InventedPaper,
  year: number,
  bias: Bias | null,
  plan: RegionPlan,
  random: Chance,
): Sitting {
  const grade = paper.grade ?? 9;
  const lasting = (of: string, size: number) => size * chance(`${plan.key}|${school.code}|${of}`).normal();
  // A cohort stays itself as it grows; a subject has its teachers; a class has its day.
  const level =
    school.ability + lasting(`cohort ${year - grade}`, 0.2) + lasting(`subject ${paper.subject}`, 0.2);
  const taught = paper.tasks.map((_, task) => lasting(`${paper.subject} ${grade} task ${task}`, 0.3));
  const usual: number[] = [];
  const classes = school.classes.map((size) => {
    const day = level + 0.2 * random.normal();
    const own = Array.from({ length: size }, () => school.spread * random.normal());
    // What the journal knows of a pupil is what another paper on another day would show.
    usual.push(...own.map((one) => total(work(level + one, paper, taught, random))));
    return own.map((one) => work(day + one, paper, taught, random));
  });
  if (paper.procedure === 'vpr') {
    moveToBorders(classes.flat(), paper, 1, [school.habit, 0.2 * school.habit, 0.1 * school.habit], random);
  }
  const known = usual.map((score) => markOf(score, paper.scale));
  if (bias) falsify(bias, classes, paper, random);
  // Half of the schools that raise results also see to the journal.
  const aligned = bias !== null && random.happens(0.5);
  return counted(school, paper, year, classes.flat(), known, aligned, plan, random);
}

function work(ability: number, paper: InventedPaper, taught: readonly number[], random: Chance): Work {
  return paper.tasks.map(({ steps }, task) =>
    steps.reduce(
      (points, step) =>
        points + (random.happens(1 / (1 + Math.exp(step - taught[task]! - 1.3 * ability))) ? 1 : 0),
      0,
    ),
  );
}

function counted(
  school: InventedSchool,
  { tasks, scale, ...paper }: InventedPaper,
  year: number,
  works: readonly Work[],
  usual: readonly number[],
  aligned: boolean,
  plan: RegionPlan,
  random: Chance,
): Sitting {
  const scores = works.map(total);
  const marks = scores.map((score) => markOf(score, scale));
  // The journal is kinder than the paper by a third of a mark.
  const journal = usual.map((mark, index) => {
    const shift = 0.35 - school.strictness + 0.35 * random.normal();
    return Math.min(5, Math.max(2, Math.round((aligned ? marks[index]! : mark) + shift)));
  });
  const gaps = marks.map((mark, index) => mark - journal[index]!);
  return {
    ...paper,
    school: school.code,
    year,
    basis: 'results',
    participants: works.length,
    measure: 'primary',
    scores: countsOf(scores),
    marks: {
      2: 0,
      3: 0,
      4: 0,
      5: 0,
      ...Object.fromEntries(countsOf(marks).map((one) => [one.score, one.count])),
    },
    journal: plan.journal
      ? {
          compared: gaps.length,
          lowered: gaps.filter((gap) => gap < 0).length,
          confirmed: gaps.filter((gap) => gap === 0).length,
          raised: gaps.filter((gap) => gap > 0).length,
          wide: gaps.filter((gap) => Math.abs(gap) >= 2).length,
        }
      : null,
    tasks: plan.tasks
      ? tasks.map((_task, index) => ({
          index,
          scores: countsOf(works.map((one) => one[index]!)),
          skipped: 0,
        }))
      : null,
  };
}

function countsOf(values: readonly number[]): { score: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([score, count]) => ({ score, count })).toSorted((a, b) => a.score - b.score);
}
