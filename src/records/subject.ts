import { foldText } from './fold.ts';

/** A school subject: its canonical id, and every spelling by which exports name it. */
export interface Subject {
  id: string;
  title: string;
  /** Short code of ВПР (РУ, МА, …) and of ГИА (РУС, МАТ, …). */
  short: readonly string[];
  /** Dative, as in «Проведение работы по математике». */
  dative?: string;
  /** Code in РИС ГИА; ГВЭ codes are these plus 50. */
  codes?: readonly number[];
  /** Latin keys of older exports. */
  latin?: readonly string[];
  aliases?: readonly string[];
}

export const SUBJECTS: readonly Subject[] = [
  {
    id: 'russian',
    title: 'Русский язык',
    short: ['РУ', 'РУС', 'РЯ'],
    dative: 'русскому языку',
    codes: [1],
    latin: ['ru', 'rus'],
    aliases: ['русский'],
  },
  {
    id: 'mathematics',
    title: 'Математика',
    short: ['МА', 'МАТ'],
    dative: 'математике',
    codes: [2],
    latin: ['ma', 'mat', 'math'],
  },
  {
    id: 'mathematics-profile',
    title: 'Математика (профильная)',
    short: [],
    aliases: [
      'математика профильная',
      'математика профильный уровень',
      'математика профиль',
      'математика п',
      'профильная математика',
    ],
    latin: ['profmath'],
  },
  {
    id: 'mathematics-base',
    title: 'Математика (базовая)',
    short: [],
    codes: [22],
    aliases: [
      'математика базовая',
      'математика базовый уровень',
      'математика база',
      'математика б',
      'базовая математика',
    ],
    latin: ['basicmath'],
  },
  {
    id: 'world-around',
    title: 'Окружающий мир',
    short: ['ОМ'],
    dative: 'окружающему миру',
    latin: ['om', 'okr'],
    aliases: ['окр мир'],
  },
  {
    id: 'literary-reading',
    title: 'Литературное чтение',
    short: ['ЛЧ'],
    dative: 'литературному чтению',
  },
  {
    id: 'literature',
    title: 'Литература',
    short: ['ЛИ', 'ЛИТ'],
    dative: 'литературе',
    codes: [18],
    latin: ['li', 'lit'],
  },
  {
    id: 'english',
    title: 'Английский язык',
    short: ['АН', 'АЯ', 'АНГ', 'АЯУ'],
    dative: 'английскому языку',
    codes: [9, 29],
    latin: ['en', 'an'],
    aliases: ['английский', 'иностранный язык английский'],
  },
  {
    id: 'german',
    title: 'Немецкий язык',
    short: ['НЕ', 'НЯ', 'НЕМ', 'НЯУ'],
    dative: 'немецкому языку',
    codes: [10, 30],
    latin: ['ne', 'de'],
    aliases: ['немецкий', 'иностранный язык немецкий'],
  },
  {
    id: 'french',
    title: 'Французский язык',
    short: ['ФР', 'ФЯ', 'ФРА', 'ФЯУ'],
    dative: 'французскому языку',
    codes: [11, 31],
    latin: ['fr'],
    aliases: ['французский', 'иностранный язык французский'],
  },
  {
    id: 'spanish',
    title: 'Испанский язык',
    short: ['ИСП', 'ИЯУ'],
    dative: 'испанскому языку',
    codes: [13, 33],
    aliases: ['испанский', 'иностранный язык испанский'],
  },
  {
    id: 'chinese',
    title: 'Китайский язык',
    short: ['КИТ', 'КЯУ'],
    dative: 'китайскому языку',
    codes: [14, 34],
    aliases: ['китайский', 'иностранный язык китайский'],
  },
  {
    id: 'history',
    title: 'История',
    short: ['ИС', 'ИСТ'],
    dative: 'истории',
    codes: [7],
    latin: ['is', 'his'],
  },
  {
    id: 'social-studies',
    title: 'Обществознание',
    short: ['ОБ', 'ОБЩ'],
    dative: 'обществознанию',
    codes: [12],
    latin: ['ob', 'obs'],
  },
  {
    id: 'geography',
    title: 'География',
    short: ['ГГ', 'ГЕ', 'ГЕО'],
    dative: 'географии',
    codes: [8],
    latin: ['gg', 'geo'],
  },
  {
    id: 'biology',
    title: 'Биология',
    short: ['БИ', 'БИО'],
    dative: 'биологии',
    codes: [6],
    latin: ['bi', 'bio'],
  },
  {
    id: 'physics',
    title: 'Физика',
    short: ['ФИ', 'ФИЗ'],
    dative: 'физике',
    codes: [3],
    latin: ['fi', 'phys'],
  },
  {
    id: 'chemistry',
    title: 'Химия',
    short: ['ХИ', 'ХИМ'],
    dative: 'химии',
    codes: [4],
    latin: ['hi', 'chem'],
  },
  {
    id: 'informatics',
    title: 'Информатика',
    short: ['ИН', 'ИНФ', 'ИКТ'],
    dative: 'информатике',
    codes: [5, 25],
    latin: ['inf'],
    aliases: ['информатика и икт', 'икт'],
  },
  {
    id: 'italian',
    title: 'Итальянский язык',
    short: [],
    dative: 'итальянскому языку',
    aliases: ['итальянский', 'иностранный язык итальянский'],
  },
  { id: 'economics', title: 'Экономика', short: [], dative: 'экономике' },
  { id: 'law', title: 'Право', short: [], dative: 'праву' },
  { id: 'astronomy', title: 'Астрономия', short: [], dative: 'астрономии' },
  { id: 'ecology', title: 'Экология', short: [], dative: 'экологии' },
  {
    id: 'art',
    title: 'Искусство (МХК)',
    short: [],
    dative: 'искусству (МХК)',
    aliases: [
      ...['искусство', 'искусству', 'мхк', 'мировая художественная культура'],
      ...['мировой художественной культуре', 'искусство мировая художественная культура'],
      'искусству мировой художественной культуре',
    ],
  },
  {
    id: 'life-safety',
    title: 'Основы безопасности (ОБЖ, ОБЗР)',
    short: [],
    aliases: [
      ...['обж', 'обзр', 'основы безопасности жизнедеятельности', 'основам безопасности жизнедеятельности'],
      ...['основы безопасности и защиты родины', 'основам безопасности и защиты родины'],
    ],
  },
  {
    id: 'technology',
    title: 'Технология',
    short: [],
    dative: 'технологии',
    aliases: ['труд технология', 'труду технологии', 'труду технология'],
  },
  {
    id: 'physical-education',
    title: 'Физическая культура',
    short: [],
    dative: 'физической культуре',
    aliases: ['физкультура', 'физкультуре'],
  },
  // Profiles into which the olympiad in informatics was split in 2024/25.
  {
    id: 'informatics-programming',
    title: 'Информатика (программирование)',
    short: [],
    aliases: ['информатика профиль программирование', 'информатике программирование'],
  },
  {
    id: 'informatics-ai',
    title: 'Информатика (искусственный интеллект)',
    short: [],
    aliases: ['информатика профиль искусственный интеллект', 'информатике искусственный интеллект'],
  },
  {
    id: 'informatics-robotics',
    title: 'Информатика (робототехника)',
    short: [],
    aliases: ['информатика профиль робототехника', 'информатике робототехника'],
  },
  {
    id: 'informatics-security',
    title: 'Информатика (информационная безопасность)',
    short: [],
    aliases: ['информатика профиль информационная безопасность', 'информатике информационная безопасность'],
  },
  { id: 'essay', title: 'Итоговое сочинение', short: ['СОЧИН'], codes: [20], aliases: ['сочинение'] },
  { id: 'summary', title: 'Изложение', short: ['ИЗЛОЖ'], codes: [21] },
];

const BY_ID = new Map(SUBJECTS.map((subject) => [subject.id, subject]));

/** Russian title of a subject; the id itself where the subject is not in the list. */
export function subjectTitle(id: string): string {
  return BY_ID.get(id)?.title ?? id;
}

function fold(text: string): string {
  return foldText(text)
    .replace(/[().,']/g, ' ')
    .replace(/(?<=\s)(кегэ|когэ)(?=\s|$)/g, ' ')
    .replace(/(письменн|устн)(ый|ая) ?(часть|экзамен)?|раздел говорение/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const BY_NAME = new Map<string, string>();
for (const subject of SUBJECTS) {
  const names = [
    subject.id,
    subject.title,
    ...subject.short,
    subject.dative,
    ...(subject.latin ?? []),
    ...(subject.aliases ?? []),
  ];
  for (const name of names) if (name) BY_NAME.set(fold(name), subject.id);
}

const BY_CODE = new Map(
  SUBJECTS.flatMap((subject) => (subject.codes ?? []).map((code) => [code, subject.id])),
);

/**
 * Subject id by any of its spellings: title, dative, short code, id.
 * @returns `undefined` where the text names no known subject.
 */
export function findSubject(text: string): string | undefined {
  return BY_NAME.get(fold(text));
}

/** Subject id by its РИС ГИА code (1…34, or 51…84 for ГВЭ). */
export function subjectByCode(code: number): string | undefined {
  return BY_CODE.get(code > 50 ? code - 50 : code);
}
