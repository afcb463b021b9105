import type { PaperFacts } from '../../facts/paper-facts.ts';
import { type Paper, paperTitle } from '../../records/paper.ts';
import { PROCEDURE_TITLES } from '../../records/procedure.ts';
import { clopperPearson } from '../../statistics/binomial-interval.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { Branch, YearEvidence } from '../verdict.ts';
import { absenceCertainty, shareCertainty, surest } from './certainty.ts';
import type { Question } from './criterion.ts';
import { compareShare } from './share-comparison.ts';
import { notTaught } from './teaching.ts';
import { unknownYear } from './window.ts';

/**
 * One paper in one year: «доля низких результатов N % и более и/или отсутствуют высокие результаты». The share is
 * compared in whole numbers, 100·low ≥ N·participants, never as a rounded per cent.
 * @param threshold per cent
 */
export function judgePaperYear(
  paper: Paper,
  year: number,
  threshold: number,
  question: Question,
): YearEvidence {
  const { parameters } = question;
  const facts = question.evidence.paper(paper, year);
  const note = yearNote(paper, year, parameters);
  if (!facts) {
    const untaught = notTaught(paper, question);
    if (untaught) return unknownYear(year, 'not-applicable', untaught);
    return unknownYear(
      year,
      'no-data',
      notHeld(paper, year, parameters) ?? `нет результатов: ${paperTitle(paper)}`,
    );
  }
  const counts = countsOf(facts, parameters);
  if (typeof counts === 'string') return { ...unknownYear(year, 'no-data', counts), basis: facts.basis };
  const { participants, low, top } = counts;
  if (participants === 0) {
    return {
      ...unknownYear(year, 'not-applicable', 'участников не было'),
      participants: 0,
      low: 0,
      top: 0,
      basis: facts.basis,
    };
  }
  const lowShare = compareShare(low, participants, threshold) >= 0;
  const branches: Branch[] = [
    ...(lowShare ? (['low-share'] as const) : []),
    ...(top === 0 ? (['no-top'] as const) : []),
  ];
  const words = branches.map((branch) =>
    branch === 'low-share'
      ? shareCertainty(low, participants, threshold, 'above', parameters)
      : absenceCertainty(participants, parameters),
  );
  return {
    year,
    verdict: branches.length > 0 ? 'met' : 'not-met',
    branches,
    participants,
    low,
    top,
    share: low / participants,
    interval: clopperPearson(low, participants, parameters.number('low.certain-level')),
    certainty:
      branches.length > 0 ? surest(words) : shareCertainty(low, participants, threshold, 'below', parameters),
    reason: note,
    basis: facts.basis,
  };
}

interface Counts {
  participants: number;
  low: number;
  top: number;
}

/** Low and high results of a paper; a Russian reason where they cannot be counted. */
function countsOf(facts: PaperFacts, parameters: Parameters): Counts | string {
  if (facts.procedure === 'ege') {
    if (facts.belowMinimum !== null && facts.topScores !== null) {
      return { participants: facts.participants, low: facts.belowMinimum, top: facts.topScores };
    }
    if (facts.topScores !== null) {
      return `нет минимального балла за ${facts.year} год: ${paperTitle(facts)}`;
    }
    return facts.withoutMark > 0 || facts.marks
      ? 'в результатах нет тестовых баллов'
      : 'ни у одного участника нет результата';
  }
  if (facts.problems.length > 0) return facts.problems.join('; ');
  if (facts.withoutMark > 0) {
    return `нет шкалы перевода баллов в отметку за ${facts.year} год: ${paperTitle(facts)}`;
  }
  if (facts.participants === 0 && facts.withoutResult === 0) return { participants: 0, low: 0, top: 0 };
  if (!facts.marks) return 'ни у одного участника нет результата';
  const low = parameters.number('low.low-mark');
  const top = parameters.number('low.top-mark');
  return {
    participants: facts.participants,
    low: facts.marks[String(low) as '2'],
    top: facts.marks[String(top) as '5'],
  };
}

function notHeld(paper: Paper, year: number, parameters: Parameters): string | undefined {
  const years = parameters.valueAt(`calendar.not-held.${paper.procedure}`, year);
  return Array.isArray(years) && years.includes(year)
    ? `${PROCEDURE_TITLES[paper.procedure]} в ${year} году не проводился`
    : undefined;
}

function yearNote(paper: Paper, year: number, parameters: Parameters): string | null {
  const notes = parameters.valueAt(`calendar.note.${paper.procedure}`, year) as
    | Record<string, string>
    | undefined;
  return notes?.[String(year)] ?? null;
}
