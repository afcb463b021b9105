import type { Variable } from './variable.ts';

const VALUES: readonly Omit<Variable, 'record' | 'asked'>[] = [
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
    within: 'pupils',
    title: 'Обучающиеся из неполных семей',
    unit: 'pupils',
    aliases: ['дети из неполных семей', 'неполные семьи', 'воспитываются в неполных семьях'],
  },
  {
    id: 'both-parents-unemployed',
    within: 'pupils',
    title: 'Оба родителя безработные',
    unit: 'pupils',
    aliases: ['оба родителя являются безработными', 'обучающиеся, у которых оба родителя безработные'],
  },
  {
    id: 'single-unemployed-parent',
    within: 'single-parent',
    title: 'Единственный родитель безработный',
    unit: 'pupils',
    aliases: [
      'неполная семья, единственный родитель безработный',
      'единственный родитель является безработным',
    ],
  },
  {
    id: 'parents-without-higher-education',
    within: 'pupils',
    title: 'Родители без высшего образования',
    unit: 'pupils',
    aliases: [
      'оба родителя не имеют высшего образования',
      'родители (единственный родитель) без высшего образования',
    ],
  },
  {
    id: 'poor-housing',
    within: 'pupils',
    title: 'Проживают в неблагоустроенных условиях',
    unit: 'pupils',
    aliases: ['проживающие в неблагоустроенных условиях', 'неблагоустроенное жилье'],
  },
  {
    id: 'non-native-russian',
    within: 'pupils',
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
    within: 'pupils',
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
    within: 'rating-maximum',
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
    within: 'senior-pupils',
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
    within: 'pupils',
    title: 'Обучающиеся по ООП СОО',
    unit: 'pupils',
    aliases: ['осваивают ооп соо', 'обучающиеся 10-11 классов', 'всего обучающихся по ооп соо'],
  },
  {
    id: 'lessons-attended',
    within: 'lessons-due',
    title: 'Посещено уроков',
    unit: 'lessons',
    aliases: ['уроков посещено'],
  },
  {
    id: 'lessons-due',
    title: 'Уроков по учебному плану',
    unit: 'lessons',
    aliases: ['всего уроков по учебному плану'],
  },
  {
    id: 'risk-group',
    within: 'pupils',
    title: 'Обучающиеся «группы риска»',
    unit: 'pupils',
    aliases: ['группа риска'],
  },
  {
    id: 'risk-group-covered',
    within: 'risk-group',
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
    within: 'teachers-diagnosed-twice',
    title: 'Педагоги с положительной динамикой компетенций',
    unit: 'teachers',
  },
];

/** School-year values (показатели школы за год) that section 1.2 asks for. */
export const LOW_VARIABLES: readonly Variable[] = VALUES.map((value) => ({
  ...value,
  record: 'school-years',
  asked: ['school'],
}));
