import { table } from './plain-tables.ts';

/** An invented participant of ГИА and a result: test score of ЕГЭ, mark of ОГЭ. */
export interface Examinee {
  school: string;
  surname: string;
  name?: string;
  patronymic?: string;
  /** Class; `9А` or `11А` by default. */
  class?: string;
  /** Series and number of a document; none by default. */
  document?: readonly [string, string];
  primary?: number | string;
  result: number | string;
}

/** A protocol of ОГЭ on one day (`2020.06.05`), as text with `;`. */
export function ogeProtocol(subject: string, day: string, people: readonly Examinee[]): string {
  return table(
    'Протокол проверки результатов',
    ['99 - Энская область'],
    [`${subject} ${day}`],
    [],
    ['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Фамилия', 'Имя', 'Отчество', 'Первичный балл', 'Оценка'],
    ...people.map((one, index) => [
      index + 1,
      one.school,
      one.class ?? '9А',
      '0101',
      ...person(one),
      one.primary ?? 10,
      one.result,
    ]),
  );
}

/** A protocol of ЕГЭ on one day, with the document in two columns. */
export function egeProtocol(subject: string, day: string, people: readonly Examinee[]): string {
  return table(
    'Протокол проверки результатов',
    ['99 - Энская область'],
    [`${subject} ${day}`],
    [],
    [
      '№',
      'Код ОО',
      'Класс',
      'Код ППЭ',
      'Фамилия',
      'Имя',
      'Отчество',
      'Серия',
      'Номер',
      'Первичный балл',
      'Балл',
    ],
    ...people.map((one, index) => [
      ...[index + 1, one.school, one.class ?? '11А', '0101', ...person(one)],
      ...[...(one.document ?? [null, null]), one.primary ?? 10, one.result],
    ]),
  );
}

function person({ surname, name = 'Вера', patronymic = 'Олеговна' }: Examinee): string[] {
  return [surname, name, patronymic];
}

/** «Статистика по отметкам» of ФИС ОКО: each group with its number of participants and the shares of 2…5. */
export function marksReport(
  year: number,
  groups: readonly (readonly [title: string, participants: number, ...shares: (number | string)[]])[],
  subject = 'Русский язык',
  grade = 4,
): string {
  return table(
    'Статистика по отметкам',
    [],
    [`ВПР ${year} ${subject} ${grade} класс`],
    ['Предмет:', subject],
    ['Максимальный первичный балл:', 38],
    ['Дата:', `20.04.${year}`],
    [],
    ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5],
    ...groups.map(([title, participants, ...shares]) => [title, null, participants, ...shares]),
  );
}
