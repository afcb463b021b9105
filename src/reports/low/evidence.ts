import { paperName } from '../../records/paper-name.ts';
import type {
  CriterionVerdict,
  PaperEvidence,
  RiskSchools,
  SchoolVerdict,
  YearEvidence,
} from '../../regulation/verdict.ts';
import type { ReportColumn, ReportSheet, ReportValue } from '../report.ts';
import type { CriterionText, LowContext } from './context.ts';
import { branchWords, certaintyWord, NOT_COUNTED, VERDICT_WORDS, wordTone } from './words.ts';

const BASIS_WORDS: Record<NonNullable<YearEvidence['basis']>, string> = {
  results: 'результаты участников',
  distribution: 'распределение отметок',
  'school-years': 'показатели школы за год',
};

/** The numbers of a year of a criterion. */
export const EVIDENCE_COLUMNS: readonly ReportColumn[] = [
  { key: 'criterion', title: 'Критерий', type: 'text', width: 24, wrap: true },
  { key: 'year', title: 'Год', type: 'year' },
  { key: 'verdict', title: 'Условие года', type: 'verdict', width: 13, wrap: true, tone: wordTone },
  { key: 'participants', title: 'Всего', type: 'number', width: 9 },
  { key: 'low', title: 'Низких', type: 'number', width: 9 },
  {
    key: 'share',
    title: 'Доля',
    type: 'share',
    width: 9,
    shareOf: { part: 'low', whole: 'participants' },
  },
  { key: 'threshold', title: 'Порог', type: 'text', width: 16, wrap: true },
  { key: 'top', title: 'Высоких', type: 'integer', width: 9 },
  { key: 'branches', title: 'Чем выполнено', type: 'text', width: 21, wrap: true },
  { key: 'from', title: '95 % от', type: 'share', width: 9 },
  { key: 'to', title: '95 % до', type: 'share', width: 9 },
  { key: 'certainty', title: 'Надёжность', type: 'verdict', tone: wordTone },
  { key: 'note', title: 'Источник и примечание', type: 'text', width: 28, wrap: true },
];

type Row = Record<string, ReportValue>;

/** «Основания»: the numbers of every year behind each criterion that a school meets. */
export function evidenceSheet(data: RiskSchools, { criteria }: LowContext): ReportSheet {
  return {
    name: 'Основания',
    title: `Основания: числа за каждым выполненным критерием, ${data.year} год`,
    lead: 'Все годы окна каждого выполненного критерия. Доля — формула: «Низких» ÷ «Всего»; порог — по Положению.',
    notes: [
      '«Всего» — участники, обучающиеся или баллы; «низких» — с низким результатом или с признаком из критерия; «высоких» — с высоким результатом.',
      '«95 % от … до» — точный доверительный интервал доли (Клоппера — Пирсона): где он широк, участников мало. Надёжность вывода не меняет. «—»: не вычисляется.',
    ],
    frozenColumns: 2,
    table: {
      id: 'low-evidence',
      empty: 'Ни один критерий не выполнен ни в одной школе.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 22, wrap: true },
        ...EVIDENCE_COLUMNS,
      ],
      rows: data.schools.flatMap((school) =>
        school.criteria
          .filter((criterion) => criterion.verdict === 'met')
          .flatMap((criterion) => criterionRows(school, criterion, criteria)),
      ),
    },
  };
}

/** A line for each year of a criterion's window, or for each paper of it where the criterion joins several. */
export function criterionRows(
  { school, name }: SchoolVerdict,
  criterion: CriterionVerdict,
  criteria: readonly CriterionText[],
): Row[] {
  const text = criteria.find(({ id }) => id === criterion.id);
  const common = {
    school,
    name,
    criterion: text ? `${text.number}. ${text.title}` : criterion.id,
    threshold: text?.thresholdText ?? null,
  };
  return criterion.years.flatMap((year): Row[] =>
    year.papers
      ? year.papers.map((paper) => ({
          ...common,
          ...(text ? { criterion: `${text.number}. ${paperName(paper.paper)}` } : {}),
          ...paperRow(paper, year, text),
        }))
      : [{ ...common, ...yearRow(year, text) }],
  );
}

function yearRow(year: YearEvidence, text: CriterionText | undefined): Row {
  const absent = year.verdict === 'no-data';
  const isShare = year.share !== null || absent;
  return {
    year: year.year,
    verdict: VERDICT_WORDS[year.verdict],
    participants: isShare ? year.participants : (year.participants ?? NOT_COUNTED),
    low: year.low,
    share: isShare ? year.share : NOT_COUNTED,
    top: text?.category === 'low-results' ? year.top : NOT_COUNTED,
    branches: branchWords(year.branches, text?.category ?? 'low-results'),
    from: year.interval?.[0] ?? NOT_COUNTED,
    to: year.interval?.[1] ?? NOT_COUNTED,
    certainty: certaintyWord(year.certainty),
    note: noteOf(year.basis ? BASIS_WORDS[year.basis] : null, year.reason),
  };
}

function paperRow(paper: PaperEvidence, year: YearEvidence, text: CriterionText | undefined): Row {
  return {
    year: year.year,
    verdict: VERDICT_WORDS[paper.verdict],
    participants: paper.participants,
    low: paper.low,
    share: paper.share,
    top: paper.top,
    branches: branchWords(paper.branches, text?.category ?? 'low-results'),
    from: NOT_COUNTED,
    to: NOT_COUNTED,
    certainty: certaintyWord(year.certainty),
    note: noteOf(`год в целом: ${VERDICT_WORDS[year.verdict]}`, paper.reason ?? null),
  };
}

function noteOf(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join('; ') || NOT_COUNTED;
}
