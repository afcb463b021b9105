import type { Variable } from './variable.ts';

/**
 * Graduates and where they went on to, for sections 1.3 and 1.4. Forms ask for them; lists of admitted graduates
 * (`admissions`) give them too.
 */
export const GRADUATE_VARIABLES: readonly Variable[] = [
  {
    id: 'graduates-9',
    title: 'Выпускники 9 классов, всего',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    counts: 'Всех, кто окончил 9 класс в этом учебном году. Если 9 класса нет, впишите 0.',
    excludes: 'Оставленных на повторное обучение.',
  },
  {
    id: 'graduates-9-vocational',
    title: 'Выпускники 9 классов, поступившие в профессиональные образовательные организации',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-9',
    counts: 'Поступивших на программы среднего профессионального образования, в любом регионе.',
    excludes: 'Перешедших в 10 класс.',
  },
  {
    id: 'graduates-9-by-profile',
    title: 'Выпускники 9 классов, поступившие по профилю обучения',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-9-vocational',
    counts:
      'Поступивших в профессиональные организации на специальность, близкую к тому, что ученик изучал углублённо, по профилю или в предпрофильных курсах.',
  },
  {
    id: 'graduates-9-by-profile-exams',
    title: 'Выпускники 9 классов, поступившие по профилю и сдавшие ГИА по близким к нему предметам',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-9-by-profile',
    counts: 'Тех, кто на ГИА-9 выбрал хотя бы один предмет, близкий к специальности (профессии).',
  },
  {
    id: 'graduates-11',
    title: 'Выпускники 11 классов, всего',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    by: 'study-profile',
    partition: true,
    counts: 'Всех, кто окончил 11 (12) класс в этом учебном году. Если 11 класса нет, впишите 0.',
    excludes: 'Выпускников прошлых лет.',
  },
  {
    id: 'graduates-11-vocational',
    title: 'Выпускники 11 классов, поступившие в профессиональные образовательные организации',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-11',
    counts: 'Поступивших на программы среднего профессионального образования, в любом регионе.',
  },
  {
    id: 'graduates-11-higher',
    title: 'Выпускники 11 классов, поступившие в вузы',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-11',
    counts: 'Поступивших на программы высшего образования, в любом регионе, очно и заочно.',
  },
  {
    id: 'graduates-11-by-profile',
    title: 'Выпускники 11 классов, поступившие по профилю обучения',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-11',
    counts:
      'Поступивших в профессиональные организации и вузы на специальность, близкую к профилю, по которому ученик занимался в 10–11 классах.',
  },
  {
    id: 'graduates-11-profile-exams',
    title: 'Выпускники 11 классов, выбравшие для ГИА предметы по профилю обучения',
    unit: 'graduates',
    record: 'observations',
    asked: ['school'],
    within: 'graduates-11',
    by: 'study-profile',
    partition: true,
    counts: 'Тех, кто выбрал для экзамена хотя бы один предмет, который изучал углублённо или по профилю.',
    excludes: 'Обязательные русский язык и математику базового уровня.',
  },
];
