import type { CriterionVerdict, RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import { formatNumber, formatShare } from '../number-format.ts';
import type { ReportColumn, ReportTable } from '../report.ts';
import type { CriterionText } from './context.ts';
import {
  ANSWER_WORDS,
  certaintyWord,
  NOT_COUNTED,
  numberList,
  VERDICT_WORDS,
  wordTone,
  yearWord,
} from './words.ts';

const CATEGORY_TITLES = {
  lowResults: 'Низкие результаты',
  adverseConditions: 'Социальные условия',
  riskZone: 'Зона риска',
} as const;

/** `msoko risk-schools`: a line for each school; five columns, so that 80 characters suffice. */
export function riskSchoolsTable(data: RiskSchools): ReportTable {
  return {
    id: 'risk-schools',
    empty: 'В реестре нет школ: загрузите данные командой msoko import.',
    columns: [
      { key: 'school', title: 'Код ОО', type: 'text' },
      { key: 'name', title: 'Школа', type: 'text' },
      { key: 'lowResults', title: CATEGORY_TITLES.lowResults, type: 'verdict', tone: wordTone },
      { key: 'adverseConditions', title: CATEGORY_TITLES.adverseConditions, type: 'verdict', tone: wordTone },
      { key: 'riskZone', title: CATEGORY_TITLES.riskZone, type: 'verdict', tone: wordTone },
    ],
    rows: data.schools.map((school) => ({
      school: school.school,
      name: school.name,
      lowResults: ANSWER_WORDS[school.lowResults],
      adverseConditions: ANSWER_WORDS[school.adverseConditions],
      riskZone: ANSWER_WORDS[school.riskZone],
    })),
  };
}

/** The three answers on a school, each with what decided it and how sure it is. */
export function schoolAnswers(school: SchoolVerdict, criteria: readonly CriterionText[]): string[] {
  return (['lowResults', 'adverseConditions', 'riskZone'] as const).map((category) => {
    const ids = school.because[category];
    const numbers = criteria.filter(({ id }) => ids.includes(id)).map(({ number }) => number);
    const because =
      numbers.length === 0 ? '' : ` — ${numbers.length > 1 ? 'критерии' : 'критерий'} ${numberList(numbers)}`;
    const certainty = school.certainty[category];
    return `${CATEGORY_TITLES[category]}: ${ANSWER_WORDS[school[category]]}${because}${certainty ? ` (${certaintyWord(certainty)})` : ''}`;
  });
}

/** `msoko risk-schools --format csv`: the categories, then the verdict on each criterion. */
export function riskSchoolsMatrix(data: RiskSchools, criteria: readonly CriterionText[]): ReportTable {
  const table = riskSchoolsTable(data);
  return {
    ...table,
    columns: [
      ...table.columns,
      ...criteria.map(
        ({ id, number, title }): ReportColumn => ({ key: id, title: `${number}. ${title}`, type: 'verdict' }),
      ),
    ],
    rows: table.rows.map((row, index) => ({
      ...row,
      ...Object.fromEntries(
        data.schools[index]!.criteria.map(({ id, verdict }) => [id, VERDICT_WORDS[verdict]]),
      ),
    })),
  };
}

/** `msoko risk-schools --school CODE`: a line for each criterion, its years in one column. */
export function schoolCriteriaTable(school: SchoolVerdict, criteria: readonly CriterionText[]): ReportTable {
  return {
    id: 'school-criteria',
    empty: 'Критериев нет.',
    columns: [
      { key: 'number', title: '№', type: 'integer' },
      { key: 'title', title: 'Критерий', type: 'text', wrap: true },
      { key: 'verdict', title: 'Вывод', type: 'verdict', tone: wordTone },
      { key: 'years', title: 'По годам', type: 'text', wrap: true },
      { key: 'certainty', title: 'Надёжность', type: 'verdict', tone: wordTone },
    ],
    rows: school.criteria.map((criterion) => {
      const text = criteria.find(({ id }) => id === criterion.id);
      return {
        number: text?.number ?? null,
        title: text?.title ?? criterion.id,
        verdict: VERDICT_WORDS[criterion.verdict],
        years: yearsInWords(criterion),
        certainty: certaintyWord(criterion.certainty),
      };
    }),
  };
}

/** «2018: 25,0 % (3 из 12); 2019: нет данных», breaking between years. */
function yearsInWords({ years, reason }: CriterionVerdict): string {
  const each = years.map((evidence) => {
    const { year, share, low, participants } = evidence;
    if (share !== null && low !== null && participants !== null) {
      return `${year}: ${formatShare(share)} (${formatNumber(low)} из ${formatNumber(participants)})`;
    }
    return `${year}: ${low === null ? yearWord(evidence) : formatNumber(low)}`;
  });
  return each.map((words) => words.replaceAll(' ', '\u00a0')).join('; ') || reason || NOT_COUNTED;
}
