import { dimension } from '../records/variables/dimension.ts';
import type { Variable } from '../records/variables/variable.ts';
import { variableById } from '../records/variables/variables.ts';
import { CHILDREN_5_18, type DemoOrganisation } from './organisations.ts';
import { seeded } from './random.ts';

/** Who reports: an organisation, or the authority (`undefined`). */
export type Reporter = DemoOrganisation | undefined;

/** The year to which the sizes of organisations belong; shares drift away from it. */
const BASE_YEAR = 2021;

/** What happens to few: a part of a whole that stays small. */
const RARE = /leavers|prevention|load-|nonpedagogical|gifted-pupils$|psychologists$|abilympics|reserve|young/;

/** What most do by now. */
const COMMON = /trained|covered|satisfied|filled|qualified|assessed|courses|additional-education/;

/**
 * A believable number for a value: a part never exceeds its whole, shares grow a little from year to year, and each
 * organisation has its own habit. The same every time.
 */
export function inventedValue(variable: Variable, reporter: Reporter, year: number): number {
  const who = reporter?.code ?? 'municipality';
  const chance = seeded(`${variable.id}|${who}`);
  if (variable.unit === 'yes-no') return yesNo(variable, who, year);
  if (variable.range) {
    const [least, most] = variable.range;
    const score = least + (most - least) * (0.3 + 0.6 * chance.next()) + 0.1 * (year - BASE_YEAR);
    return Math.round(Math.min(most, Math.max(least, score)) * 10) / 10;
  }
  if (variable.within) {
    const whole = inventedValue(variableById(variable.within)!, reporter, year);
    return Math.min(whole, Math.round(whole * shareOf(variable, who, year)));
  }
  return rootOf(variable, reporter, year);
}

/** The cuts of a value in the order of its dimension; a partition adds up to the total. */
export function inventedCuts(
  variable: Variable,
  reporter: Reporter,
  year: number,
): { breakdown: string; value: number }[] {
  const options = variable.by === undefined ? [] : (dimension(variable.by)?.options ?? []);
  const total = inventedValue(variable, reporter, year);
  const who = reporter?.code ?? 'municipality';
  if (!variable.partition) {
    return options.flatMap(({ id }) => {
      const chance = seeded(`${variable.by}|${id}|${who}`);
      const whole = variable.within ? variableById(variable.within) : undefined;
      const most =
        whole?.by === variable.by
          ? inventedCuts(whole!, reporter, year).find(({ breakdown }) => breakdown === `${variable.by}:${id}`)
              ?.value
          : total;
      // Some cuts are empty in a small place: nobody reports them.
      if (most === undefined || chance.next() < 0.35) return [];
      const share =
        whole?.by === variable.by ? shareOf(variable, `${who}|${id}`, year) : 0.25 + 0.5 * chance.next();
      return [{ breakdown: `${variable.by}:${id}`, value: Math.min(total, most, Math.round(most * share)) }];
    });
  }
  const weights = options.map(({ id }) => levelWeight(id, reporter));
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1;
  let left = total;
  return options.map(({ id }, index) => {
    const value =
      index === options.length - 1 ? left : Math.min(left, Math.round((total * weights[index]!) / sum));
    left -= value;
    return { breakdown: `${variable.by}:${id}`, value };
  });
}

/** A level of education holds as many pupils as it has grades; a school without senior grades has none there. */
function levelWeight(id: string, reporter: Reporter): number {
  if (!reporter) return 1;
  if (id === 'noo') return reporter.gradeSize * 4;
  if (id === 'ooo') return reporter.gradeSize * 5;
  return id === 'soo' ? reporter.seniorSize * 2 : 1;
}

function shareOf({ id }: Variable, who: string, year: number): number {
  const usual = seeded(id).next();
  const own = seeded(`${id}|${who}|share`).next() - 0.5;
  const base = RARE.test(id)
    ? 0.04 + 0.12 * usual
    : COMMON.test(id)
      ? 0.6 + 0.3 * usual
      : 0.25 + 0.45 * usual;
  const drift = (seeded(`${id}|drift`).next() - 0.3) * 0.08 * (year - BASE_YEAR);
  return Math.min(1, Math.max(0, base * (1 + 0.4 * own) + drift));
}

function yesNo({ id }: Variable, who: string, year: number): number {
  if (id === 'preschool-groups') return who === '990108' ? 1 : 0;
  const chance = seeded(`${id}|${who}|yes`).next();
  return chance < 0.72 + 0.06 * (year - BASE_YEAR) ? 1 : 0;
}

/** Numbers that are no part of another. */
function rootOf({ id, unit }: Variable, reporter: Reporter, year: number): number {
  const grow = 1 + 0.01 * (year - BASE_YEAR);
  const chance = seeded(`${id}|${reporter?.code ?? 'municipality'}|${year}`);
  if (!reporter) return id === 'children-5-18' ? Math.round(CHILDREN_5_18 * grow) : 4 + chance.below(14);
  const { gradeSize, kind, seniorSize, size } = reporter;
  switch (id) {
    case 'pupils':
    case 'level-pupils':
      return size;
    case 'graduates-9':
      return gradeSize;
    case 'graduates-11':
      return seniorSize;
    case 'pedagogical-workers':
      return Math.max(4, Math.round((size / (kind === 'additional' ? 26 : 12)) * grow));
    case 'early-leavers':
      // They are no longer among the workers, so no whole holds them.
      return chance.below(2);
    case 'preschool-heads':
      return 1;
  }
  switch (unit) {
    case 'teachers':
    case 'posts':
      return Math.max(3, Math.round(size / 12));
    case 'parents':
      return Math.round(size * 0.8 * grow);
    case 'pupils':
    case 'children':
      return Math.round(size * 0.6 * grow);
    case 'graduates':
      return Math.round(gradeSize * 0.3);
    case 'people':
      return 2 + chance.below(4);
    default:
      return 1 + chance.below(5);
  }
}
