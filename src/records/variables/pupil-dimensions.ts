const grades = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    id: String(from + index),
    title: `${from + index} класс`,
  }));

/** By grade, those of early career guidance (6–11 классы). */
export const CAREER_GRADE = { id: 'career-grade', title: 'по классам', options: grades(6, 11) } as const;

/** By form of research outside lessons (формы внеучебной работы); whoever is in two stands in both. */
export const RESEARCH_FORM = {
  id: 'research-form',
  title: 'по формам внеучебной работы',
  options: [
    { id: 'society', title: 'Научное общество учащихся' },
    { id: 'project', title: 'Исследовательские проекты' },
    { id: 'other', title: 'Другие формы' },
  ],
} as const;

/**
 * By direction of additional education (направленность), as the order on additional programmes names them (приказ
 * Минпросвещения России от 27.07.2022 № 629); a child in two circles may stand in two.
 */
export const ADDITIONAL_DIRECTION = {
  id: 'additional-direction',
  title: 'по направленностям дополнительного образования',
  options: [
    { id: 'technical', title: 'Техническая' },
    { id: 'science', title: 'Естественно-научная' },
    { id: 'sport', title: 'Физкультурно-спортивная' },
    { id: 'art', title: 'Художественная' },
    { id: 'tourism', title: 'Туристско-краеведческая' },
    { id: 'social', title: 'Социально-гуманитарная' },
  ],
} as const;

/** By level of a significant contest of pupils (перечень значимых мероприятий). */
export const PUPIL_CONTEST_LEVEL = {
  id: 'pupil-contest-level',
  title: 'по уровням конкурсов школьников',
  options: [
    { id: 'regional', title: 'Региональные' },
    { id: 'national', title: 'Всероссийские' },
  ],
} as const;

/** By profile of study in grades 10–11, as the standard of secondary education names them (ФГОС СОО). */
export const STUDY_PROFILE = {
  id: 'study-profile',
  title: 'по профилям обучения',
  options: [
    { id: 'technology', title: 'Технологический' },
    { id: 'science', title: 'Естественно-научный' },
    { id: 'humanities', title: 'Гуманитарный' },
    { id: 'social-economic', title: 'Социально-экономический' },
    { id: 'universal', title: 'Универсальный' },
  ],
} as const;

/** By how subjects are studied; whoever studies one subject so and another otherwise stands in both. */
export const STUDY_DEPTH = {
  id: 'study-depth',
  title: 'по видам изучения предметов',
  options: [
    { id: 'advanced', title: 'На углублённом уровне' },
    { id: 'profile', title: 'По профилю' },
  ],
} as const;

/** By career guidance event and participant, as section 1.4 looks at them; whoever fits several stands in each. */
export const CAREER_EVENT = {
  id: 'career-event',
  title: 'по видам профориентационных мероприятий и участникам',
  options: [
    { id: 'municipal', title: 'Муниципальные' },
    { id: 'inter-municipal', title: 'Межмуниципальные' },
    { id: 'sought-after', title: 'По востребованным отраслям экономики муниципалитета' },
    { id: 'disability', title: 'Обучающиеся с ОВЗ на всех мероприятиях' },
    { id: 'abilympics', title: 'Обучающиеся с ОВЗ на конкурсе «Абилимпикс»' },
  ],
} as const;
