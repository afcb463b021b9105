import { type DemoSchool, SCHOOLS } from './municipality.ts';
import { birthDateOf, egeScores, PEOPLE_YEAR } from './olympiad-entries.ts';
import { cohort, type Pupil } from './pupils.ts';
import type { DemoFile, Value } from './write-file.ts';

/** A graduate whose final marks are all «5». */
export interface Candidate {
  school: DemoSchool;
  pupil: Pupil;
  status: 'награждён' | 'отказано' | 'кандидат';
  /** The list lacks the patronymic: nobody with such a full name wrote ЕГЭ. */
  withoutPatronymic: boolean;
}

/** Medal candidates: the ablest of each school; where marks are given generously, more than deserve them. */
export function medalCandidates(): Candidate[] {
  const egeOf = egeScores();
  // The rule of 2021: 70 points in Russian, and the minimum in every other ЕГЭ that was taken.
  const deserves = (school: DemoSchool, pupil: Pupil): boolean => {
    const { russian = 0, mathematics = 100 } = egeOf(school, pupil);
    return russian >= 70 && mathematics >= 27;
  };
  return SCHOOLS.filter(({ seniorSize }) => seniorSize > 0).flatMap((school) => {
    const graduates = cohort(school, 11, PEOPLE_YEAR).sort((left, right) => right.ability - left.ability);
    const count =
      school.generosity === undefined ? Math.ceil(graduates.length / 8) : Math.ceil(graduates.length / 4);
    return graduates.slice(0, count).map(
      (pupil, place): Candidate => ({
        school,
        pupil,
        status: school.code === '990108' ? 'кандидат' : deserves(school, pupil) ? 'награждён' : 'отказано',
        withoutPatronymic: school.code === '990102' && place === 0,
      }),
    );
  });
}

/** The plain table of medal candidates of all schools. */
export function medalTable(): DemoFile {
  const rows = medalCandidates().map(({ school, pupil, status, withoutPatronymic }): Value[] => [
    ...[school.code, '2020/21', pupil.surname, pupil.name, withoutPatronymic ? null : pupil.patronymic],
    ...[birthDateOf(pupil, 11), null, status],
  ]);
  return {
    path: '6 Олимпиады и медали/Претенденты на медаль 2021.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Претенденты',
          rows: [
            ['Код ОО', 'Год', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Степень', 'Статус'],
            ...rows,
          ],
        },
      ],
    },
  };
}
