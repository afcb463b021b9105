import type { Respondent, Variable } from './variable.ts';

const EVERYWHERE: readonly Respondent[] = ['school', 'preschool', 'additional'];

/** Values of section 1.3, выявление, поддержка и развитие способностей и талантов. */
export const TALENT_VARIABLES: readonly Variable[] = [
  {
    id: 'vsosh-participants',
    title: 'Участники школьного и муниципального этапов ВсОШ',
    unit: 'pupils',
    record: 'observations',
    asked: ['school'],
    within: 'pupils',
    by: 'stage',
    counts:
      'Каждого ученика один раз, по скольким бы предметам он ни участвовал. По этапам: ученика в строке каждого этапа, где он участвовал.',
    excludes: 'Количество участий: если ученик участвовал по трём предметам, это один участник.',
  },
  {
    id: 'research-participants',
    title: 'Участники научных обществ, исследовательских проектов и других форм внеучебной работы',
    unit: 'pupils',
    record: 'observations',
    asked: ['school'],
    within: 'pupils',
    by: 'research-form',
    counts:
      'Каждого ученика один раз, в скольких бы формах он ни участвовал. По формам: ученика в строке каждой из них.',
    excludes: 'Индивидуальный проект, обязательный для всех в 10–11 классах.',
  },
  {
    id: 'children-5-18',
    title: 'Дети 5–18 лет, живущие в муниципалитете',
    unit: 'children',
    record: 'observations',
    asked: ['municipality'],
    counts: 'Всех детей этого возраста по данным статистики населения, а не только обучающихся школ.',
  },
  {
    id: 'children-in-additional-education',
    title: 'Дети 5–18 лет, охваченные дополнительным образованием',
    unit: 'children',
    record: 'observations',
    asked: ['municipality'],
    within: 'children-5-18',
    by: 'additional-direction',
    counts:
      'Каждого ребёнка один раз, во скольких бы кружках и секциях он ни занимался, в организациях любого ведомства. По направленностям: ребёнка в строке каждой из них.',
  },
  {
    id: 'significant-contest-participants',
    title: 'Участники региональных и всероссийских конкурсов из перечня значимых мероприятий',
    unit: 'pupils',
    record: 'observations',
    asked: ['school'],
    within: 'pupils',
    by: 'pupil-contest-level',
    counts:
      'Каждого ученика один раз, даже если на конкурс его направила организация дополнительного образования. По уровням: ученика в строке каждого уровня.',
    excludes: 'Конкурсы, которых нет в перечне значимых мероприятий.',
  },
  {
    id: 'gifted-pupils',
    title: 'Обучающиеся с повышенным уровнем способностей',
    unit: 'pupils',
    record: 'observations',
    asked: ['school'],
    within: 'pupils',
    counts: 'Учеников, способности которых выявлены диагностикой или подтверждены решением школы.',
  },
  {
    id: 'gifted-pupils-with-route',
    title: 'Обучающиеся с повышенным уровнем способностей на индивидуальных образовательных маршрутах',
    unit: 'pupils',
    record: 'observations',
    asked: ['school'],
    within: 'gifted-pupils',
    counts: 'Тех из них, для кого маршрут утверждён и выполнялся в учебном году.',
  },
  {
    id: 'teachers-giftedness-trained',
    title: 'Педагоги, имеющие подготовку по психологии одарённости',
    unit: 'teachers',
    record: 'observations',
    asked: EVERYWHERE,
    within: 'pedagogical-workers',
    counts:
      'Педагогов, у которых есть документ о такой подготовке, полученный в учебном году или раньше; каждого один раз.',
  },
  {
    id: 'psychologists',
    title: 'Педагоги-психологи, всего',
    unit: 'teachers',
    record: 'observations',
    asked: EVERYWHERE,
    within: 'pedagogical-workers',
    counts: 'Педагогов-психологов без внешних совместителей, на конец учебного года. Если их нет, впишите 0.',
  },
  {
    id: 'psychologists-giftedness-tools',
    title: 'Педагоги-психологи, использующие методики выявления одарённости',
    unit: 'teachers',
    record: 'observations',
    asked: EVERYWHERE,
    within: 'psychologists',
    counts: 'Тех, кто в учебном году провёл диагностику одарённости хотя бы одного ребёнка.',
  },
];
