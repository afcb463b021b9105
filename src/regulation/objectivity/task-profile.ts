import type { Sitting } from '../../facts/sitting.ts';
import type { Parameters } from '../parameters/parameters.ts';

/** How one sitting did one task, and how the other schools did it. */
export interface TaskStanding {
  /** Place of the task in the file, from 1. */
  place: number;
  /** Mean part of the points, fractions: here and elsewhere. */
  own: number;
  ease: number;
  /** Pupils with full points here; their share elsewhere. */
  full: number;
  fullShare: number;
  /** Variance of one pupil's part of the points ÷ ease·(1−ease): 1 for a task of one point, less for more. */
  dispersion: number;
}

interface Sums {
  pupils: number;
  points: number;
  squares: number;
  full: number;
}

/**
 * The tasks of every sitting against all other schools of the same paper and year. The most that several
 * schools got stands for the maximum of a task, and what is above it is the maximum too: exports hold points that
 * the task does not give. A pupil who did not begin has nought.
 * @param suspected which sittings are left out of what the others are compared with
 * @returns in the order of `sittings`; null where tasks are not known or no other school has the same tasks
 */
export function taskProfiles(
  sittings: readonly Sitting[],
  suspected: readonly boolean[],
  parameters: Parameters,
): (TaskStanding[] | null)[] {
  const tasks = commonLength(sittings);
  const fits = (sitting: Sitting) => tasks > 0 && sitting.tasks?.length === tasks;
  const fitting = sittings.filter(fits);
  const maxima = Array.from({ length: tasks }, (_, task) => maximumOf(fitting, task, parameters));
  const own = sittings.map((sitting) =>
    fits(sitting) ? sitting.tasks!.map((_, task) => sumsOf(sitting, task, maxima[task]!)) : null,
  );
  const all = maxima.map((_, task) =>
    own.reduce((sum, profile, index) => (profile && !suspected[index] ? add(sum, profile[task]!, 1) : sum), {
      pupils: 0,
      points: 0,
      squares: 0,
      full: 0,
    }),
  );
  return own.map((profile, index) => {
    if (!profile) return null;
    const standings = profile.flatMap((mine, task): TaskStanding[] => {
      const others = suspected[index] ? all[task]! : add(all[task]!, mine, -1);
      if (maxima[task] === 0 || mine.pupils === 0 || others.pupils === 0) return [];
      // Half a pupil from either end keeps logits finite where all or none solved the task.
      const within = (share: number) => {
        const least = 0.5 / (others.pupils + 1);
        return Math.min(1 - least, Math.max(least, share));
      };
      const ease = within(others.points / others.pupils);
      const variance = others.squares / others.pupils - (others.points / others.pupils) ** 2;
      return [
        {
          place: task + 1,
          own: mine.points / mine.pupils,
          ease,
          full: mine.full,
          fullShare: within(others.full / others.pupils),
          dispersion: Math.min(1, Math.max(0.1, variance / (ease * (1 - ease)))),
        },
      ];
    });
    return standings.length > 0 ? standings : null;
  });
}

/** The number of tasks that most sittings have: files of one paper may differ in what they call a task. */
function commonLength(sittings: readonly Sitting[]): number {
  const votes = new Map<number, number>();
  for (const { tasks } of sittings) if (tasks) votes.set(tasks.length, (votes.get(tasks.length) ?? 0) + 1);
  return [...votes].toSorted((first, second) => second[1] - first[1] || second[0] - first[0])[0]?.[0] ?? 0;
}

/** The highest score of a task that is no slip of one school: it, or more, was got in several and by a share of pupils. */
function maximumOf(sittings: readonly Sitting[], task: number, parameters: Parameters): number {
  const leastSchools = parameters.number('objectivity.task-maximum-schools');
  const leastShare = parameters.number('objectivity.task-maximum-share');
  let pupils = 0;
  const reached = new Map<number, { pupils: number; schools: Set<string> }>();
  for (const { school, tasks } of sittings) {
    pupils += tasks![task]!.skipped;
    for (const { score, count } of tasks![task]!.scores) {
      pupils += count;
      const held = reached.get(score) ?? { pupils: 0, schools: new Set<string>() };
      held.pupils += count;
      held.schools.add(school);
      reached.set(score, held);
    }
  }
  const above = { pupils: 0, schools: new Set<string>() };
  for (const [score, held] of [...reached].toSorted(([first], [second]) => second - first)) {
    above.pupils += held.pupils;
    for (const school of held.schools) above.schools.add(school);
    if (above.schools.size >= leastSchools && above.pupils >= leastShare * pupils) return score;
  }
  return 0;
}

function sumsOf(sitting: Sitting, task: number, maximum: number): Sums {
  const { scores, skipped } = sitting.tasks![task]!;
  const sums = { pupils: skipped, points: 0, squares: 0, full: 0 };
  for (const { score, count } of scores) {
    const part = maximum === 0 ? 0 : Math.min(1, score / maximum);
    sums.pupils += count;
    sums.points += part * count;
    sums.squares += part * part * count;
    if (score >= maximum) sums.full += count;
  }
  return sums;
}

function add(sum: Sums, one: Sums, sign: 1 | -1): Sums {
  return {
    pupils: sum.pupils + sign * one.pupils,
    points: sum.points + sign * one.points,
    squares: sum.squares + sign * one.squares,
    full: sum.full + sign * one.full,
  };
}
