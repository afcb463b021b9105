import { type OlympiadStage, olympiadPaperId } from '../../records/olympiad.ts';
import { paperName } from '../../records/paper-name.ts';
import { PROCEDURE_TITLES } from '../../records/procedure.ts';
import {
  type Objectivity,
  type SchoolObjectivity,
  SIGN_IDS,
  type SignState,
} from '../../regulation/objectivity/objectivity.ts';
import type { ReportColumn, ReportTable, ReportValue } from '../report.ts';
import {
  byStrength,
  FLAG_WORDS,
  groundOf,
  NOT_COUNTED,
  SIGN_TITLES,
  STATE_WORDS,
  signTone,
} from './words.ts';

/** `msoko objectivity`: a line for each school, its external index and the papers behind it. */
export function objectivityTable({ schools }: Objectivity): ReportTable {
  return {
    id: 'objectivity',
    empty: 'В реестре нет школ: загрузите данные командой msoko import.',
    columns: [
      { key: 'school', title: 'Код ОО', type: 'text' },
      { key: 'name', title: 'Школа', type: 'text' },
      { key: 'index', title: 'Индекс', type: 'integer' },
      { key: 'papers', title: 'Работ', type: 'integer' },
      { key: 'flagged', title: 'Отмеченные работы', type: 'text', wrap: true },
    ],
    rows: schools.map(({ school, name, externalIndex, papers, signs }) => ({
      school,
      name,
      index: papers === 0 ? NOT_COUNTED : externalIndex,
      papers,
      flagged:
        signs
          .filter(({ flagged }) => flagged)
          .map(({ paper, by }) => `${paperName(paper)}: ${by.join(', ')}`)
          .join('; ') || NOT_COUNTED,
    })),
  };
}

/** Short words, so that eight signs stand side by side in 80 characters. */
const SHORT: Record<SignState, ReportValue> = {
  yes: STATE_WORDS.yes,
  no: STATE_WORDS.no,
  'not-assessable': NOT_COUNTED,
};

/**
 * `msoko objectivity --school CODE`: a line for each paper, a column for each sign; a dash where it could not be
 * assessed.
 * @param titleOf name of a paper by its id
 */
export function schoolSignsTable(
  school: SchoolObjectivity,
  titleOf: (paper: string) => string = paperName,
): ReportTable {
  return {
    id: 'school-signs',
    empty: 'Работ этого года нет: загрузите результаты процедур командой msoko import.',
    columns: [
      { key: 'paper', title: 'Работа', type: 'text', wrap: true },
      { key: 'participants', title: 'Уч.', type: 'integer' },
      ...SIGN_IDS.map((id): ReportColumn => ({ key: id, title: id, type: 'verdict', tone: signTone })),
      { key: 'flagged', title: 'Вывод', type: 'verdict', tone: signTone },
    ],
    rows: school.signs.map((paper) => ({
      paper: titleOf(paper.paper),
      participants: paper.participants,
      ...Object.fromEntries(SIGN_IDS.map((id) => [id, SHORT[paper.signs[id].state]])),
      flagged: FLAG_WORDS[paper.flagged ? 'flagged' : 'clear'],
    })),
  };
}

/** What was found in each flagged paper of a school, in sentences, the strongest sign first. */
export function schoolFindings(
  school: SchoolObjectivity,
  titleOf: (paper: string) => string = paperName,
): string[] {
  return school.signs
    .filter(({ flagged }) => flagged)
    .flatMap((paper) => [
      `${titleOf(paper.paper)} — отмечена: ${groundOf(paper)}.`,
      ...byStrength(paper).map(
        (id) => `  ${id} ${SIGN_TITLES[id]}: ${paper.signs[id].reason ?? STATE_WORDS[paper.signs[id].state]}`,
      ),
    ]);
}

/** `msoko objectivity`: the indices of section 2.1 over the municipality. */
export function indicesTable({ procedures, medalists, olympiads }: Objectivity): ReportTable {
  return {
    id: 'objectivity-indices',
    empty: 'Индексы не вычислены: загрузите результаты процедур, претендентов на медаль, протоколы олимпиад.',
    columns: [
      { key: 'index', title: 'Индекс', type: 'text', wrap: true },
      { key: 'part', title: 'С признаками', type: 'integer' },
      { key: 'whole', title: 'Всего', type: 'integer' },
      { key: 'value', title: 'Доля', type: 'share', shareOf: { part: 'part', whole: 'whole' } },
    ],
    rows: [
      ...procedures
        .filter(({ paper }) => paper === null)
        .map(({ procedure, inRiskZone, participants, index }) => ({
          index: `Участники ${PROCEDURE_TITLES[procedure]} в зоне риска`,
          part: inRiskZone,
          whole: participants,
          value: index,
        })),
      ...(medalists.candidates === 0
        ? []
        : [
            {
              index: 'Медаль не подтверждена',
              part: medalists.unconfirmed ?? NOT_COUNTED,
              whole: medalists.withEge,
              value: medalists.index ?? NOT_COUNTED,
            },
          ]),
      ...olympiads.map((one) => ({
        index: paperName(olympiadPaperId({ ...one, stage: one.stage as OlympiadStage })),
        part: one.unconfirmed,
        whole: one.withEge,
        value: one.index ?? NOT_COUNTED,
      })),
    ],
  };
}
