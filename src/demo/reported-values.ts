import { LOW_VARIABLES } from '../records/variables/low.ts';
import type { Variable } from '../records/variables/variable.ts';
import { VARIABLES } from '../records/variables/variables.ts';
import { inventedCuts, inventedValue, type Reporter } from './invented-value.ts';
import { type DemoOrganisation, ORGANISATIONS, OWN_CODE } from './organisations.ts';
import type { DemoFile, Value } from './write-file.ts';

const FOLDER = '7 Сведения организаций';

/** Years of which organisations report. */
const YEARS = [2019, 2020, 2021] as const;

/** Told by social passports, the rating and the lists of grade 10: of the year 2021 nothing of it is asked again. */
const ELSEWHERE = new Set(LOW_VARIABLES.map(({ id }) => id));

/** Reported for 1.2 by those who had teachers diagnosed. */
const DIAGNOSED = ['teachers-diagnosed-twice', 'teachers-positive-dynamics'];

/** Gaps on purpose: whole organisations that did not answer in 2021, and questions that the authority left out. */
const SILENT = new Set(['990108', '990203']);
const UNANSWERED = new Set(['upbringing-programmes', 'network-forms', 'management-reserve']);

/** What organisations and the authority report: a table a year, one row a value. */
export function reportedValues(): DemoFile[] {
  return YEARS.map(
    (year): DemoFile => ({
      path: `${FOLDER}/Показатели организаций ${year}.xlsx`,
      content: {
        format: 'xlsx',
        sheets: [
          {
            name: `${year - 1}-${year}`,
            rows: [
              ['Код ОО', 'Год', 'Показатель', 'Разрез', 'Значение'],
              ...ORGANISATIONS.filter(({ code }) => year < 2021 || !SILENT.has(code)).flatMap((one) =>
                rowsOf(one, year),
              ),
              ...rowsOf(undefined, year),
            ],
          },
        ],
      },
    }),
  );
}

function rowsOf(reporter: DemoOrganisation | undefined, year: number): Value[][] {
  return VARIABLES.filter((variable) => isAsked(variable, reporter, year)).flatMap((variable) => {
    const name = [reporter?.code ?? OWN_CODE, year, variable.title];
    return [
      [...name, null, inventedValue(variable, reporter, year)],
      ...inventedCuts(variable, reporter, year).map(({ breakdown, value }) => [...name, breakdown, value]),
    ];
  });
}

function isAsked(variable: Variable, reporter: Reporter, year: number): boolean {
  const { id, asked, askedIf } = variable;
  if (year === 2021 && UNANSWERED.has(id)) return false;
  if (!reporter) return asked.includes('municipality');
  if (!asked.includes(reporter.kind)) return false;
  if (askedIf?.respondent === reporter.kind && reporter.code !== '990108') return false;
  if (/^graduates-11/.test(id) && reporter.seniorSize === 0) return false;
  if (id === 'pupils') return year < 2021;
  return !ELSEWHERE.has(id) || (DIAGNOSED.includes(id) && reporter.size > 300);
}

/** Measures and decisions of the authority, a row a measure. */
export function measuresTable(): DemoFile {
  const rows: Value[][] = [
    [
      '1.2',
      '1.2-M1',
      'Предметные интенсивы по русскому языку и математике',
      '990103, 990104',
      '01.10.2018',
      '31.05.2019',
    ],
    ['1.2', '1.2-M3', 'Стажировка учителей в гимназии № 2', '990103', '01.11.2019', '30.04.2020'],
    ['1.1', '1.1-M1', 'Семинар экспертов о едином оценивании ВПР', null, '01.02.2020', '28.02.2020'],
    ['1.4', '1.4-M4', 'Дни открытых дверей на предприятиях', null, '01.10.2019', '20.05.2020'],
    ['2.3', '2.3-M5', 'Сопровождение индивидуальных маршрутов', '990101, 990102', '01.09.2019', '31.05.2020'],
    ['2.4', '2.4-M1', 'Школа молодого педагога', '990101, 990102, 990103', '01.10.2019', '31.05.2020'],
    ['2.4', '2.4-M2', 'Наставник рядом', '990105, 990106', '01.09.2020', null],
    ['2.5', '2.5-M4', 'Слёт волонтёрских отрядов', null, '15.03.2020', '20.03.2020'],
    ['3.1', '3.1-MD1', 'Обновление развивающей среды', '990202', '01.09.2019', '31.08.2020'],
    ['1.2', '1.2-D3', 'Обновление положений о внутренней оценке качества', null, '01.09.2020', null],
  ].map((row): Value[] => [...row, 'руководители ОО', row[5] === null ? 'идёт' : 'выполнена']);
  return {
    path: `${FOLDER}/Реестр мер.xlsx`,
    content: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Меры',
          rows: [
            ['Система', 'Вид', 'Название', 'Код ОО', 'Начало', 'Окончание', 'Адресат', 'Состояние'],
            ...rows,
          ],
        },
      ],
    },
  };
}
