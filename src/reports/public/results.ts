import { paperName } from '../../records/paper-name.ts';
import { PROCEDURE_TITLES, PROCEDURES } from '../../records/procedure.ts';
import { WHOLE } from '../../statistics/disclosure/release.ts';
import type { ReportColumn, ReportRow, ReportSheet, ReportValue } from '../report.ts';
import type { Publication, Shown } from './publication.ts';
import { paperRelease, schoolRelease } from './releases.ts';
import type { SchoolLabels } from './schools.ts';

const COUNTS: readonly ReportColumn[] = [
  { key: 'participants', title: 'Участников', type: 'integer', width: 12 },
  { key: 'low', title: 'С низким результатом', type: 'integer', width: 12 },
  {
    key: 'lowShare',
    title: 'Доля низких',
    type: 'share',
    width: 11,
    shareOf: { part: 'low', whole: 'participants' },
  },
  { key: 'top', title: 'С высоким результатом', type: 'integer', width: 12 },
  {
    key: 'topShare',
    title: 'Доля высоких',
    type: 'share',
    width: 11,
    shareOf: { part: 'top', whole: 'participants' },
  },
];

const NOTES = [
  'Низкий результат — отметка «2» или балл ниже минимального; высокий — отметка «5» или балл не ниже границы высоких.',
  'Год — календарный, в котором учебный год кончается: 2021 — это 2020/21.',
];

/** Years that the tables of results show, the report's own the last. */
const YEARS = 3;

/** «Результаты муниципалитета»: each paper over all schools, by years. */
export function municipalityResultsSheet(publication: Publication, year: number): ReportSheet {
  return {
    name: 'Результаты муниципалитета',
    title: 'Результаты по муниципалитету',
    lead: 'Все школы вместе: участники, низкие и высокие результаты каждой работы по годам.',
    notes: NOTES,
    frozenColumns: 2,
    table: {
      id: 'public-municipality-results',
      empty: 'Результатов нет.',
      columns: [
        { key: 'paper', title: 'Работа', type: 'text', width: 36, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        ...COUNTS,
      ],
      rows: sittings(publication, year).map(({ paper, year: of }) => ({
        paper: paperName(paper),
        year: of,
        ...numbersOf(publication, paperRelease(of, paper)),
      })),
    },
  };
}

/** «Результаты школ»: each paper of each school, by years. */
export function schoolResultsSheet(
  publication: Publication,
  year: number,
  label: SchoolLabels,
  only?: string,
): ReportSheet {
  const rows = sittings(publication, year).flatMap(({ paper, year: of, schools }) =>
    schools
      .filter((school) => only === undefined || school === only)
      .map((school): ReportRow => {
        const { code, name } = label(school);
        const all = numbersOf(publication, paperRelease(of, paper));
        return {
          ...{ school: code, name, paper: paperName(paper), year: of },
          ...numbersOf(publication, schoolRelease(of, paper, school)),
          municipalityLow: all.lowShare ?? null,
          municipalityTop: all.topShare ?? null,
        };
      }),
  );
  return {
    name: only === undefined ? 'Результаты школ' : 'Результаты',
    title: only === undefined ? 'Результаты школ' : 'Результаты школы рядом с муниципалитетом',
    lead: 'Участники, низкие и высокие результаты работ по годам рядом с долями по всему муниципалитету.',
    notes: NOTES,
    frozenColumns: 2,
    table: {
      id: only === undefined ? 'public-school-results' : 'public-own-results',
      empty: 'Результатов нет.',
      columns: [
        ...(only === undefined
          ? ([
              { key: 'school', title: 'Код ОО', type: 'text' },
              { key: 'name', title: 'Школа', type: 'text', width: 30, wrap: true },
            ] as const)
          : []),
        { key: 'paper', title: 'Работа', type: 'text', width: 32, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        ...COUNTS,
        { key: 'municipalityLow', title: 'Низких в муниципалитете', type: 'share', width: 13 },
        { key: 'municipalityTop', title: 'Высоких в муниципалитете', type: 'share', width: 13 },
      ],
      rows: rows.toSorted((one, other) =>
        String(one.name).localeCompare(String(other.name), 'ru', { numeric: true }),
      ),
    },
  };
}

/** «Динамика ВПР», …: the share of low results over all schools, a line for each paper. */
export function resultsDynamicsSheets(publication: Publication, year: number): ReportSheet[] {
  const all = sittings(publication, year);
  return PROCEDURES.flatMap((procedure) => {
    const own = all.filter(({ paper }) => paper.startsWith(`${procedure}-`));
    const papers = [...new Set(own.map(({ paper }) => paper))];
    const years = [...new Set(own.map((one) => one.year))].sort();
    if (years.length < 2) return [];
    const columns = papers.map(
      (paper, index): ReportColumn => ({
        key: `paper${index}`,
        title: paperName(paper),
        type: 'share',
        width: 15,
      }),
    );
    const share = (paper: string, of: number): ReportValue =>
      own.some((one) => one.paper === paper && one.year === of)
        ? (numbersOf(publication, paperRelease(of, paper)).lowShare ?? null)
        : null;
    return [
      {
        name: `Динамика ${PROCEDURE_TITLES[procedure]}`.slice(0, 31),
        title: `Динамика, ${PROCEDURE_TITLES[procedure]}: доля низких результатов по годам`,
        lead: 'Доля участников с низким результатом по всем школам вместе.',
        notes: ['Где доля скрыта или данных нет, линия разорвана.'],
        frozenColumns: 1,
        table: {
          id: `public-dynamics-${procedure}`,
          empty: 'Результатов нет.',
          columns: [{ key: 'year', title: 'Год', type: 'year' }, ...columns],
          rows: years.map((of) => ({
            year: of,
            ...Object.fromEntries(papers.map((paper, index) => [`paper${index}`, share(paper, of)])),
          })),
        },
        charts: [
          {
            kind: 'line',
            title: `Доля низких результатов по годам, ${PROCEDURE_TITLES[procedure]}`,
            description: 'Каждая линия — одна работа по всем школам вместе; чем ниже линия, тем лучше.',
            category: 'year',
            series: columns.map(({ key, title }) => ({ key, title })),
            axis: 'share',
          },
        ],
      },
    ];
  });
}

/** Papers and years with results, by name and year, and the schools that wrote them. */
function sittings(
  publication: Publication,
  year: number,
): { paper: string; year: number; schools: readonly string[] }[] {
  const recent = publication.sittings.filter((one) => one.year > year - YEARS && one.year <= year);
  const groups = new Map<string, { paper: string; year: number; schools: string[] }>();
  for (const { paper, school, year: of } of recent) {
    const key = `${paper} ${of}`;
    const group = groups.get(key) ?? { paper, year: of, schools: [] };
    group.schools.push(school);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted(
    (one, other) =>
      paperName(one.paper).localeCompare(paperName(other.paper), 'ru', { numeric: true }) ||
      one.year - other.year,
  );
}

function numbersOf(publication: Publication, release: string): ReportRow {
  const people = publication.result(release, WHOLE);
  const [low, top] = [publication.result(release, 'low'), publication.result(release, 'top')];
  return {
    ...{ participants: people, low, top },
    ...{ lowShare: shareOf(low, people), topShare: shareOf(top, people) },
  };
}

/** A share of published counts; the word of the count where it is hidden. */
function shareOf(part: Shown | null, whole: Shown | null): ReportValue {
  if (typeof part !== 'number') return part;
  return typeof whole !== 'number' ? whole : whole === 0 ? null : part / whole;
}
