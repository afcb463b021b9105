import { z } from 'zod';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import { code, page, part, table } from './markdown.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const TITLES: Record<RecordKind, string> = {
  results: 'результат участника в одной работе',
  distributions: 'сколько участников получило каждую отметку или балл',
  'bias-markers': 'отметка в списке школ с признаками необъективности',
  'olympiad-results': 'участник этапа олимпиады',
  'medal-candidates': 'претендент на медаль',
  admissions: 'куда поступил выпускник',
  'school-years': 'показатель школы за год',
  observations: 'значение для показателя системы',
  measures: 'мера или управленческое решение',
  roster: 'организация в реестре',
};

const TYPES: Record<string, string> = {
  string: 'текст',
  integer: 'целое число',
  number: 'число',
  boolean: 'да или нет',
  array: 'список',
  object: 'значения по именам',
  null: 'пусто',
};

/** The fields of every kind of record that an import stores. */
export function recordsPage(): string {
  return page(
    'Записи рабочего каталога',
    'Что хранится в папке `imports`: по файлу NDJSON на вид записей, одна запись в строке. Точное описание для программ — `msoko schema ЗАПИСЬ` (JSON Schema).',
    RECORD_KINDS.map((kind) =>
      part(2, `${kind}: ${TITLES[kind]}`, fieldTable(z.toJSONSchema(RECORD_SCHEMAS[kind]))),
    ),
  );
}

function fieldTable({ properties = {}, required = [] }: Schema): string {
  return table(
    ['Поле', 'Значение', 'Нужно', 'Что это'],
    Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
      code(name),
      typeText(schema),
      required.includes(name) ? 'да' : '',
      schema.description ?? '',
    ]),
  );
}

function typeText({ type, anyOf, enum: words, minimum, maximum, pattern }: Schema): string {
  if (anyOf) return anyOf.map((one) => typeText(one as Schema)).join(' или ');
  if (words) return words.map((word) => code(String(word))).join(', ');
  const name = TYPES[String(type)] ?? String(type);
  if (pattern && pattern.length < 60) return `${name} вида ${code(pattern)}`;
  const bounded = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (bounded(minimum) && bounded(maximum)) return `${name}, ${minimum}…${maximum}`;
  return bounded(minimum) ? `${name}, не меньше ${minimum}` : name;
}
