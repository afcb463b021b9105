import { paperName } from '../../records/paper-name.ts';
import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet } from '../report.ts';
import type { ObjectivityContext } from './context.ts';
import { ranked } from './schools.ts';
import { DISCLAIMER } from './sign-texts.ts';
import {
  byStrength,
  groundOf,
  measureText,
  NOT_COUNTED,
  SIGN_TITLES,
  STATE_WORDS,
  signTone,
} from './words.ts';

/** «Отмеченные работы»: a line for each flagged paper, with what was found and what to check, in words. */
export function flaggedSheet(data: Objectivity, { signs }: ObjectivityContext): ReportSheet {
  return {
    name: 'Отмеченные работы',
    title: `Отмеченные работы, ${data.year} год`,
    lead: DISCLAIMER,
    notes: [
      'Лишние участники — избыток на границах отметок против плавного распределения (мера признака B2); «—»: не оценивается.',
      'Числа каждого признака — на листе «Основания»; невинные объяснения — на листе «Методика».',
    ],
    frozenColumns: 2,
    table: {
      id: 'objectivity-flagged',
      empty: 'Ни одна работа не отмечена.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 20, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 17, wrap: true },
        { key: 'participants', title: 'Участников', type: 'integer', width: 9 },
        { key: 'signs', title: 'Признаки', type: 'text', width: 10, wrap: true },
        { key: 'ground', title: 'Почему отмечена', type: 'text', width: 13, wrap: true },
        { key: 'excess', title: 'Лишних участников', type: 'number', width: 10 },
        { key: 'found', title: 'Что найдено', type: 'text', width: 40, wrap: true },
        { key: 'check', title: 'С чего начать проверку', type: 'text', width: 27, wrap: true },
      ],
      rows: ranked(data.schools).flatMap((school) =>
        school.signs
          .filter(({ flagged }) => flagged)
          .map((paper) => {
            const [strongest] = byStrength(paper);
            const { B2 } = paper.signs;
            return {
              school: school.school,
              name: school.name,
              paper: paperName(paper.paper),
              participants: paper.participants,
              signs: paper.by.join(', '),
              ground: groundOf(paper),
              excess: B2.state === 'not-assessable' || B2.value === null ? NOT_COUNTED : round(B2.value),
              found: byStrength(paper)
                .map((id) => `${id}: ${(paper.signs[id].reason ?? SIGN_TITLES[id]).replace(/\.$/, '')}`)
                .join('. '),
              check: signs.find(({ id }) => id === strongest)?.check ?? NOT_COUNTED,
            };
          }),
      ),
    },
  };
}

/** «Основания»: every sign behind a flag, with its p, q and measure. */
export function groundsSheet(data: Objectivity): ReportSheet {
  return {
    name: 'Основания',
    title: `Основания: числа признаков отмеченных работ, ${data.year} год`,
    lead: 'Все признаки, по которым работа отмечена: сначала самые сильные.',
    notes: [
      '«< 0,0001» — меньше одной десятитысячной. «—» в столбцах p и q: у признака нет своей проверки (B6, B8).',
      '«Нет» в столбце «Сам признак» — отличие есть, но само по себе слабее порога: работа отмечена по согласию нескольких признаков.',
    ],
    frozenColumns: 2,
    table: {
      id: 'objectivity-grounds',
      empty: 'Ни одна работа не отмечена.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 20, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 18, wrap: true },
        { key: 'sign', title: 'Признак', type: 'text', width: 20, wrap: true },
        { key: 'state', title: 'Сам признак', type: 'verdict', width: 10, tone: signTone },
        { key: 'p', title: 'p', type: 'probability', width: 10 },
        { key: 'q', title: 'q', type: 'probability', width: 10 },
        { key: 'measure', title: 'Мера', type: 'text', width: 18 },
        { key: 'reason', title: 'Что найдено', type: 'text', width: 42, wrap: true },
      ],
      rows: ranked(data.schools).flatMap((school) =>
        school.signs
          .filter(({ flagged }) => flagged)
          .flatMap((paper) =>
            byStrength(paper).map((id) => {
              const { state, p, q, value, reason } = paper.signs[id];
              return {
                school: school.school,
                name: school.name,
                paper: paperName(paper.paper),
                sign: `${id} ${SIGN_TITLES[id]}`,
                state: STATE_WORDS[state],
                p: p ?? NOT_COUNTED,
                q: q ?? NOT_COUNTED,
                measure: measureText(id, value),
                reason: reason ?? NOT_COUNTED,
              };
            }),
          ),
      ),
    },
  };
}

/** Pupils to a tenth: an estimate is no finer. */
function round(pupils: number): number {
  return Math.round(pupils * 10) / 10;
}
