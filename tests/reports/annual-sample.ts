import type { AnnualChapter, AnnualIndicator, AnnualReport } from '../../src/reports/annual/annual.ts';
import { SCHOOLS } from '../../src/reports/prose/suppliers.ts';
import type { ReportSheet } from '../../src/reports/report.ts';

/** An invented municipality of fifteen schools, the year 2021: chapters full, partly filled and empty. */

const YEAR = 2021;

function indicator(
  id: string,
  title: string,
  more: Partial<AnnualIndicator> & Pick<AnnualIndicator, 'value'>,
): AnnualIndicator {
  return {
    id,
    title,
    clause: 'показатель 1',
    formula: 'часть ÷ целое',
    kind: 'share',
    numerator: null,
    denominator: null,
    previous: null,
    status: more.value === null ? 'no-data' : 'computed',
    missing: [],
    direction: 'neutral',
    reason: null,
    ...more,
  };
}

const was = (value: number, year = YEAR - 1) => ({ year, value });

export const LOW_INDICATORS: readonly AnnualIndicator[] = [
  indicator(
    'low.risk',
    'Доля школ с низкими результатами, в неблагоприятных социальных условиях, зоны риска',
    {
      value: 4 / 15,
      numerator: 4,
      denominator: 15,
      previous: was(3 / 15),
      direction: 'down',
      asked: { count: 15, supplier: SCHOOLS },
      clause: 'раздел 1.2, показатель 1',
      formula: 'школы хотя бы одной из трёх категорий ÷ все школы муниципалитета',
    },
  ),
  indicator('low.attendance', 'Доля уроков, посещённых обучающимися школ с низкими результатами', {
    value: 9113 / 10240,
    numerator: 9113,
    denominator: 10240,
    previous: was(9113 / 10240),
    direction: 'up',
    status: 'incomplete',
    asked: { count: 4, supplier: SCHOOLS },
    missing: ['Школа № 8'],
  }),
  indicator('low.group', 'Численность обучающихся «группы риска»', {
    value: 121,
    kind: 'count',
    numerator: 121,
    previous: was(140),
    direction: 'down',
  }),
  indicator('low.dynamics', 'Доля школ с ежегодной положительной динамикой', {
    value: 0,
    numerator: 0,
    denominator: 3,
    previous: was(1 / 3),
    direction: 'up',
  }),
  indicator('low.teachers', 'Доля педагогов с положительной динамикой компетенций', {
    value: null,
    reason: 'результаты повторной диагностики не загружены',
  }),
  indicator('low.register', 'Наличие обучающихся на учёте в наркологическом диспансере', {
    value: 0,
    kind: 'presence',
    previous: was(1),
  }),
  indicator('low.unused', 'Доля воспитанников', { value: null, status: 'not-applicable' }),
];

/** More columns than a page has room for. */
const PAPERS = [
  'Русский язык, 4 класс',
  'Математика, 4 класс',
  'Окружающий мир, 4 класс',
  'Русский язык, 5 класс',
  'Математика, 5 класс',
  'Русский язык, ОГЭ',
  'Математика, ОГЭ',
  'Русский язык, ЕГЭ',
  'Математика профильная, ЕГЭ',
];

const SCHOOL_NAMES = Array.from({ length: 15 }, (_, index) => `МБОУ «СОШ № ${index + 1} п. Приозёрный»`);

function matrix(papers: readonly string[], id: string, title: string): ReportSheet {
  return {
    name: id,
    title,
    lead: 'Доля низких результатов по работам; в пустых работах участников не было.',
    frozenColumns: 2,
    notes: ['Низкий результат — отметка «2» или балл ниже минимального.'],
    table: {
      id,
      empty: 'Работ нет.',
      columns: [
        { key: 'code', title: 'Код', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', wrap: true },
        ...papers.map((title, index) => ({ key: `p${index}`, title, type: 'share' as const })),
        {
          key: 'verdict',
          title: 'Вывод',
          type: 'verdict',
          tone: (value) => (value === 'зона риска' ? 'bad' : 'good'),
        },
      ],
      rows: SCHOOL_NAMES.map((name, row) => ({
        code: `9901${String(row + 1).padStart(2, '0')}`,
        name,
        ...Object.fromEntries(
          papers.map((_, index) => [
            `p${index}`,
            (row + index) % 5 === 0 ? null : ((row * 7 + index * 3) % 40) / 100,
          ]),
        ),
        verdict: row % 4 === 0 ? 'зона риска' : 'нет',
      })),
    },
  };
}

const totals: ReportSheet = {
  name: 'Итоги',
  title: 'Итоги по категориям, 2021 год',
  lead: 'Сколько школ отнесено к каждой категории.',
  table: {
    id: 'totals',
    empty: 'Школ нет.',
    columns: [
      { key: 'category', title: 'Категория', type: 'text', wrap: true },
      { key: 'yes', title: 'Да', type: 'integer' },
      { key: 'no', title: 'Нет', type: 'integer' },
      { key: 'unknown', title: 'Недостаточно данных', type: 'integer' },
      { key: 'share', title: 'Доля «да»', type: 'share', shareOf: { part: 'yes', whole: 'all' } },
    ],
    rows: [
      { category: 'Низкие результаты обучения', yes: 2, no: 12, unknown: 1, share: 2 / 15, all: 15 },
      { category: 'Неблагоприятные социальные условия', yes: 1, no: 13, unknown: 1, share: 1 / 15, all: 15 },
      { category: 'Зона риска', yes: 3, no: 12, unknown: 0, share: 3 / 15, all: 15 },
    ],
  },
  charts: [
    {
      kind: 'stacked-bar',
      title: 'Число школ по категориям',
      description:
        'Полосы показывают, сколько школ из 15 получили ответ «да», «нет» и «недостаточно данных».',
      category: 'category',
      series: [
        { key: 'yes', title: 'Да' },
        { key: 'no', title: 'Нет' },
        { key: 'unknown', title: 'Недостаточно данных' },
      ],
      axis: 'integer',
    },
  ],
};

function chapter(system: string, title: string, more: Partial<AnnualChapter> = {}): AnnualChapter {
  return {
    system,
    title,
    goals: [],
    indicators: [],
    summary: [],
    tables: [],
    recommendations: [],
    measures: [],
    ...more,
  };
}

const lacking = (titles: readonly string[]) =>
  titles.map((title, index) => indicator(`x${index}`, title, { value: null }));

export const ANNUAL_SAMPLE: AnnualReport = {
  year: YEAR,
  municipality: 'Приозёрный муниципальный округ',
  region: 'Вымышленная область',
  chapters: [
    chapter('1.1', 'Система объективности процедур оценки качества подготовки обучающихся', {
      goals: ['повысить объективность оценочных процедур;', 'сформировать доверие к их результатам.'],
      indicators: [
        indicator('obj.list', 'Доля ОО, вошедших в список с признаками необъективности', {
          value: 1 / 15,
          numerator: 1,
          denominator: 15,
          previous: was(1 / 15 - 0.0003),
          direction: 'down',
        }),
        indicator('obj.medals', 'Индекс неподтверждения медалистов', {
          value: 2 / 9,
          kind: 'index',
          numerator: 2,
          denominator: 9,
          previous: was(0.25),
          direction: 'down',
        }),
        ...lacking(['Доля предметов с общественным наблюдением при проведении процедур']),
      ],
    }),
    chapter('1.2', 'Система работы со школами с низкими результатами обучения', {
      goals: ['выявить школы, которым нужна помощь;', 'помочь им и проверить, что помощь подействовала.'],
      indicators: LOW_INDICATORS,
      summary: [
        'Вывод буквален: критерий выполнен, если выполнено условие Положения, даже когда участников мало.',
      ],
      tables: [
        totals,
        matrix(PAPERS.slice(0, 2), 'matrix-narrow', 'Доля низких результатов, 4 класс'),
        matrix(PAPERS, 'matrix-wide', 'Доля низких результатов по всем работам'),
        matrix(
          [...PAPERS, ...PAPERS.map((title) => `${title}, год назад`)],
          'matrix-split',
          'Доля низких результатов за два года',
        ),
      ],
      recommendations: [
        {
          addressee: 'руководителям школ',
          text: 'Провести диагностику предметных дефицитов в 5 классах.',
          reason: 'доля низких результатов по математике выше порога в 4 школах из 15.',
          clause: 'раздел 1.2, критерий 2',
        },
        {
          addressee: 'методической службе',
          text: 'Закрепить наставников за учителями математики.',
          reason: 'положительной динамики нет ни в одной школе из 3',
          clause: 'раздел 1.2, показатель 2',
        },
        {
          addressee: 'руководителям школ',
          text: 'Назначить ответственных за сопровождение «группы риска».',
          reason: 'в «группе риска» 121 обучающийся',
          clause: 'раздел 1.2, критерий 13',
        },
      ],
      measures: [
        {
          name: 'Меры',
          title: 'Меры и управленческие решения по системе 1.2',
          lead: '',
          table: {
            id: 'low-measures',
            empty: 'Меры не зарегистрированы.',
            columns: [
              { key: 'title', title: 'Мера', type: 'text', wrap: true },
              { key: 'schools', title: 'Школы', type: 'text', wrap: true },
              { key: 'dates', title: 'Сроки', type: 'text' },
              { key: 'state', title: 'Состояние', type: 'verdict' },
              { key: 'after', title: 'После', type: 'text', typeBy: 'unit' },
              { key: 'effect', title: 'Эффект', type: 'text', wrap: true },
            ],
            rows: [
              {
                title: 'Курсы повышения квалификации учителей математики',
                schools: 'Школа № 3, Школа № 8',
                dates: 'сентябрь 2020 — май 2021',
                state: 'завершена',
                after: 13 / 33,
                unit: 'share',
                effect: 'доля низких результатов снизилась с 31,0 % до 24,0 %',
              },
              {
                title: 'Адресная программа сопровождения',
                schools: 'все',
                dates: 'с января 2021',
                state: 'идёт',
                after: 121,
                unit: 'integer',
                effect: 'не оценивался',
              },
            ],
          },
        },
      ],
    }),
    chapter('1.3', 'Система выявления, поддержки и развития способностей и талантов', {
      goals: ['выявлять способности детей и поддерживать их.'],
      indicators: [
        indicator('gift.vsosh', 'Количество участников школьного и муниципального этапов олимпиады', {
          value: 1204,
          kind: 'count',
          previous: was(1200),
          direction: 'up',
        }),
        ...lacking(['Доля детей 5–18 лет, охваченных дополнительным образованием']),
      ],
    }),
    chapter('1.4', 'Система работы по самоопределению и профессиональной ориентации', {
      indicators: lacking(['Доля выпускников, поступивших по профилю обучения']),
    }),
    chapter('2.1', 'Объективность процедур оценки качества и олимпиад школьников'),
    chapter('2.2', 'Мониторинг эффективности руководителей образовательных организаций'),
    chapter('2.3', 'Мониторинг качества дополнительного профессионального образования педагогов'),
    chapter('2.4', 'Система методической работы'),
    chapter('2.5', 'Система организации воспитания и социализации обучающихся'),
    chapter('3.1', 'Мониторинг качества дошкольного образования'),
  ],
  method: ['Правила: Положение о МСОКО. Все пороги — по Положению, ничего не заменено.'],
  methodTables: [],
  sources: [
    {
      file: 'ВПР 2021, русский язык, 4 класс.xlsx',
      layout: 'ВПР: протокол региона',
      covers: 'ВПР, русский язык, 4 класс, 2021',
      records: 412,
    },
    { file: 'значения школ <2021>.csv', layout: 'Значения школ за год', covers: '15 школ', records: 285 },
  ],
};

/** What an analyst may write. */
export const TEXTS = new Map([
  ['введение', 'Этот отчёт подготовил **отдел оценки качества**.\n\nСм. [сайт](https://example.ru/msoko).'],
  [
    '1.2',
    `Год был особенным.

## Перед таблицами

В *октябре* изменился состав участников:

- закрыта одна школа;
- открыт филиал:
  1. в посёлке;
  2. в городе.

## Выводы

### По школам

> Помощь нужна прежде всего сельским школам.

| Школа | Что сделано |
|---|---|
| № 3 | назначен куратор |
`,
  ],
  ['заключение', 'Работа будет продолжена.'],
]);
