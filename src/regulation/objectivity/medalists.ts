import type { MatchedCandidate } from '../../facts/medal-candidates.ts';
import type { Parameters } from '../parameters/parameters.ts';
import { isMissed, type MedalRule, medalRuleOf } from './medal-rule.ts';
import type { MedalistIndex, SchoolMedalists } from './objectivity.ts';

/** The year from which medals are of two degrees. */
const DEGREES_SINCE = 2024;

/**
 * Индекс неподтверждения медалистов (2.1): of the medal candidates with ЕГЭ the share of those whose results are far
 * below what the medal of their year required («существенно ниже»). The candidates are all who had the final marks,
 * whatever came of them: since 2019 nobody holds a medal without the points.
 * @param candidates of the municipality, of a school or of a degree, all of the year
 */
export function medalistIndex(
  year: number,
  candidates: readonly MatchedCandidate[],
  parameters: Parameters,
): MedalistIndex {
  const rule = medalRuleOf(year, parameters);
  const margin = parameters.number('medal.margin');
  const lowMark = parameters.number('medal.base-mathematics-low');
  const held = candidates.filter(hasExams).map((candidate) => rule.requirements(candidate));
  const missedBy = (points: number) =>
    held.filter((requirements) => requirements.some((one) => isMissed(one, points, lowMark))).length;
  const unconfirmed = rule.requiresExams ? missedBy(margin) : null;
  const incomplete = held.filter((requirements) => requirements.some((one) => one.length === 0)).length;
  return {
    candidates: candidates.length,
    matched: candidates.filter(({ match }) => match === 'matched').length,
    withEge: held.length,
    ambiguous: candidates.filter(({ match }) => match === 'ambiguous').length,
    incomplete,
    unconfirmed,
    index: unconfirmed === null || held.length === 0 ? null : unconfirmed / held.length,
    margin,
    unconfirmedStrict: rule.requiresExams ? missedBy(0) : null,
    notes:
      candidates.length === 0 ? [NO_CANDIDATES] : notesOf(year, candidates, rule, incomplete, parameters),
  };
}

/** The same index of every school that has candidates. */
export function medalistsBySchool(
  year: number,
  candidates: readonly MatchedCandidate[],
  parameters: Parameters,
): SchoolMedalists[] {
  const schools = [...new Set(candidates.map(({ school }) => school))].sort();
  return schools.map((school) => ({
    school,
    ...medalistIndex(
      year,
      candidates.filter((candidate) => candidate.school === school),
      parameters,
    ),
  }));
}

function hasExams({ match, scores, baseMathematics }: MatchedCandidate): boolean {
  return match === 'matched' && (Object.keys(scores).length > 0 || baseMathematics !== null);
}

const NO_CANDIDATES = 'Претендентов на медаль в данных нет: загрузите их список.';

function notesOf(
  year: number,
  candidates: readonly MatchedCandidate[],
  rule: MedalRule,
  incomplete: number,
  parameters: Parameters,
): string[] {
  const margin = parameters.number('medal.margin');
  const count = (is: (candidate: MatchedCandidate) => boolean) => candidates.filter(is).length;
  const ambiguous = count(({ match }) => match === 'ambiguous');
  const without = candidates.length - ambiguous - count(hasExams);
  const withoutDegree = year >= DEGREES_SINCE ? count(({ degree }) => degree === null) : 0;
  const onlyHolders = candidates.every(({ status }) => status === 'awarded');
  const numbered = (number: number, text: string) => (number > 0 ? [`${text}: ${number}.`] : []);
  return [
    `${year} год: ${rule.text}.`,
    ...(rule.requiresExams && margin > 0 ? [marginNote(parameters)] : []),
    ...(onlyHolders && rule.requiresPoints
      ? [
          'В данных только награждённые: без нужных результатов медаль не выдают, поэтому индекс — ноль по построению. Загрузите список всех претендентов.',
        ]
      : []),
    ...numbered(without, 'Претендентов без результатов ЕГЭ, в знаменатель они не входят'),
    ...numbered(
      ambiguous,
      'Претендентов, которым подходит не один участник ЕГЭ, в знаменатель они не входят',
    ),
    ...numbered(
      rule.requiresExams ? incomplete : 0,
      'Претендентов, у которых известны не все нужные результаты (чего нет, то не считается неподтверждённым)',
    ),
    ...numbered(withoutDegree, 'Претендентов без степени, результаты сверены с I степенью'),
  ];
}

function marginNote(parameters: Parameters): string {
  const [margin, lowMark] = [
    parameters.number('medal.margin'),
    parameters.number('medal.base-mathematics-low'),
  ];
  return `«Существенно ниже» — не хватает ${margin} баллов и более, по базовой математике «${lowMark}» и ниже; рядом строгий счёт: не хватает хотя бы одного балла.`;
}
