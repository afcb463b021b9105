import { paperName } from '../../records/paper-name.ts';
import type { Objectivity, SchoolObjectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet } from '../report.ts';
import { byStrength, NOT_COUNTED, SIGN_TITLES, STATE_WORDS, signTone } from './words.ts';

/** How many signs a school's line names. */
const STRONGEST = 3;

/** «Школы»: the external index of each school, its flagged papers, its strongest signs in words. */
export function schoolsSheet({ schools, year }: Objectivity): ReportSheet {
  return {
    name: 'Школы',
    title: `Школы: внешний индекс необъективности, ${year} год`,
    lead: 'Сначала школы с большим индексом. Индекс читается вместе с числом работ: 2 из 4 и 2 из 40 — разное.',
    notes: [
      '«Зона риска» — отмечена хотя бы одна работа. «—»: работ с результатами нет, индекс не вычисляется.',
    ],
    frozenColumns: 2,
    table: {
      id: 'objectivity-schools',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 32, wrap: true },
        { key: 'index', title: 'Внешний индекс', type: 'integer' },
        { key: 'papers', title: 'Всего работ', type: 'integer' },
        { key: 'riskZone', title: 'Зона риска', type: 'verdict', tone: signTone },
        { key: 'pupils', title: 'Участников отмеченных работ', type: 'integer' },
        { key: 'flagged', title: 'Отмеченные работы', type: 'text', width: 40, wrap: true },
        { key: 'signs', title: 'Самые сильные признаки', type: 'text', width: 34, wrap: true },
      ],
      rows: ranked(schools).map((school) => {
        const flagged = school.signs.filter((paper) => paper.flagged);
        return {
          school: school.school,
          name: school.name,
          index: school.papers === 0 ? NOT_COUNTED : school.externalIndex,
          papers: school.papers,
          riskZone: school.papers === 0 ? NOT_COUNTED : STATE_WORDS[school.externalIndex > 0 ? 'yes' : 'no'],
          pupils: flagged.reduce((sum, paper) => sum + paper.participants, 0),
          flagged: flagged.map(({ paper }) => paperName(paper)).join('; ') || NOT_COUNTED,
          signs: strongest(school).join('; ') || NOT_COUNTED,
        };
      }),
    },
  };
}

/** Schools with the greater index first, then by code. */
export function ranked(schools: readonly SchoolObjectivity[]): SchoolObjectivity[] {
  return schools.toSorted(
    (first, second) => second.externalIndex - first.externalIndex || (first.school < second.school ? -1 : 1),
  );
}

/** The school's strongest signs in flagged papers, each named once: «B2 всплеск на границе отметки». */
export function strongest({ signs }: SchoolObjectivity): string[] {
  const found = signs
    .filter(({ flagged }) => flagged)
    .flatMap((paper) => byStrength(paper).map((id) => ({ id, p: paper.signs[id].p ?? 0 })))
    .toSorted((first, second) => first.p - second.p);
  return [...new Set(found.map(({ id }) => `${id} ${SIGN_TITLES[id]}`))].slice(0, STRONGEST);
}
