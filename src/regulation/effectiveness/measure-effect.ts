import type { RegisteredMeasure } from '../../facts/registered-measures.ts';
import type { IndicatorChange } from './indicator-change.ts';
import type { EffectPeriod } from './period.ts';
import type { SchoolComparison } from './school-comparison.ts';

/** Where a measure stands in its period in the year that is looked at. */
export type EffectStage =
  /** The year shows its effect. */
  | 'final'
  /** Between the reporting period and the year of the effect: what is seen is not the end. */
  | 'interim'
  /** The year is the reporting period itself. */
  | 'early'
  /** Planned or cancelled: nothing to look at. */
  | 'not-run';

/** What became of one indicator that a measure aims at. */
export interface IndicatorEffect extends IndicatorChange {
  /** Organisations with the measure beside those without; null where the indicator has no values of organisations. */
  schools: SchoolComparison | null;
}

/** A registered measure with what it aimed at before and after. */
export interface MeasureEffect {
  measure: RegisteredMeasure;
  /** Its wording in the section's menu. */
  text: string;
  period: EffectPeriod;
  stage: EffectStage;
  indicators: readonly IndicatorEffect[];
}
