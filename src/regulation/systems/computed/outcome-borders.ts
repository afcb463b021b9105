import type { UniversityMinimum } from '../../../facts/ege-preparation.ts';
import type { OutcomeBorders } from '../../../facts/outcome-facts.ts';
import type { PaperBorders, PaperFacts } from '../../../facts/paper-facts.ts';
import type { Parameters } from '../../parameters/parameters.ts';

/** Foreign languages share one minimum. */
const FOREIGN = new Set(['english', 'german', 'french', 'spanish', 'chinese']);

/** The borders of average results and the mass subjects in force. */
export function outcomeBorders(parameters: Parameters): OutcomeBorders {
  return {
    averageMark: parameters.number('systems.average-mark'),
    averageTestScore: parameters.number('systems.average-ege-score'),
    massSubjects: parameters.valueAt('systems.mass-subjects', 0) as Record<string, readonly string[]>,
  };
}

/** Results not below the average border: by test scores where the paper has them, otherwise by marks. */
export function averageCount(parameters: Parameters): (facts: PaperFacts) => number | null {
  const border = parameters.number('systems.average-mark');
  return ({ averageScores, marks }) => {
    if (averageScores !== null) return averageScores;
    if (!marks) return null;
    return ([2, 3, 4, 5] as const)
      .filter((mark) => mark >= border)
      .reduce((sum, mark) => sum + marks[mark], 0);
  };
}

/** The university minimum of each subject of ЕГЭ with results in the year, where one is known. */
export function universityMinimums(
  borders: readonly PaperBorders[],
  year: number,
  parameters: Parameters,
): UniversityMinimum[] {
  return borders
    .filter(({ procedure }) => procedure === 'ege')
    .flatMap(({ subject }) => {
      const id = FOREIGN.has(subject) ? 'foreign' : subject;
      const score = parameters.valueAt(`university-minimum.${id}`, year);
      return typeof score === 'number' ? [{ subject, year, score }] : [];
    });
}
