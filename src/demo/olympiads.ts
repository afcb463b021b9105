import { loginOf } from './municipality.ts';
import { birthDateOf, OLYMPIAD_MAXIMUM, olympiadEntries, PEOPLE_YEAR, snilsOf } from './olympiad-entries.ts';
import { SURNAMES } from './pupils.ts';
import type { DemoFile, Value } from './write-file.ts';

const FOLDER = '6 Олимпиады и медали';
const EMPTY = [null, null, null, null];

/** Protocol of the municipal stage for upload: a row a participant, with СНИЛС and points of the appeal. */
export function uploadProtocol(): DemoFile {
  const rows = olympiadEntries('russian').map((entry, index): Value[] => {
    const { school, pupil, grade, score, added } = entry;
    return [
      ...[index + 1, school.shortName, snilsOf(pupil), pupil.surname, pupil.name, pupil.patronymic],
      ...[pupil.gender, birthDateOf(pupil, grade), 'нет', `${grade}${pupil.letter}`, grade, score - added],
      ...[added || null, added ? score : null, OLYMPIAD_MAXIMUM, entry.status, null],
      ...[teacherOf(index), school.name],
    ];
  });
  return {
    path: `${FOLDER}/ВсОШ русский язык 2020-2021.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Протокол',
          rows: [
            [
              'Протокол муниципального этапа всероссийской олимпиады школьников по русскому языку, 2020/2021 учебный год',
            ],
            [
              ...['№', 'Название ОУ', 'СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Пол', 'Дата рождения'],
              ...['Участник с ОВЗ', 'Класс', 'Класс участия', 'Первичный балл'],
              ...['Добавлено по итогам апелляций', 'Итоговый балл', 'Макс. балл', 'Статус'],
              ...['Призер регионального / республиканского этапа прошлого года'],
              ...['Учитель', 'Место работы учителя'],
            ],
            ...rows,
          ],
        },
      ],
    },
  };
}

/** Printed protocol of the municipal stage: a header of two rows, tasks, and the jury below the table. */
export function printedProtocol(): DemoFile {
  const tasks = 5;
  const rows = olympiadEntries('mathematics').map((entry, index): Value[] => {
    const { school, pupil, grade, score } = entry;
    return [
      ...[index + 1, `${pupil.surname} ${pupil.name} ${pupil.patronymic}`],
      ...[`${grade}-${String(index + 1).padStart(2, '0')}`, school.shortName, grade],
      ...taskScores(score, tasks),
      ...[score, Math.round((100 * score) / OLYMPIAD_MAXIMUM), index + 1, entry.status],
    ];
  });
  const width = 5 + tasks + 4;
  return {
    path: `${FOLDER}/ВсОШ математика 2020-2021.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Протокол',
          rows: [
            [
              'Протокол муниципального этапа Всероссийской Олимпиады школьников в 2020 - 2021 (учебном году) по математике',
            ],
            ['Максимальное количество баллов', null, null, OLYMPIAD_MAXIMUM],
            [],
            [
              ...[
                '№',
                'Фамилия, имя, отчество',
                'Шифр',
                'ОО',
                'Класс',
                'Количество баллов за задание',
                ...EMPTY,
              ],
              ...['Итог', '% выполнения', 'Рейтинг', 'Статус'],
            ],
            [...EMPTY, null, ...Array.from({ length: tasks }, (_, task) => task + 1)],
            ...rows,
            [],
            ['Дата проведения:', '12.12.2020'],
            ['Председатель жюри:', teacherOf(3), null, '__________'],
            ['Члены жюри:', teacherOf(7), null, '__________'],
            [null, teacherOf(11), null, '__________'],
          ],
          merges: [
            { row: 1, from: 1, to: width },
            { row: 4, from: 6, to: 5 + tasks },
          ],
        },
      ],
    },
  };
}

/** The school stage as it is saved for upload, all schools in one text, by login. */
export function schoolStage(): DemoFile {
  const rows = olympiadEntries('mathematics').map((entry, index): Value[] => {
    const { school, pupil, grade } = entry;
    // Nobody comes to the municipal stage without a prize of the school one.
    const score = Math.min(40, Math.round(entry.score * 0.7 + 6));
    return [
      ...[index + 1, loginOf(school, PEOPLE_YEAR), `${pupil.surname} ${pupil.name} ${pupil.patronymic}`],
      ...[birthDateOf(pupil, grade), String(grade), String(grade), 40, score],
      ...[score > 20 ? 'Призёр' : 'Участник', null, teacherOf(index), school.shortName],
    ];
  });
  return {
    path: `${FOLDER}/Школьный этап ВсОШ 2020-2021 математика.csv`,
    content: {
      format: 'csv',
      encoding: 'utf-8-bom',
      rows: [
        [
          ...['ID', 'ОО', 'ФИО', 'ДР', 'Класс', 'Класс участия', 'Макс. балл', 'Балл', 'Статус'],
          ...['Призер МЭ', 'Учитель', 'Место работы'],
        ],
        ...rows,
      ],
    },
  };
}

/** Spreads a total over the tasks of an olympiad, whole points first. */
function taskScores(total: number, tasks: number): number[] {
  const each = Math.floor(total / tasks);
  return Array.from({ length: tasks }, (_, task) => (task === 0 ? total - each * (tasks - 1) : each));
}

/** A teacher or member of a jury, with initials. */
function teacherOf(index: number): string {
  return `${SURNAMES[index % SURNAMES.length]}а И. О.`;
}
