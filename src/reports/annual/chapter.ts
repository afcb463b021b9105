import { count } from '../prose/amounts.ts';
import { capital, say } from '../prose/phrase.ts';
import type { ReportSheet, ReportTable } from '../report.ts';
import type { AnnualChapter, AnnualIndicator, AnnualRecommendation } from './annual.ts';
import { type Block, bullets, type Chapter, heading, paragraph, type TableBlock } from './blocks.ts';
import { changeSentence, coverageSentences, valueSentence } from './indicator-sentences.ts';
import { dynamicsTable, measuredTable, valuesTable } from './indicator-tables.ts';
import { type ChapterTexts, withHeading } from './texts.ts';

/** The chapter of one system: what the values say, with the analyst's own words in their places. */
export function systemChapter(chapter: AnnualChapter, year: number, texts: ChapterTexts = {}): Chapter {
  const { system, title, goals, indicators, recommendations } = chapter;
  return {
    blocks: [
      heading(1, `${system}. ${title}`),
      ...(texts.start ?? []),
      ...(goals.length > 0 ? [heading(2, 'Цели'), bullets(goals)] : []),
      heading(2, 'Что измерялось'),
      { kind: 'sentences', sentences: coverageSentences(indicators) },
      ...(indicators.length > 0
        ? [tableBlock(`Показатели системы ${system}`, measuredTable(system, indicators))]
        : []),
      heading(2, 'Результаты'),
      ...results(chapter, year, texts),
      ...dynamics(system, indicators, year, texts),
      ...recommended(recommendations, texts),
      ...taken(chapter, texts),
      ...withHeading('Выводы', texts.conclusions),
    ],
  };
}

function results(chapter: AnnualChapter, year: number, texts: ChapterTexts): Block[] {
  const { system, indicators, summary, tables } = chapter;
  const values = indicators.map(valueSentence).filter((sentence) => sentence !== undefined);
  const blocks: Block[] = [...(texts['before-tables'] ?? [])];
  blocks.push(...summary.map(paragraph));
  if (values.length > 0) {
    blocks.push({ kind: 'sentences', sentences: values, list: true });
    blocks.push(
      tableBlock(`Значения показателей системы ${system}, ${year} год`, valuesTable(system, indicators)),
    );
  } else {
    blocks.push(paragraph(`Значений показателей за ${year} год нет: ни один показатель не вычислен.`));
  }
  if (values.length > 0) blocks.push(...absent(indicators));
  const known = [...tables.map(({ table }) => table), ...(chapter.chartTables ?? [])];
  blocks.push(...tables.map((sheet) => sheetBlock(sheet, known)));
  return [...blocks, ...(texts['after-tables'] ?? [])];
}

/** Indicators without values, each with the reason where it is known. */
function absent(indicators: readonly AnnualIndicator[]): Block[] {
  const lacking = indicators.filter(({ status }) => status === 'no-data');
  if (lacking.length === 0) return [];
  const whole = count(lacking.length, ['показателя', 'показателей', 'показателей']);
  return [
    { kind: 'sentences', sentences: [say`Для ${whole} данных не представлено; это не нулевые значения:`] },
    bullets(lacking.map(({ title, reason }) => (reason ? `${title}: ${reason}` : title))),
  ];
}

function dynamics(
  system: string,
  indicators: readonly AnnualIndicator[],
  year: number,
  texts: ChapterTexts,
): Block[] {
  const sentences = indicators
    .map((indicator) => changeSentence(indicator, year))
    .filter((sentence) => sentence !== undefined);
  const table = dynamicsTable(system, indicators, year);
  const own = texts.dynamics ?? [];
  if (sentences.length > 0) {
    return [
      heading(2, 'Динамика'),
      ...own,
      { kind: 'sentences', sentences, list: true },
      tableBlock(`Изменение показателей системы ${system}`, table),
    ];
  }
  // without values of this year it was said already that there are none
  if (!hasValues(indicators)) return withHeading('Динамика', own);
  const isHidden = indicators.some(({ withheld }) => withheld?.value ?? withheld?.previous);
  const why = isHidden ? 'значений за прежний год нет, или они скрыты' : 'значений за прежний год нет';
  return [heading(2, 'Динамика'), ...own, paragraph(`Сравнить не с чем: ${why}.`)];
}

/** Recommendations by addressee; a system for which nothing is recommended has no such heading. */
function recommended(recommendations: readonly AnnualRecommendation[], texts: ChapterTexts): Block[] {
  const addressees = [...new Set(recommendations.map(({ addressee }) => addressee))];
  return withHeading('Рекомендации', [
    ...(texts.recommendations ?? []),
    ...addressees.flatMap((addressee) => [
      heading(3, capital(say`${addressee}`).text),
      bullets(
        recommendations
          .filter((one) => one.addressee === addressee)
          .map(
            ({ about, text, reason, clause }) =>
              `${about === undefined ? '' : `${about}. `}${text} Основание: ${withClause(reason, clause)}`,
          ),
      ),
    ]),
  ]);
}

const hasValues = (indicators: readonly AnnualIndicator[]): boolean =>
  indicators.some(({ value }) => value !== null);

/** A reason with the clause that it rests on; most name it themselves. */
function withClause(reason: string, clause: string): string {
  const named = reason.toLowerCase().includes(clause.toLowerCase());
  return named ? reason : `${reason.replace(/\.$/, '')} (${clause}).`;
}

/** Measures with their effect; a system with values and without measures says so under the heading. */
function taken({ indicators, measures }: AnnualChapter, texts: ChapterTexts): Block[] {
  const own = texts.measures ?? [];
  const filled = measures.filter(({ table }) => table.rows.length > 0);
  if (filled.length > 0 || own.length > 0) {
    const tables = filled.map((sheet) =>
      sheetBlock(
        sheet,
        measures.map(({ table }) => table),
      ),
    );
    return withHeading('Меры и их эффект', [...own, ...tables]);
  }
  const none = paragraph('Меры по этой системе не зарегистрированы.');
  return hasValues(indicators) ? [heading(2, 'Меры и их эффект'), none] : [none];
}

/** A table without a chart. */
export function tableBlock(title: string, table: ReportTable, lead: readonly string[] = []): TableBlock {
  return { kind: 'table', title, lead, table, keyColumns: 1, notes: [], charts: [] };
}

/**
 * A sheet of a report as a part of a text.
 * @param known tables that its charts may draw from
 */
export function sheetBlock(sheet: ReportSheet, known: readonly ReportTable[]): TableBlock {
  const { title, lead, table, notes = [], charts = [], frozenColumns = 1 } = sheet;
  return {
    kind: 'table',
    title,
    lead: [lead].map(withoutSheets).filter((text) => text !== ''),
    table,
    keyColumns: Math.max(1, frozenColumns),
    notes: notes.map(withoutSheets).filter((text) => text !== ''),
    charts: charts.map((chart) => {
      const drawn = chart.table === undefined ? table : known.find(({ id }) => id === chart.table);
      if (!drawn) throw new Error(`chart «${chart.title}»: no table ${chart.table}`);
      return { chart, table: drawn };
    }),
  };
}

/** A text without the sentences that send the reader to a sheet: a document has none. */
function withoutSheets(text: string): string {
  return text
    .split(/(?<=[.!?…])\s+(?=[А-ЯЁA-Z«])/)
    .filter((sentence) => !/(?<!\p{L})лист(?:е|ах|ы)?\s+«|последнем листе/iu.test(sentence))
    .join(' ');
}
