import type { Exam } from './exams.ts';
import { MUNICIPALITY, SCHOOLS } from './municipality.ts';
import { maximumScore } from './papers.ts';
import { participations } from './sittings.ts';
import type { DemoFile, Value } from './write-file.ts';

/** Number and name of a subject, each in a column of its own. */
const SUBJECTS: Record<string, readonly [number, string]> = {
  russian: [1, 'Русский язык'],
  'mathematics-profile': [2, 'Математика профильная'],
};

/** Flat statistics export of a regional centre (РЦОИ): a row a result, participants by number, schools beside. */
export function flatExport(path: string, exams: readonly Exam[]): DemoFile {
  const results = exams.flatMap(({ paper, year }) =>
    participations(paper, year).map(({ school, pupil, score }): Value[] => [
      ...[Number(pupil.number), school.egeCode, `${paper.grade}${pupil.letter}`],
      ...SUBJECTS[paper.subject]!,
      ...[score.primary, Math.round((100 * score.primary) / maximumScore(paper)), score.test ?? null],
    ]),
  );
  const schools = SCHOOLS.filter(({ egeCode }) => egeCode).map(({ egeCode, shortName }): Value[] => [
    ...[egeCode, shortName, MUNICIPALITY.msu, MUNICIPALITY.name],
  ]);
  return {
    path: `4 ГИА/${path}`,
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Результаты',
          rows: [
            [
              ...['ID', 'Код школы', 'Класс', 'Предмет', 'Название предмета', 'Первичный балл'],
              ...['Процент выполнения', '100 балльная шкала'],
            ],
            ...results,
          ],
        },
        { name: 'Школы', rows: [['SchoolCode', 'ShortName', 'AreaCode', 'AreaName'], ...schools] },
      ],
    },
  };
}
