import type { Exam } from './exams.ts';
import { MUNICIPALITY } from './municipality.ts';
import { type Participation, participations } from './sittings.ts';
import type { DemoFile, DemoSheet, Value } from './write-file.ts';

/** How each column of a protocol («Протокол проверки результатов») is filled. */
const COLUMNS: Record<string, (one: Participation, index: number, exam: Exam) => Value> = {
  '№': (_, index) => index + 1,
  'Код МСУ': () => MUNICIPALITY.msu,
  'Код ОО': ({ school }, _, { paper }) =>
    paper.procedure === 'oge' ? school.ogeCode : `00${school.egeCode}`,
  Класс: ({ pupil }, _, { paper }) => `${paper.grade}${pupil.letter}`,
  'Код ППЭ': ({ school }) => `0${school.code.slice(-3)}`,
  Аудитория: (_, index) => String((index % 15) + 1).padStart(4, '0'),
  Фамилия: ({ pupil }) => pupil.surname,
  Имя: ({ pupil }) => pupil.name,
  Отчество: ({ pupil }) => pupil.patronymic,
  Серия: ({ pupil }) => pupil.series,
  Номер: ({ pupil }) => pupil.number,
  Документ: ({ pupil }) => `${pupil.series} ${pupil.number}`,
  'Задания с кратким ответом': ({ score }, _, { paper }) =>
    paper.tasks.map((task, at) => (task.extended ? '' : sign(score.tasks[at] ?? 0, task.maximum))).join(''),
  'Задания с развёрнутым ответом': ({ score }, _, { paper }) =>
    paper.tasks.map((task, at) => (task.extended ? `${score.tasks[at] ?? 0}(${task.maximum})` : '')).join(''),
  'Первичный балл': ({ score }) => score.primary,
  Балл: ({ score }) => score.test ?? null,
  Оценка: ({ score }) => score.mark,
};

const PERSON = ['Фамилия', 'Имя', 'Отчество'];
const BOTH_PARTS = ['Задания с кратким ответом', 'Задания с развёрнутым ответом'];
const EGE_PLACE = ['№', 'Код МСУ', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория'];
const EGE = [...EGE_PLACE, ...PERSON, 'Серия', 'Номер', ...BOTH_PARTS, 'Первичный балл', 'Балл'];
const EGE_ONE_DOCUMENT = [...EGE_PLACE, ...PERSON, 'Документ', ...BOTH_PARTS, 'Первичный балл', 'Балл'];
const EGE_BASE = [...EGE_PLACE, ...PERSON, 'Серия', 'Номер', BOTH_PARTS[0]!, 'Первичный балл', 'Оценка'];
const OGE = [
  ...['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория', 'Код МСУ', ...PERSON],
  ...[...BOTH_PARTS, 'Первичный балл', 'Оценка'],
];

/** Number and name of a subject in РИС ГИА. */
const EXAM_NAMES: Record<string, string> = {
  russian: '01 - Русский язык',
  mathematics: '02 - Математика',
  'mathematics-profile': '02 - Математика профильная',
  'mathematics-base': '22 - Математика базовая',
};

/** Days of the exams: month and day. */
const DAYS: Record<string, string> = {
  'ege-russian': '06.06',
  'ege-mathematics-profile': '06.01',
  'ege-mathematics-base': '05.30',
  'oge-russian': '05.29',
  'oge-mathematics': '06.05',
};

/** A protocol as `;`-separated text in windows-1251. */
export function csvProtocol(path: string, exam: Exam, oneDocument = false): DemoFile {
  return {
    path: `4 ГИА/${path}`,
    content: { format: 'csv', encoding: 'windows-1251', rows: protocolRows([exam], oneDocument) },
  };
}

/** A workbook whose one sheet holds the protocols of several exams, one under another. */
export function workbookProtocol(path: string, exams: readonly Exam[], format: 'xlsx' | 'xls'): DemoFile {
  const sheets: DemoSheet[] = [{ name: 'Page 1', rows: protocolRows(exams) }];
  return { path: `4 ГИА/${path}`, content: { format, sheets } };
}

/** Columns that a printed protocol stretches over several cells, merged: «sparse» columns. */
const SPANS: Record<string, number> = {
  Класс: 2,
  'Код ППЭ': 2,
  Аудитория: 2,
  'Код МСУ': 2,
  Фамилия: 2,
  'Задания с кратким ответом': 3,
  'Первичный балл': 2,
};

/** The same with sparse columns, as a printed form is saved into a workbook. */
export function sparseProtocol(path: string, exams: readonly Exam[]): DemoFile {
  const sheet: DemoSheet = { name: 'Page 1', ...stretch(protocolRows(exams)) };
  return { path: `4 ГИА/${path}`, content: { format: 'xlsx', sheets: [sheet] } };
}

function stretch(plain: readonly Value[][]): Pick<DemoSheet, 'rows' | 'merges'> {
  const merges: { row: number; from: number; to: number }[] = [];
  let spans: number[] = [];
  const rows = plain.map((row, index) => {
    if (row[0] === '№') spans = row.map((header) => SPANS[String(header)] ?? 1);
    if (row.length < 2) return row;
    const wide: Value[] = [];
    row.forEach((value, column) => {
      const span = spans[column]!;
      const from = wide.push(value);
      if (span > 1) merges.push({ row: index + 1, from, to: from + span - 1 });
      for (let blank = 1; blank < span; blank++) wide.push(null);
    });
    return wide;
  });
  return { rows, merges };
}

function protocolRows(exams: readonly Exam[], oneDocument = false): Value[][] {
  return [
    ['Протокол проверки результатов'],
    [`${MUNICIPALITY.regionCode} - ${MUNICIPALITY.region}`],
    ...exams.flatMap((exam) => blockRows(exam, oneDocument)),
  ];
}

/** One exam: its line, an empty row, the header, the participants, the footers. */
function blockRows(exam: Exam, oneDocument: boolean): Value[][] {
  const { paper, year } = exam;
  const headers = headersOf(exam, oneDocument);
  const group = participations(paper, year);
  const footer = (title: string, primary: Value, score: Value): Value[] => [
    title,
    ...headers.slice(1, -2).map(() => null),
    ...[primary, score],
  ];
  const mean = (values: readonly number[]): number =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
  return [
    [`${EXAM_NAMES[paper.subject]} ${year}.${DAYS[`${paper.procedure}-${paper.subject}`]}`],
    [],
    headers,
    ...group.map((one, index) => headers.map((header) => COLUMNS[header]!(one, index, exam))),
    footer(
      'Средние',
      mean(group.map(({ score }) => score.primary)),
      mean(group.map(({ score }) => score.test ?? score.mark)),
    ),
    ...(paper.testScale ? [footer('Минимальная граница', null, paper.subject === 'russian' ? 24 : 27)] : []),
    footer('Всего участников', null, group.length),
  ];
}

function headersOf({ paper }: Exam, oneDocument: boolean): string[] {
  if (paper.procedure === 'oge') return OGE;
  if (paper.subject === 'mathematics-base') return EGE_BASE;
  return oneDocument ? EGE_ONE_DOCUMENT : EGE;
}

/** Mask of short answers: `+` full, `-` wrong, a digit for a part. */
function sign(score: number, maximum: number): string {
  if (score === maximum) return '+';
  return score === 0 ? '-' : String(score);
}
