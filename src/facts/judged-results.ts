import type { Workspace } from '../workspace/open.ts';
import { bestAttempts, isOneOf } from './best-attempts.ts';
import type { Engine } from './engines/engine.ts';
import { GRADE, JUDGED_MARK, joinedBorders, SCORES, yearsOf } from './joined-borders.ts';
import { liveResults } from './live-results.ts';
import type { PaperBorders } from './paper-facts.ts';
import { papersWithAttempts } from './papers-with-attempts.ts';

/**
 * SQL of individual results, each with `judged`, its mark, and `minimum`, `average` and `top` of its paper and year;
 * papers without borders are not there. Of several attempts of one person in one paper of final attestation the best
 * counts once. For what is asked about participants; results are counted by `countedResults`.
 * @returns `undefined` where no import holds such results
 */
export function judgedResults(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): string | undefined {
  const years = yearsOf(borders);
  const live = liveResults(workspace, engine, years, SCORES);
  if (!live) return undefined;
  const attempts = papersWithAttempts(workspace, years);
  const names = Object.keys(SCORES);
  const once =
    `SELECT school, procedure, subject, ${GRADE} AS paper_grade, year, participant, ${names.join(', ')} ` +
    `FROM ${live} l WHERE NOT ${isOneOf(attempts)}`;
  const best = attempts.length === 0 ? '' : ` UNION ALL ${bestAttempts(live, attempts, names)}`;
  return (
    `(SELECT school, procedure, subject, year, participant, testScore, minimum, average, top, ${JUDGED_MARK} AS judged ` +
    `FROM (${once}${best}) p ${joinedBorders(engine, borders, 'paper_grade')})`
  );
}
