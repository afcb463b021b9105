import type { Answer, AnswerStatus } from '../../regulation/systems/answer.ts';
import { legendText } from '../cell-text.ts';
import { markColumns, matrixCharts } from '../matrix.ts';
import type { ReportSheet } from '../report.ts';
import type { SystemContext } from './context.ts';
import { mapTone, STATUS_SIGNS, STATUS_WORDS } from './words.ts';

const LOOK = { signs: STATUS_SIGNS, tone: mapTone };

/** «Карта полноты»: which organisation supplied data for which indicator; none where no indicator is counted by organisations. */
export function organisationMaps({ answers, organisations, system, year }: SystemContext): ReportSheet[] {
  const own = answers.filter(
    ({ unit, breakdown, variant }) => unit === 'school' && breakdown === null && variant === 'indicator',
  );
  const indicators = system.indicators.filter(({ id }) => own.some((answer) => answer.id === id));
  const shown = organisations.filter(({ code }) => own.some((answer) => answer.code === code));
  if (indicators.length === 0) return [];
  const status = new Map(own.map(({ code, id, status }) => [`${code} ${id}`, status]));
  const columns = indicators.map(({ id, number }) => ({ key: id, title: String(number) }));
  const lacking = own.filter((answer) => answer.status === 'no-data').length;
  return [
    {
      name: 'Карта полноты',
      title: `Карта полноты данных: организации и показатели, ${year} год`,
      lead: `${legendText(STATUS_SIGNS)}: показатель организации не касается.`,
      notes: [`Показатели: ${indicators.map(({ number, title }) => `${number} — ${title}`).join('; ')}.`],
      frozenColumns: 2,
      table: {
        id: `system-${system.id.replace('.', '-')}-map`,
        empty: 'Организаций нет.',
        columns: [
          { key: 'code', title: 'Код ОО', type: 'text' },
          { key: 'name', title: 'Организация', type: 'text', width: 36, wrap: true },
          ...markColumns(columns, LOOK),
        ],
        rows: shown.map(({ code, name }) => ({
          code,
          name,
          ...Object.fromEntries(
            indicators.map(({ id }) => [id, STATUS_WORDS[status.get(`${code} ${id}`) ?? 'not-applicable']]),
          ),
        })),
      },
      charts: matrixCharts(
        {
          title: `Карта полноты данных: организации и показатели, ${year} год`,
          description: `Строка — организация, столбец — номер показателя. Ответов организаций ${own.length}, из них без данных ${lacking}.`,
          category: 'name',
          series: columns,
        },
        shown.length,
      ),
    },
  ];
}

/** «Карта полноты» of all systems over years: what there was to compute from. */
export function yearsMap(contexts: readonly SystemContext[]): ReportSheet {
  const { years } = contexts[0]!;
  const columns = years.map((year) => ({ key: `y${year}`, title: String(year) }));
  return {
    name: 'Карта полноты',
    title: `Карта полноты данных: системы и годы, ${years[0]}–${years.at(-1)}`,
    lead: `${legendText(SYSTEM_SIGNS)}. «Полные» — все показатели системы вычислены, и ответили все.`,
    frozenColumns: 2,
    table: {
      id: 'summary-map',
      empty: 'Систем нет.',
      columns: [
        { key: 'section', title: 'Раздел', type: 'text', width: 10 },
        { key: 'title', title: 'Система', type: 'text', width: 60, wrap: true },
        ...markColumns(columns, { signs: SYSTEM_SIGNS, tone: systemTone }),
      ],
      rows: contexts.map((context) => ({
        section: context.system.notInRegulation === undefined ? context.system.id : 'качество',
        title: context.system.title,
        ...Object.fromEntries(years.map((year) => [`y${year}`, SYSTEM_WORDS[stateOf(context, year)]])),
      })),
    },
    charts: matrixCharts(
      {
        title: `Карта полноты данных: системы и годы, ${years[0]}–${years.at(-1)}`,
        description:
          'Строка — раздел Положения, столбец — год: все ли показатели системы вычислены по полным данным.',
        category: 'section',
        series: columns,
      },
      contexts.length,
    ),
  };
}

/** State of a system's data in a year. */
const SYSTEM_WORDS: Record<AnswerStatus, string> = {
  computed: 'полные',
  incomplete: 'неполные',
  'no-data': 'нет данных',
  'not-applicable': 'не применяется',
};

const SYSTEM_SIGNS = Object.fromEntries(
  Object.entries(SYSTEM_WORDS).map(([status, word]) => [
    word,
    STATUS_SIGNS[STATUS_WORDS[status as AnswerStatus]]!,
  ]),
);

const TONE_WORDS = new Map(
  Object.entries(SYSTEM_WORDS).map(([status, word]) => [word, STATUS_WORDS[status as AnswerStatus]]),
);

const systemTone: typeof mapTone = (word) => mapTone(TONE_WORDS.get(String(word)) ?? word);

function stateOf({ courses }: SystemContext, year: number): AnswerStatus {
  const states = courses
    .filter(({ answer }) => isWhole(answer))
    .map(({ years }) => years.find((one) => one.year === year)?.answer.status ?? 'no-data')
    .filter((status) => status !== 'not-applicable');
  if (states.length === 0) return 'not-applicable';
  if (states.every((status) => status === 'computed')) return 'computed';
  return states.every((status) => status === 'no-data') ? 'no-data' : 'incomplete';
}

const isWhole = ({ unit, breakdown, variant }: Answer) =>
  unit === 'municipality' && breakdown === null && variant === 'indicator';
