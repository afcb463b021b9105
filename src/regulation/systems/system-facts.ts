import type { Respondent } from '../../records/variables/variable.ts';
import type { AnswerStatus } from './answer.ts';

/** An organisation (ОО) as the systems see it. */
export interface Organisation {
  code: string;
  name: string;
  kind: Exclude<Respondent, 'municipality'>;
}

/** A value that somebody supplied, and the imports that hold it (`imports/<id>`). */
export interface Reported {
  value: number;
  sources: readonly string[];
}

/** One value that was computed from results or verdicts, before it is put beside its indicator. */
export interface ComputedValue {
  unit: 'municipality' | 'school';
  /** Code of the organisation; left out for the municipality. */
  code?: string;
  /** `procedure:ege`; absent for the whole. */
  breakdown?: string;
  numerator: number | null;
  denominator: number | null;
  /** Where it is not numerator ÷ denominator. */
  value?: number | null;
  status?: AnswerStatus;
  missing?: readonly string[];
  reason?: string;
}

/** Everything that the indicators of a year ask for. */
export interface SystemFacts {
  /** Code of the municipality in the answers. */
  municipality: string;
  organisations: readonly Organisation[];
  /** A value of an organisation, or of the municipality itself (`municipality`); `undefined` where nobody supplied it. */
  reported(code: string, variable: string, year: number, breakdown: string | null): Reported | undefined;
  /** Values of an indicator of kind `computed`; `undefined` where nothing could be computed. */
  computed(indicator: string, year: number): readonly ComputedValue[] | undefined;
}
