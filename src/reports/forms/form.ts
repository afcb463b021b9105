import type { Question } from '../../records/variables/question.ts';
import type { Respondent } from '../../records/variables/variable.ts';

/** Whom a form is for. */
export interface FormOwner {
  kind: Respondent;
  /** Code of the organisation; absent for the authority itself. */
  code?: string;
  name: string;
}

/** A collection form (форма сбора) as data, before it is written. */
export interface CollectionForm {
  /** `2.4`. */
  system: string;
  /** «Система методической работы». */
  title: string;
  year: number;
  owner: FormOwner;
  questions: readonly Question[];
  /** An answer that is known already; yes is 1, no is 0. */
  answer(question: Question): number | undefined;
}
