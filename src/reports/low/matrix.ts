import type { RiskSchools } from '../../regulation/verdict.ts';
import { legendText } from '../cell-text.ts';
import { markColumns, matrixCharts } from '../matrix.ts';
import type { ReportColumn, ReportRow, ReportSheet } from '../report.ts';
import type { CriterionCategory, CriterionText, LowContext } from './context.ts';
import { NOT_COUNTED, VERDICT_SIGNS, VERDICT_WORDS, wordTone } from './words.ts';

/** «Матрица»: schools by criteria in signs, then in words, in three sheets, so that each is readable on one page's width. */
export function matrixSheets(data: RiskSchools, { criteria }: LowContext): ReportSheet[] {
  const of = (...categories: CriterionCategory[]) =>
    criteria.filter((criterion) => categories.includes(criterion.category));
  return [
    signs(
      data,
      criteria.filter(({ category }) => category !== 'information'),
    ),
    matrix(data, of('low-results', 'risk-zone'), {
      id: 'low-matrix-results',
      name: 'Матрица критериев (результаты)',
      title: 'Матрица критериев: результаты обучения и зона риска',
    }),
    matrix(data, of('adverse'), {
      id: 'low-matrix-conditions',
      name: 'Матрица критериев (условия)',
      title: 'Матрица критериев: социальные условия',
    }),
    information(data, of('information')),
  ];
}

/** All criteria that have a threshold at a glance: a sign for each, which needs no colour. */
function signs(data: RiskSchools, criteria: readonly CriterionText[]): ReportSheet {
  const columns = criteria.map(({ id, number }) => ({ key: id, title: String(number) }));
  const met = data.schools.flatMap((school) =>
    school.criteria.filter(({ id, verdict }) => verdict === 'met' && criteria.some((one) => one.id === id)),
  );
  return {
    name: 'Матрица критериев',
    title: `Матрица критериев: все школы и критерии, ${data.year} год`,
    lead: `${legendText(VERDICT_SIGNS)}.`,
    notes: [`Критерии: ${criteria.map(({ number, title }) => `${number} — ${title}`).join('; ')}.`],
    frozenColumns: 2,
    table: {
      id: 'low-matrix',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 36, wrap: true },
        ...markColumns(columns, { signs: VERDICT_SIGNS, tone: wordTone }),
      ],
      rows: wordRows(data, criteria),
    },
    charts: matrixCharts(
      {
        title: 'Матрица критериев',
        description: `Строка — школа, столбец — номер критерия. Выполненных критериев ${met.length}, школ с ними ${
          data.schools.filter((school) => met.some((one) => school.criteria.includes(one))).length
        } из ${data.schools.length}.`,
        category: 'name',
        series: columns,
      },
      data.schools.length,
    ),
  };
}

/** Criteria without a threshold: their shares in place of words. */
function information(data: RiskSchools, criteria: readonly CriterionText[]): ReportSheet {
  return {
    name: 'Матрица критериев (сведения)',
    title: `Матрица критериев: сведения, ${data.year} год`,
    lead: 'Доли, для которых Положение порога не устанавливает; категорий они не определяют.',
    notes: ['«—» — таких обучающихся в школе нет.'],
    frozenColumns: 2,
    table: {
      id: 'low-matrix-information',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 36, wrap: true },
        ...criteria.map(
          ({ id, number, title }): ReportColumn => ({
            key: id,
            title: `${number}. ${title}`,
            type: 'share',
            width: 22,
          }),
        ),
      ],
      rows: data.schools.map((school) => ({
        school: school.school,
        name: school.name,
        ...Object.fromEntries(
          criteria.map(({ id }) => {
            const year = school.criteria.find((criterion) => criterion.id === id)?.years[0];
            return [id, year?.verdict === 'not-applicable' ? NOT_COUNTED : (year?.share ?? null)];
          }),
        ),
      })),
    },
  };
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
      '«Выполнен» — школа отвечает признаку неблагополучия; «не применяется» — таких обучающихся или классов в школе нет.',
    ],
    frozenColumns: 2,
    table: {
      id,
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 24, wrap: true },
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
      rows: wordRows(data, criteria),
    },
  };
}

function wordRows({ schools }: RiskSchools, criteria: readonly CriterionText[]): ReportRow[] {
  return schools.map((school) => ({
    school: school.school,
    name: school.name,
    ...Object.fromEntries(
      criteria.map(({ id }) => {
        const found = school.criteria.find((criterion) => criterion.id === id);
        return [id, found ? VERDICT_WORDS[found.verdict] : null];
      }),
    ),
  }));
}
