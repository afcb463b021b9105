import { academicYear } from '../../records/year.ts';
import { isWithheld } from '../../regulation/systems/answer.ts';
import { amount, count } from '../prose/amounts.ts';
import { type Phrase, say } from '../prose/phrase.ts';
import type { ReportTable } from '../report.ts';
import { completenessChart, completenessColumns, completenessRow } from '../system/completeness.ts';
import type { AnnualChapter, AnnualIndicator, AnnualReport } from './annual.ts';
import { type Chapter, heading, paragraph } from './blocks.ts';
import { sheetBlock, tableBlock } from './chapter.ts';
import type { Texts } from './texts.ts';

const SYSTEMS = ['система', 'системы', 'систем'] as const;

/** «Введение»: what the report is about, and how full it is, system by system. */
export function introduction(report: AnnualReport, texts: Texts): Chapter {
  const table = overviewTable(report.chapters);
  return {
    blocks: [
      heading(1, 'Введение'),
      ...texts.introduction,
      { kind: 'sentences', sentences: overviewSentences(report) },
      {
        ...tableBlock('Системы и полнота их показателей', table),
        notes: [
          '«Всего» — показателей, предусмотренных по системе; «неполно» — вычисленных по данным не всех организаций.',
          '«Нет данных» и «не применяется» — не нулевые значения: такие показатели не вычислялись и на выводы не влияют.',
        ],
        charts:
          report.chapters.length > 0
            ? [{ chart: completenessChart(indicatorsOf(report.chapters)), table }]
            : [],
      },
      ...(report.overview ? [sheetBlock(report.overview, [])] : []),
    ],
  };
}

function overviewSentences({ year, chapters }: AnnualReport): Phrase[] {
  const indicators = indicatorsOf(chapters);
  const computed = indicators.filter(({ value }) => value !== null).length;
  const withheld = indicators.filter(isWithheld).length;
  const empty = chapters.filter((one) =>
    one.indicators.every((indicator) => indicator.value === null && !isWithheld(indicator)),
  );
  return [
    say`Отчёт описывает муниципальную систему оценки качества образования за ${academicYear(year)} учебный год: ${count(chapters.length, SYSTEMS)}, ${count(indicators.length, ['показатель', 'показателя', 'показателей'])}.`,
    withheld > 0
      ? say`Показаны значения: ${amount(computed)}; вычислены, но скрыты ради защиты сведений о людях: ${amount(withheld)}; без данных или не применяются: ${amount(indicators.length - computed - withheld)}.`
      : say`Вычислены значения: ${amount(computed)}; без значений остались: ${amount(indicators.length - computed)}.`,
    ...(empty.length > 0
      ? [
          say`Ни одного значения нет по ${count(empty.length, ['системе', 'системам', 'системам'])}: ${empty.map(({ system }) => system).join(', ')}.`,
        ]
      : []),
  ];
}

const indicatorsOf = (chapters: readonly AnnualChapter[]): AnnualIndicator[] =>
  chapters.flatMap(({ indicators }) => indicators);

function overviewTable(chapters: readonly AnnualChapter[]): ReportTable {
  return {
    id: 'systems',
    empty: 'Систем в отчёте нет.',
    columns: [
      { key: 'section', title: 'Раздел', type: 'text', width: 8 },
      { key: 'title', title: 'Система', type: 'text', width: 48, wrap: true },
      ...completenessColumns(indicatorsOf(chapters)),
    ],
    rows: chapters.map(({ system, title, indicators }) => ({
      section: system,
      title,
      ...completenessRow(indicators),
    })),
  };
}

/** «Заключение», where the analyst wrote one. */
export function conclusion(texts: Texts): Chapter[] {
  return texts.conclusion.length > 0 ? [{ blocks: [heading(1, 'Заключение'), ...texts.conclusion] }] : [];
}

/** «Приложение А. Метод»: rules, parameters in force, how to read missing data. */
export function methodAppendix({ method, methodTables }: AnnualReport): Chapter {
  const known = methodTables.map(({ table }) => table);
  return {
    blocks: [
      heading(1, 'Приложение А. Метод'),
      ...method.map(paragraph),
      paragraph(
        'Отсутствие данных не считается нулём: где данных нет или их мало, это сказано словами и в вычисления не входит. Доли показаны с одним знаком после запятой, изменения долей — в процентных пунктах, вычисленных до округления.',
      ),
      ...methodTables.map((sheet) => sheetBlock(sheet, known)),
    ],
  };
}

/** «Приложение Б. Источники»: the files behind the numbers. */
export function sourcesAppendix({ sources }: AnnualReport): Chapter {
  const named = sources.some(({ file }) => file !== undefined);
  return {
    blocks: [
      heading(1, 'Приложение Б. Источники'),
      {
        kind: 'sentences',
        sentences: [
          named
            ? say`Отчёт вычислен по ${count(sources.length, ['файлу', 'файлам', 'файлам'])}. Сведений о людях в отчёте нет.`
            : say`Отчёт вычислен по выгрузкам ${count(sources.length, ['вида', 'видов', 'видов'])}. Сведений о людях в отчёте нет, имена файлов не публикуются.`,
        ],
      },
      tableBlock(named ? 'Файлы, по которым вычислен отчёт' : 'Выгрузки, по которым вычислен отчёт', {
        id: 'sources',
        empty: 'Файлы не загружены.',
        columns: [
          ...(named ? [{ key: 'file', title: 'Файл', type: 'text', width: 40, wrap: true } as const] : []),
          { key: 'layout', title: 'Что это', type: 'text', width: 30, wrap: true },
          { key: 'covers', title: 'Что охватывает', type: 'text', width: 30, wrap: true },
          ...(sources.some(({ records }) => records !== undefined)
            ? [{ key: 'records', title: 'Записей', type: 'integer', width: 10 } as const]
            : []),
        ],
        rows: sources.map((source) => ({ ...source })),
      }),
    ],
  };
}
