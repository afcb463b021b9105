import type { Chance } from './chance.ts';
import type { InventedPaper } from './papers.ts';

/** Points of one pupil by task. */
export type Work = number[];

/** Ways in which results are made better than they are. */
export const BIASES = ['tenth', 'border', 'copied', 'lenient'] as const;
export type Bias = (typeof BIASES)[number];

/** What a way of bias does, for the tables. */
export const BIAS_TITLES: Readonly<Record<Bias, string>> = {
  tenth: 'всем добавлена десятая часть шкалы',
  border: 'баллы на 1–2 ниже границы подняты до неё',
  copied: 'большинство класса списало у лучшего',
  lenient: 'мягкая проверка заданий с развёрнутым ответом',
};

export function total(work: Work): number {
  return work.reduce((sum, points) => sum + points, 0);
}

/** Gives lost points back one by one, at random over all that were lost. */
export function giveBack(work: Work, points: number, paper: InventedPaper, random: Chance): void {
  for (let given = 0; given < points; given += 1) {
    const lost = work.flatMap((own, task) =>
      Array.from({ length: paper.tasks[task]!.maximum - own }, () => task),
    );
    if (lost.length === 0) return;
    work[random.pick(lost)]! += 1;
  }
}

/** Moves scores that lie at most `reach` points below a border up to it, each with the given probability. */
export function moveToBorders(
  works: readonly Work[],
  paper: InventedPaper,
  reach: number,
  probabilities: readonly [number, number, number],
  random: Chance,
): void {
  for (const work of works) {
    const score = total(work);
    for (const [index, probability] of probabilities.entries()) {
      const below = paper.scale[index]! + 1 - score;
      if (below >= 1 && below <= reach && random.happens(probability)) {
        giveBack(work, below, paper, random);
        break;
      }
    }
  }
}

/** Makes the works of one school biased, in place. */
export function falsify(bias: Bias, classes: readonly Work[][], paper: InventedPaper, random: Chance): void {
  const works = classes.flat();
  switch (bias) {
    case 'tenth': {
      const tenth = paper.scale[3] / 10;
      for (const work of works) {
        giveBack(work, Math.floor(tenth) + (random.happens(tenth % 1) ? 1 : 0), paper, random);
      }
      return;
    }
    case 'border':
      moveToBorders(works, paper, 2, [1, 1, 1], random);
      return;
    case 'copied':
      for (const one of classes) {
        const best = [...one.reduce((top, work) => (total(work) > total(top) ? work : top))];
        for (const work of one) {
          if (!random.happens(0.7)) continue;
          for (const [task, points] of best.entries()) if (random.happens(0.8)) work[task] = points;
        }
      }
      return;
    case 'lenient':
      for (const work of works) {
        for (const [task, { maximum }] of paper.tasks.entries()) {
          if (maximum < 2) continue;
          for (let lost = maximum - work[task]!; lost > 0; lost -= 1) {
            if (random.happens(0.4)) work[task]! += 1;
          }
        }
      }
  }
}
