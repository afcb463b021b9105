import { paperName } from '../../records/paper-name.ts';
import { type SchoolObjectivity, SIGN_IDS } from '../../regulation/objectivity/objectivity.ts';
import type { ReportColumn, ReportTable } from '../report.ts';
import { FLAG_WORDS, NOT_COUNTED, SIGN_TITLES, STATE_WORDS } from './words.ts';

/** `msoko objectivity --format csv`: a line for each school and paper, with the numbers of every sign. */
export function signsTable(schools: readonly SchoolObjectivity[]): ReportTable {
  return {
    id: 'objectivity-signs',
    empty: 'Работ этого года нет: загрузите результаты процедур командой msoko import.',
    columns: [
      { key: 'school', title: 'Код ОО', type: 'text' },
      { key: 'name', title: 'Школа', type: 'text' },
      { key: 'id', title: 'Код работы', type: 'text' },
      { key: 'paper', title: 'Работа', type: 'text' },
      { key: 'participants', title: 'Участников', type: 'integer' },
      { key: 'flagged', title: 'Вывод', type: 'verdict' },
      { key: 'by', title: 'По признакам', type: 'text' },
      { key: 'agreement', title: 'Согласие признаков, q', type: 'probability' },
      ...SIGN_IDS.flatMap((id): ReportColumn[] => [
        { key: id, title: `${id} ${SIGN_TITLES[id]}`, type: 'verdict' },
        { key: `${id}-value`, title: `${id}, мера`, type: 'number' },
        { key: `${id}-p`, title: `${id}, p`, type: 'probability' },
        { key: `${id}-q`, title: `${id}, q`, type: 'probability' },
        { key: `${id}-reason`, title: `${id}, что найдено или чего не хватает`, type: 'text' },
      ]),
    ],
    rows: schools.flatMap(({ school, name, signs }) =>
      signs.map((paper) => ({
        school,
        name,
        id: paper.paper,
        paper: paperName(paper.paper),
        participants: paper.participants,
        flagged: FLAG_WORDS[paper.flagged ? 'flagged' : 'clear'],
        by: paper.by.join(', ') || NOT_COUNTED,
        agreement: paper.agreement?.q ?? NOT_COUNTED,
        ...Object.fromEntries(
          SIGN_IDS.flatMap((id) => {
            const { state, value, p, q, reason } = paper.signs[id];
            return [
              [id, STATE_WORDS[state]],
              [`${id}-value`, value ?? NOT_COUNTED],
              [`${id}-p`, p ?? NOT_COUNTED],
              [`${id}-q`, q ?? NOT_COUNTED],
              [`${id}-reason`, reason ?? NOT_COUNTED],
            ];
          }),
        ),
      })),
    ),
  };
}
