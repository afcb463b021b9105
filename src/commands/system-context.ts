import type { Recommendation } from '../regulation/recommendations/recommend.ts';
import { remedyOf } from '../regulation/systems/remedies.ts';
import type { System } from '../regulation/systems/system.ts';
import { parameterLine } from '../reports/low/describe.ts';
import { recommendationReason, recommendationText } from '../reports/recommendations/words.ts';
import { type MunicipalityValues, type SystemContext, wholesOf } from '../reports/system/context.ts';
import { coursesOf } from '../reports/system/dynamics-table.ts';
import { effectSheets } from '../reports/system/effect-sheets.ts';
import type { EffectAssessment } from './effectiveness.ts';
import { placeName } from './scope.ts';
import type { MunicipalityAssessment, SystemAssessment } from './system-assessment.ts';

/** How many years a report looks back, its own among them. */
const YEARS = 3;

/** Years that the reports of systems ask for, rising. */
export function reportYears(year: number): number[] {
  return Array.from({ length: YEARS }, (_, index) => year - YEARS + 1 + index);
}

/**
 * Everything that the report of a system says, from an assessment of `reportYears`.
 * @param municipalities those of a region that stand side by side
 */
export function systemContext(
  assessment: SystemAssessment,
  system: System,
  year: number,
  { found, formOf }: Pick<EffectAssessment, 'found' | 'formOf'>,
  recommendations: readonly Recommendation[],
  municipalities: readonly MunicipalityValues[] = [],
): SystemContext {
  const { region } = assessment.workspace.settings;
  const years = reportYears(year);
  return {
    system,
    year,
    municipality: placeName(assessment.workspace),
    ...(region ? { region } : {}),
    organisations: assessment.organisations,
    answers: assessment.answers(system, year),
    ...(municipalities.length > 0 ? { municipalities } : {}),
    courses: coursesOf(
      years.map((one) => ({
        year: one,
        answers: assessment.answers(system, one).filter(({ unit }) => unit === 'municipality'),
      })),
    ),
    years,
    parameters: assessment.parameters
      .all()
      .filter(({ clause }) =>
        clause.split(';').some((one) => one.trim().startsWith(`${system.id},`) || one.trim() === system.id),
      )
      .map(parameterLine),
    recommendations: recommendations
      .filter((recommendation) => recommendation.system === system.id)
      .map((recommendation) => ({
        addressee: recommendation.addressee.text,
        ...aboutOf(recommendation, assessment),
        text: recommendationText(recommendation),
        reason: recommendationReason(recommendation),
        measure: recommendation.measure.text,
        clause: recommendation.answer.clause,
      })),
    measures: system.measures.length > 0 ? effectSheets(system, found, formOf) : [],
    remedy: remediesOf(system, year),
  };
}

/** Made apart from the context, whose assessment would live as long as the remedies do. */
function remediesOf(system: System, year: number): SystemContext['remedy'] {
  const byId = new Map(system.indicators.map((indicator) => [indicator.id, indicator]));
  return (id) => remedyOf(byId.get(id)!, system, year);
}

/**
 * The values of a region's municipalities by system. Each municipality is asked about all systems before the next one:
 * what is computed of it need not be kept.
 */
export function valuesByMunicipality(
  municipalities: Iterable<MunicipalityAssessment>,
  systems: readonly System[],
  year: number,
): (system: System) => MunicipalityValues[] {
  const values = new Map<System, MunicipalityValues[]>(systems.map((system) => [system, []]));
  for (const { municipality, organisations, answers } of municipalities)
    for (const [system, places] of values)
      places.push({
        municipality,
        organisations: organisations.length,
        answers: wholesOf(answers(system, year)),
      });
  return (system) => values.get(system)!;
}

/** The organisation that a recommendation is about. */
function aboutOf(
  { answer: { code, unit } }: Recommendation,
  { organisations }: SystemAssessment,
): { about?: string } {
  if (unit === 'municipality') return {};
  return { about: organisations.find((one) => one.code === code)?.name ?? code };
}
