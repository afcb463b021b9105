import { sourceFiles } from '../facts/source-files.ts';
import { paperTitle } from '../records/paper.ts';
import { PROCEDURE_TITLES, PROCEDURES } from '../records/procedure.ts';
import { findVariable } from '../records/variables/variables.ts';
import { academicYear } from '../records/year.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import type { ParameterInForce, Parameters } from '../regulation/parameters/parameters.ts';
import type { SchoolVerdict } from '../regulation/verdict.ts';
import type { CompletenessLine, LowContext, SourceLine } from '../reports/low/context.ts';
import { criterionTexts, parameterLine } from '../reports/low/describe.ts';
import { type MunicipalitySummary, municipalitySummaries } from '../reports/low/municipalities.ts';
import { wasNotHeld } from '../reports/low/words.ts';
import { byMunicipality, type MunicipalityGroup } from '../reports/section/by-municipality.ts';
import { municipalityIn } from '../workspace/municipality.ts';
import type { Assessment } from './assessment.ts';
import { placeName } from './scope.ts';

/** Parameters of other sections that a criterion of 1.2 reads too. */
const USED = new Set(CRITERIA.flatMap(({ parameters }) => parameters));

/** The parameters on which section 1.2 rests. */
export function parametersOfLow(parameters: Parameters): ParameterInForce[] {
  return parameters.all().filter(({ id, clause }) => clause.startsWith('1.2') || USED.has(id));
}

/** The schools of a region's answer by municipality; none where it is about one. */
export function schoolsByMunicipality({ risk, workspace }: Assessment): MunicipalityGroup<SchoolVerdict>[] {
  return byMunicipality(risk.schools, municipalityIn(workspace));
}

/** The municipalities of a region's answer; none where it is about one. */
export function municipalitiesSideBySide(assessment: Assessment): MunicipalitySummary[] {
  return municipalitySummaries(schoolsByMunicipality(assessment));
}

/** Everything that the report of section 1.2 says beside the verdicts. */
export function lowContext(assessment: Assessment): LowContext {
  const { workspace, parameters, risk, dynamics, indicators } = assessment;
  const { region } = workspace.settings;
  const municipalities = municipalitiesSideBySide(assessment);
  return {
    municipality: placeName(workspace),
    ...(region ? { region } : {}),
    ...(municipalities.length > 0 ? { municipalities } : {}),
    criteria: criterionTexts(risk.year, parameters),
    methods: parametersOfLow(parameters).map(parameterLine),
    indicators: indicators.map(
      ({ id, title, clause, numerator, denominator, value, status, formula, missing, reason }) => ({
        id,
        title,
        clause,
        numerator,
        denominator,
        value,
        status,
        note: [
          formula,
          ...(missing.length > 0 ? [`Нет данных по ОО: ${missing.join(', ')}`] : []),
          ...(reason ? [reason] : []),
        ].join('. '),
      }),
    ),
    dynamics: dynamics.map((row) => ({
      ...row,
      procedure: PROCEDURE_TITLES[PROCEDURES.find((procedure) => row.paper.startsWith(`${procedure}-`))!],
      paper: row.title,
    })),
    completeness: completeness(assessment),
    sources: sourceLines(assessment),
  };
}

/** Files behind every met criterion, year by year. */
function sourceLines({ workspace, risk, facts }: Assessment): SourceLine[] {
  const files = sourceFiles(workspace);
  return risk.schools.flatMap(({ school, name, criteria }) =>
    criteria.flatMap((verdict) => {
      if (verdict.verdict !== 'met') return [];
      const { number, title, papers, variables } = CRITERIA.find(({ id }) => id === verdict.id)!;
      const line = { school, name, criterion: `${number}. ${title}` };
      return verdict.window.flatMap((year) => [
        ...papers.flatMap((paper) => {
          const basis = facts.get(school, paper, year)?.basis;
          const found = basis ? files(school, year, { paper, basis }) : [];
          return found.map((file) => ({ ...line, year, what: paperTitle(paper), file }));
        }),
        ...variables.flatMap((variable) =>
          files(school, year, { variable }).map((file) => ({
            ...line,
            year,
            what: findVariable(variable)?.title ?? variable,
            file,
          })),
        ),
      ]);
    }),
  );
}

/** What is lacking and can be supplied, school by school. Years in which a procedure was not held are no lack. */
export function completeness({ risk }: Assessment): CompletenessLine[] {
  return risk.schools.flatMap(({ school, name, criteria }) =>
    criteria.flatMap((verdict) => {
      const criterion = CRITERIA.find(({ id }) => id === verdict.id)!;
      return verdict.years
        .filter((year) => year.verdict === 'no-data' && year.reason && !wasNotHeld(year.reason))
        .map((year) => ({
          school,
          name,
          criterion: criterion.title,
          year: year.year,
          reason: year.reason!,
          remedy: remedyFor(
            criterion.papers.length > 0 ? criterion.papers[0]!.procedure : 'values',
            year.reason!,
            year.year,
          ),
        }));
    }),
  );
}

/** How a remedy begins where there is nothing to supply. */
export const NOT_NEEDED = 'Не требуется';

/** Which file or form would supply what is missing. */
export function remedyFor(what: string, reason: string, year: number): string {
  if (wasNotHeld(reason)) return `${NOT_NEEDED}: в этом году данных не бывает.`;
  if (/нет шкалы/.test(reason)) {
    return 'Загрузите «Статистику по отметкам» ФИС ОКО или укажите шкалу в msoko.json (parameters, vpr-scale.…).';
  }
  if (/не складываются/.test(reason))
    return 'Выгрузите отчёт ФИС ОКО заново или загрузите индивидуальные результаты.';
  if (what === 'vpr') return `Загрузите результаты ВПР ${year} или отчёт ФИС ОКО «Статистика по отметкам».`;
  if (what === 'oge') return `Загрузите протоколы ОГЭ ${year}.`;
  if (what === 'ege') return `Загрузите протоколы ЕГЭ ${year}.`;
  return `Загрузите таблицу значений школ за ${academicYear(year)} (столбцы: Код ОО, Год, показатели).`;
}
