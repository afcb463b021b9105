import type { CategoryAnswer, RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { ReportSheet } from '../report.ts';

type Answer = (school: SchoolVerdict) => CategoryAnswer;

const CATEGORIES: readonly { title: string; answer: Answer }[] = [
  { title: 'Низкие результаты обучения', answer: (school) => school.lowResults },
  { title: 'Неблагоприятные социальные условия', answer: (school) => school.adverseConditions },
  { title: 'Зона риска', answer: (school) => school.riskZone },
];

/** «Итоги»: how many schools each category has, with a picture. */
export function totalsSheet(data: RiskSchools): ReportSheet {
  const { schools, summary } = data;
  const count = (answer: Answer, wanted: CategoryAnswer) =>
    schools.filter((school) => answer(school) === wanted).length;
  const rows = CATEGORIES.map(({ title, answer }) => ({
    category: title,
    yes: count(answer, 'yes'),
    no: count(answer, 'no'),
    insufficient: count(answer, 'insufficient-data'),
    schools: schools.length,
    share: schools.length > 0 ? count(answer, 'yes') / schools.length : null,
  }));
  return {
    name: 'Итоги',
    title: `Итоги по категориям, ${data.year} год`,
    lead: 'Сколько школ отнесено к каждой категории. Последняя строка — показатель 1: школы хотя бы в одной категории.',
    notes: ['«Недостаточно данных» — ни «да», ни «нет»: доля может вырасти, когда данные появятся.'],
    frozenColumns: 1,
    table: {
      id: 'low-totals',
      empty: 'Школ нет.',
      columns: [
        { key: 'category', title: 'Категория', type: 'text', width: 38, wrap: true },
        { key: 'yes', title: 'Да', type: 'integer' },
        { key: 'no', title: 'Нет', type: 'integer' },
        { key: 'insufficient', title: 'Недостаточно данных', type: 'integer' },
        { key: 'schools', title: 'Всего школ', type: 'integer' },
        { key: 'share', title: 'Доля «да»', type: 'share', shareOf: { part: 'yes', whole: 'schools' } },
      ],
      rows:
        schools.length === 0
          ? []
          : [
              ...rows,
              {
                category: 'Хотя бы одна категория',
                yes: summary.any,
                no: summary.schools - summary.any - summary.undecided,
                insufficient: summary.undecided,
                schools: summary.schools,
                share: summary.share,
              },
            ],
    },
    charts: [
      {
        kind: 'stacked-bar',
        title: 'Число школ по категориям',
        description: `Полосы показывают, сколько школ из ${schools.length} получили ответ «да», «нет» и «недостаточно данных» по каждой категории.`,
        category: 'category',
        series: [
          { key: 'yes', title: 'Да' },
          { key: 'no', title: 'Нет' },
          { key: 'insufficient', title: 'Недостаточно данных' },
        ],
        axis: 'integer',
      },
    ],
  };
}
