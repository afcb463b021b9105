import { type Source, type TracedNumber, withSources } from '../facts/trace.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { variableById } from '../records/variables/variables.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import { measuresOf, variablesOf } from '../regulation/systems/measure-variables.ts';
import type { Indicator } from '../regulation/systems/system.ts';
import { type Assessment, assess } from './assessment.ts';
import type { SystemAssessment } from './system-assessment.ts';
import { criterionNumbers } from './trace-criterion.ts';

/** A number behind a value: who supplied it, what it is, and where it stands in the files. */
export interface IndicatorStep {
  code: string;
  year: number;
  /** Id of the variable; the indicator's own where it was computed. */
  what: string;
  title: string;
  /** A cut of the variable, `level:noo`; null for the whole. */
  breakdown: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  reason: string | null;
  sources: readonly Source[];
}

/** A step whose numbers have yet to be looked for. */
type Untraced = Omit<IndicatorStep, 'sources'> & { numbers: TracedNumber[] };

const RISK_SCHOOLS = 'low.low-result-or-adverse-or-risk-school-share';

/**
 * The numbers behind an indicator: reported values of organisations and of the authority, whole and in cuts, with
 * their rows; where it was computed, each organisation's own value first, and for the criteria of 1.2 the rows of
 * results over the window.
 * @param school code of the only organisation asked about
 */
export async function traceIndicator(
  assessment: SystemAssessment,
  indicator: Indicator,
  answers: readonly Answer[],
  year: number,
  school: string | undefined,
): Promise<IndicatorStep[]> {
  const { id, measure } = indicator;
  const isOfCriteria = id === RISK_SCHOOLS || CRITERIA.some((one) => one.id === id);
  const isComputed = measure.from === 'computed' || measure.from === 'reference';
  const low = isComputed && isOfCriteria ? await assess(assessment.workspace.directory, year) : undefined;
  const steps = [
    ...(low && id === RISK_SCHOOLS ? riskSteps(low, indicator.title, school) : []),
    ...(isComputed ? computedSteps(low, indicator, answers, year, school) : []),
    ...(low ? [] : reportedSteps(assessment, indicator, answers, year, school)),
  ];
  return withSources(assessment.workspace, steps);
}

/** What was computed of each organisation; for a criterion of 1.2 with the results that decided it. */
function computedSteps(
  low: Assessment | undefined,
  { id, title }: Indicator,
  answers: readonly Answer[],
  year: number,
  school: string | undefined,
): Untraced[] {
  return answers
    .filter(
      ({ breakdown, code, unit }) => unit === 'school' && breakdown === null && (!school || code === school),
    )
    .map(({ code, numerator, denominator, value, reason }) => ({
      ...{ code, year, what: id, title, breakdown: null, numerator, denominator, value, reason },
      numbers: low ? numbersOfCriterion(low, id, code) : [],
    }));
}

/** What organisations and the authority reported, whole and in cuts, over the years that are summed up. */
function reportedSteps(
  assessment: SystemAssessment,
  indicator: Indicator,
  answers: readonly Answer[],
  year: number,
  school: string | undefined,
): Untraced[] {
  const { measure } = indicator;
  const variables = new Set(measuresOf(indicator).flatMap(variablesOf));
  const cuts = new Set(answers.flatMap(({ breakdown }) => breakdown ?? []));
  const span =
    measure.from === 'values' && measure.cumulative
      ? assessment.parameters.number('systems.running-total-years')
      : 1;
  const codes = school ? [school] : [...assessment.organisations.map(({ code }) => code), OWN_MUNICIPALITY];
  const steps: Untraced[] = [];
  for (const code of codes) {
    for (const variable of variables) {
      for (let past = year - span + 1; past <= year; past++) {
        for (const breakdown of [null, ...cuts])
          steps.push(...reportedStep(assessment, code, variable, past, breakdown));
      }
    }
  }
  return steps;
}

/** A reported value; nothing where nobody supplied it. */
function reportedStep(
  { workspace, observed }: SystemAssessment,
  code: string,
  variable: string,
  year: number,
  breakdown: string | null,
): Untraced[] {
  const found = observed.get(code, variable, year, breakdown ?? undefined);
  if (!found) return [];
  const { title, record } = variableById(variable)!;
  const named = code === OWN_MUNICIPALITY ? [code, workspace.settings.municipality ?? ''] : [code];
  const subject = { variable, kind: record, breakdown };
  return [
    {
      ...{ code, year, what: variable, title, breakdown, value: found.value },
      ...{ numerator: null, denominator: null, reason: null },
      numbers: named.map((name) => ({ school: name, year, subject })),
    },
  ];
}

/** Each school of indicator 1 of section 1.2: in some category or in none, and the numbers that decided it. */
function riskSteps(assessment: Assessment, title: string, school: string | undefined): Untraced[] {
  const steps: Untraced[] = [];
  for (const verdict of assessment.risk.schools) {
    if (school && verdict.school !== school) continue;
    const answers = [verdict.lowResults, verdict.adverseConditions, verdict.riskZone];
    const yes = answers.includes('yes');
    const unknown = !yes && answers.includes('insufficient-data');
    const categories = (['lowResults', 'adverseConditions', 'riskZone'] as const).filter(
      (category) => !yes || verdict[category] === 'yes',
    );
    const because = categories.flatMap((category) => verdict.because[category]);
    const deciding = CRITERIA.filter(({ id }) => because.includes(id));
    const numbers = deciding.map(({ number }) => number).join(', ');
    steps.push({
      ...{ code: verdict.school, year: assessment.risk.year, what: RISK_SCHOOLS, title, breakdown: null },
      ...{ numerator: null, denominator: null, value: unknown ? null : yes ? 1 : 0 },
      reason: unknown ? 'данных не хватает' : yes ? `критерии ${numbers}` : null,
      numbers: deciding.flatMap(({ id }) => numbersOfCriterion(assessment, id, verdict.school)),
    });
  }
  return steps;
}

function numbersOfCriterion({ risk, facts }: Assessment, id: string, school: string): TracedNumber[] {
  const criterion = CRITERIA.find((one) => one.id === id);
  const verdict = risk.schools.find((one) => one.school === school)?.criteria.find((one) => one.id === id);
  if (!criterion || !verdict) return [];
  return criterionNumbers(facts, criterion, verdict, school).flatMap(({ numbers }) => numbers);
}
