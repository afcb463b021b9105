/** Values of 1.2 that a school reports for a year, by the ids of the school-year values. */
type SchoolValues = Readonly<Record<string, number>>;

/** An invented school: its keys, its size, and what it is to show. */
export interface DemoSchool {
  code: string;
  name: string;
  shortName: string;
  /** School codes in the protocols of ОГЭ and ЕГЭ; some differ, as in life. */
  ogeCode: string;
  egeCode: string;
  /** The year of its first results. */
  opened: number;
  /** Pupils of one grade: 1–9, and 10–11 (0: the school has no senior grades). */
  gradeSize: number;
  seniorSize: number;
  /** Mean mark that its pupils deserve. */
  level: { russian: number; mathematics: number; other: number };
  /** A year that went otherwise: paper and year → mean mark. */
  exceptions?: Readonly<Record<string, number>>;
  /** Papers in which scores just below a mark's border are helped over it. */
  helpedOverBorder?: readonly string[];
  /** By how much marks in the journal exceed what the pupils know. */
  generosity?: number;
  /** Social passport (социальный паспорт) of 2021; absent where the school did not send it. */
  passport?: SchoolValues;
  /** Points of the rating (of 100) by year. */
  rating: Readonly<Record<number, number>>;
  /** Grade 10: entrants from other schools, and all senior pupils, by year. */
  grade10: Readonly<Record<number, readonly [number, number]>>;
}

export const MUNICIPALITY = {
  name: 'Приозёрный муниципальный округ',
  code: 'reg99_m001',
  msu: '901',
  region: 'Энская область',
  regionCode: '99',
} as const;

const PASSPORT = [
  'pupils',
  'single-parent',
  'both-parents-unemployed',
  'single-unemployed-parent',
  'parents-without-higher-education',
  'poor-housing',
  'non-native-russian',
  'resettled',
  'offences',
  'narcology-register',
  'lessons-attended',
  'lessons-due',
  'risk-group',
  'risk-group-covered',
] as const;

function passport(...values: number[]): SchoolValues {
  return Object.fromEntries(PASSPORT.map((id, index) => [id, values[index]!]));
}

/**
 * Eight schools of an invented municipality, each with its own story for the identification year 2021:
 * an ordinary one, a strong one, low results, adverse conditions, risk zone, two small ones, too little data.
 */
export const SCHOOLS: readonly DemoSchool[] = [
  {
    code: '990101',
    name: 'МБОУ «СОШ № 1 п. Приозёрный»',
    shortName: 'СОШ № 1',
    ogeCode: '9101',
    egeCode: '9101',
    opened: 2010,
    gradeSize: 52,
    seniorSize: 26,
    level: { russian: 3.8, mathematics: 3.75, other: 3.85 },
    passport: passport(540, 130, 20, 14, 300, 40, 12, 0, 4, 0, 523_800, 540_000, 31, 30),
    rating: { 2018: 71.5, 2019: 73, 2020: 70.25 },
    grade10: { 2019: [5, 51], 2020: [6, 52], 2021: [4, 50] },
  },
  {
    code: '990102',
    name: 'МБОУ «Гимназия № 2 п. Приозёрный»',
    shortName: 'Гимназия № 2',
    ogeCode: '9102',
    egeCode: '9102',
    opened: 2010,
    gradeSize: 56,
    seniorSize: 34,
    level: { russian: 4.4, mathematics: 4.35, other: 4.4 },
    passport: passport(610, 98, 6, 5, 190, 10, 9, 0, 0, 0, 600_850, 610_000, 8, 8),
    rating: { 2018: 88, 2019: 90.5, 2020: 91 },
    grade10: { 2019: [14, 66], 2020: [12, 64], 2021: [15, 68] },
  },
  {
    code: '990103',
    name: 'МБОУ «СОШ № 3 п. Приозёрный»',
    shortName: 'СОШ № 3',
    ogeCode: '9103',
    egeCode: '9103',
    opened: 2010,
    gradeSize: 44,
    seniorSize: 18,
    level: { russian: 2.7, mathematics: 2.7, other: 3.6 },
    generosity: 0.7,
    passport: passport(455, 128, 30, 18, 300, 60, 20, 1, 7, 1, 418_600, 455_000, 58, 41),
    rating: { 2018: 54, 2019: 52.5, 2020: 51 },
    grade10: { 2019: [3, 37], 2020: [3, 35], 2021: [2, 36] },
  },
  {
    code: '990104',
    name: 'МБОУ «СОШ с. Каменка»',
    shortName: 'СОШ с. Каменка',
    ogeCode: '9104',
    egeCode: '9114',
    opened: 2010,
    gradeSize: 32,
    seniorSize: 18,
    level: { russian: 3.7, mathematics: 3.7, other: 3.7 },
    helpedOverBorder: ['vpr-4-mathematics'],
    passport: passport(330, 125, 41, 21, 262, 81, 15, 6, 9, 1, 306_900, 330_000, 47, 29),
    rating: { 2018: 60, 2019: 61.5, 2020: 63 },
    grade10: { 2019: [3, 34], 2020: [3, 35], 2021: [4, 36] },
  },
  {
    code: '990105',
    name: 'МБОУ «СОШ с. Заречье»',
    shortName: 'СОШ с. Заречье',
    ogeCode: '9105',
    egeCode: '9115',
    opened: 2010,
    gradeSize: 30,
    seniorSize: 18,
    level: { russian: 3.75, mathematics: 3.7, other: 3.75 },
    exceptions: { 'oge-mathematics|2019': 2.7 },
    passport: passport(285, 70, 12, 8, 180, 30, 4, 0, 1, 0, 273_600, 285_000, 15, 12),
    rating: { 2018: 64, 2019: 62, 2020: 65.5 },
    grade10: { 2019: [2, 33], 2020: [3, 34], 2021: [3, 35] },
  },
  {
    code: '990106',
    name: 'МКОУ «ООШ д. Луговая»',
    shortName: 'ООШ д. Луговая',
    ogeCode: '9106',
    egeCode: '',
    opened: 2010,
    gradeSize: 7,
    seniorSize: 0,
    level: { russian: 3.6, mathematics: 3.6, other: 3.7 },
    passport: passport(58, 15, 4, 2, 36, 8, 0, 0, 0, 0, 55_680, 58_000, 3, 3),
    rating: { 2018: 57, 2019: 58.5, 2020: 56 },
    grade10: {},
  },
  {
    code: '990107',
    name: 'МКОУ «СОШ д. Тихий Бор»',
    shortName: 'СОШ д. Тихий Бор',
    ogeCode: '9107',
    egeCode: '9107',
    opened: 2010,
    gradeSize: 5,
    seniorSize: 3,
    level: { russian: 3.5, mathematics: 3.4, other: 3.6 },
    passport: passport(47, 13, 3, 2, 31, 9, 0, 0, 0, 0, 45_120, 47_000, 2, 2),
    rating: { 2018: 47.5, 2019: 44, 2020: 52 },
    grade10: { 2019: [0, 7], 2020: [0, 6], 2021: [0, 6] },
  },
  {
    code: '990108',
    name: 'МБОУ «СОШ ст. Озёрная»',
    shortName: 'СОШ ст. Озёрная',
    ogeCode: '9108',
    egeCode: '9108',
    opened: 2020,
    gradeSize: 26,
    seniorSize: 16,
    level: { russian: 3.75, mathematics: 3.7, other: 3.75 },
    rating: { 2020: 66 },
    grade10: { 2021: [3, 31] },
  },
];

/** ФИС ОКО login of a school: `sch…` to 2021, `edu…` from 2022. */
export function loginOf(school: DemoSchool, year: number): string {
  return `${year >= 2022 ? 'edu' : 'sch'}${school.code}`;
}
