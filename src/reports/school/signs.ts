import { paperName } from '../../records/paper-name.ts';
import { type SchoolObjectivity, SIGN_IDS } from '../../regulation/objectivity/objectivity.ts';
import type { SignText } from '../objectivity/context.ts';
import { DISCLAIMER } from '../objectivity/sign-texts.ts';
import { schoolSignsTable } from '../objectivity/terminal.ts';
import {
  byStrength,
  groundOf,
  measureText,
  NOT_COUNTED,
  SIGN_TITLES,
  STATE_WORDS,
  signTone,
} from '../objectivity/words.ts';
import type { ReportSheet } from '../report.ts';

/** «Отмеченные работы»: every sign behind a flag, what else looks like this, and what to check. */
export function flaggedSheet(school: SchoolObjectivity, signs: readonly SignText[]): ReportSheet {
  const textOf = (id: string) => signs.find((sign) => sign.id === id);
  return {
    name: 'Отмеченные работы',
    title: 'Отмеченные работы: что найдено, обычные причины, с чего начать проверку',
    lead: DISCLAIMER,
    notes: [
      'p — вероятность такого отличия случайно; q — с поправкой на число проверенных работ. «—»: у признака нет своей проверки.',
    ],
    table: {
      id: 'school-flagged',
      empty: 'Ни одна работа школы не отмечена.',
      columns: [
        { key: 'paper', title: 'Работа', type: 'text', width: 20, wrap: true },
        { key: 'ground', title: 'Почему отмечена', type: 'text', width: 14, wrap: true },
        { key: 'sign', title: 'Признак', type: 'text', width: 20, wrap: true },
        { key: 'state', title: 'Сам признак', type: 'verdict', tone: signTone },
        { key: 'measure', title: 'Мера', type: 'text', width: 16, wrap: true },
        { key: 'q', title: 'q', type: 'probability' },
        { key: 'found', title: 'Что найдено', type: 'text', width: 36, wrap: true },
        { key: 'innocent', title: 'Обычные причины, не нарушение', type: 'text', width: 30, wrap: true },
        { key: 'check', title: 'Что проверить', type: 'text', width: 30, wrap: true },
      ],
      rows: school.signs
        .filter(({ flagged }) => flagged)
        .flatMap((paper) =>
          byStrength(paper).map((id) => {
            const { state, q, value, reason } = paper.signs[id];
            return {
              paper: paperName(paper.paper),
              ground: groundOf(paper),
              sign: `${id} ${SIGN_TITLES[id]}`,
              state: STATE_WORDS[state],
              measure: measureText(id, value),
              q: q ?? NOT_COUNTED,
              found: reason ?? NOT_COUNTED,
              innocent: textOf(id)?.innocent ?? NOT_COUNTED,
              check: textOf(id)?.check ?? NOT_COUNTED,
            };
          }),
        ),
    },
  };
}

/** «Все признаки»: every paper of the school with the answer of every sign. */
export function signsSheet(school: SchoolObjectivity): ReportSheet {
  const table = schoolSignsTable(school);
  return {
    name: 'Все признаки',
    title: 'Все признаки всех работ школы',
    lead: '«Да» — признак найден; один признак, кроме B8, работу ещё не отмечает. «—»: признак не оценивается, для него нет данных; это не «нет».',
    notes: [`${SIGN_IDS.map((id) => `${id} — ${SIGN_TITLES[id]}`).join('; ')}.`],
    table: {
      ...table,
      columns: table.columns.map((column) =>
        column.key === 'participants' ? { ...column, title: 'Участников' } : column,
      ),
    },
  };
}
