import { foldText } from '../fold.ts';
import { OLYMPIAD_STAGE_TITLES, olympiadPaperName } from '../olympiad.ts';
import { paperName } from '../paper-name.ts';
import { PROCEDURE_TITLES, PROCEDURES } from '../procedure.ts';
import {
  ADDITIONAL_DIRECTION,
  CAREER_EVENT,
  CAREER_GRADE,
  PUPIL_CONTEST_LEVEL,
  RESEARCH_FORM,
  STUDY_DEPTH,
  STUDY_PROFILE,
} from './pupil-dimensions.ts';
import {
  CONTEST_LEVEL,
  NONTEACHING_POSITION,
  POSITION,
  SENIORITY,
  TAUGHT_SUBJECT,
} from './staff-dimensions.ts';

/** One cut of a dimension: `noo` of `level`. */
export interface DimensionOption {
  id: string;
  title: string;
}

/** A way to break a count down (разрез): by level of education, procedure, subject, position … */
export interface Dimension {
  id: string;
  /** «по уровням образования». */
  title: string;
  options: readonly DimensionOption[];
}

const option = (id: string, title: string): DimensionOption => ({ id, title });

/** By kind of organisation: how the roster names them. */
export const ORGANISATION_KIND = {
  id: 'organisation-kind',
  title: 'по видам организаций',
  options: [
    option('school', 'общеобразовательные организации'),
    option('preschool', 'дошкольные образовательные организации'),
    option('additional', 'организации дополнительного образования'),
  ],
} as const satisfies Dimension;

const DIMENSION_LIST = [
  {
    id: 'level',
    title: 'по уровням общего образования',
    options: [
      option('noo', 'начальное общее'),
      option('ooo', 'основное общее'),
      option('soo', 'среднее общее'),
    ],
  },
  {
    id: 'procedure',
    title: 'по процедурам оценки качества',
    options: PROCEDURES.map((id) => option(id, PROCEDURE_TITLES[id])),
  },
  {
    id: 'stage',
    title: 'по этапам олимпиад, которые проводит муниципалитет',
    options: (['school', 'municipal'] as const).map((id) => option(id, OLYMPIAD_STAGE_TITLES[id])),
  },
  TAUGHT_SUBJECT,
  POSITION,
  NONTEACHING_POSITION,
  CONTEST_LEVEL,
  SENIORITY,
  {
    id: 'upbringing-direction',
    title: 'по направлениям воспитания',
    options: [
      option('civic', 'гражданское воспитание'),
      option('patriotic', 'патриотическое воспитание'),
      option('moral', 'духовное и нравственное воспитание'),
      option('cultural', 'приобщение к культурному наследию'),
      option('scientific', 'популяризация научных знаний'),
      option('physical', 'физическое воспитание и культура здоровья'),
      option('labour', 'трудовое воспитание и профессиональное самоопределение'),
      option('ecological', 'экологическое воспитание'),
      option('volunteering', 'развитие добровольчества'),
      option('safety', 'физическая, информационная и психологическая безопасность'),
      option('other', 'другие направления'),
    ],
  },
  RESEARCH_FORM,
  ADDITIONAL_DIRECTION,
  PUPIL_CONTEST_LEVEL,
  STUDY_PROFILE,
  STUDY_DEPTH,
  CAREER_GRADE,
  CAREER_EVENT,
  ORGANISATION_KIND,
] as const satisfies readonly Dimension[];

export const DIMENSIONS: readonly Dimension[] = DIMENSION_LIST;

/** A dimension by its id. */
export function dimension(id: string): Dimension | undefined {
  return DIMENSIONS.find((known) => known.id === id);
}

/** How a cut is written in records and answers: `level:noo`. */
export function breakdownId(dimensionId: string, optionId: string): string {
  return `${dimensionId}:${optionId}`;
}

/** Russian name of a cut: `level:noo` → «начальное общее»; papers and olympiads too; the id where nobody knows it. */
export function breakdownTitle(breakdown: string): string {
  const [dimensionId = '', optionId = ''] = breakdown.split(':');
  if (dimensionId === 'paper') return paperName(optionId);
  if (dimensionId === 'olympiad') return olympiadPaperName(`olympiad-${optionId}`) ?? optionId;
  return dimension(dimensionId)?.options.find(({ id }) => id === optionId)?.title ?? breakdown;
}

/**
 * A cut as people write it, `level:noo`, `noo` or «начальное общее», among those of one dimension.
 * @returns its id, `level:noo`; `undefined` where the dimension has no such cut
 */
export function findBreakdown(dimensionId: string, text: string): string | undefined {
  const folded = foldText(text);
  const option = dimension(dimensionId)?.options.find(
    ({ id, title }) => [breakdownId(dimensionId, id), id].includes(folded) || foldText(title) === folded,
  );
  return option && breakdownId(dimensionId, option.id);
}
