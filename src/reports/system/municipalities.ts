import type { Answer } from '../../regulation/systems/answer.ts';
import { legendText } from '../cell-text.ts';
import { markColumns } from '../matrix.ts';
import { counted } from '../number-format.ts';
import { NO_DATA } from '../plain-text.ts';
import type { ReportColumn, ReportRow, ReportSheet, ReportValue, Tone } from '../report.ts';
import { type SystemContext, wholesOf } from './context.ts';
import { answerCell, answerText, mapTone, STATUS_SIGNS, STATUS_WORDS } from './words.ts';

/** Stands for all municipalities together. */
const REGION = 'Весь регион';

const LOOK = { signs: STATUS_SIGNS, tone: mapTone };

/** An indicator of the sheet, as the indicator list words it or as the monitoring list does. */
interface Shown {
  key: string;
  /** «3», «3м» as the monitoring list words it. */
  number: string;
  title: string;
}

/**
 * «По муниципалитетам» and «Полнота по муниципалитетам»: a row a municipality, a column an indicator, so that every
 * column holds numbers of one kind and can be sorted. None where the report is about one municipality.
 */
export function municipalitiesSheets(context: SystemContext): ReportSheet[] {
  const { municipalities = [], organisations, system, year } = context;
  if (municipalities.length === 0) return [];
  const id = `system-${system.id.replace('.', '-')}`;
  const own = wholesOf(context.answers);
  const indicators = own.map((answer) => shownOf(answer, context));
  const places = [
    { municipality: REGION, organisations: organisations.length, answers: own },
    ...municipalities,
  ];
  const placed = municipalities.reduce((sum, one) => sum + one.organisations, 0);
  const name: ReportColumn = {
    key: 'municipality',
    title: 'Муниципалитет',
    type: 'text',
    width: 32,
    wrap: true,
  };
  return [
    {
      name: 'По муниципалитетам',
      title: `Показатели по муниципалитетам, ${year} год`,
      lead: 'Значения те же, что в отчёте каждого муниципалитета (msoko report --municipality). Отбор и сортировка — по любому показателю.',
      notes: [
        'Перед названием — номер показателя в разделе. «Неполных» — сколько показателей вычислено не по всем организациям: какие, видно на листе «Полнота по муниципалитетам».',
        ...(placed < organisations.length
          ? [
              `${counted(organisations.length - placed, ['организация', 'организации', 'организаций'])} без муниципалитета в реестре: они только в строке «${REGION}».`,
            ]
          : []),
      ],
      frozenColumns: 1,
      table: {
        id: `${id}-by-municipality`,
        empty: 'Муниципалитетов нет.',
        columns: [
          name,
          { key: 'organisations', title: 'Организаций', type: 'integer' },
          { key: 'incomplete', title: 'Неполных', type: 'integer' },
          ...indicators.map(
            ({ key, number, title }): ReportColumn => ({
              key,
              title: `${number}. ${title}`,
              type: 'text',
              typeBy: `${key} form`,
              width: 15,
              titleLines: TITLE_LINES,
              tone: valueTone,
            }),
          ),
        ],
        rows: places.map((place) => ({
          municipality: place.municipality,
          organisations: place.organisations,
          incomplete: place.answers.filter(({ status }) => status === 'incomplete').length,
          ...valuesOf(place.answers),
        })),
      },
    },
    {
      name: 'Полнота по муниципалитетам',
      title: `Полнота данных по муниципалитетам, ${year} год`,
      lead: `${legendText(STATUS_SIGNS)}.`,
      notes: [`Показатели: ${indicators.map(({ number, title }) => `${number} — ${title}`).join('; ')}.`],
      frozenColumns: 1,
      table: {
        id: `${id}-municipality-map`,
        empty: 'Муниципалитетов нет.',
        columns: [
          name,
          ...markColumns(
            indicators.map(({ key, number }) => ({ key, title: number })),
            LOOK,
          ),
        ],
        rows: places.map(({ answers, municipality }) => ({
          municipality,
          ...Object.fromEntries(answers.map((answer) => [keyOf(answer), STATUS_WORDS[answer.status]])),
        })),
      },
    },
  ];
}

/** A title of 130 letters in a column of a number's width. */
const TITLE_LINES = 9;

function keyOf({ id, variant }: Answer): string {
  return variant === 'indicator' ? id : `${id} ${variant}`;
}

function shownOf(answer: Answer, { system }: SystemContext): Shown {
  const number = system.indicators.find(({ id }) => id === answer.id)!.number;
  const isMonitoring = answer.variant === 'monitoring';
  return {
    key: keyOf(answer),
    number: `${number}${isMonitoring ? 'м' : ''}`,
    title: `${answer.title}${isMonitoring ? ' (по перечню мониторинга)' : ''}`,
  };
}

/** A number, or in words why there is none. */
function valuesOf(answers: readonly Answer[]): ReportRow {
  return Object.fromEntries(
    answers.flatMap((answer) => {
      const key = keyOf(answer);
      const { value, form } = answerCell(answer);
      return [
        [key, answer.value === null ? answerText(answer) : value],
        [`${key} form`, form],
      ];
    }),
  );
}

function valueTone(value: ReportValue): Tone {
  return value === NO_DATA || value === STATUS_WORDS['not-applicable'] ? 'muted' : 'plain';
}
