import type { DemoSchool } from './municipality.ts';
import { bellQuantile, type Random, seeded } from './random.ts';

/** An invented pupil. Names and documents are here on purpose: the exports hold them, a workspace must not. */
export interface Pupil {
  surname: string;
  name: string;
  patronymic: string;
  /** Series and number of an invented document. */
  series: string;
  number: string;
  gender: 'ж' | 'м';
  letter: 'А' | 'Б';
  /** Standard score: how the pupil does beside the others of the school. */
  ability: number;
}

/** Every surname of the exports in the masculine form; the feminine one only adds «а». */
export const SURNAMES: readonly string[] =
  `Абросимкин Бакланцев Вертоградов Ветлугин Выжлецов Гагаркин Двоеглазов Дробинин Евстюнин Жаворонцев
  Заболотников Звягольцев Златоустин Иволгинцев Кадомцев Калитвинцев Клюквин Кострецов Кречетников Ладейщиков
  Лебяжьев Любимцев Макошин Медуницын Мигунков Налимцев Нефёдкин Обручников Омулёв Опёнкин Перепёлкин Пестерев
  Подорожников Раменцев Ростошин Рябинкин Свиристелев Снегирёнков Стрижаков Тальников Теремков Уключин
  Федосимов Хохломин Чаговцев Шиповников Щегловитов Ярославкин`.split(/\s+/);

const NAMES = {
  ж: 'Алина Анна Варвара Вера Дарья Екатерина Елена Ирина Кира Мария Надежда Ольга Полина София Ульяна',
  м: 'Алексей Антон Борис Вадим Глеб Денис Егор Иван Кирилл Максим Матвей Олег Павел Роман Тимофей',
} as const;
const PATRONYMICS = {
  ж: 'Андреевна Борисовна Викторовна Денисовна Ивановна Максимовна Олеговна Павловна Романовна Сергеевна',
  м: 'Андреевич Борисович Викторович Денисович Иванович Максимович Олегович Павлович Романович Сергеевич',
} as const;

/** The pupils of a grade in a year; the same children come back a year later in the next grade. */
export function cohort(school: DemoSchool, grade: number, year: number): Pupil[] {
  const born = year - grade;
  const random = seeded(`${school.code}|${born}`);
  const varied = (size: number): number => Math.round(size * (0.92 + 0.16 * random.next()));
  const size = varied(school.gradeSize);
  const taken = new Set<string>();
  const pupils = Array.from({ length: size }, (_, index): Pupil => {
    const gender = random.next() < 0.5 ? 'ж' : 'м';
    const names = freshName(gender, random, taken);
    return {
      ...names,
      series: '9917',
      number: `${school.code.at(-1)}${String(born % 100).padStart(2, '0')}${String(index).padStart(3, '0')}`,
      gender,
      letter: size > 34 && index % 2 ? 'Б' : 'А',
      ability: bellQuantile(0.02 + 0.96 * random.next()),
    };
  });
  if (grade < 10) return pupils;
  return pupils.slice(0, school.seniorSize && Math.max(2, Math.min(size, varied(school.seniorSize))));
}

function freshName(
  gender: Pupil['gender'],
  random: Random,
  taken: Set<string>,
): Pick<Pupil, 'surname' | 'name' | 'patronymic'> {
  const surname = random.pick(SURNAMES) + (gender === 'ж' ? 'а' : '');
  const name = random.pick(NAMES[gender].split(' '));
  const patronymic = random.pick(PATRONYMICS[gender].split(' '));
  const full = `${surname} ${name} ${patronymic}`;
  if (taken.has(full)) return freshName(gender, random, taken);
  taken.add(full);
  return { surname, name, patronymic };
}
