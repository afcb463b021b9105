import { SUBJECTS } from '../subject.ts';

/** Subjects by which the teachers of a school are counted; a teacher of two subjects stands in both. */
const TAUGHT = [
  'russian',
  'literature',
  'mathematics',
  'informatics',
  'physics',
  'chemistry',
  'biology',
  'geography',
  'history',
  'social-studies',
  'english',
  'german',
  'french',
  'chinese',
  'technology',
  'life-safety',
  'physical-education',
  'art',
];

const titleOf = (id: string): string => SUBJECTS.find((subject) => subject.id === id)?.title ?? id;

/** By subject taught (в разрезе учебных предметов): primary classes stand as one. */
export const TAUGHT_SUBJECT = {
  id: 'taught-subject',
  title: 'по предметам, которые ведут учителя',
  options: [
    { id: 'primary', title: 'Начальные классы' },
    ...TAUGHT.map((id) => ({ id, title: titleOf(id) })),
    { id: 'other', title: 'Другие предметы' },
  ],
} as const;

/**
 * Pedagogical positions (должности педагогических работников) besides the teacher, as the nomenclature of positions
 * calls them (постановление Правительства РФ от 21.02.2022 № 225), those of municipal organisations.
 */
const BESIDES_TEACHER = [
  { id: 'educator', title: 'Воспитатель' },
  { id: 'senior-educator', title: 'Старший воспитатель' },
  { id: 'additional-education', title: 'Педагог дополнительного образования' },
  { id: 'coach', title: 'Тренер-преподаватель' },
  { id: 'psychologist', title: 'Педагог-психолог' },
  { id: 'social-pedagogue', title: 'Социальный педагог' },
  { id: 'speech-therapist', title: 'Учитель-логопед' },
  { id: 'special-teacher', title: 'Учитель-дефектолог' },
  { id: 'tutor', title: 'Тьютор' },
  { id: 'organiser', title: 'Педагог-организатор' },
  { id: 'upbringing-adviser', title: 'Советник директора по воспитанию' },
  { id: 'safety-organiser', title: 'Преподаватель-организатор основ безопасности' },
  { id: 'librarian', title: 'Педагог-библиотекарь' },
  { id: 'music-director', title: 'Музыкальный руководитель' },
  { id: 'accompanist', title: 'Концертмейстер' },
  { id: 'physical-training-instructor', title: 'Инструктор по физической культуре' },
  { id: 'methodist', title: 'Методист' },
  { id: 'other', title: 'Другие педагогические должности' },
] as const;

/** By pedagogical position (в разрезе должностей). */
export const POSITION = {
  id: 'position',
  title: 'по педагогическим должностям',
  options: [{ id: 'teacher', title: 'Учитель' }, ...BESIDES_TEACHER],
} as const;

/** By pedagogical position, teachers aside (в разрезе должностей, кроме учителей). */
export const NONTEACHING_POSITION = {
  id: 'nonteaching-position',
  title: 'по педагогическим должностям, кроме учителей',
  options: BESIDES_TEACHER,
} as const;

/** By level of a professional contest (различного уровня); whoever took part in two stands in both. */
export const CONTEST_LEVEL = {
  id: 'teacher-contest-level',
  title: 'по уровням профессиональных конкурсов',
  options: [
    { id: 'school', title: 'Уровень организации' },
    { id: 'municipal', title: 'Муниципальный' },
    { id: 'regional', title: 'Региональный' },
    { id: 'national', title: 'Всероссийский' },
    { id: 'international', title: 'Международный' },
  ],
} as const;

/** By years of teaching (педагогический стаж). */
export const SENIORITY = {
  id: 'seniority',
  title: 'по педагогическому стажу',
  options: [
    { id: 'below-3', title: 'до 3 лет' },
    { id: 'from-3', title: 'от 3 до 10 лет' },
    { id: 'from-10', title: 'от 10 до 20 лет' },
    { id: 'from-20', title: '20 лет и больше' },
  ],
} as const;
