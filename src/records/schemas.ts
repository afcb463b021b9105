import { z } from 'zod';
import { OLYMPIAD_STAGES } from './olympiad.ts';
import { procedureSchema } from './procedure.ts';
import { yearSchema } from './year.ts';

/** Where a record stood in its file: name of the sheet (empty for CSV) and 1-based row. */
export const placeSchema = z
  .tuple([z.string(), z.int().min(1)])
  .describe('Где стояла запись: лист (пусто для CSV) и строка, считая с 1');

const school = z
  .string()
  .min(1)
  .max(64)
  .describe('Код ОО (школы) по реестру, либо ключ из файла, если школы в реестре не было');
const subject = z
  .string()
  .regex(/^[a-z][a-z-]*$/)
  .describe('Предмет, например russian, mathematics-profile');
const grade = z.int().min(1).max(12);
const mark = z.int().min(2).max(5).describe('Отметка, 2…5');
const pseudonym = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .describe('HMAC-SHA-256 (128 бит, base64url): псевдоним участника');
const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Nothing of a municipality or a region counts more: longer numbers are documents in the wrong column. */
export const MOST = 99_999_999;
const headcount = z.int().min(0).max(MOST);
const counted = z.record(z.string(), z.number().min(0).max(MOST));

/** One participant (участник) in one paper. An absent participant has no record. */
export const resultSchema = z.strictObject({
  year: yearSchema,
  procedure: procedureSchema,
  subject,
  grade: grade.optional().describe('Класс программы, по которой написана работа'),
  gradeWritten: grade
    .optional()
    .describe('Класс, в котором участник писал работу, если он другой (ВПР 2020 осенью)'),
  date: isoDate.optional().describe('День экзамена, если он указан'),
  school,
  class: z.string().max(16).optional().describe('Класс с буквой, как в файле'),
  participant: pseudonym,
  person: pseudonym
    .optional()
    .describe('Псевдоним нормализованного полного имени, для сопоставления внутри школы и года'),
  document: pseudonym.optional().describe('Псевдоним номера документа'),
  primaryScore: z.number().min(0).max(1000).optional().describe('Первичный балл'),
  maximumScore: z
    .number()
    .min(1)
    .max(1000)
    .optional()
    .describe('Максимальный первичный балл, если назван в файле'),
  testScore: z.number().min(0).max(100).optional().describe('Тестовый балл ЕГЭ, 0…100'),
  mark: mark.optional(),
  journalMark: mark.nullable().optional().describe('Отметка по журналу; null — в файле не отметка'),
  gender: z.enum(['f', 'm']).optional(),
  variant: z.string().max(16).optional(),
  tasks: z
    .array(z.number().nullable())
    .optional()
    .describe('Баллы по заданиям в порядке файла; null — не приступал'),
  status: z
    .enum(['valid', 'no-result', 'annulled'])
    .describe('valid — есть результат; no-result — в файле результата нет'),
  at: placeSchema,
});

/** Marks or primary scores of a group in one paper (ФИС ОКО, «Аналитика»). */
export const distributionSchema = z.strictObject({
  year: yearSchema,
  procedure: procedureSchema,
  subject,
  grade: grade.optional(),
  gradeWritten: grade.optional(),
  date: isoDate.optional().describe('Дата отчёта, если указана'),
  unit: z.enum(['country', 'region', 'municipality', 'school']),
  code: z.string().min(1).describe('Код ОО, код муниципалитета или название группы'),
  schools: z.int().min(0).max(MOST).optional().describe('Количество ОО в группе'),
  participants: headcount,
  maximumScore: z.number().min(1).optional(),
  scale: z.enum(['percent', 'fraction', 'count']).optional().describe('В чём опубликованы marks и scores'),
  marks: counted.optional().describe('Отметки 2…5, как опубликованы'),
  scores: counted.optional().describe('Первичные баллы, как опубликованы'),
  journal: z
    .strictObject({ lowered: headcount, confirmed: headcount, raised: headcount })
    .optional()
    .describe('Сравнение с отметкой по журналу, человек'),
  tasks: counted.optional(),
  at: placeSchema,
});

/** A mark of the published list of schools with signs of biased results (признаки необъективности). */
export const biasMarkerSchema = z.strictObject({
  year: yearSchema,
  school,
  procedure: procedureSchema,
  paper: z.string().min(1),
  marker: z.boolean(),
  at: placeSchema,
});

/** One value of a school in a year: social passport, statistics, rating. Never about one pupil. */
export const schoolYearSchema = z.strictObject({
  year: yearSchema,
  school,
  variable: z.string().regex(/^[a-z][a-z0-9-]*$/),
  value: z.number().min(-MOST).max(MOST),
  at: placeSchema,
});

/** A school (образовательная организация, ОО) and every key by which exports name it. */
export const rosterSchema = z.strictObject({
  year: yearSchema.optional(),
  code: z.string().min(1).max(64),
  name: z.string().min(1),
  shortName: z.string().optional(),
  logins: z.array(z.string()).optional().describe('Логины ФИС ОКО'),
  ogeCode: z.string().optional(),
  egeCode: z.string().optional(),
  kind: z.enum(['school', 'preschool', 'additional']).optional(),
  grades: z.tuple([grade, grade]).optional().describe('Первый и последний класс, в которых школа учит'),
  municipality: z.string().optional(),
  region: z.string().optional(),
  activeFrom: yearSchema.optional(),
  activeTo: yearSchema.optional(),
  at: placeSchema,
});

/** One participant in one stage of an olympiad (этап олимпиады). An absent participant has no record. */
export const olympiadResultSchema = z.strictObject({
  year: yearSchema,
  olympiad: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('Олимпиада: vsosh — всероссийская олимпиада школьников, иначе её имя латиницей'),
  stage: z.enum(OLYMPIAD_STAGES).describe('Этап: школьный, муниципальный, региональный, заключительный'),
  subject,
  grade: grade.optional().describe('Класс участия: за какой класс выполнены задания'),
  gradeOwn: grade.optional().describe('Класс, в котором участник учится'),
  school,
  participant: pseudonym,
  person: pseudonym.optional().describe('Псевдоним нормализованного полного имени'),
  document: pseudonym.optional().describe('Псевдоним номера документа'),
  score: z.number().min(0).max(10_000).optional().describe('Балл после апелляции'),
  maximum: z.number().min(1).max(10_000).optional().describe('Максимальный балл, если назван в файле'),
  status: z.enum(['winner', 'prize-winner', 'participant']).describe('Победитель, призёр, участник'),
  at: placeSchema,
});

/** A graduate with the final marks that a medal needs (претендент на медаль), whatever came of it. */
export const medalCandidateSchema = z.strictObject({
  year: yearSchema,
  school,
  participant: pseudonym,
  person: pseudonym.optional().describe('Псевдоним нормализованного полного имени'),
  document: pseudonym.optional().describe('Псевдоним номера документа'),
  degree: z.int().min(1).max(2).optional().describe('Степень медали; до 2024 года степеней не было'),
  status: z
    .enum(['candidate', 'awarded', 'refused'])
    .describe('Претендент (решения ещё нет), награждён, отказано'),
  at: placeSchema,
});

/** Where a graduate went on to (поступление): one person, or, without a pseudonym, one row of a list. */
export const admissionSchema = z.strictObject({
  year: yearSchema,
  school,
  participant: pseudonym.optional(),
  person: pseudonym.optional().describe('Псевдоним нормализованного полного имени'),
  document: pseudonym.optional().describe('Псевдоним номера документа'),
  grade: z.int().min(9).max(12).describe('Какой класс окончил'),
  destination: z
    .enum(['vocational', 'higher', 'grade-10', 'work', 'other'])
    .describe('ПОО (СУЗ), вуз, 10 класс, работа, иное'),
  profile: z.boolean().optional().describe('Поступил по профилю обучения'),
  at: placeSchema,
});

/** A counted fact for an indicator that no state export holds (наблюдение). Never about one person. */
export const observationSchema = z.strictObject({
  year: yearSchema,
  unit: z.enum(['municipality', 'school']).describe('О ком: муниципалитет или организация'),
  code: z.string().min(1).describe('Код ОО; для муниципалитета его название или municipality'),
  variable: z.string().regex(/^[a-z][a-z0-9-]*$/),
  breakdown: z
    .string()
    .regex(/^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*$/)
    .optional()
    .describe('Разрез, например level:noo; без него — всего'),
  value: z.number().min(-MOST).max(MOST),
  at: placeSchema,
});

/** A measure or a management decision (мера, управленческое решение) of a section's menu. */
export const measureSchema = z.strictObject({
  year: yearSchema.describe('Учебный год, в котором мера началась'),
  system: z.string().regex(/^\d\.\d$/),
  kind: z
    .string()
    .regex(/^\d\.\d-(M|D|MD)\d{1,2}$/)
    .describe('Вид из меню раздела, например 2.4-M1'),
  title: z.string().min(1).max(500),
  schools: z.array(school).describe('Коды ОО; пусто — все'),
  from: isoDate,
  to: isoDate.optional(),
  addressee: z.string().max(200).optional(),
  status: z
    .enum(['planned', 'running', 'done', 'cancelled'])
    .describe('Запланирована, идёт, выполнена, отменена'),
  at: placeSchema,
});

/** Every kind of record that an import may hold, by the name of its NDJSON file. */
export const RECORD_SCHEMAS = {
  results: resultSchema,
  distributions: distributionSchema,
  'bias-markers': biasMarkerSchema,
  'olympiad-results': olympiadResultSchema,
  'medal-candidates': medalCandidateSchema,
  admissions: admissionSchema,
  'school-years': schoolYearSchema,
  observations: observationSchema,
  measures: measureSchema,
  roster: rosterSchema,
} as const;

export type RecordKind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]>;
export type ResultRecord = RecordOf<'results'>;
export type DistributionRecord = RecordOf<'distributions'>;
export type BiasMarkerRecord = RecordOf<'bias-markers'>;
export type OlympiadResultRecord = RecordOf<'olympiad-results'>;
export type MedalCandidateRecord = RecordOf<'medal-candidates'>;
export type AdmissionRecord = RecordOf<'admissions'>;
export type SchoolYearRecord = RecordOf<'school-years'>;
export type ObservationRecord = RecordOf<'observations'>;
export type MeasureRecord = RecordOf<'measures'>;
export type RosterRecord = RecordOf<'roster'>;

export const RECORD_KINDS = Object.keys(RECORD_SCHEMAS) as RecordKind[];
