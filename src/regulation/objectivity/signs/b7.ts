import { momentsOf, type Sitting } from '../../../facts/sitting.ts';
import { classIndex } from '../../../statistics/class-index.ts';
import { giniHeterogeneity } from '../../../statistics/homogeneity.ts';
import { normalUpperTail } from '../../../statistics/normal-tail.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import { median } from '../spread.ts';

interface Pattern {
  mean: number;
  sd: number;
  gini: number;
  missing: number;
}

/**
 * B7, homogeneous answers (однородность ответов): the index of INVALSI (Quintano, Castellano, Longobardi 2009) in
 * the top 1 % of the region, n ≥ 15. Near the top of the scale a class is alike by itself, so spread and
 * heterogeneity are first held against schools of the same mean. Value: the index.
 */
export function b7({ sittings, standings }: PaperYear, parameters: Parameters): Finding[] {
  const pupils = parameters.number('objectivity.homogeneity-participants');
  const schools = parameters.number('objectivity.reference-schools');
  const share = parameters.number('objectivity.homogeneity-share');
  const heights = taskHeights(sittings);
  const eligible = sittings.flatMap((sitting, index) =>
    sitting.participants >= pupils && sitting.tasks?.length === heights.length && heights.length > 0
      ? [{ index, pattern: patternOf(sitting, heights) }]
      : [],
  );
  const indices = classIndex(levelled(eligible.map(({ pattern }) => pattern)));
  const centre = median(indices);
  const scale = 1.4826 * median(indices.map((one) => Math.abs(one - centre)));
  const top = indices.toSorted((first, second) => second - first)[
    Math.max(1, Math.floor(share * indices.length)) - 1
  ];

  return sittings.map((sitting, index): Finding => {
    if (!sitting.tasks) return notAssessable('нет баллов по заданиям');
    if (sitting.participants < pupils) return notAssessable(`участников меньше ${pupils}`);
    const at = eligible.findIndex((one) => one.index === index);
    if (at === -1) return notAssessable('задания школы не те, что у других школ');
    if (eligible.length < schools || scale === 0) {
      return notAssessable(`для сравнения нужно не менее ${schools} школ, есть ${eligible.length}`);
    }
    const value = indices[at]!;
    const p = normalUpperTail((value - centre) / scale);
    const above = (standings[index]?.z ?? 0) > 0;
    return {
      lacking: null,
      p,
      value,
      reason: `индекс однородности ${shown(value)}, у школ с такими же результатами обычно ${shown(centre)}`,
      stands: () => value >= top! && p <= share && above,
      evidence: above ? p : null,
    };
  });
}

/** Distinct scores of each task that anybody got; a task of one score says nothing of heterogeneity. */
function taskHeights(sittings: readonly Sitting[]): (readonly number[])[] {
  const votes = new Map<number, number>();
  for (const { tasks } of sittings) if (tasks) votes.set(tasks.length, (votes.get(tasks.length) ?? 0) + 1);
  const length = [...votes].toSorted((first, second) => second[1] - first[1])[0]?.[0] ?? 0;
  return Array.from({ length }, (_, task) => [
    ...new Set(
      sittings.flatMap(({ tasks }) =>
        tasks?.length === length ? tasks[task]!.scores.map(({ score }) => score) : [],
      ),
    ),
  ]);
}

function patternOf(sitting: Sitting, heights: readonly (readonly number[])[]): Pattern {
  const { mean, deviation } = momentsOf(sitting.scores)!;
  let [gini, counted, missing] = [0, 0, 0];
  sitting.tasks!.forEach(({ scores, skipped }, task) => {
    missing += skipped / sitting.participants;
    if (heights[task]!.length < 2 || scores.length === 0) return;
    gini += giniHeterogeneity(
      heights[task]!.map((score) => scores.find((one) => one.score === score)?.count ?? 0),
    );
    counted += 1;
  });
  return { mean, sd: deviation, gini: counted === 0 ? 0 : gini / counted, missing: missing / heights.length };
}

/** Spread, heterogeneity and missing answers less what the mean lets expect (a parabola through all schools). */
function levelled(patterns: readonly Pattern[]): Pattern[] {
  const centre = median(patterns.map(({ mean }) => mean));
  const x = patterns.map(({ mean }) => mean - centre);
  const residuals = (of: (pattern: Pattern) => number) => parabolaResiduals(x, patterns.map(of));
  const [sd, gini, missing] = [
    residuals((pattern) => pattern.sd),
    residuals((pattern) => pattern.gini),
    residuals((pattern) => pattern.missing),
  ];
  return patterns.map((_, index) => ({
    mean: 0,
    sd: sd[index]!,
    gini: gini[index]!,
    missing: missing[index]!,
  }));
}

/**
 * Residuals of least squares on 1, x, x², by Gram–Schmidt, each divided by the root of 1 − its leverage: a school far
 * out draws the parabola to itself.
 */
function parabolaResiduals(x: readonly number[], y: readonly number[]): number[] {
  const basis: number[][] = [];
  const dot = (first: readonly number[], second: readonly number[]) =>
    first.reduce((sum, value, index) => sum + value * second[index]!, 0);
  const without = (values: readonly number[]) =>
    basis.reduce(
      (left, direction) => {
        const part = dot(left, direction) / dot(direction, direction);
        return left.map((value, index) => value - part * direction[index]!);
      },
      [...values],
    );
  for (const power of [0, 1, 2]) {
    const direction = without(x.map((value) => value ** power));
    if (dot(direction, direction) > 1e-9) basis.push(direction);
  }
  const left = without(y);
  return left.map((residual, index) => {
    const leverage = basis.reduce((sum, one) => sum + one[index]! ** 2 / dot(one, one), 0);
    return residual / Math.sqrt(Math.max(0.01, 1 - leverage));
  });
}
