import { paperName } from '../../records/paper-name.ts';
import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportChart, ReportSheet, ReportValue } from '../report.ts';
import type { ObjectivityContext } from './context.ts';
import { type FlaggedScores, flaggedScores, type ScoreBar } from './scores.ts';
import { NOT_COUNTED, STATE_WORDS } from './words.ts';

const SCORES_TABLE = 'objectivity-scores';
/** Pictures of more papers than these nobody would look through. */
const MOST_CHARTS = 12;
/** Participants from which a histogram of scores informs, and from which it gives a rough picture. */
const INFORMATIVE = 50;
const ROUGH = 20;

/** «Гистограммы» with a picture of each flagged paper, and «Баллы отмеченных работ» with the numbers behind them. */
export function histogramSheets(data: Objectivity, context: ObjectivityContext): ReportSheet[] {
  const papers = flaggedScores(data, context);
  return [summarySheet(papers, data.year), scoresSheet(papers, data.year)];
}

function summarySheet(papers: readonly FlaggedScores[], year: number): ReportSheet {
  const hidden = papers.length - MOST_CHARTS;
  return {
    name: 'Гистограммы',
    title: `Гистограммы баллов отмеченных работ, ${year} год`,
    lead: 'Лишние участники — сколько человек с первым баллом отметки сверх того, что даёт плавное распределение баллов этой же школы.',
    notes: [
      `Верить гистограмме: от ${INFORMATIVE} участников — уверенно, от ${ROUGH} — приблизительно, при меньшем числе — с осторожностью.`,
      'У границы «3» всплеск есть у региона в целом, поэтому смотрите и на линию: она показывает, как с этим баллом у других.',
      'Плавное распределение — многочлен 4-й степени по баллам вдали от границ (Dee, Dobbie, Jacob, Rockoff, 2019). «—»: границы отметок не известны.',
      ...(hidden > 0
        ? [`Диаграммы — для первых ${MOST_CHARTS} работ; ещё ${hidden} — числами на следующем листе.`]
        : []),
    ],
    frozenColumns: 2,
    table: {
      id: 'objectivity-histograms',
      empty: 'Отмеченных работ с распределением баллов нет.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 50, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 44, wrap: true },
        { key: 'participants', title: 'Участников', type: 'integer' },
        ...[3, 4, 5].map((mark) => ({
          key: `excess${mark}`,
          title: `Лишних у «${mark}»`,
          type: 'number' as const,
          width: 11,
        })),
        { key: 'trust', title: 'Верить гистограмме', type: 'text', width: 19, wrap: true },
      ],
      rows: papers.map(({ school, name, paper, participants, bars }) => ({
        school,
        name,
        paper: paperName(paper.paper),
        participants,
        ...Object.fromEntries(
          [3, 4, 5].map((mark) => [`excess${mark}`, excessOf(bars.find(({ begins }) => begins === mark))]),
        ),
        trust:
          participants >= INFORMATIVE
            ? 'уверенно'
            : participants >= ROUGH
              ? 'приблизительно'
              : 'с осторожностью',
      })),
    },
    charts: papers.slice(0, MOST_CHARTS).map((one, index) => chartOf(one, firstRow(papers, index))),
  };
}

function scoresSheet(papers: readonly FlaggedScores[], year: number): ReportSheet {
  return {
    name: 'Баллы отмеченных работ',
    title: `Баллы отмеченных работ: школа и другие, ${year} год`,
    lead: 'Сколько участников получили каждый балл, и какая доля — у других (регион или остальные школы).',
    notes: [
      'Первый балл отметки назван рядом с баллом: «14 · «3»». Тестовые баллы — по десяткам. «—»: не на границе отметок или сравнить не с чем.',
    ],
    frozenColumns: 3,
    table: {
      id: SCORES_TABLE,
      empty: 'Отмеченных работ с распределением баллов нет.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'paper', title: 'Работа', type: 'text', width: 36, wrap: true },
        { key: 'label', title: 'Балл', type: 'text', width: 13 },
        { key: 'border', title: 'Граница отметки', type: 'text', width: 12 },
        { key: 'count', title: 'Участников с баллом', type: 'integer' },
        { key: 'participants', title: 'Всего участников', type: 'integer' },
        {
          key: 'share',
          title: 'Доля в школе',
          type: 'share',
          shareOf: { part: 'count', whole: 'participants' },
        },
        { key: 'elsewhere', title: 'Доля у других', type: 'share' },
        { key: 'smooth', title: 'При плавном распределении', type: 'number' },
        { key: 'excess', title: 'Лишних участников', type: 'number' },
      ],
      rows: papers.flatMap(({ school, paper, participants, bars }) =>
        bars.map((bar) => ({
          school,
          paper: paperName(paper.paper),
          label: bar.label,
          border: STATE_WORDS[bar.begins === null ? 'no' : 'yes'],
          count: bar.count,
          participants,
          share: bar.count / participants,
          elsewhere: bar.elsewhere ?? NOT_COUNTED,
          smooth: bar.smooth === null ? NOT_COUNTED : tenth(bar.smooth),
          excess: excessOf(bar),
        })),
      ),
    },
  };
}

function chartOf({ school, name, paper, participants, bars }: FlaggedScores, from: number): ReportChart {
  const atBorders = bars.filter(({ begins }) => begins !== null);
  const borders =
    atBorders.length > 0
      ? `Тёмные столбцы — первые баллы отметок: ${atBorders.map(({ label }) => label).join(', ')}. `
      : '';
  return {
    kind: 'histogram',
    title: `${school} · ${paperName(paper.paper)}`,
    description: `${name}, участников ${participants}. ${borders}Линия — доля с этим баллом у других.`,
    table: SCORES_TABLE,
    rows: [from, from + bars.length],
    category: 'label',
    series: [
      ...(atBorders.length > 0
        ? [
            {
              key: 'share',
              title: 'Школа, первый балл отметки',
              where: { key: 'border', is: STATE_WORDS.yes },
            },
          ]
        : []),
      { key: 'share', title: 'Школа, другие баллы', where: { key: 'border', is: STATE_WORDS.no } },
      ...(bars.some(({ elsewhere }) => elsewhere !== null)
        ? [{ key: 'elsewhere', title: 'Другие школы', form: 'line' as const }]
        : []),
    ],
    axis: 'share',
    axisTitles: { category: 'Балл', value: 'Доля участников' },
  };
}

function firstRow(papers: readonly FlaggedScores[], index: number): number {
  return papers.slice(0, index).reduce((sum, { bars }) => sum + bars.length, 0);
}

function excessOf(bar: ScoreBar | undefined): ReportValue {
  return bar === undefined || bar.smooth === null ? NOT_COUNTED : tenth(bar.count - bar.smooth);
}

function tenth(pupils: number): number {
  return Math.round(pupils * 10) / 10;
}
