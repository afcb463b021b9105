import { paperName } from '../../records/paper-name.ts';
import { PROCEDURE_TITLES } from '../../records/procedure.ts';
import type { Objectivity, ProcedureIndex } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet } from '../report.ts';
import { ranked } from './schools.ts';
import { UNCERTAINTY_COLUMNS, uncertainties } from './shares.ts';
import { NOT_COUNTED, STATE_WORDS, signTone } from './words.ts';

/** «Внешний индекс»: flagged papers of each school out of those it took. */
export function externalIndexSheet({ schools, year }: Objectivity): ReportSheet {
  const lines = ranked(schools);
  const shares = uncertainties(
    lines.map(({ externalIndex, papers }) => ({ part: externalIndex, whole: papers })),
  );
  return {
    name: 'Внешний индекс',
    title: `Внешний индекс необъективности ОО, ${year} год`,
    lead: 'Количество процедур (работ по предмету и классу), в которых у школы обнаружены признаки; рядом — сколько работ она писала.',
    notes: [
      'Доля, интервал и оценка с поправкой — для сравнения школ с разным числом работ; работы одной школы зависят друг от друга, поэтому интервал скорее узок.',
    ],
    frozenColumns: 2,
    table: {
      id: 'indices-external',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 42, wrap: true },
        { key: 'index', title: 'Внешний индекс', type: 'integer' },
        { key: 'papers', title: 'Всего работ', type: 'integer' },
        {
          key: 'share',
          title: 'Доля отмеченных',
          type: 'share',
          shareOf: { part: 'index', whole: 'papers' },
        },
        ...UNCERTAINTY_COLUMNS,
        { key: 'riskZone', title: 'Зона риска', type: 'verdict', tone: signTone },
      ],
      rows: lines.map(({ school, name, externalIndex, papers }, index) => ({
        school,
        name,
        index: papers === 0 ? NOT_COUNTED : externalIndex,
        papers,
        share: papers === 0 ? NOT_COUNTED : externalIndex / papers,
        ...shares[index]!,
        riskZone: papers === 0 ? NOT_COUNTED : STATE_WORDS[externalIndex > 0 ? 'yes' : 'no'],
      })),
    },
  };
}

/** «Индекс процедур»: participants of flagged papers out of all, by procedure and by paper. */
export function procedureIndexSheet({ schools, procedures, year }: Objectivity): ReportSheet {
  const took = ({ procedure, paper }: ProcedureIndex, onlyFlagged: boolean) =>
    schools.filter(({ signs }) =>
      signs.some(
        (one) =>
          (paper === null ? one.paper.startsWith(`${procedure}-`) : one.paper === paper) &&
          (!onlyFlagged || one.flagged),
      ),
    ).length;
  const whole = procedures.filter(({ paper }) => paper === null);
  return {
    name: 'Индекс процедур',
    title: `Индекс необъективности оценочных процедур, ${year} год`,
    lead: 'Доля участников процедуры, которые учатся в школах, где эта работа отмечена; сначала процедура в целом, затем её работы.',
    notes: ['Взвешен по ученикам. Участник считается в каждой работе, которую писал.'],
    frozenColumns: 2,
    table: {
      id: 'indices-procedures',
      empty: 'Работ этого года нет: загрузите результаты процедур.',
      columns: [
        { key: 'procedure', title: 'Процедура', type: 'text', width: 16 },
        { key: 'paper', title: 'Работа', type: 'text', width: 46, wrap: true },
        { key: 'schools', title: 'Школ', type: 'integer' },
        { key: 'schoolsFlagged', title: 'Из них отмечено', type: 'integer' },
        { key: 'participants', title: 'Участников', type: 'integer' },
        { key: 'inRiskZone', title: 'В зоне риска', type: 'integer' },
        {
          key: 'index',
          title: 'Индекс',
          type: 'share',
          shareOf: { part: 'inRiskZone', whole: 'participants' },
        },
      ],
      rows: procedures.map((one) => ({
        procedure: PROCEDURE_TITLES[one.procedure],
        paper: one.paper === null ? 'вся процедура' : paperName(one.paper),
        schools: took(one, false),
        schoolsFlagged: took(one, true),
        participants: one.participants,
        inRiskZone: one.inRiskZone,
        index: one.index,
      })),
    },
    charts:
      whole.length === 0
        ? []
        : procedures.some(({ paper }) => paper !== null)
          ? whole.flatMap(({ procedure }) => procedureChart(procedures, procedure))
          : [],
  };
}

/** Papers of one procedure with their indices. */
function procedureChart(
  procedures: readonly ProcedureIndex[],
  procedure: ProcedureIndex['procedure'],
): NonNullable<ReportSheet['charts']> {
  const from = procedures.findIndex((one) => one.procedure === procedure);
  const own = procedures.filter((one) => one.procedure === procedure);
  if (own.every(({ inRiskZone }) => inRiskZone === 0)) return [];
  return [
    {
      kind: 'bar',
      title: `Индекс необъективности, ${PROCEDURE_TITLES[procedure]}`,
      description: 'Полосы — доля участников в отмеченных работах: процедура в целом и каждая работа.',
      rows: [from, from + own.length],
      category: 'paper',
      series: [{ key: 'index', title: 'Индекс' }],
      axis: 'share',
    },
  ];
}
