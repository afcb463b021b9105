import type { RiskSchools } from '../../regulation/verdict.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import type { CriterionCategory, CriterionText, LowContext } from './context.ts';
import { VERDICT_WORDS, wordTone } from './words.ts';

/** «Матрица»: schools by criteria, in two sheets, so that each is readable on one page's width. */
export function matrixSheets(data: RiskSchools, { criteria }: LowContext): ReportSheet[] {
  const of = (...categories: CriterionCategory[]) =>
    criteria.filter((criterion) => categories.includes(criterion.category));
  return [
    matrix(data, of('low-results', 'risk-zone'), {
      id: 'low-matrix-results',
      name: 'Матрица критериев (результаты)',
      title: 'Матрица критериев: результаты обучения и зона риска',
    }),
    matrix(data, of('adverse', 'information'), {
      id: 'low-matrix-conditions',
      name: 'Матрица критериев (условия)',
      title: 'Матрица критериев: социальные условия и сведения',
    }),
  ];
}

function matrix(
  data: RiskSchools,
  criteria: readonly CriterionText[],
  { id, name, title }: { id: string; name: string; title: string },
): ReportSheet {
  return {
    name,
    title: `${title}, ${data.year} год`,
    lead: 'Выполнение каждого критерия в каждой школе за его окно.',
    notes: [
      '«Выполнен» — школа отвечает признаку неблагополучия; «сведения» — порога в Положении нет; «неприменимо» — таких обучающихся или классов в школе нет.',
    ],
    frozenColumns: 2,
    table: {
      id,
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 26, wrap: true },
        ...criteria.map(
          (criterion): ReportColumn => ({
            key: criterion.id,
            title: `${criterion.number}. ${criterion.title}`,
            type: 'verdict',
            width: 14,
            wrap: true,
            tone: wordTone,
          }),
        ),
      ],
      rows: data.schools.map((school) => ({
        school: school.school,
        name: school.name,
        ...Object.fromEntries(
          criteria.map(({ id }) => {
            const found = school.criteria.find((criterion) => criterion.id === id);
            return [id, found ? VERDICT_WORDS[found.verdict] : null];
          }),
        ),
      })),
    },
  };
}
