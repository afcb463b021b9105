import { LOW_VARIABLES } from '../records/variables/low.ts';
import { SCHOOLS } from './municipality.ts';
import type { DemoFile, Value } from './write-file.ts';

/** The school whose social passport came as a sheet of its own. */
const OWN_SHEET = '990107';

const title = (id: string): string => LOW_VARIABLES.find((variable) => variable.id === id)!.title;

/** Values of 2021, wide: a row for each school, a column for each value. */
export function passportTable(): DemoFile {
  const schools = SCHOOLS.filter(({ code, passport }) => passport && code !== OWN_SHEET);
  const ids = Object.keys(schools[0]!.passport!);
  return {
    path: '5 Статистика/Социальные паспорта 2021.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: '2020-2021',
          rows: [
            ['Код ОО', 'Год', ...ids.map(title)],
            ...schools.map(({ code, passport }) => [code, 2021, ...ids.map((id) => passport![id]!)]),
          ],
        },
      ],
    },
  };
}

/** «Социальный паспорт» of one school: categories downwards, the school and the year in the title. */
export function passportSheet(): DemoFile {
  const { name, passport } = SCHOOLS.find(({ code }) => code === OWN_SHEET)!;
  const categories = Object.entries(passport!).filter(([id]) => !id.startsWith('lessons'));
  return {
    path: '5 Статистика/Социальный паспорт СОШ д. Тихий Бор.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Социальный паспорт',
          rows: [
            [`Социальный паспорт ${name} на 2020-2021 учебный год`],
            [],
            ['№', 'Категория', 'Количество', 'Примечание'],
            ...categories.map(([id, value], index) => [index + 1, title(id), value]),
          ],
        },
      ],
    },
  };
}

/** Rating of schools, wide CSV in UTF-8: one row for each school and year. */
export function ratingTable(): DemoFile {
  const rows = SCHOOLS.flatMap(({ code, rating }) =>
    Object.entries(rating).map(([year, points]): Value[] => [code, Number(year), points, 100]),
  );
  return {
    path: '5 Статистика/Рейтинг школ 2018-2020.csv',
    content: {
      format: 'csv',
      encoding: 'utf-8-bom',
      rows: [['Код ОО', 'Год', title('rating-points'), title('rating-maximum')], ...rows],
    },
  };
}

/** Entrants of grade 10 and senior pupils, long CSV in windows-1251: one row for each value. */
export function grade10Table(): DemoFile {
  const rows = SCHOOLS.flatMap(({ code, grade10 }) =>
    Object.entries(grade10).flatMap(([year, [entrants, seniors]]): Value[][] => [
      [code, Number(year), title('grade10-external-entrants'), entrants],
      [code, Number(year), title('senior-pupils'), seniors],
    ]),
  );
  return {
    path: '5 Статистика/Набор в 10 класс 2019-2021.csv',
    content: {
      format: 'csv',
      encoding: 'windows-1251',
      rows: [['Код ОО', 'Год', 'Показатель', 'Значение'], ...rows],
    },
  };
}
