import type { RegisteredMeasure } from '../../facts/registered-measures.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { System } from '../systems/system.ts';

/** Years between which the effect of a measure is looked at; academic years by the calendar year in which they end. */
export interface EffectPeriod {
  /** Reporting period on whose results the measure was taken. */
  before: number;
  /** The year whose results show its effect: the next one, in section 1.2 the second one. */
  after: number;
}

/**
 * The period of a measure: «в течение календарного года, следующего за отчётным периодом». A measure of the autumn
 * answers to the results of the year before; one that begins late in the year, to those of the year itself.
 */
export function effectPeriod(
  { from, year }: Pick<RegisteredMeasure, 'from' | 'year'>,
  { effectiveness }: System,
  parameters: Parameters,
): EffectPeriod {
  const month = Number(from.slice(5, 7));
  const late = month < 9 && month >= parameters.number('effectiveness.late-start-month', year);
  const before = late ? year : year - 1;
  return { before, after: before + effectiveness.years };
}
