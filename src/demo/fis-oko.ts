import { SUBJECTS, subjectTitle } from '../records/subject.ts';
import type { Exam } from './exams.ts';
import { loginOf, MUNICIPALITY, SCHOOLS } from './municipality.ts';
import { type DemoPaper, maximumScore } from './papers.ts';
import { bellSample, seeded } from './random.ts';
import { markOf, type Participation, participations, primaryScore } from './sittings.ts';
import type { DemoFile, Value } from './write-file.ts';

/** A row of «Группы участников» and the scores behind it. */
interface Group {
  title: string;
  schools: number | null;
  participants: number;
  primaries: readonly number[];
}

/** «Статистика по отметкам»: share of each mark, for the country, the region, the municipality, the schools. */
export function marksReport(exam: Exam): DemoFile {
  // Older regional copies keep shares as text with a comma, and counts with no-break spaces.
  const asText = exam.year === 2018;
  const share = (value: number): Value => (asText ? String(value).replace('.', ',') : value);
  const count = (value: number): Value =>
    asText ? String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0') : value;
  return report('Статистика по отметкам', exam, [
    ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5],
    ...groupsOf(exam).map(({ title, schools, participants, primaries }) => [
      title,
      schools,
      count(participants),
      ...[2, 3, 4, 5].map((mark) =>
        share(percent(primaries.filter((score) => markOf(score, exam.paper) === mark).length, primaries)),
      ),
    ]),
  ]);
}

/** «Распределение первичных баллов»: share of each primary score, 0 to the maximum. */
export function scoresReport(exam: Exam): DemoFile {
  const scores = Array.from({ length: maximumScore(exam.paper) + 1 }, (_, score) => score);
  return report('Распределение первичных баллов', exam, [
    ['Группы участников', 'Кол-во ОО', 'Кол-во участников', ...scores],
    ...groupsOf(exam).map(({ title, schools, participants, primaries }) => [
      title,
      schools,
      participants,
      ...scores.map((score) => percent(primaries.filter((one) => one === score).length, primaries)),
    ]),
  ]);
}

/** «Сравнение отметок с отметками по журналу», wide; pupils without a journal mark drop out. */
export function journalReport(exam: Exam): DemoFile {
  const kinds = [
    'Понизили (Отметка < Отметка по журналу)',
    'Подтвердили (Отметка = Отметке по журналу)',
    'Повысили (Отметка > Отметка по журналу)',
  ];
  const row = (title: string, compared: readonly number[], times = 1): Value[] => [
    title,
    compared.length * times,
    ...[-1, 0, 1].flatMap((sign) => {
      const number = compared.filter((gap) => Math.sign(gap) === sign).length;
      return [percent(number, compared), number * times];
    }),
  ];
  const gaps = (group: readonly Participation[]): number[] =>
    group.flatMap(({ score }) => (score.journal === null ? [] : [score.mark - score.journal]));
  const all = participations(exam.paper, exam.year);
  return report('Сравнение отметок с отметками по журналу', exam, [
    [
      'Группы участников',
      'Кол-во участников(всего)',
      ...kinds.flatMap((kind) => [`${kind} %`, `${kind} Кол-во участников`]),
    ],
    // The invented region is the municipality many times over.
    row(MUNICIPALITY.region, gaps(all), 60),
    row(municipalityTitle(), gaps(all)),
    ...bySchool(exam).map(({ title, group }) => row(title, gaps(group))),
  ]);
}

/** «Индивидуальные результаты» (Ф1): a row for each pupil who wrote, school by school. */
export function individualReport(exam: Exam): DemoFile {
  const { paper } = exam;
  const before: Value[] = [null, null, 'Уровень сложности задания', null, null, null];
  const level = paper.tasks.map((task) => (task.maximum > 1 ? 'П' : 'Б'));
  const rows: Value[][] = [
    [
      ...['ОО', 'Муниципалитет', 'Название ОО', 'Код участника', 'Класс', 'Вариант'],
      ...paper.tasks.map((task) => `${task.code} (${task.maximum}б)`),
      ...['Первичный балл', 'Отметка', 'Отметка по журналу'],
    ],
    ...bySchool(exam).flatMap(({ title, login, group }): Value[][] => [
      [`${title} | Кол-во участников: ${group.length}`],
      ...group.map(({ pupil, number, score }): Value[] => [
        ...[login, MUNICIPALITY.name, title, paper.grade * 10_000 + number, pupil.letter, score.variant],
        ...score.tasks.map((task) => task ?? 'X'),
        ...[score.primary, score.mark, score.journal ?? 'нет отметки'],
      ]),
    ]),
  ];
  return report('Индивидуальные результаты', exam, rows, [...before, ...level]);
}

function report(title: string, { paper, year }: Exam, table: Value[][], seventh: Value[] = []): DemoFile {
  const subject = subjectTitle(paper.subject);
  const short = SUBJECTS.find(({ id }) => id === paper.subject)?.short[0];
  const preamble: Value[][] = [
    [title],
    [],
    [`ВПР ${year} ${subject} ${paper.grade} класс`],
    ['Предмет:', subject],
    ['Максимальный первичный балл:', maximumScore(paper)],
    ['Дата:', `20.04.${year}`],
    seventh,
  ];
  const name = `${short} ${paper.grade} ${title}`;
  return {
    path: `2 ФИС ОКО/${year}/${name}.xlsx`,
    content: { format: 'xlsx', sheets: [{ name: name.slice(0, 31), rows: [...preamble, ...table] }] },
  };
}

function groupsOf(exam: Exam): Group[] {
  const schools = bySchool(exam);
  const all = schools.flatMap(({ group }) => group.map(({ score }) => score.primary));
  return [
    { title: 'Вся выборка', schools: 35_001, participants: 1_500_002, primaries: outside(exam.paper, 3.75) },
    { title: MUNICIPALITY.region, schools: 412, participants: 20_104, primaries: outside(exam.paper, 3.6) },
    { title: municipalityTitle(), schools: schools.length, participants: all.length, primaries: all },
    ...schools.map(({ title, group }) => ({
      title,
      schools: null,
      participants: group.length,
      primaries: group.map(({ score }) => score.primary),
    })),
  ];
}

/** Scores of a thousand pupils elsewhere, who stand for the region or the country. */
function outside(paper: DemoPaper, level: number): number[] {
  return bellSample(1000, seeded(`${level}`)).map((bell) => primaryScore(level + 0.8 * bell, paper));
}

function bySchool({ paper, year }: Exam): { title: string; login: string; group: Participation[] }[] {
  const all = participations(paper, year);
  return SCHOOLS.map((school) => ({
    title: `${school.name}(${loginOf(school, year)})`,
    login: loginOf(school, year),
    group: all.filter((one) => one.school === school),
  })).filter(({ group }) => group.length > 0);
}

function municipalityTitle(): string {
  return `${MUNICIPALITY.name}(${MUNICIPALITY.code})`;
}

/** Share in per cent with two decimals, as ФИС ОКО publishes it. */
function percent(part: number, whole: readonly unknown[]): number {
  return whole.length === 0 ? 0 : Math.round((part / whole.length) * 10_000) / 100;
}
