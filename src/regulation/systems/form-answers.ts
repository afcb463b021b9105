import type { Respondent, Variable } from '../../records/variables/variable.ts';
import { variablesAsked } from './questions.ts';
import type { System } from './system.ts';

/** Who can answer a form: an organisation, or the authority under the code of the municipality. */
export interface FormRespondent {
  code: string;
  kind: Respondent;
}

/** How the form of a section was answered by one kind of respondents. */
export interface FormAnswers {
  system: string;
  kind: Respondent;
  /** Questions of the form, cuts aside. */
  questions: number;
  /** Respondents of this kind. */
  asked: number;
  /** Codes of those who answered nothing that this section alone asks. */
  silent: string[];
  /** Those who left some questions open, with the ids of their variables. */
  partial: { code: string; open: string[] }[];
}

/**
 * Who has answered the forms of the systems, and who has not. A question that a «нет» makes needless is not open.
 * Forms without questions for a kind, and kinds of which there is nobody, are left out.
 * @param answer a value that the respondent supplied; `undefined` where there is none
 */
export function formAnswers(
  systems: readonly System[],
  respondents: readonly FormRespondent[],
  answer: (code: string, variable: string) => number | undefined,
): FormAnswers[] {
  const kinds = [...new Set(respondents.map(({ kind }) => kind))];
  return systems.flatMap((system) =>
    kinds.flatMap((kind): FormAnswers[] => {
      const variables = variablesAsked(system, kind);
      if (variables.length === 0) return [];
      const codes = respondents.filter((one) => one.kind === kind).map(({ code }) => code);
      const elsewhere = new Set(
        systems
          .filter((other) => other !== system)
          .flatMap((other) => variablesAsked(other, kind).map(({ id }) => id)),
      );
      const own = variables.filter(({ id }) => !elsewhere.has(id));
      // What another form asks too may have come with that one.
      const telling = own.length > 0 ? own : variables;
      const silent: string[] = [];
      const partial: FormAnswers['partial'] = [];
      for (const code of codes) {
        const isOpen = ({ id, askedIf }: Variable): boolean => {
          if (answer(code, id) !== undefined) return false;
          return askedIf?.respondent !== kind || answer(code, askedIf.yes) !== 0;
        };
        if (telling.every(({ id }) => answer(code, id) === undefined)) silent.push(code);
        else if (variables.some(isOpen))
          partial.push({ code, open: variables.filter(isOpen).map(({ id }) => id) });
      }
      return [{ system: system.id, kind, questions: variables.length, asked: codes.length, silent, partial }];
    }),
  );
}
