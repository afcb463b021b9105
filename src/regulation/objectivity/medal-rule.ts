import type { Parameters } from '../parameters/parameters.ts';

/** What a medal requires of ЕГЭ besides the final marks; see the parameter `medal.rule`. */
type RuleKind = 'passed' | 'mathematics' | 'none' | 'every-other' | 'one-other';

/** Results of ЕГЭ that a medal is held against. */
export interface MedalResults {
  degree: number | null;
  /** Best test score by subject. */
  scores: Readonly<Record<string, number>>;
  /** Best mark of base mathematics. */
  baseMathematics: number | null;
}

/** A result beside what was required of it: test points, or marks of base mathematics. */
interface Held {
  unit: 'points' | 'mark';
  result: number;
  required: number;
}

/** One requirement: any of the results that are held fulfils it; none is held where the results are not known. */
export type Requirement = readonly Held[];

/** The medal rule of one year of graduation. */
export interface MedalRule {
  /** False where no rule of the year is known, or ЕГЭ was not required: there is nothing to hold results against. */
  requiresExams: boolean;
  /** False where the medal could be given to those who had passed, without points. */
  requiresPoints: boolean;
  requirements(results: MedalResults): Requirement[];
  /** The rule in a Russian sentence. */
  text: string;
}

const RUSSIAN = 'russian';
const PROFILE = 'mathematics-profile';

/** The medal rule for graduates of a year, from the dated parameters. */
export function medalRuleOf(year: number, parameters: Parameters): MedalRule {
  const numberAt = (id: string) => parameters.valueAt(id, year) as number | undefined;
  const kind = parameters.valueAt('medal.rule', year) as RuleKind | undefined;
  const minimum = parameters.valueAt('medal.ege-minimum', year) as Readonly<Record<string, number>>;
  const russian = numberAt('medal.russian-score');
  const other = numberAt('medal.other-score');
  const second = numberAt('medal.second-degree-score');
  const mark = numberAt('medal.base-mathematics-mark');

  const score = (scores: MedalResults['scores'], subject: string, required: number | undefined): Held[] =>
    scores[subject] === undefined || required === undefined
      ? []
      : [{ unit: 'points', result: scores[subject], required }];
  const base = ({ baseMathematics }: MedalResults): Held[] =>
    baseMathematics === null || mark === undefined
      ? []
      : [{ unit: 'mark', result: baseMathematics, required: mark }];
  const others = (scores: MedalResults['scores']) => Object.keys(scores).filter((id) => id !== RUSSIAN);

  switch (kind) {
    case 'passed':
      return {
        requiresExams: true,
        requiresPoints: false,
        text: `для медали нужно было сдать русский язык (${minimum[RUSSIAN]}) и математику (профильную на ${minimum[PROFILE]} или базовую на «${mark}»), порога в баллах сверх минимума не было`,
        requirements: (results) => [
          score(results.scores, RUSSIAN, minimum[RUSSIAN]),
          [...score(results.scores, PROFILE, minimum[PROFILE]), ...base(results)],
        ],
      };
    case 'mathematics':
      return {
        requiresExams: true,
        requiresPoints: true,
        text: `для медали нужно не менее ${russian} баллов по русскому языку и не менее ${other} по профильной математике либо «${mark}» по базовой`,
        requirements: (results) => [
          score(results.scores, RUSSIAN, russian),
          [...score(results.scores, PROFILE, other), ...base(results)],
        ],
      };
    case 'every-other':
      return {
        requiresExams: true,
        requiresPoints: true,
        text: `для медали нужно не менее ${russian} баллов по русскому языку и минимальный балл по каждому другому сданному ЕГЭ`,
        requirements: ({ scores }) => [
          score(scores, RUSSIAN, russian),
          ...others(scores)
            .map((subject) => score(scores, subject, minimum[subject]))
            .filter((held) => held.length > 0),
        ],
      };
    case 'one-other':
      return {
        requiresExams: true,
        requiresPoints: true,
        text: `для медали I степени нужно не менее ${russian} баллов по русскому языку и не менее ${other} по одному другому ЕГЭ, II степени — не менее ${second}; кто сдавал только русский язык и базовую математику, тому нужна «${mark}» по базовой`,
        requirements: (results) => {
          const { degree, scores } = results;
          const ofBoth = degree === 2 ? second : undefined;
          const best = others(scores).toSorted((a, b) => scores[b]! - scores[a]!)[0];
          return [
            score(scores, RUSSIAN, ofBoth ?? russian),
            best === undefined ? base(results) : score(scores, best, ofBoth ?? other),
          ];
        },
      };
    default: {
      const text =
        kind === 'none'
          ? 'для медали результаты ЕГЭ не требовались: сравнивать не с чем'
          : 'правило о результатах ЕГЭ для медали не известно: сравнивать не с чем';
      return { requiresExams: false, requiresPoints: false, text, requirements: () => [] };
    }
  }
}

/**
 * Says whether a requirement is missed by the margin or more; nothing is said of results that are not known.
 * @param margin test points; 0: by anything
 * @param lowMark mark of base mathematics from which down it counts as far below, where the margin is not 0
 */
export function isMissed(requirement: Requirement, margin: number, lowMark: number): boolean {
  const isBelow = ({ unit, result, required }: Held): boolean => {
    if (result >= required) return false;
    if (margin === 0) return true;
    return unit === 'points' ? required - result >= margin : result <= lowMark;
  };
  return requirement.length > 0 && requirement.every(isBelow);
}
