import { SUBJECTS, subjectTitle } from '../records/subject.ts';
import type { Exam } from './exams.ts';
import { loginOf, MUNICIPALITY, SCHOOLS } from './municipality.ts';
import { type Sitting, sittings } from './sittings.ts';
import type { DemoFile, Value } from './write-file.ts';

const ABSENT = 'отсутствовал';
const TEXTBOOK = 'Авторский коллектив. Учебник (в 2 частях). Издательство «Приозёрье»';

/** Raw results of 2020, written in autumn by the next grade; paper and grade stand in the path alone. */
export function vpr2020({ paper, year }: Exam): DemoFile {
  const slots = Array.from({ length: 40 }, (_, index) =>
    index === paper.tasks.length ? 'Учебник' : `a-${index + 1}-grade`,
  );
  const header = [
    'groups',
    'user',
    'id',
    'code',
    'otc',
    'gender',
    'klass',
    'var-1',
    'var-2',
    'sum',
    ...slots,
  ];
  const groups = `reg${MUNICIPALITY.regionCode},all,uchastniki_vpr2020,vpr2020.grade${paper.grade}`;
  const row = ({ school, pupil, number, score }: Sitting): Value[] => {
    const code = (paper.grade + 1) * 10_000 + number;
    const key: Value[] = [groups, loginOf(school, year), number, code];
    if (!score) return [...key, null, null, null, ABSENT];
    return [
      ...key,
      ...[text(score.journal), pupil.gender, pupil.letter, text(score.variant), null, score.primary],
      ...score.tasks.map((task) => text(task ?? 'X')),
    ];
  };
  return {
    path: `3 ВПР/2020/${paper.grade}/${subjectTitle(paper.subject)}.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [{ name: 'Sheet1', rows: [header, ...sittings(paper, year).map(row)] }],
    },
  };
}

/** Raw results of 2021: every cell is text, «регион» holds the municipality, the paper is in the file name. */
export function vpr2021({ paper, year }: Exam): DemoFile {
  const header = [
    ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося'],
    ...['отметка за предыдущую четверть/триместр', 'пол', 'класс', 'вариант', 'всего баллов'],
    ...paper.tasks.map((_, index) => `балл за ${index + 1}`),
    ...['Учебник', 'Др.уч. автор', 'Др.уч. название'],
  ];
  const row = ({ school, pupil, number, score }: Sitting): Value[] => {
    const code = text(paper.grade * 10_000 + number);
    const key = [loginOf(school, year), MUNICIPALITY.name, text(number), code];
    if (!score) return [...key, null, null, null, ABSENT];
    return [
      ...key,
      ...[text(score.journal ?? 'нет отметки'), pupil.gender, pupil.letter, text(score.variant)],
      ...[text(score.primary), ...score.tasks.map((task) => text(task ?? 'X')), TEXTBOOK],
    ];
  };
  const dative = SUBJECTS.find(({ id }) => id === paper.subject)?.dative;
  return {
    path: `3 ВПР/2021/Проведение работы по ${dative}, ${paper.grade} класс. ВПР 2021.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [{ name: 'Sheet', rows: [header, ...sittings(paper, year).map(row)] }],
    },
  };
}

/** Raw results of 2022: sheets «Классы» and «Протокол», composite cells, an absent pupil has the total 0. */
export function vpr2022({ paper, year }: Exam): DemoFile {
  const common = ['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа', 'Дата загрузки'];
  const commonCells = ({ school }: Pick<Sitting, 'school'>): Value[] => {
    const login = loginOf(school, year);
    const { region, regionCode, name, code } = MUNICIPALITY;
    return [
      ...[login, Number(regionCode), `reg${regionCode}0000 | ${region}`, `${code} | ${name}`],
      ...[`${login} | ${school.name}`, '17.03.2022 10:15:00'],
    ];
  };
  const classes = [
    [
      ...[...common, 'Буква (цифра) класса. Введите "нет" - если отсутствует'],
      ...['Основной учебник по предмету', 'Другое (автор учебника)', 'Другое (название учебника)'],
    ],
    ...SCHOOLS.map((school) => [...commonCells({ school }), 'А', `ma4.1 | 1.1.1.1.1.1 | ${TEXTBOOK}`]),
  ];
  const protocol = [
    [
      ...[...common, 'Код', 'Вариант', ...paper.tasks.map((task) => `${task.code} (${task.maximum}б)`)],
      ...['Наименование класса', 'Пол', 'Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
    ],
    ...sittings(paper, year).map((sitting): Value[] => {
      const { pupil, number, score } = sitting;
      const key = [...commonCells(sitting), paper.grade * 10_000 + number];
      if (!score) return [...key, ABSENT, ...paper.tasks.map(() => null), null, null, null, 0];
      return [
        ...[...key, score.variant, ...score.tasks.map((task) => task ?? 'X')],
        ...[pupil.letter, pupil.gender, score.journal ?? 'нет отметки', score.primary],
      ];
    }),
  ];
  return {
    path: `3 ВПР/2022/${paper.grade}_${subjectTitle(paper.subject)}.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [
        { name: 'Классы', rows: classes },
        { name: 'Протокол', rows: protocol },
      ],
    },
  };
}

function text(value: Value): Value {
  return value === null ? null : String(value);
}
