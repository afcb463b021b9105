import type {
  CategoryAnswer,
  CriterionVerdict,
  RiskSchools,
  SchoolVerdict,
  Verdict,
  YearEvidence,
} from '../../src/regulation/verdict.ts';
import type { CriterionText, DynamicsLine, LowContext } from '../../src/reports/low/context.ts';

/** Five invented schools with varied verdicts, for the identification year 2021. */

const WINDOW = [2018, 2019, 2020];

const RESULTS: readonly [id: string, title: string, threshold: string][] = [
  ['low.vpr4-russian-low', 'ВПР «Русский язык», 4 класс', '«2» — 20 % и более, или нет «5»'],
  ['low.vpr4-mathematics-low', 'ВПР «Математика», 4 класс', '«2» — 20 % и более, или нет «5»'],
  ['low.vpr4-world-around-low', 'ВПР «Окружающий мир», 4 класс', '«2» — 20 % и более, или нет «5»'],
  ['low.ege-russian-low', 'ЕГЭ «Русский язык»', 'ниже 24 баллов — 30 % и более, или нет 81+'],
  [
    'low.ege-mathematics-profile-low',
    'ЕГЭ «Математика (профильная)»',
    'ниже 27 баллов — 30 % и более, или нет 81+',
  ],
  ['low.oge-mathematics-low', 'ОГЭ «Математика»', '«2» — 30 % и более, или нет «5»'],
  ['low.oge-russian-low', 'ОГЭ «Русский язык»', '«2» — 30 % и более, или нет «5»'],
  ['low.vpr56-two-papers-low', 'ВПР, 5 и 6 классы, две работы и более', '«2» — 30 % и более, или нет «5»'],
];

const RISK: readonly [string, string, string][] = [
  ['low.grade10-external-entrants-low', 'Зачисленные в 10 класс из других ОО', 'менее 5 %'],
  ['low.school-rating-below-half', 'Рейтинг эффективности', 'менее 50 % от максимума'],
];

const INFORMATION: readonly [string, string, string][] = [
  ['low.lesson-attendance-share', 'Посещённые уроки', 'порога нет'],
  ['low.risk-group-pupil-share', 'Обучающиеся «группы риска»', 'порога нет'],
  ['low.risk-group-covered-share', 'Охват «группы риска»', 'порога нет'],
];

const ADVERSE: readonly [string, string, string][] = [
  ['low.single-parent-share', 'Неполные семьи', 'более 30 %'],
  ['low.both-parents-unemployed-share', 'Оба родителя безработные', 'более 10 %'],
  ['low.single-unemployed-parent-share', 'Единственный родитель безработный', 'более 5 %'],
  ['low.no-higher-education-parents-share', 'Родители без высшего образования', 'более 70 %'],
  ['low.poor-housing-share', 'Неблагоустроенное жильё', 'более 20 %'],
  ['low.non-native-russian-count', 'Русский язык не родной', 'больше нуля'],
  ['low.resettled-pupil-count', 'Переселенцы', 'больше нуля'],
  ['low.offence-count', 'Правонарушения', 'больше нуля'],
  ['low.narcology-register-presence', 'Наркологический учёт', 'больше нуля'],
];

export const CRITERIA: readonly CriterionText[] = (
  [
    ['low-results', RESULTS],
    ['risk-zone', RISK],
    ['information', INFORMATION],
    ['adverse', ADVERSE],
  ] as const
)
  .flatMap(([category, list]) => list.map((entry) => ({ category, entry })))
  .map(({ category, entry: [id, title, thresholdText] }, index) => ({
    id,
    number: index + 1,
    title,
    clause: '1.2, показатель 1',
    text: `Процентная доля обучающихся по критерию «${title}», порог: ${thresholdText}, не менее 2 учебных лет из последних 3 учебных лет, предшествующих году проведения идентификации.`,
    formula: 'число с низким результатом ÷ число участников',
    thresholdText,
    windowText:
      category === 'adverse' ? 'год перед годом идентификации' : '2 года из 3 до года идентификации',
    category,
    role: `${category}: вымышленное правило`,
  }));

function yearOf(year: number, low: number, participants: number, top: number, limit: number): YearEvidence {
  const isLow = low / participants >= limit;
  return {
    year,
    verdict: isLow || top === 0 ? 'met' : 'not-met',
    branches: [...(isLow ? (['low-share'] as const) : []), ...(top === 0 ? (['no-top'] as const) : [])],
    participants,
    low,
    top,
    share: low / participants,
    interval: [Math.max(0, low / participants - 0.18), Math.min(1, low / participants + 0.22)],
    certainty: participants >= 20 ? 'certain' : participants >= 10 ? 'likely' : 'uncertain',
    reason: null,
    basis: 'results',
  };
}

function emptyYear(year: number, reason: string): YearEvidence {
  return {
    year,
    verdict: 'no-data',
    branches: [],
    participants: null,
    low: null,
    top: null,
    share: null,
    interval: null,
    certainty: null,
    reason,
    basis: null,
  };
}

function yearsOf(id: string, verdict: Verdict, size: number): YearEvidence[] {
  if (verdict === 'not-applicable') return [];
  if (verdict === 'insufficient-data') {
    return WINDOW.map((year) => emptyYear(year, 'за этот год результаты не загружены'));
  }
  if (id.endsWith('-count') || id.endsWith('-presence')) {
    return [
      {
        ...emptyYear(2020, ''),
        verdict: verdict === 'met' ? 'met' : 'not-met',
        low: verdict === 'met' ? 3 : 0,
        branches: verdict === 'met' ? ['low-share'] : [],
        reason: null,
        basis: 'school-years',
      },
    ];
  }
  if (id === 'low.vpr56-two-papers-low') {
    return [2019, 2020].map((year) => ({
      ...emptyYear(year, ''),
      reason: null,
      verdict: verdict === 'met' ? 'met' : 'not-met',
      basis: 'results',
      certainty: 'likely',
      papers: ['Русский язык, 5 класс', 'Математика, 6 класс'].map((paper) => ({
        paper,
        verdict: verdict === 'met' ? 'met' : 'not-met',
        branches: verdict === 'met' ? ['low-share'] : [],
        participants: size,
        low: Math.ceil(size * (verdict === 'met' ? 0.4 : 0.1)),
        top: 2,
        share: Math.ceil(size * (verdict === 'met' ? 0.4 : 0.1)) / size,
      })),
    }));
  }
  const low = Math.ceil(size * (verdict === 'met' ? 0.35 : 0.08));
  return WINDOW.map((year, index) =>
    year === 2020 && id.includes('oge')
      ? emptyYear(year, 'в 2020 году ОГЭ не проводился')
      : yearOf(year, low, size + index, verdict === 'met' && index === 1 && /vpr4|oge/.test(id) ? 0 : 3, 0.2),
  );
}

function schoolOf(
  school: string,
  name: string,
  size: number,
  answers: readonly [CategoryAnswer, CategoryAnswer, CategoryAnswer],
  verdicts: Readonly<Record<string, Verdict>>,
): SchoolVerdict {
  const criteria = CRITERIA.map(({ id, category }): CriterionVerdict => {
    const verdict = verdicts[id] ?? (category === 'information' ? 'information' : 'not-met');
    const years = yearsOf(id, verdict, size);
    return {
      id,
      verdict,
      window: WINDOW,
      required: 2,
      years,
      certainty: verdict === 'met' ? (years.find((year) => year.certainty)?.certainty ?? null) : null,
      reason: verdict === 'not-applicable' ? 'в школе нет таких классов' : null,
    };
  });
  const metOf = (category: CriterionText['category']) =>
    criteria
      .filter(
        ({ id, verdict }) =>
          verdict === 'met' && CRITERIA.some((text) => text.id === id && text.category === category),
      )
      .map(({ id }) => id);
  const because = {
    lowResults: metOf('low-results'),
    adverseConditions: metOf('adverse'),
    riskZone: metOf('risk-zone'),
  };
  const sure = (ids: readonly string[]) => criteria.find(({ id }) => id === ids[0])?.certainty ?? null;
  return {
    school,
    name,
    lowResults: answers[0],
    adverseConditions: answers[1],
    riskZone: answers[2],
    because,
    certainty: {
      lowResults: sure(because.lowResults),
      adverseConditions: sure(because.adverseConditions),
      riskZone: sure(because.riskZone),
    },
    criteria,
  };
}

const NO_SENIOR: Record<string, Verdict> = {
  'low.ege-russian-low': 'not-applicable',
  'low.ege-mathematics-profile-low': 'not-applicable',
  'low.grade10-external-entrants-low': 'not-applicable',
};

const SCHOOLS = [
  schoolOf('990101', 'МБОУ «Средняя школа посёлка Приморский»', 48, ['no', 'no', 'no'], {}),
  schoolOf('990102', 'МБОУ «Средняя школа посёлка Лесной»', 24, ['yes', 'no', 'yes'], {
    'low.vpr4-mathematics-low': 'met',
    'low.oge-mathematics-low': 'met',
    'low.vpr56-two-papers-low': 'met',
    'low.school-rating-below-half': 'met',
  }),
  schoolOf('990103', 'МБОУ «Основная школа села Дальнее»', 6, ['yes', 'yes', 'insufficient-data'], {
    ...NO_SENIOR,
    'low.vpr4-russian-low': 'met',
    'low.school-rating-below-half': 'insufficient-data',
    'low.single-parent-share': 'met',
    'low.poor-housing-share': 'met',
    'low.offence-count': 'met',
  }),
  schoolOf(
    '990104',
    'МБОУ «Начальная школа — детский сад села Речное»',
    4,
    ['insufficient-data', 'insufficient-data', 'insufficient-data'],
    {
      ...NO_SENIOR,
      'low.oge-mathematics-low': 'not-applicable',
      'low.oge-russian-low': 'not-applicable',
      'low.vpr56-two-papers-low': 'not-applicable',
      'low.vpr4-russian-low': 'insufficient-data',
      'low.vpr4-mathematics-low': 'insufficient-data',
      'low.single-parent-share': 'insufficient-data',
      'low.school-rating-below-half': 'insufficient-data',
    },
  ),
  schoolOf('990105', '=ОО «Школа № 5» @ посёлок', 15, ['no', 'yes', 'no'], {
    'low.both-parents-unemployed-share': 'met',
    'low.no-higher-education-parents-share': 'met',
  }),
];

export const RISK_SCHOOLS: RiskSchools = {
  year: 2021,
  rules: '2021-literal',
  parameters: {},
  schools: SCHOOLS,
  summary: { schools: 5, lowResults: 2, adverseConditions: 2, riskZone: 1, any: 3, share: 0.6, undecided: 1 },
};

const PAPERS = [
  ['ВПР', 'ВПР · Русский язык, 4 класс'],
  ['ВПР', 'ВПР · Математика, 4 класс'],
  ['ВПР', 'ВПР · Окружающий мир, 4 класс'],
  ['ОГЭ', 'ОГЭ · Русский язык'],
  ['ОГЭ', 'ОГЭ · Математика'],
  ['ЕГЭ', 'ЕГЭ · Русский язык'],
  ['ЕГЭ', 'ЕГЭ · Математика (профильная)'],
] as const;

const DYNAMICS: readonly DynamicsLine[] = SCHOOLS.slice(0, 3).flatMap(({ school, name }, place) =>
  PAPERS.flatMap(([procedure, paper], index) =>
    [2018, 2019, 2020, 2021].map((year): DynamicsLine => {
      const line = { school, name, procedure, paper, year };
      if (procedure === 'ОГЭ' && year === 2020) {
        return {
          ...line,
          participants: null,
          low: null,
          lowShare: null,
          top: null,
          topShare: null,
          mean: null,
        };
      }
      const participants = 30 - 10 * place + index;
      const low = 1 + ((year + index * 2 + place) % 5);
      const top = (year + index) % 4;
      return {
        ...line,
        participants,
        low,
        lowShare: low / participants,
        top,
        topShare: top / participants,
        mean: procedure === 'ЕГЭ' ? 58.25 + index : 3.4 + index / 10,
      };
    }),
  ),
);

export const LOW_CONTEXT: LowContext = {
  municipality: 'Приморский муниципальный округ (вымышленный)',
  region: 'Вымышленная область',
  criteria: CRITERIA,
  methods: [
    {
      name: 'Минимальный балл ЕГЭ по русскому языку',
      value: '24',
      clause: '1.2, показатель 1',
      source: 'приказ о минимальных баллах, вымышленный для примера',
    },
    {
      name: 'Порог низких результатов ВПР в 4 классе',
      value: '25 % (в методике 20 %)',
      clause: '1.2, показатель 1',
      source: 'msoko.json',
      overridden: true,
    },
  ],
  indicators: [
    {
      id: 'low.low-result-or-adverse-or-risk-school-share',
      title: 'Доля школ с низкими результатами, в неблагоприятных условиях, зоны риска',
      clause: '1.2, показатель 1',
      numerator: 3,
      denominator: 5,
      value: 0.6,
      status: 'incomplete',
      note: 'для одной школы данных недостаточно',
    },
    {
      id: 'low.support-school-teacher-dynamics-share',
      title: 'Доля педагогов с положительной динамикой компетенций',
      clause: '1.2, показатель 3',
      numerator: null,
      denominator: null,
      value: null,
      status: 'no-data',
      note: 'заполните форму сбора раздела 1.2',
    },
  ],
  dynamics: DYNAMICS,
  sources: [
    {
      school: '490101',
      name: 'МБОУ СОШ № 1',
      criterion: '1. ВПР, русский язык, 4 класс',
      year: 2018,
      what: 'ВПР · Русский язык, 4 класс',
      file: 'ВПР/2018/РУ 4 Статистика по отметкам.xlsx',
    },
  ],
  completeness: [
    {
      school: '990104',
      name: 'МБОУ «Начальная школа — детский сад села Речное»',
      criterion: 'ВПР «Русский язык», 4 класс',
      year: 2019,
      reason: 'нет результатов ВПР за 2019 год',
      remedy: 'загрузите выгрузку ФИС ОКО за 2019 год: msoko import fis-oko ФАЙЛ',
    },
  ],
};
