import { formatShare } from '../number-format.ts';
import type { ReportChart, ReportColumn, ReportRow, ReportSheet, ReportTable } from '../report.ts';
import { type LevelCounts, type LevelFacts, type MarksOfSchools, marksOfSchools } from '../school/levels.ts';

const MARKS = [2, 3, 4, 5] as const;
/** Bars of one picture that can still be read on a page. */
const MOST_SCHOOLS = 20;
const MOST_PAPERS = 12;

/** Words for all schools of the report together: of one municipality, or of a region with several. */
const WHOLE = {
  municipality: {
    group: 'Муниципалитет',
    of: 'муниципалитета',
    inAll: 'во всех школах муниципалитета вместе',
    within: 'в муниципалитете',
    beside: 'муниципалитетом',
  },
  region: {
    group: 'Все школы отчёта',
    of: 'всех школ отчёта',
    inAll: 'во всех школах отчёта вместе',
    within: 'во всех школах отчёта',
    beside: 'всеми школами отчёта',
  },
} as const;
type Whole = keyof typeof WHOLE;

const REGION = 'Регион';

const AXIS: Pick<ReportChart, 'kind' | 'axis' | 'series'> = {
  kind: 'stacked-bar',
  axis: 'share',
  series: MARKS.map((mark) => ({ key: `share${mark}`, title: `«${mark}»` })),
};

/** «Отметки» of the municipality beside the region, paper by paper; «Отметки по школам» with the schools beside both. */
export function marksSheets(
  facts: LevelFacts,
  names: ReadonlyMap<string, string>,
  year: number,
  whole: Whole,
): ReportSheet[] {
  const papers = marksOfSchools(facts);
  return [wholeSheet(papers, year, whole), schoolsSheet(papers, names, year, whole)];
}

function wholeSheet(papers: readonly MarksOfSchools[], year: number, whole: Whole): ReportSheet {
  const { group, of, inAll, within } = WHOLE[whole];
  const groups = papers.map((paper) => [
    { ...groupRow(paper.municipality, group), paper: paper.title },
    ...(paper.region ? [{ ...groupRow(paper.region, REGION), paper: paper.title }] : []),
  ]);
  const rows = groups.flat().map((row) => ({ ...row, label: `${row.paper} — ${row.group.toLowerCase()}` }));
  const parts = Array.from({ length: Math.ceil(groups.length / MOST_PAPERS) }, (_, part) =>
    [part * MOST_PAPERS, (part + 1) * MOST_PAPERS].map((end) => groups.slice(0, end).flat().length),
  );
  return {
    name: 'Отметки',
    title: `Отметки ${of} рядом с регионом, ${year} год`,
    lead: `Как распределились отметки за работы этого года: ${inAll} и в регионе.`,
    notes: [REGION_NOTE],
    frozenColumns: 1,
    table: {
      id: 'objectivity-marks',
      empty: EMPTY,
      columns: [{ key: 'label', title: 'Работа и где', type: 'text', width: 48, wrap: true }, ...NUMBERS],
      rows,
    },
    charts: parts.map(([from, to], part) => ({
      ...AXIS,
      title:
        parts.length === 1
          ? 'Отметки по работам'
          : `Отметки по работам, часть ${part + 1} из ${parts.length}`,
      description: `Полоса — все участники работы: доли получивших «2», «3», «4» и «5» ${within} и в регионе.`,
      rows: [from!, to!],
      category: 'label',
    })),
  };
}

function schoolsSheet(
  papers: readonly MarksOfSchools[],
  names: ReadonlyMap<string, string>,
  year: number,
  whole: Whole,
): ReportSheet {
  const { group, beside } = WHOLE[whole];
  const rows: ReportRow[] = [];
  const charts: ReportChart[] = [];
  for (const paper of papers) {
    const schools = paper.schools.toSorted((one, other) => shareOf(other, 0) - shareOf(one, 0));
    const from = rows.length;
    const groups = [
      ...(paper.region ? [{ ...groupRow(paper.region, REGION), school: DASH }] : []),
      { ...groupRow(paper.municipality, group), school: DASH },
      ...schools.map((one) => ({
        ...groupRow(one, names.get(one.school) ?? one.school),
        school: one.school,
      })),
    ];
    rows.push(...groups.map((row) => ({ ...row, paper: paper.title })));
    const drawn = groups.length - schools.length + Math.min(schools.length, MOST_SCHOOLS);
    charts.push({
      ...AXIS,
      title: paper.title,
      description: `${describe(paper, whole)} Школы — по убыванию доли «2»${
        schools.length > MOST_SCHOOLS ? `; показаны первые ${MOST_SCHOOLS} из ${schools.length}` : ''
      }.`,
      rows: [from, from + drawn],
      category: 'group',
    });
  }
  return {
    name: 'Отметки по школам',
    title: `Отметки школ рядом с ${beside} и регионом, ${year} год`,
    lead: `Каждая работа: регион, ${group.toLowerCase()} и школы по убыванию доли «2».`,
    notes: [REGION_NOTE],
    frozenColumns: 3,
    table: {
      id: 'objectivity-marks-schools',
      empty: EMPTY,
      columns: [
        { key: 'paper', title: 'Работа', type: 'text', width: 34, wrap: true },
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'group', title: 'Где', type: 'text', width: 36, wrap: true },
        ...NUMBERS,
      ],
      rows,
    } satisfies ReportTable,
    charts,
  };
}

const DASH = '—';
const EMPTY = 'Отметок за работы этого года нет: загрузите результаты ВПР и ОГЭ.';
const REGION_NOTE = 'Регион показан там, где загружен отчёт ФИС ОКО с его строкой.';

const NUMBERS: readonly ReportColumn[] = [
  { key: 'participants', title: 'Участников', type: 'integer' },
  ...MARKS.map((mark): ReportColumn => ({ key: `count${mark}`, title: `«${mark}»`, type: 'integer' })),
  ...MARKS.map(
    (mark): ReportColumn => ({
      key: `share${mark}`,
      title: `Доля «${mark}»`,
      type: 'share',
      shareOf: { part: `count${mark}`, whole: 'participants' },
    }),
  ),
];

function groupRow(one: LevelCounts, group: string) {
  return {
    group,
    participants: one.participants,
    ...Object.fromEntries(MARKS.map((mark, level) => [`count${mark}`, one.counts[level]!])),
    ...Object.fromEntries(MARKS.map((mark, level) => [`share${mark}`, shareOf(one, level)])),
  };
}

const shareOf = ({ counts, participants }: LevelCounts, level: number): number =>
  counts[level]! / participants;

/** The lowest mark in all schools and in the region, in words. */
function describe({ municipality, region }: MarksOfSchools, whole: Whole): string {
  const part = (one: LevelCounts) => `«2» — ${formatShare(shareOf(one, 0))}`;
  const where = WHOLE[whole].within;
  return `${where[0]!.toUpperCase()}${where.slice(1)} ${part(municipality)}${region ? `, в регионе ${part(region)}` : ''}.`;
}
