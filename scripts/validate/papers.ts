import type { Paper } from '../../src/records/paper.ts';
import { chance } from './chance.ts';

/** An invented paper: its scale is that of the real one, its tasks are made up. */
export interface InventedPaper extends Paper {
  /** Highest score of «2», «3», «4», and the maximum. */
  scale: readonly [number, number, number, number];
  /** The most points of each task, and for each point how hard it is, in logits. */
  tasks: readonly { maximum: number; steps: readonly number[] }[];
}

const VPR: readonly [string, number, readonly [number, number, number, number]][] = [
  ['russian', 4, [13, 23, 32, 38]],
  ['mathematics', 4, [5, 9, 14, 20]],
  ['world-around', 4, [7, 17, 26, 32]],
  ['russian', 5, [17, 28, 38, 45]],
  ['mathematics', 5, [6, 10, 14, 20]],
  ['russian', 6, [24, 34, 44, 51]],
  ['mathematics', 6, [5, 9, 13, 16]],
  ['russian', 7, [21, 31, 41, 47]],
  ['mathematics', 7, [6, 11, 15, 19]],
  ['russian', 8, [25, 31, 44, 51]],
  ['mathematics', 8, [7, 14, 20, 25]],
];

const OGE: readonly [string, readonly [number, number, number, number]][] = [
  ['russian', [14, 22, 28, 33]],
  ['mathematics', [7, 14, 21, 31]],
];

/** Papers of ВПР, grades 4 to 8. */
export const VPR_PAPERS: readonly InventedPaper[] = VPR.map(([subject, grade, scale]) =>
  invented({ procedure: 'vpr', subject, grade }, scale),
);

/** Papers of ОГЭ. */
export const OGE_PAPERS: readonly InventedPaper[] = OGE.map(([subject, scale]) =>
  invented({ procedure: 'oge', subject }, scale),
);

/** Tasks of one to three points until the maximum is full, from easy to hard with some disorder. */
function invented(paper: Paper, scale: InventedPaper['scale']): InventedPaper {
  const random = chance(`${paper.procedure}|${paper.subject}|${paper.grade ?? 9}`);
  const maxima: number[] = [];
  const most = scale[3] > 30 ? 4 : 2;
  for (let left = scale[3]; left > 0; ) {
    const maximum = Math.min(left, 1 + random.below(most));
    maxima.push(maximum);
    left -= maximum;
  }
  const tasks = maxima.map((maximum, place) => {
    const centre = -2.4 + (3.6 * place) / maxima.length + 0.6 * random.normal();
    return {
      maximum,
      steps: Array.from({ length: maximum }, (_, step) => centre + 0.4 * (step - (maximum - 1) / 2)),
    };
  });
  return { ...paper, scale, tasks };
}

/** Mark of a score. */
export function markOf(score: number, scale: InventedPaper['scale']): 2 | 3 | 4 | 5 {
  if (score <= scale[0]) return 2;
  if (score <= scale[1]) return 3;
  return score <= scale[2] ? 4 : 5;
}
