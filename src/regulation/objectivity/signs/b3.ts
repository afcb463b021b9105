import { betaBinomialUpperTail } from '../../../statistics/beta-binomial.ts';
import { normalUpperTail } from '../../../statistics/normal-tail.ts';
import { spearman } from '../../../statistics/spearman.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown, shownChance } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import { type HonestCounts, honestCounts, honestSpread } from '../spread.ts';
import { type TaskStanding, taskProfiles } from '../task-profile.ts';
import { expectedAt, shiftOf, taskSlope } from '../task-slope.ts';

/** A hard task (регионом почти не решаемое задание) in one school. */
interface HardTask {
  place: number;
  successes: number;
  trials: number;
  /** Share expected in a school of this level. */
  share: number;
}

/**
 * B3, easy tasks worse and hard tasks better than the region (лёгкие хуже, трудные лучше): ρ ≤ −0.7 between the
 * ease of tasks and the difference of the school, over at least 8 tasks, with a mean above the region's, and
 * confirmed by the slope that allows for the school's level; or «нерешаемые»: of a task that at most 20 % of
 * others do, more did it than a school of this level would. q ≤ 0.01. Value: ρ.
 */
export function b3({ sittings, standings, suspected }: PaperYear, parameters: Parameters): Finding[] {
  const level = parameters.number('objectivity.level');
  const least = parameters.number('objectivity.task-minimum');
  const steepest = parameters.number('objectivity.task-correlation');
  const profiles = taskProfiles(sittings, suspected, parameters).map((tasks) =>
    tasks && tasks.length >= least ? tasks : null,
  );
  const slopes = profiles.map((tasks, index) => tasks && taskSlope(tasks, sittings[index]!.participants));
  const known = slopes.flatMap((slope, index) => (slope && !suspected[index] ? [slope] : []));
  const honest = honestSpread(
    known.map(({ slope, variance }) => ({ value: -slope, variance })),
    parameters.number('objectivity.usual-task-variation') ** 2,
    parameters,
  );
  const hard = profiles.map((tasks, index) =>
    tasks ? hardTasks(tasks, sittings[index]!.participants, parameters) : [],
  );
  const usual = honestCounts(
    hard.filter((_, index) => !suspected[index]).flat(),
    parameters.number('objectivity.usual-border-variation'),
    parameters,
  );

  return sittings.map((sitting, index): Finding => {
    const tasks = profiles[index];
    if (!sitting.tasks) return notAssessable('нет баллов по заданиям');
    const slope = slopes[index];
    if (!tasks || !slope) {
      return notAssessable(
        `нет данных о выполнении тех же заданий в других школах (нужно не менее ${least})`,
      );
    }
    const rho = spearman(
      tasks.map(({ ease }) => ease),
      // Rounded, for equal differences must tie whatever the last binary digit says.
      tasks.map(({ own, ease }) => Math.round((own - ease) * 1e9)),
    );
    const byslope = normalUpperTail(
      (-slope.slope - honest.centre) / Math.sqrt(slope.variance + honest.variance),
    );
    const { p: unsolvable, task } = unsolvableTail(hard[index]!, usual);
    const above = (standings[index]?.z ?? 0) > 0;
    const p = Math.min(1, 2 * Math.min(byslope, unsolvable));
    const byRho = rho !== null && rho <= steepest && above && 2 * byslope <= level;
    return {
      lacking: null,
      p,
      value: rho,
      reason:
        `ρ = ${rho === null ? '—' : shown(rho)}, наклон с учётом уровня школы ${shownChance(byslope)}` +
        (task ? `; «нерешаемое» ${hardTaskText(task)}, ${shownChance(unsolvable)}` : ''),
      stands: (q) => q !== null && q <= level && (byRho || 2 * unsolvable <= level),
      evidence: above ? p : null,
    };
  });
}

function hardTasks(tasks: readonly TaskStanding[], pupils: number, parameters: Parameters): HardTask[] {
  const ease = parameters.number('objectivity.hard-task-ease');
  const usual = tasks.filter((task) => task.ease > ease);
  const shift = usual.length > 0 ? Math.max(0, shiftOf(usual)) : 0;
  return tasks
    .filter((task) => task.ease <= ease)
    .map(({ place, full, fullShare }) => ({
      place,
      successes: full,
      trials: pupils,
      share: expectedAt(fullShare, shift),
    }));
}

/** Least upper tail of the hard tasks, times their number, and the task that has it; 1 without any. */
function unsolvableTail(
  hard: readonly HardTask[],
  { share: honest, correlation }: HonestCounts,
): { p: number; task: HardTask | null } {
  const spread = Math.max(1e-6, correlation / (1 - correlation));
  const tails = hard.map(({ successes, trials, share }) =>
    betaBinomialUpperTail(Math.min(successes, trials), trials, {
      a: honest(share) / spread,
      b: (1 - honest(share)) / spread,
    }),
  );
  if (tails.length === 0) return { p: 1, task: null };
  const least = Math.min(...tails);
  const task = hard[tails.indexOf(least)]!;
  return { p: Math.min(1, tails.length * least), task: { ...task, share: honest(task.share) } };
}

function hardTaskText({ place, successes, trials, share }: HardTask): string {
  return `задание (по порядку ${place}-е): справились ${successes} из ${trials}, от школы такого уровня ожидалось ${shown(100 * share, 1)} %`;
}
