import type { Respondent, Variable } from './variable.ts';

/** Organisations that have a head: one an organisation. */
const EVERYWHERE: readonly Respondent[] = ['school', 'preschool', 'additional'];

/** «Руководитель …»: what every organisation answers of its head. */
const ofHead = (id: string, title: string, counts: string): Variable => ({
  id,
  title,
  unit: 'yes-no',
  record: 'observations',
  asked: EVERYWHERE,
  counts,
});

/** Part of the pedagogical workers by their load. */
const ofLoad = (id: string, title: string, counts: string): Variable => ({
  id,
  title,
  unit: 'teachers',
  record: 'observations',
  asked: EVERYWHERE,
  within: 'pedagogical-workers',
  counts,
});

/** Values of section 2.2, мониторинг эффективности руководителей. */
export const HEAD_VARIABLES: readonly Variable[] = [
  ofHead(
    'head-qualified',
    'Руководитель имеет требуемую профессиональную подготовку',
    '«Да», если образование, стаж и переподготовка руководителя отвечают квалификационным требованиям к должности.',
  ),
  ofHead(
    'head-deficits-diagnosed',
    'Руководитель добровольно прошёл выявление профессиональных дефицитов',
    '«Да», если руководитель в учебном году прошёл диагностику и получил её результат.',
  ),
  {
    id: 'young-school-teachers',
    title: 'Молодые специалисты — учителя',
    unit: 'teachers',
    record: 'observations',
    asked: ['school'],
    within: 'teachers',
    counts: 'Учителей до 35 лет со стажем до трёх лет, если в муниципалитете не принято иное.',
    excludes: 'Молодых педагогов других должностей.',
  },
  ofLoad(
    'load-below-18-hours',
    'Педагоги с нагрузкой менее 18 часов в неделю',
    'Педагогов, у которых по тарификации меньше 18 часов; ровно 18 часов сюда не входят.',
  ),
  ofLoad(
    'load-above-30-hours',
    'Педагоги с нагрузкой более 30 часов в неделю',
    'Педагогов, у которых по тарификации больше 30 часов; ровно 30 часов сюда не входят.',
  ),
  ofLoad(
    'load-above-two-subjects',
    'Педагоги с нагрузкой более чем по двум предметам',
    'Педагогов, которые ведут три и больше учебных предметов или предметных областей.',
  ),
  {
    id: 'administrators',
    title: 'Административные работники, всего',
    unit: 'people',
    record: 'observations',
    asked: EVERYWHERE,
    counts: 'Руководителя, его заместителей и руководителей структурных подразделений.',
    excludes: 'Бухгалтерию, секретарей, обслуживающий персонал.',
  },
  {
    id: 'administrators-teaching',
    title: 'Административные работники с педагогической нагрузкой',
    unit: 'people',
    record: 'observations',
    asked: EVERYWHERE,
    within: 'administrators',
    counts: 'Тех из них, кто в учебном году вёл уроки или занятия.',
  },
  ofHead(
    'head-competence-assessed',
    'Оценён уровень профессиональных компетенций руководителя',
    '«Да», если в учебном году проведена оценка и есть её результат.',
  ),
  ofHead(
    'head-management-assessed',
    'Оценено качество управленческой деятельности руководителя',
    '«Да», если учредитель или региональная система в учебном году провели оценку и есть её результат.',
  ),
  ofHead(
    'head-disability-education-assessed',
    'Оценена организация обучения детей с ОВЗ в организации',
    '«Да», если в учебном году проведена оценка и есть её результат; в том числе если таких детей нет и это установлено.',
  ),
  ofHead(
    'head-conditions-assessed',
    'Оценены условия образовательной деятельности в организации',
    '«Да», если в учебном году проведена оценка условий: независимая оценка качества, проверка учредителя, рейтинг.',
  ),
  ofHead(
    'head-career-assessed',
    'Оценена организация профориентации и дополнительного образования в организации',
    '«Да», если в учебном году проведена оценка и есть её результат.',
  ),
  {
    id: 'management-reserve',
    title: 'Люди в резерве управленческих кадров',
    unit: 'people',
    record: 'observations',
    asked: ['municipality'],
    counts: 'Всех, кто включён в утверждённый резерв на конец учебного года.',
    excludes: 'Назначенных из резерва на должность руководителя.',
  },
];
