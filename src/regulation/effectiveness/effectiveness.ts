import type { RegisteredMeasure } from '../../facts/registered-measures.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { Indicator, Step, System } from '../systems/system.ts';
import type { Organisation } from '../systems/system-facts.ts';
import { reviewSection, type SectionReview } from './goals.ts';
import { changeBetween } from './indicator-change.ts';
import type { EffectStage, IndicatorEffect, MeasureEffect } from './measure-effect.ts';
import { type EffectPeriod, effectPeriod } from './period.ts';
import { compareSchools } from './school-comparison.ts';
import type { ValuesByYear } from './values-by-year.ts';

/** The effect of the measures and decisions that a year may show (анализ эффективности мер и решений). */
export interface Effectiveness {
  year: number;
  measures: readonly MeasureEffect[];
  /** Goals to keep, to correct or to set, of the sections whose measures came to the end of their period. */
  sections: readonly SectionReview[];
  /** How many comparisons of organisations were put to the test. */
  tested: number;
}

export interface EffectivenessFacts {
  measures: readonly RegisteredMeasure[];
  systems: readonly System[];
  organisations: readonly Organisation[];
  values: ValuesByYear;
}

/** The measures whose period holds the year, with their sections. */
export function measuresOfYear(
  year: number,
  { measures, systems }: Pick<EffectivenessFacts, 'measures' | 'systems'>,
  parameters: Parameters,
): { measure: RegisteredMeasure; system: System; step: Step; period: EffectPeriod }[] {
  return measures.flatMap((measure) => {
    const system = systems.find(({ id }) => id === measure.system);
    const step = system && [...system.measures, ...system.decisions].find(({ id }) => id === measure.kind);
    if (!system || !step) return [];
    const period = effectPeriod(measure, system, parameters);
    return period.before <= year && year <= period.after ? [{ measure, system, step, period }] : [];
  });
}

/** Looks at the effect of all measures whose period holds the year. */
export function effectivenessOf(
  year: number,
  facts: EffectivenessFacts,
  parameters: Parameters,
): Effectiveness {
  const significance = parameters.number('effectiveness.significance', year) / 100;
  const found = measuresOfYear(year, facts, parameters);
  const run = found.filter(({ measure }) => isRun(measure));
  const effects = found.map(({ measure, period, step, system }): MeasureEffect => {
    const stage = stageOf(measure, period, year);
    const seen = { before: period.before, after: year };
    const looked = stage === 'final' || stage === 'interim';
    const indicators = indicatorsOf(step, system).map((indicator): IndicatorEffect => {
      const change = changeBetween(
        indicator,
        stage === 'early' ? { ...seen, after: null } : seen,
        facts.values,
      );
      if (!looked) return { ...change, schools: null };
      const others = run.filter((other) => other.measure !== measure && overlap(other.period, period));
      const groups = groupsOf(measure, indicator, others, facts.organisations);
      const known = facts.organisations.some(({ code }) =>
        [seen.before, seen.after].some((one) => facts.values(indicator.id, code, one) !== undefined),
      );
      return {
        ...change,
        schools: known
          ? compareSchools(indicator.id, groups, seen, indicator.direction, significance, facts.values)
          : null,
      };
    });
    return { measure, text: step.text, period, stage, indicators };
  });
  return {
    year,
    measures: effects,
    sections: facts.systems.flatMap((system) => {
      const ended = effects.filter(({ measure, stage }) => measure.system === system.id && stage === 'final');
      return ended.length > 0 ? [reviewSection(system, ended, year, facts.values)] : [];
    }),
    tested: effects
      .flatMap(({ indicators }) => indicators)
      .filter(({ schools }) => schools !== null && schools.p !== null).length,
  };
}

function isRun({ status }: RegisteredMeasure): boolean {
  return status === 'running' || status === 'done';
}

function stageOf(measure: RegisteredMeasure, { after, before }: EffectPeriod, year: number): EffectStage {
  if (!isRun(measure)) return 'not-run';
  return year === before ? 'early' : year === after ? 'final' : 'interim';
}

/** Both periods hold a year in common beyond their border. */
function overlap(a: EffectPeriod, b: EffectPeriod): boolean {
  return a.before < b.after && b.before < a.after;
}

function indicatorsOf({ aims }: Step, { indicators }: System): Indicator[] {
  return aims.flatMap((id) => indicators.filter((indicator) => indicator.id === id));
}

/**
 * Organisations with the measure, and those of the same kinds without it; without means, too, that no other measure
 * for chosen organisations aims at the indicator there in the same time.
 */
function groupsOf(
  { schools }: RegisteredMeasure,
  { id }: Indicator,
  others: readonly { measure: RegisteredMeasure; step: Step }[],
  organisations: readonly Organisation[],
): { with: string[]; without: string[] } {
  const all = organisations.map(({ code }) => code);
  if (schools.length === 0) return { with: all, without: [] };
  const kinds = new Set(organisations.filter(({ code }) => schools.includes(code)).map(({ kind }) => kind));
  const helped = new Set(
    others.filter(({ step }) => step.aims.includes(id)).flatMap(({ measure }) => measure.schools),
  );
  return {
    with: [...schools],
    without: organisations
      .filter(({ code, kind }) => kinds.has(kind) && !schools.includes(code) && !helped.has(code))
      .map(({ code }) => code),
  };
}
