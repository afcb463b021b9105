import { SCHOOLS } from './municipality.ts';

/** An organisation of the demo as its own records describe it: enough to invent what it reports. */
export interface DemoOrganisation {
  code: string;
  name: string;
  shortName: string;
  kind: 'school' | 'preschool' | 'additional';
  /** Pupils or children. */
  size: number;
  /** Pupils of one grade, 1–9 and 10–11; zero beyond schools. */
  gradeSize: number;
  seniorSize: number;
}

const KINDERGARTENS: readonly (readonly [code: string, name: string, short: string, size: number])[] = [
  ['990201', 'МБДОУ «Детский сад № 1 „Ромашка“»', 'ДС № 1', 168],
  ['990202', 'МБДОУ «Детский сад № 2 „Солнышко“»', 'ДС № 2', 120],
  ['990203', 'МБДОУ «Детский сад с. Каменка»', 'ДС с. Каменка', 46],
];

/** Schools, kindergartens and a centre of additional education of the invented municipality. */
export const ORGANISATIONS: readonly DemoOrganisation[] = [
  ...SCHOOLS.map(
    ({ code, name, shortName, passport, gradeSize, seniorSize }): DemoOrganisation => ({
      ...{ code, name, shortName, kind: 'school', gradeSize, seniorSize },
      size: passport?.pupils ?? gradeSize * 9 + seniorSize * 2,
    }),
  ),
  ...KINDERGARTENS.map(
    ([code, name, shortName, size]): DemoOrganisation => ({
      ...{ code, name, shortName, kind: 'preschool', size, gradeSize: 0, seniorSize: 0 },
    }),
  ),
  {
    code: '990301',
    name: 'МБУ ДО «Дом детского творчества»',
    shortName: 'ДДТ',
    kind: 'additional',
    size: 640,
    gradeSize: 0,
    seniorSize: 0,
  },
];

/** Children of 5–18 years in the municipality, by its population records. */
export const CHILDREN_5_18 = 3120;

/** How a plain table names the municipality itself. */
export const OWN_CODE = 'муниципалитет';
