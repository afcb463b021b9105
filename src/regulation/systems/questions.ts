import { cutsAsked, type Question } from '../../records/variables/question.ts';
import type { Respondent, Variable } from '../../records/variables/variable.ts';
import { variableById } from '../../records/variables/variables.ts';
import { measuresOf, variablesOf } from './measure-variables.ts';
import type { Indicator, System } from './system.ts';

/**
 * The variables that a section asks of a respondent, each once: in the order of its indicators, a whole before its
 * parts, a gate («есть дошкольные группы») before what hangs on it.
 * @throws Error where an indicator names a variable that does not exist: a defect of the catalogue
 */
export function variablesAsked(system: System, who: Respondent): Variable[] {
  const asked = new Map<string, Variable>();
  const ask = (id: string): void => {
    const variable = variableById(id);
    if (!variable) throw new Error(`unknown variable: ${id}`);
    if (!variable.asked.includes(who) || asked.has(id)) return;
    if (variable.askedIf?.respondent === who) ask(variable.askedIf.yes);
    asked.set(id, variable);
  };
  for (const indicator of system.indicators) for (const id of variablesInOrder(indicator)) ask(id);
  return [...asked.values()];
}

/** The same with the cuts by which they are asked, each below its total: what a form asks line by line. */
export function questionsAsked(system: System, who: Respondent): Question[] {
  return variablesAsked(system, who).flatMap((variable) => [{ variable }, ...cutsAsked(variable)]);
}

/** Ids of the variables that an indicator is made of, as it is worded in either list; a whole before its parts. */
function variablesInOrder(indicator: Indicator): string[] {
  const ids = measuresOf(indicator).flatMap((measure) =>
    measure.from === 'values' ? [...(measure.whole ?? []), ...measure.part] : variablesOf(measure),
  );
  return [...new Set(ids)];
}
