import { loginOf, MUNICIPALITY, SCHOOLS } from './municipality.ts';
import { ORGANISATIONS } from './organisations.ts';
import { SURNAMES } from './pupils.ts';
import type { DemoFile, Value } from './write-file.ts';

/** The roster (реестр школ): every key by which exports name a school. */
export function roster(): DemoFile {
  return {
    path: '1 Реестр школ/Реестр школ.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Реестр',
          rows: [
            [
              ...['Код ОО', 'Логин ФИС ОКО', 'Код ОГЭ', 'Код ЕГЭ', 'Наименование', 'Краткое наименование'],
              ...['Вид', 'Классы', 'Муниципалитет', 'Регион'],
            ],
            ...SCHOOLS.map((school): Value[] => [
              ...[school.code, `${loginOf(school, 2021)}, ${loginOf(school, 2022)}`],
              ...[school.ogeCode, school.egeCode || null, school.name, school.shortName],
              ...['школа', school.seniorSize > 0 ? '1–11' : '1–9', MUNICIPALITY.name, MUNICIPALITY.region],
            ]),
            ...ORGANISATIONS.filter(({ kind }) => kind !== 'school').map((one): Value[] => [
              ...[one.code, null, null, null, one.name, one.shortName],
              ...[one.kind === 'preschool' ? 'детский сад' : 'дополнительное образование', null],
              ...[MUNICIPALITY.name, MUNICIPALITY.region],
            ]),
          ],
        },
      ],
    },
  };
}

/** Contextual survey (сбор контекстных данных) of 2022: it joins the login to the codes of ОГЭ and ЕГЭ. */
export function survey(): DemoFile {
  const common = ['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа', 'Дата загрузки'];
  const commonCells = SCHOOLS.map((school): Value[] => {
    const { region, regionCode, name, code } = MUNICIPALITY;
    const login = loginOf(school, 2022);
    return [
      ...[login, Number(regionCode), `reg${regionCode}0000 | ${region}`, `${code} | ${name}`],
      ...[`${login} | ${school.name}`, '21.02.2022 09:30:00'],
    ];
  });
  const general: Value[][] = [
    [
      ...[...common, '№', '1. ПОЛНОЕ наименование образовательной организации (согласно Уставу)'],
      ...['2.\tСОКРАЩЕННОЕ наименование образовательной организации', '3. ФИО директора (полностью)'],
      ...['4. Телефон ОО', '5. E-mail ОО', '6. ИНН', '7. Код ОГЭ', '8. Код ЕГЭ', '9. Статус ОО'],
      ...['10. Наличие филиалов', '11. Организационно-правовая форма ОО', '12. Индекс', '13. Адрес ОО'],
      ...['14. Где расположена ОО', '15. Численность населения', '16. Транспортная доступность'],
    ],
    ...SCHOOLS.map((school, index): Value[] => [
      ...[...commonCells[index]!, index + 1, school.name, school.shortName],
      ...[`${SURNAMES[index]} Иван Олегович`, 70_000_000_000 + index, `school${index + 1}@example.org`, null],
      ...[Number(school.ogeCode), school.egeCode ? Number(school.egeCode) : null, '1) Юридическое лицо'],
      ...['2) Нет', '2) Муниципальная организация', '999000', 'Энская область'],
      ...[index < 3 ? '3) Посёлок городского типа' : '4) Населённый пункт сельского типа'],
      ...['2) До 10 тыс. чел', '1) Автобус'],
    ]),
  ];
  const activity: Value[][] = [
    [...common, '17.1. Начальное общее образование', '17.2. Основное общее образование'].concat(
      '17.3. Среднее общее образование',
    ),
    ...SCHOOLS.map((school, index): Value[] => [
      ...[...commonCells[index]!, 'Да', 'Да', school.seniorSize ? 'Да' : 'Нет'],
    ]),
  ];
  return {
    path: '1 Реестр школ/Сбор контекстных данных об ОО 2022.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        { name: 'Общая информация об ОО', rows: general },
        { name: 'ОБРАЗОВАТЕЛЬНАЯ ДЕЯТЕЛЬНОСТЬ ОО', rows: activity },
      ],
    },
  };
}

/** The published list of schools with markers of biased ВПР results (признаки необъективности). */
export function biasMarkers(): DemoFile {
  const helped = SCHOOLS.find(({ helpedOverBorder }) => helpedOverBorder)!;
  const row = (year: string, marker4: Value, marker5: Value): Value[] => [
    ...[year, loginOf(helped, 2022), MUNICIPALITY.name, helped.name],
    ...[null, marker4, marker5, null, Number(marker4) + Number(marker5)],
  ];
  return {
    path: '2 ФИС ОКО/Признаки необъективности.xlsx',
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Признаки необъективности папка ',
          rows: [
            ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'],
            row('2019', 1, null),
            row('2021', 1, 1),
          ],
        },
      ],
    },
  };
}
