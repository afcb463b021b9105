import { paperName } from '../../records/paper-name.ts';
import { type Objectivity, SIGN_IDS, type SignAnswer } from '../../regulation/objectivity/objectivity.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import { type Gap, gapNumber } from './gaps.ts';
import { FLAG_WORDS, SIGN_TITLES, STATE_WORDS, signTone } from './words.ts';

/** «Все признаки»: papers by signs, in words; what could not be assessed refers to its reason. */
export function matrixSheet({ schools, year }: Objectivity, gaps: readonly Gap[]): ReportSheet {
  return {
    name: 'Все признаки',
    title: `Все признаки всех работ, ${year} год`,
    lead: '«Да» — признак найден; один признак, кроме B8, работу ещё не отмечает.',
    notes: [
      '«Не оценён» — признак не оценивается; число в скобках — № причины на листе «Чего не хватает».',
      `${SIGN_IDS.map((id) => `${id} — ${SIGN_TITLES[id]}`).join('; ')}.`,
    ],
    frozenColumns: 3,
    table: {
      id: 'objectivity-matrix',
      empty: 'Работ этого года нет: загрузите результаты процедур командой msoko import.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 22, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 20, wrap: true },
        { key: 'participants', title: 'Участников', type: 'integer', width: 9 },
        { key: 'flagged', title: 'Вывод', type: 'verdict', width: 11, tone: signTone },
        ...SIGN_IDS.map(
          (id): ReportColumn => ({
            key: id,
            title: id,
            type: 'verdict',
            width: 10.6,
            wrap: true,
            tone: signTone,
          }),
        ),
      ],
      rows: schools.flatMap(({ school, name, signs }) =>
        signs.map((paper) => ({
          school,
          name,
          paper: paperName(paper.paper),
          participants: paper.participants,
          flagged: FLAG_WORDS[paper.flagged ? 'flagged' : 'clear'],
          ...Object.fromEntries(SIGN_IDS.map((id) => [id, answerText(paper.signs[id], gaps)])),
        })),
      ),
    },
  };
}

function answerText({ state, reason }: SignAnswer, gaps: readonly Gap[]): string {
  const number = state === 'not-assessable' ? gapNumber(gaps, reason) : undefined;
  return number === undefined ? STATE_WORDS[state] : `не оценён [${number}]`;
}
