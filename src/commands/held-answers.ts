import { foundOrMade } from '../records/found-or-made.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { Answers } from './system-assessment.ts';

/** Answers for whoever asks for the same ones again and again; they live as long as what is returned. */
export function heldAnswers(evaluate: Answers): Answers {
  const found = new Map<string, readonly Answer[]>();
  return (system, year) => foundOrMade(found, `${system.id} ${year}`, () => evaluate(system, year));
}
