import { foldText } from './fold.ts';

/** A value of a school in a year, as analysts and exports name it. */
export interface SchoolVariable {
  id: string;
  /** Russian title, as in the column of the plain table. */
  title: string;
  unit: 'pupils' | 'count' | 'yes-no' | 'points' | 'lessons' | 'teachers';
  aliases?: readonly string[];
}

/** School-year values (показатели школы за год) that section 1.2 asks for. */
export const SCHOOL_VARIABLES: readonly SchoolVariable[] = [
  {
    id: 'pupils',
    title: 'Всего обучающихся',
    unit: 'pupils',
    aliases: [
      'численность обучающихся',
      'количество обучающихся',
      'всего учащихся',
      'общая численность обучающихся',
    ],
  },
  {
    id: 'single-parent',
    title: 'Обучающиеся из неполных семей',
    unit: 'pupils',
    aliases: ['дети из неполных семей', 'неполные семьи', 'воспитываются в неполных семьях'],
  },
  {
    id: 'both-parents-unemployed',
    title: 'Оба родителя безработные',
    unit: 'pupils',
    aliases: ['оба родителя являются безработными', 'обучающиеся, у которых оба родителя безработные'],
  },
  {
    id: 'single-unemployed-parent',
    title: 'Единственный родитель безработный',
    unit: 'pupils',
    aliases: [
      'неполная семья, единственный родитель безработный',
      'единственный родитель является безработным',
    ],
  },
  {
    id: 'parents-without-higher-education',
    title: 'Родители без высшего образования',
    unit: 'pupils',
    aliases: [
      'оба родителя не имеют высшего образования',
      'родители (единственный родитель) без высшего образования',
    ],
  },
  {
    id: 'poor-housing',
    title: 'Проживают в неблагоустроенных условиях',
    unit: 'pupils',
    aliases: ['проживающие в неблагоустроенных условиях', 'неблагоустроенное жилье'],
  },
  {
    id: 'non-native-russian',
    title: 'Русский язык не является родным',
    unit: 'pupils',
    aliases: [
      'русский язык не родной',
      'обучающиеся, для которых русский язык не является родным',
      'не говорящие по-русски',
    ],
  },
  {
    id: 'resettled',
    title: 'Обучающиеся из числа переселенцев',
    unit: 'pupils',
    aliases: ['переселенцы', 'дети переселенцев', 'беженцы и переселенцы'],
  },
  {
    id: 'offences',
    title: 'Количество правонарушений',
    unit: 'count',
    aliases: ['правонарушения', 'количество правонарушений, совершенных обучающимися'],
  },
  {
    id: 'narcology-register',
    title: 'Наличие обучающихся на учёте в наркологическом диспансере',
    unit: 'yes-no',
    aliases: [
      'состоят на учете в наркологическом диспансере',
      'на учете у нарколога',
      'наркологический учет',
    ],
  },
  {
    id: 'rating-points',
    title: 'Баллы рейтинга',
    unit: 'points',
    aliases: ['оценка эффективности', 'набрано баллов'],
  },
  {
    id: 'rating-maximum',
    title: 'Максимум баллов рейтинга',
    unit: 'points',
    aliases: ['максимально возможный балл', 'максимум баллов', 'максимально возможное количество баллов'],
  },
  {
    id: 'grade10-external-entrants',
    title: 'Зачислено в 10 класс из других ОО',
    unit: 'pupils',
    aliases: [
      'зачислены в 10 класс из других оо',
      'зачислено в 10 класс по итогам освоения ооп ооо в других оо',
      'принято в 10 класс из других школ',
    ],
  },
  {
    id: 'senior-pupils',
    title: 'Обучающиеся по ООП СОО',
    unit: 'pupils',
    aliases: ['осваивают ооп соо', 'обучающиеся 10-11 классов', 'всего обучающихся по ооп соо'],
  },
  { id: 'lessons-attended', title: 'Посещено уроков', unit: 'lessons', aliases: ['уроков посещено'] },
  {
    id: 'lessons-due',
    title: 'Уроков по учебному плану',
    unit: 'lessons',
    aliases: ['всего уроков по учебному плану'],
  },
  { id: 'risk-group', title: 'Обучающиеся «группы риска»', unit: 'pupils', aliases: ['группа риска'] },
  {
    id: 'risk-group-covered',
    title: 'Охвачено сопровождением из «группы риска»',
    unit: 'pupils',
    aliases: ['группа риска, охваченные социальным сопровождением', 'охвачены социальным сопровождением'],
  },
  {
    id: 'teachers-diagnosed-twice',
    title: 'Педагоги, прошедшие независимую диагностику дважды',
    unit: 'teachers',
  },
  {
    id: 'teachers-positive-dynamics',
    title: 'Педагоги с положительной динамикой компетенций',
    unit: 'teachers',
  },
];

const BY_NAME = new Map(
  SCHOOL_VARIABLES.flatMap((variable) =>
    [variable.id, variable.title, ...(variable.aliases ?? [])].map(
      (name) => [foldText(name).replace(/[.,]$/, ''), variable] as const,
    ),
  ),
);

/** A school-year variable by its id, its Russian title or a known synonym; `undefined` where none fits. */
export function findSchoolVariable(text: string): SchoolVariable | undefined {
  return BY_NAME.get(foldText(text).replace(/[.,]$/, ''));
}
