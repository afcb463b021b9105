import type { Paper } from '../records/paper.ts';

interface DemoTask {
  code: string;
  maximum: number;
  /** With a long answer (развёрнутый ответ), judged by criteria. */
  extended: boolean;
}

/** A paper of one year: its tasks, and the highest primary scores that still give «2», «3» and «4». */
export interface DemoPaper extends Paper {
  grade: number;
  tasks: readonly DemoTask[];
  bounds: readonly [number, number, number];
  /** How much easier than usual the paper is, in marks. */
  ease: number;
  /** ЕГЭ on the 100-point scale: primary score → test score, straight between these points. */
  testScale?: readonly (readonly [number, number])[];
}

/** `1К1:4 2:3` → tasks; after a bar come those with a long answer. */
function tasksOf(text: string): DemoTask[] {
  const [short = '', extended = ''] = text.split('|');
  const read = (part: string, isExtended: boolean): DemoTask[] =>
    part
      .split(' ')
      .filter(Boolean)
      .map((task) => {
        const [code, maximum] = task.split(':');
        return { code: code!, maximum: Number(maximum ?? 1), extended: isExtended };
      });
  return [...read(short, false), ...read(extended, true)];
}

const VPR: Record<string, { bounds: [number, number, number]; tasks: string }> = {
  '4-russian': {
    bounds: [13, 23, 32],
    tasks:
      '1К1:4 1К2:3 2:3 3(1) 3(2):3 4:2 5 6:2 7:3 8:2 9 10 11:2 12(1) 12(2):2 13(1) 13(2):2 14 15(1):2 15(2)',
  },
  '4-mathematics': {
    bounds: [5, 9, 14],
    tasks: '1 2 3:2 4 5(1) 5(2) 6(1) 6(2) 7 8:2 9(1) 9(2) 10:2 11:2 12:2',
  },
  '4-world-around': {
    bounds: [7, 17, 26],
    tasks:
      '1:2 2:2 3.1:2 3.2 3.3:3 4:2 5 6.1 6.2 6.3:2 7.1 7.2:2 8К1 8К2 8К3 9.1 9.2 9.3 10.1:2 10.2К1:2 10.2К2 10.2К3',
  },
  '5-russian': {
    bounds: [17, 28, 38],
    tasks:
      '1К1:4 1К2:3 1К3:2 2К1:3 2К2:3 2К3:3 2К4:3 3:2 4.1:3 4.2:2 5.1:2 5.2:2 6.1:2 6.2 7.1:2 7.2 8:2 9:2 10 11 12',
  },
  '5-mathematics': { bounds: [6, 10, 14], tasks: '1 2 3 4 5 6:2 7 8 9:2 10:2 11.1 11.2 12.1 12.2 13 14:2' },
  '6-russian': {
    bounds: [24, 34, 44],
    tasks:
      '1К1:4 1К2:3 1К3:2 2К1:3 2К2:3 2К3:3 2К4:3 3.1 3.2 4:2 5:2 6:2 7.1 7.2 8.1:2 8.2 9:2 10:3 11:2 12.1 12.2:2 13.1 13.2 14.1:2 14.2:3',
  },
  '6-mathematics': { bounds: [5, 9, 13], tasks: '1 2 3 4 5 6 7 8 9:2 10 11:2 12 13:2' },
};

/** ВПР of a programme's grade (класс программы). */
export function vprPaper(grade: number, subject: string, year: number): DemoPaper {
  const { bounds, tasks } = VPR[`${grade}-${subject}`]!;
  const paper = { procedure: 'vpr', subject, grade, ease: 0 } as const;
  // The maths paper of 2018 had one task less: 18 points.
  if (grade === 4 && subject === 'mathematics' && year === 2018) {
    return { ...paper, bounds: [5, 9, 12], tasks: tasksOf(tasks).slice(0, -1) };
  }
  return { ...paper, bounds, tasks: tasksOf(tasks) };
}

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).join(' ');

/** ОГЭ: the model of 2018–2019, and the shorter one of 2021. */
export function ogePaper(subject: 'russian' | 'mathematics', year: number): DemoPaper {
  const short = year >= 2020;
  const paper = { procedure: 'oge', subject, grade: 9, ease: 0 } as const;
  if (subject === 'mathematics') {
    const last = short ? 19 : 20;
    const extended = Array.from({ length: 6 }, (_, index) => `${last + 1 + index}:2`).join(' ');
    return { ...paper, bounds: [7, 14, 21], tasks: tasksOf(`${numbers(1, last)}|${extended}`) };
  }
  const criteria = 'ИК1:2 ИК2:3 ИК3:2 СК1:2 СК2:3 СК3:2 СК4:2 ГК1:2 ГК2:2 ГК3:2 ГК4:2 ФК1:2';
  return {
    ...paper,
    bounds: short ? [14, 22, 28] : [14, 24, 33],
    tasks: tasksOf(`${numbers(2, short ? 8 : 14)}|${criteria}`),
  };
}

/** ЕГЭ; `bounds` part the primary scores below the minimum, of the middle, and of 81 points and more. */
export function egePaper(subject: 'russian' | 'mathematics-profile' | 'mathematics-base'): DemoPaper {
  const paper = { procedure: 'ege', subject, grade: 11, ease: 0.3 } as const;
  if (subject === 'mathematics-base') {
    return { ...paper, bounds: [6, 11, 16], tasks: tasksOf(numbers(1, 20)) };
  }
  if (subject === 'mathematics-profile') {
    return {
      ...paper,
      bounds: [5, 11, 20],
      tasks: tasksOf(`${numbers(1, 12)}|13:2 14:2 15:2 16:3 17:3 18:4 19:4`),
      testScale: [
        [0, 0],
        [6, 27],
        [12, 62],
        [21, 81],
        [32, 100],
      ],
    };
  }
  return {
    ...paper,
    bounds: [9, 33, 51],
    tasks: tasksOf(
      `1:2 ${numbers(2, 6)} 7:5 ${numbers(8, 14)} 15:2 ${numbers(16, 24)} 25:4|К1 К2:3 К3 К4:3 К5:2 К6:2 К7:3 К8:3 К9:2 К10:2 К11 К12`,
    ),
    testScale: [
      [0, 0],
      [10, 24],
      [16, 36],
      [34, 55],
      [52, 81],
      [58, 100],
    ],
  };
}

/** Highest primary score of a paper. */
export function maximumScore(paper: DemoPaper): number {
  return paper.tasks.reduce((sum, task) => sum + task.maximum, 0);
}

/** Value at a point of the broken line through the given points (ascending by their first number). */
export function interpolate(points: readonly (readonly [number, number])[], at: number): number {
  const [first, last] = [points[0]!, points[points.length - 1]!];
  if (at <= first[0]) return first[1];
  if (at >= last[0]) return last[1];
  const right = points.findIndex(([x]) => x > at);
  const [[x0, y0], [x1, y1]] = [points[right - 1]!, points[right]!];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}
