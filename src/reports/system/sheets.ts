import type { Answer } from '../../regulation/systems/answer.ts';
import { inParts } from '../chart-parts.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import { type RecommendationLine, type SystemContext, wholeAnswers, wholesOf } from './context.ts';
import { dynamicsTable } from './dynamics-table.ts';
import { noteOf, shortIndicatorsTable } from './indicators-table.ts';
import {
  answerCell,
  answerForm,
  answerText,
  answerTitle,
  changeText,
  NOT_APPLICABLE,
  progressWord,
  STATUS_WORDS,
  statusTone,
} from './words.ts';

/** Names of sheets that stand in every workbook of a system. */
const tableId = ({ system }: SystemContext, what: string) => `system-${system.id.replace('.', '-')}-${what}`;

/** «Показатели»: the municipality's values. */
export function valuesSheet(context: SystemContext): ReportSheet {
  const own = wholesOf(context.answers);
  return {
    name: 'Показатели',
    title: `Показатели, ${context.year} год`,
    lead: `${context.municipality}: значения в целом, с числителем и знаменателем, годом раньше и изменением.`,
    notes: [
      '«п. п.» — процентные пункты. «Нет данных» — не ноль: никто не сообщил. «Данные неполные» — ответили не все; кто не ответил, сказано в строке.',
      'Слова «лучше» и «хуже» — по направлению показателя; где направления нет, стоит «изменилось».',
    ],
    frozenColumns: 1,
    table: shortIndicatorsTable(tableId(context, 'values'), own, 'Показателей нет.'),
  };
}

/** Indicators of one picture. */
const MOST_SHARES = 12;

/** «Доли»: a picture of the shares, this year beside the year before; none where fewer than two are known. */
export function sharesSheets(context: SystemContext): ReportSheet[] {
  const shares = wholeAnswers(context.answers).filter(
    (answer) => answer.value !== null && answerForm(answer) === 'share' && answer.value <= 1,
  );
  if (shares.length < 2) return [];
  return [
    {
      name: 'Доли',
      title: `Доли показателей, ${context.year} год`,
      lead: 'Показатели-доли рядом: отчётный год и год раньше, где он известен.',
      frozenColumns: 1,
      table: {
        id: tableId(context, 'shares'),
        empty: 'Долей нет.',
        columns: [
          { key: 'title', title: 'Показатель', type: 'text', width: 60, wrap: true },
          { key: 'now', title: String(context.year), type: 'share', width: 12 },
          { key: 'before', title: String(context.year - 1), type: 'share', width: 12 },
        ],
        rows: shares.map((answer) => ({
          title: `${numberOf(context, answer.id)}. ${answer.title}`,
          now: answer.value,
          before: answer.previous?.value ?? answer.withheld?.previous ?? null,
        })),
      },
      charts: inParts(
        {
          kind: 'bar',
          title: `Доли показателей: ${context.year} и ${context.year - 1}`,
          description: 'Полосы показывают значение каждого показателя-доли в отчётном году и годом раньше.',
          category: 'title',
          series: [
            { key: 'now', title: String(context.year) },
            { key: 'before', title: String(context.year - 1) },
          ],
          axis: 'share',
        },
        shares.length,
        MOST_SHARES,
      ),
    },
  ];
}

/** «Разрезы»: values by level, procedure, subject … */
export function cutsSheets(context: SystemContext): ReportSheet[] {
  const cuts = context.answers.filter(({ unit, breakdown }) => unit === 'municipality' && breakdown !== null);
  if (cuts.length === 0) return [];
  return [
    {
      name: 'Разрезы',
      title: `Показатели в разрезах, ${context.year} год`,
      lead: 'По уровням образования, процедурам, предметам и другим разрезам, для которых есть данные.',
      frozenColumns: 1,
      table: shortIndicatorsTable(tableId(context, 'cuts'), cuts, 'Разрезов нет.'),
    },
  ];
}

/** «По организациям»: each organisation's value of each indicator that has one. */
export function organisationsSheets(context: SystemContext): ReportSheet[] {
  const names = new Map(context.organisations.map(({ code, name }) => [code, name]));
  const own = context.answers.filter(
    ({ unit, breakdown, variant }) => unit === 'school' && breakdown === null && variant === 'indicator',
  );
  if (own.length === 0) return [];
  return [
    {
      name: 'По организациям',
      title: `Показатели по организациям, ${context.year} год`,
      lead: 'Строка — организация и показатель; отбор по столбцам показывает одну организацию или один показатель.',
      frozenColumns: 2,
      table: {
        id: tableId(context, 'organisations'),
        empty: 'Организаций нет.',
        columns: [
          { key: 'code', title: 'Код ОО', type: 'text', width: 11 },
          { key: 'name', title: 'Организация', type: 'text', width: 30, wrap: true },
          { key: 'title', title: 'Показатель', type: 'text', width: 46, wrap: true },
          {
            key: 'value',
            title: 'Значение',
            type: 'text',
            typeBy: 'form',
            width: 12,
            shareOf: { part: 'numerator', whole: 'denominator' },
          },
          { key: 'numerator', title: 'Числитель', type: 'number', width: 11 },
          { key: 'denominator', title: 'Знаменатель', type: 'number', width: 13 },
          { key: 'status', title: 'Состояние', type: 'verdict', width: 16, tone: statusTone },
        ],
        rows: own.map((answer) => {
          const { value, form } = answerCell(answer);
          return {
            code: answer.code,
            name: names.get(answer.code) ?? answer.code,
            title: `${numberOf(context, answer.id)}. ${answer.title}`,
            value,
            form,
            numerator: answer.numerator ?? NOT_APPLICABLE,
            denominator: answer.denominator ?? NOT_APPLICABLE,
            status: STATUS_WORDS[answer.status],
          };
        }),
      },
    },
  ];
}

/** «Динамика»: values over years. */
export function courseSheet(context: SystemContext): ReportSheet {
  const whole = context.courses.filter(
    ({ answer }) =>
      answer.unit === 'municipality' && answer.breakdown === null && answer.variant === 'indicator',
  );
  return {
    name: 'Динамика показателей',
    title: `Показатели по годам: ${context.years[0]}–${context.year}`,
    lead: 'Год — календарный, в котором учебный год кончается: 2021 — это 2020/21.',
    frozenColumns: 1,
    table: dynamicsTable(tableId(context, 'course'), whole, context.years, 'Значений по годам нет.'),
  };
}

/** «Анализ»: the section's analysis items in its order, each with the values it asks for. */
export function analysisSheets(context: SystemContext): ReportSheet[] {
  if (context.system.analysis.length === 0) return [];
  const byId = new Map(wholeAnswers(context.answers).map((answer) => [answer.id, answer]));
  const rows = context.system.analysis.flatMap(({ id, text, indicators, lists }) => {
    const found = indicators.flatMap((indicator) => byId.get(indicator) ?? []);
    if (found.length === 0) {
      return [
        {
          id,
          text,
          indicator: NOT_APPLICABLE,
          finding: 'Показателей этого пункта нет.',
          organisations: NOT_APPLICABLE,
        },
      ];
    }
    return found.map((answer) => ({
      id,
      text,
      indicator: answer.title,
      finding: findingOf(answer),
      organisations: lists ? listsText(context, answer) : extremesText(context, answer),
    }));
  });
  return [
    {
      name: 'Анализ',
      title: `Анализ результатов, ${context.year} год`,
      lead: 'Пункты анализа в том порядке, в каком их называет раздел Положения.',
      frozenColumns: 1,
      table: {
        id: tableId(context, 'analysis'),
        empty: 'Пунктов анализа нет.',
        columns: [
          { key: 'id', title: 'Пункт', type: 'text', width: 12 },
          { key: 'text', title: 'Что анализируется', type: 'text', width: 34, wrap: true },
          { key: 'indicator', title: 'Показатель', type: 'text', width: 38, wrap: true },
          { key: 'finding', title: 'Что видно', type: 'text', width: 36, wrap: true },
          { key: 'organisations', title: 'Организации', type: 'text', width: 40, wrap: true },
        ],
        rows,
      },
    },
  ];
}

function findingOf(answer: Answer): string {
  if (answer.withheld?.value !== undefined) return `Значение: ${answer.withheld.value}.`;
  if (answer.value === null) return `${STATUS_WORDS[answer.status]}. ${answer.reason ?? ''}`.trim();
  const change = changeText(answer);
  const before =
    answer.withheld?.previous !== undefined
      ? `Значение годом раньше: ${answer.withheld.previous}.`
      : change === null
        ? 'Год назад значения не было.'
        : `За год: ${change} (${progressWord(answer)}).`;
  const lacking =
    answer.status === 'incomplete'
      ? ` Данные неполные: не ответили ${answer.missing.length + (answer.withheld?.unnamed ?? 0)}.`
      : '';
  return `${answerText(answer)}. ${before}${lacking}`;
}

/** Organisations that conform and those that do not, where an answer is yes or no. */
function listsText(context: SystemContext, { id }: Answer): string {
  const own = organisationAnswers(context, id).filter((answer) => answerForm(answer) === 'yes-no');
  const codes = (value: number) => own.filter((answer) => answer.value === value).map(({ code }) => code);
  const text = (title: string, list: readonly string[]) =>
    `${title}: ${list.length > 0 ? list.join(', ') : 'нет'}.`;
  if (own.length === 0) return NOT_APPLICABLE;
  return `${text('Соответствуют', codes(1))} ${text('Не соответствуют', codes(0))}`;
}

/** The highest and the lowest share among organisations. */
function extremesText(context: SystemContext, { id }: Answer): string {
  const own = organisationAnswers(context, id).filter(
    (answer) => answer.value !== null && answerForm(answer) === 'share',
  );
  if (own.length < 2) return NOT_APPLICABLE;
  const sorted = own.toSorted((a, b) => b.value! - a.value!);
  const [high, low] = [sorted[0]!, sorted.at(-1)!];
  if (high.value === low.value) return `Во всех ${answerText(high)}.`;
  return `Больше всего: ${high.code} (${answerText(high)}); меньше всего: ${low.code} (${answerText(low)}).`;
}

function organisationAnswers({ answers }: SystemContext, id: string): Answer[] {
  return answers.filter(
    (answer) =>
      answer.id === id &&
      answer.unit === 'school' &&
      answer.breakdown === null &&
      answer.variant === 'indicator',
  );
}

/** «Рекомендации»: what each addressee is advised, and on what grounds. */
export function recommendationsSheets(context: SystemContext): ReportSheet[] {
  if (context.system.addressees.length === 0) return [];
  return [
    {
      name: 'Рекомендации',
      title: `Адресные рекомендации, ${context.year} год`,
      lead: 'Каждая рекомендация стоит на значении показателя; без значения рекомендации нет.',
      frozenColumns: 1,
      table: {
        id: tableId(context, 'recommendations'),
        empty: 'Значения показателей поводов для рекомендаций не дают.',
        columns: [
          { key: 'addressee', title: 'Кому', type: 'text', width: 28, wrap: true },
          ...aboutColumn(context.recommendations),
          { key: 'text', title: 'Рекомендация', type: 'text', width: 50, wrap: true },
          { key: 'reason', title: 'Основание', type: 'text', width: 40, wrap: true },
          { key: 'measure', title: 'Мера из перечня раздела', type: 'text', width: 34, wrap: true },
          { key: 'clause', title: 'Пункт Положения', type: 'text', width: 18, wrap: true },
        ],
        rows: context.recommendations.map((line) => ({ ...line, about: line.about ?? MUNICIPALITY })),
      },
    },
  ];
}

/** Whom a recommendation is about, where not all are about the municipality. */
export function aboutColumn(recommendations: readonly RecommendationLine[]): ReportColumn[] {
  return recommendations.some(({ about }) => about !== undefined)
    ? [{ key: 'about', title: 'О ком', type: 'text', width: 28, wrap: true }]
    : [];
}

/** What stands under «О ком» where a recommendation is about all. */
export const MUNICIPALITY = 'муниципалитет';

/** «Чего не хватает»: indicators without a whole value, who is lacking, and what would supply them. */
export function gapsSheet(context: SystemContext): ReportSheet {
  const lacking = wholeAnswers(context.answers).filter(
    ({ status }) => status === 'no-data' || status === 'incomplete',
  );
  return {
    name: 'Чего не хватает',
    title: `Чего не хватает, ${context.year} год`,
    lead: 'Показатели без данных и с неполными данными, и что загрузить.',
    frozenColumns: 1,
    table: {
      id: tableId(context, 'gaps'),
      empty: 'Все показатели раздела вычислены по полным данным.',
      columns: [
        { key: 'title', title: 'Показатель', type: 'text', width: 46, wrap: true },
        { key: 'status', title: 'Состояние', type: 'verdict', width: 16, tone: statusTone },
        { key: 'missing', title: 'Кого нет', type: 'text', width: 40, wrap: true },
        { key: 'remedy', title: 'Что сделать', type: 'text', width: 50, wrap: true },
      ],
      rows: lacking.map((answer) => ({
        title: answerTitle(answer),
        status: STATUS_WORDS[answer.status],
        missing: noteOf(answer, 30),
        remedy: context.remedy(answer.id),
      })),
    },
  };
}

/** «Методика и источники»: what each indicator is, where it stands in the Положение, and what it is counted from. */
export function sourcesSheet(context: SystemContext): ReportSheet {
  const titles = new Map(context.system.sources.map(({ code, title }) => [code, title]));
  return {
    name: 'Методика и источники',
    title: 'Методика и источники',
    lead: 'Как вычислен каждый показатель, пункт Положения и источники данных, которые называет раздел.',
    frozenColumns: 1,
    table: {
      id: tableId(context, 'method'),
      empty: 'Показателей нет.',
      columns: [
        { key: 'number', title: '№', type: 'integer', width: 5 },
        { key: 'title', title: 'Показатель', type: 'text', width: 42, wrap: true },
        { key: 'formula', title: 'Как считается', type: 'text', width: 46, wrap: true },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 20, wrap: true },
        { key: 'sources', title: 'Источники по Положению', type: 'text', width: 46, wrap: true },
        { key: 'id', title: 'Код показателя', type: 'text', width: 26, wrap: true },
      ],
      rows: context.system.indicators.map((indicator) => ({
        number: indicator.number,
        title: indicator.title,
        formula: indicator.formula,
        clause: indicator.clause,
        sources: indicator.sources.map((code) => titles.get(code) ?? code).join('; ') || NOT_APPLICABLE,
        id: indicator.id,
      })),
    },
  };
}

/** «Цели»: what the system is for. */
export function goalsSheet(context: SystemContext): ReportSheet {
  return {
    name: 'Цели',
    title: 'Цели системы',
    lead: context.system.notInRegulation ?? 'Цели, которые ставит раздел Положения.',
    table: {
      id: tableId(context, 'goals'),
      empty: 'Целей раздел не называет.',
      columns: [
        { key: 'id', title: 'Код', type: 'text', width: 9 },
        { key: 'text', title: 'Цель', type: 'text', width: 90, wrap: true },
      ],
      rows: context.system.goals.map(({ id, text }) => ({ id, text })),
    },
  };
}

function numberOf({ system }: SystemContext, id: string): number {
  return system.indicators.find((indicator) => indicator.id === id)?.number ?? 0;
}
