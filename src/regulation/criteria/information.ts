import { academicYear } from '../../records/year.ts';
import type { CriterionVerdict, YearEvidence } from '../verdict.ts';
import { type Criterion, clauseOf } from './criterion.ts';
import { contradictionOf, valueTitles } from './school-values.ts';
import { unknownYear } from './window.ts';

interface InformationCriterion {
  id: string;
  number: number;
  title: string;
  text: string;
  formula: string;
  part: string;
  whole: string;
}

/** A share for which the Положение sets no threshold: its value is shown, and nothing is decided. */
function informationCriterion({
  id,
  number,
  title,
  text,
  formula,
  part,
  whole,
}: InformationCriterion): Criterion {
  return {
    id,
    number,
    title,
    clause: clauseOf(number),
    text,
    formula,
    category: 'information',
    sufficient: false,
    parameters: [],
    papers: [],
    variables: [part, whole],
    window: (year) => [year],
    judge({ year, evidence }): CriterionVerdict {
      const value = evidence.value(part, year);
      const total = evidence.value(whole, year);
      const contradiction =
        value === undefined || !total ? undefined : contradictionOf({ part, whole }, value, total);
      const known = value !== undefined && total !== undefined && total > 0 && !contradiction;
      const missing = [...(value === undefined ? [part] : []), ...(total === undefined ? [whole] : [])];
      const reason =
        missing.length > 0
          ? `нет значений за ${academicYear(year)}: ${valueTitles(missing)}`
          : total === 0
            ? 'обучающихся нет'
            : (contradiction ?? null);
      const evidenceOfYear: YearEvidence = {
        ...unknownYear(year, total === 0 ? 'not-applicable' : 'no-data', reason ?? ''),
        participants: total ?? null,
        low: value ?? null,
        share: known ? value / total : null,
        reason,
        basis: known ? 'school-years' : null,
      };
      return {
        id,
        verdict: 'information',
        window: [year],
        required: 0,
        years: [evidenceOfYear],
        certainty: null,
        reason,
      };
    },
  };
}

/** Criteria 11–13: attendance, the risk group, and its coverage. */
export const INFORMATION_CRITERIA: readonly Criterion[] = [
  informationCriterion({
    id: 'low.lesson-attendance-share',
    number: 11,
    title: 'Посещённые уроки',
    text: 'Процентная доля уроков, посещенных обучающимися школ с низкими результатами обучения и/или школ, функционирующих в неблагоприятных социальных условиях, от общего количества уроков в соответствии с учебным планом школы',
    formula: 'доля = посещённые уроки ÷ уроки по учебному плану; порог не установлен',
    part: 'lessons-attended',
    whole: 'lessons-due',
  }),
  informationCriterion({
    id: 'low.risk-group-pupil-share',
    number: 12,
    title: 'Обучающиеся «группы риска»',
    text: 'Процентная доля обучающихся «группы риска» в общем числе обучающихся округа',
    formula: 'доля = обучающиеся «группы риска» ÷ все обучающиеся; порог не установлен',
    part: 'risk-group',
    whole: 'pupils',
  }),
  informationCriterion({
    id: 'low.risk-group-covered-share',
    number: 13,
    title: 'Охват «группы риска» сопровождением',
    text: 'Процентная доля обучающихся «группы риска», охваченных мероприятиями по социальному сопровождению и повышению образовательных результатов',
    formula: 'доля = охваченные из «группы риска» ÷ обучающиеся «группы риска»; порог не установлен',
    part: 'risk-group-covered',
    whole: 'risk-group',
  }),
];
