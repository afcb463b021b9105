import type { SchoolObjectivity } from '../regulation/objectivity/objectivity.ts';
import type { ParameterInForce, Parameters } from '../regulation/parameters/parameters.ts';
import { parameterLine } from '../reports/low/describe.ts';
import type { CompletenessLine, ObjectivityContext } from '../reports/objectivity/context.ts';
import { hasResults } from '../reports/objectivity/counts.ts';
import { historyLine } from '../reports/objectivity/history.ts';
import { type MunicipalityFlags, municipalityFlags } from '../reports/objectivity/municipalities.ts';
import { combinationText, signTexts } from '../reports/objectivity/sign-texts.ts';
import { byMunicipality, type MunicipalityGroup } from '../reports/section/by-municipality.ts';
import { municipalityIn } from '../workspace/municipality.ts';
import type { ObjectivityAssessment } from './objectivity-assessment.ts';
import { placeName } from './scope.ts';

/** The parameters on which sections 1.1 and 2.1 rest, the scales that the borders of marks come from among them. */
export function parametersOfObjectivity(parameters: Parameters): ParameterInForce[] {
  return parameters
    .all()
    .filter(({ id, clause }) => /\b[12]\.1, показател/.test(clause) || id.startsWith('vpr-scale.'));
}

/** The schools of a region's answer by municipality; none where it is about one. */
export function schoolsByMunicipality({
  objectivity,
  workspace,
}: ObjectivityAssessment): MunicipalityGroup<SchoolObjectivity>[] {
  return byMunicipality(objectivity.schools, municipalityIn(workspace));
}

/** The municipalities of a region's answer; none where it is about one. */
export function municipalitiesFlagged(assessment: ObjectivityAssessment): MunicipalityFlags[] {
  return municipalityFlags(schoolsByMunicipality(assessment));
}

/** Everything that the reports of sections 1.1 and 2.1 say beside the signs and indices. */
export function objectivityContext(assessment: ObjectivityAssessment): ObjectivityContext {
  const { workspace, parameters, objectivity, indicators, earlier } = assessment;
  const { region } = workspace.settings;
  const municipalities = municipalitiesFlagged(assessment);
  return {
    municipality: placeName(workspace),
    ...(region ? { region } : {}),
    ...(municipalities.length > 0 ? { municipalities } : {}),
    methods: parametersOfObjectivity(parameters).map(parameterLine),
    signs: signTexts(parameters),
    combination: combinationText(parameters),
    papers: assessment.papers,
    levels: assessment,
    borders: assessment.borders,
    schoolMedalists: assessment.schoolMedalists,
    history: historyOf([...earlier, objectivity].map(historyLine)),
    indicators: indicators
      .filter(({ system }) => system === '1.1')
      .map(({ id, title, clause, numerator, denominator, value, status, formula, missing }) => ({
        id,
        title,
        clause,
        numerator,
        denominator,
        value,
        status,
        note: missing.length > 0 ? `${formula}. Нет данных по ОО: ${missing.join(', ')}` : formula,
      })),
    completeness: completenessOf(assessment),
  };
}

/** From the first year of which anything is known; later years without data stay, as gaps. */
function historyOf(lines: ObjectivityContext['history']): ObjectivityContext['history'] {
  const first = lines.findIndex(({ year: _, ...counts }) =>
    Object.values(counts).some((count) => count !== null),
  );
  return first === -1 ? lines.slice(-1) : lines.slice(first);
}

/** What is lacking beyond the signs that could not be assessed, and what would supply it. */
export function completenessOf({
  objectivity,
  markers,
}: Pick<ObjectivityAssessment, 'objectivity' | 'markers'>): CompletenessLine[] {
  const { year, medalists, olympiads, schools } = objectivity;
  const absent = schools.filter((school) => !hasResults(school)).map(({ school }) => school);
  const lines: (CompletenessLine | false)[] = [
    absent.length > 0 && {
      subject: 'Внешний индекс и индекс процедур',
      reason: `Нет результатов ${year} года по школам: ${absent.join(', ')}`,
      remedy: 'Загрузите результаты ВПР, ОГЭ, ЕГЭ этих школ, если они участвовали.',
    },
    markers.length === 0 && {
      subject: 'Доля ОО, вошедших в список с признаками необъективности; признак B8',
      reason: `Список школ с маркерами за ${year} год не загружен`,
      remedy: 'Загрузите список, если он опубликован: msoko import ФАЙЛ.',
    },
    markers.length > 0 &&
      absent.length === schools.length && {
        subject: 'Доля ОО, вошедших в список с признаками необъективности',
        reason: 'Список загружен, а результатов работ нет: сколько школ участвовало, не известно',
        remedy: `Загрузите результаты ВПР ${year}.`,
      },
    medalists.candidates === 0 && {
      subject: 'Индекс неподтверждения медалистов',
      reason: `Претендентов на медаль ${year} года в данных нет`,
      remedy: 'Загрузите таблицу претендентов на медаль (столбцы: Код ОО, Год, участник, Степень, Статус).',
    },
    medalists.candidates > 0 &&
      medalists.withEge === 0 && {
        subject: 'Индекс неподтверждения медалистов',
        reason: 'Ни один претендент не найден среди участников ЕГЭ',
        remedy: `Загрузите протоколы ЕГЭ ${year} года с фамилиями или кодами участников.`,
      },
    olympiads.length === 0 && {
      subject: 'Индекс необъективности олимпиад',
      reason: 'Победителей и призёров олимпиад в данных нет',
      remedy: 'Загрузите протоколы олимпиад этого года и лет, дипломы которых действуют.',
    },
    olympiads.length > 0 &&
      olympiads.every(({ withEge }) => withEge === 0) && {
        subject: 'Индекс необъективности олимпиад',
        reason: 'Ни один победитель или призёр не найден среди участников ЕГЭ по предмету',
        remedy: `Загрузите протоколы ЕГЭ по ${year} год.`,
      },
  ];
  return lines.filter((line) => line !== false);
}
