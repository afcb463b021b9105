import { surest, weakestNeeded } from './criteria/certainty.ts';
import { CRITERIA } from './criteria/criteria.ts';
import type { Parameters } from './parameters/parameters.ts';
import type { CategoryAnswer, Certainty, CriterionVerdict, SchoolVerdict } from './verdict.ts';

type Categories = Pick<
  SchoolVerdict,
  'lowResults' | 'adverseConditions' | 'riskZone' | 'because' | 'certainty'
>;

interface Answer {
  answer: CategoryAnswer;
  because: readonly string[];
  certainty: Certainty | null;
}

const idsOf = (test: (criterion: (typeof CRITERIA)[number]) => boolean): ReadonlySet<string> =>
  new Set(CRITERIA.filter(test).map(({ id }) => id));

const LOW_RESULTS = idsOf(({ category }) => category === 'low-results');
const RISK_ZONE = idsOf(({ category }) => category === 'risk-zone');
const ADVERSE = idsOf(({ category, sufficient }) => category === 'adverse' && sufficient);

/**
 * The three categories of a school. The Положение lists the criteria and does not say how they make a category;
 * the reading taken here is printed on every report:
 * - низкие результаты: any academic criterion (1–8) is met;
 * - неблагоприятные социальные условия: at least two of the five share criteria (14–18) are met;
 * - зона риска: criterion 9 or 10 is met, or an academic criterion is one year short.
 *
 * What is not known stays not known: «no» needs every criterion on which it rests to be decided.
 */
export function categoriesOf(verdicts: readonly CriterionVerdict[], parameters: Parameters): Categories {
  const low = atLeast(verdicts, LOW_RESULTS, 1);
  const adverse = atLeast(verdicts, ADVERSE, parameters.number('low.adverse-criteria'));
  const risk = riskZone(verdicts, parameters.number('low.risk-zone-missing-years'));
  return {
    lowResults: low.answer,
    adverseConditions: adverse.answer,
    riskZone: risk.answer,
    because: { lowResults: low.because, adverseConditions: adverse.because, riskZone: risk.because },
    certainty: { lowResults: low.certainty, adverseConditions: adverse.certainty, riskZone: risk.certainty },
  };
}

/** At least `needed` of the criteria are met; undecided where the unknown ones could still make it so. */
function atLeast(verdicts: readonly CriterionVerdict[], ids: ReadonlySet<string>, needed: number): Answer {
  const asked = verdicts.filter(({ id }) => ids.has(id));
  const met = asked.filter(({ verdict }) => verdict === 'met');
  const unknown = asked.filter(({ verdict }) => verdict === 'insufficient-data');
  const words = (of: readonly CriterionVerdict[]) =>
    of.flatMap(({ certainty }) => (certainty ? [certainty] : []));
  if (met.length >= needed) {
    return { answer: 'yes', because: met.map(({ id }) => id), certainty: weakestNeeded(words(met), needed) };
  }
  if (met.length + unknown.length >= needed) {
    return { answer: 'insufficient-data', because: unknown.map(({ id }) => id), certainty: null };
  }
  const notMet = asked.filter(({ verdict }) => verdict === 'not-met');
  return {
    answer: 'no',
    because: [],
    certainty: weakestNeeded(words(notMet), notMet.length - (needed - met.length) + 1),
  };
}

function riskZone(verdicts: readonly CriterionVerdict[], missingYears: number): Answer {
  const asked = verdicts.filter(({ id }) => RISK_ZONE.has(id));
  const academic = verdicts.filter(({ id }) => LOW_RESULTS.has(id));
  const met = asked.filter(({ verdict }) => verdict === 'met');
  const short = academic.filter((criterion) => isShort(criterion, missingYears));
  const deciding = [...met, ...short];
  if (deciding.length > 0) {
    return {
      answer: 'yes',
      because: deciding.map(({ id }) => id),
      certainty: surest(met.flatMap(({ certainty }) => (certainty ? [certainty] : []))),
    };
  }
  const unknown = [...asked, ...(missingYears > 0 ? academic : [])].filter(
    ({ verdict }) => verdict === 'insufficient-data',
  );
  return unknown.length > 0
    ? { answer: 'insufficient-data', because: unknown.map(({ id }) => id), certainty: null }
    : { answer: 'no', because: [], certainty: null };
}

/** Not met, and met in exactly as many years as leave `missingYears` to the required number. */
function isShort({ verdict, years, required }: CriterionVerdict, missingYears: number): boolean {
  if (missingYears === 0 || verdict === 'met') return false;
  const met = years.filter((year) => year.verdict === 'met').length;
  return met > 0 && met === required - missingYears;
}
