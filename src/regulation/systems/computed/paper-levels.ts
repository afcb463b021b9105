import type { PaperFacts } from '../../../facts/paper-facts.ts';
import { paperId } from '../../../records/paper.ts';
import { addValues, type ComputedValues, type Fraction, pooled, sumOf } from './computed-values.ts';

/** Results of one paper between two borders; null where a border is not known. */
type Count = (facts: PaperFacts) => number | null;

const below: Count = ({ belowMinimum, marks }) => belowMinimum ?? (marks ? marks[2] : null);
const high: Count = ({ topScores, marks }) => topScores ?? (marks ? marks[5] : null);

/** Indicators that each paper answers by itself: share of its results between borders. */
export const PAPER_LEVEL_IDS = {
  below: 'head.below-lower-bound-share',
  average: 'head.not-below-average-share',
  basic: 'head.basic-level-band-share',
  high: 'head.high-level-subject-share',
  highBySubject: 'gift.high-results-subject-index',
} as const;

/**
 * Section 2.2 measures (а), (в), (д) of basic and (а) of high preparation, and the index of high results by subject
 * of 1.3: of each paper, and of all papers pooled, for the municipality and each school.
 * @param average results not below the average border, counted apart for papers with test scores
 */
export function paperLevels(
  facts: readonly PaperFacts[],
  average: (facts: PaperFacts) => number | null,
): ComputedValues {
  const values: ComputedValues = new Map();
  const basic: Count = (paper) => {
    const [low, top] = [below(paper), high(paper)];
    return low === null || top === null ? null : paper.participants - low - top;
  };
  const counts: readonly (readonly [string, Count])[] = [
    [PAPER_LEVEL_IDS.below, below],
    [PAPER_LEVEL_IDS.average, average],
    [PAPER_LEVEL_IDS.basic, basic],
    [PAPER_LEVEL_IDS.high, high],
    [PAPER_LEVEL_IDS.highBySubject, high],
  ];
  for (const [id, count] of counts) {
    const whole = new Map<string, Fraction>();
    const byPaper = new Map<string, Map<string, Fraction>>();
    for (const paper of facts) {
      const part = count(paper);
      if (part === null || paper.participants === 0) continue;
      const one = { part, whole: paper.participants };
      whole.set(paper.school, sumOf([whole.get(paper.school) ?? { part: 0, whole: 0 }, one]));
      const key = `paper:${paperId(paper)}`;
      const schools = byPaper.get(key) ?? new Map<string, Fraction>();
      byPaper.set(key, schools.set(paper.school, one));
    }
    if (whole.size === 0) continue;
    addValues(values, id, pooled(whole));
    for (const [paper, schools] of [...byPaper].sort(([a], [b]) => (a < b ? -1 : 1)))
      addValues(values, id, pooled(schools, paper));
  }
  return values;
}
