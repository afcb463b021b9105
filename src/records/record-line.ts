import { z } from 'zod';
import { type ByteText, putAscii, putByte, putBytes } from './byte-text.ts';
import { foundOrMade } from './found-or-made.ts';
import { memo } from './memo.ts';
import { RECORD_SCHEMAS, type RecordKind } from './schemas.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Appends the JSON of a value; `false`, and anything appended, where the schema does not admit it. */
type Write = (value: unknown, into: ByteText) => boolean;

/** Keywords that are understood here; the last ones ask nothing of a value. */
const KEYWORDS = new Set([
  ...['type', 'anyOf', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties'],
  ...['$schema', 'description', 'propertyNames'],
]);

/** Patterns made of these signs alone match no text in which JSON escapes anything, and none beyond ASCII. */
const ASKS_PLAIN_TEXT = /^\^(?:[\w\-[\]{}*+?,():|]|\\d)+\$$/;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

const writers = new Map<RecordKind, Write>();

/**
 * Checks a record and appends its JSON.
 * @returns what is wrong with it; nothing is appended then
 */
export function putRecord(kind: RecordKind, record: object, into: ByteText): z.core.$ZodIssue | undefined {
  if (putConforming(kind, record, into)) return undefined;
  const fault = RECORD_SCHEMAS[kind].safeParse(record).error?.issues[0];
  if (!fault) putBytes(into, jsonBytes(record));
  return fault;
}

/**
 * Checks a record and puts it in JSON at one go, for records by the million: what `JSON.stringify` gives, where
 * `msoko schema` admits the record. The answer may also be no where it is not told quickly; the schema itself then
 * decides, and says what is wrong.
 * @param into what the JSON is appended to, where it is admitted: texts are put together of pieces first and written
 * later, and leave more to be cleared away
 */
export function putConforming(kind: RecordKind, record: object, into: ByteText): boolean {
  const write = foundOrMade(writers, kind, () => writerOf(z.toJSONSchema(RECORD_SCHEMAS[kind])));
  const from = into.length;
  if (write(record, into)) return true;
  into.length = from;
  return false;
}

/** The JSON of a value in UTF-8. */
function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function writerOf(schema: JsonSchema): Write {
  if (Object.keys(schema).some((keyword) => !KEYWORDS.has(keyword))) return () => false;
  const { type, anyOf } = schema;
  if (anyOf) return anyWriter(anyOf);
  if (Array.isArray(type)) return anyWriter(type.map((one) => ({ ...schema, type: one })));
  switch (type) {
    case 'string':
      return textWriter(schema);
    case 'integer':
    case 'number':
      return numberWriter(schema);
    case 'array':
      return listWriter(schema);
    case 'object':
      return objectWriter(schema);
    case 'boolean':
      return wordWriter([true, false]);
    case 'null':
      return wordWriter([null]);
    default:
      return () => false;
  }
}

function anyWriter(schemas: readonly unknown[]): Write {
  const any = schemas.map((schema) => writerOf(schema as JsonSchema));
  return (value, into) => {
    const from = into.length;
    for (const write of any) {
      if (write(value, into)) return true;
      into.length = from;
    }
    return false;
  };
}

function wordWriter(words: readonly unknown[]): Write {
  const known = new Map(words.map((word) => [word, jsonBytes(word)]));
  return (value, into) => {
    const word = known.get(value);
    if (word === undefined) return false;
    putBytes(into, word);
    return true;
  };
}

function textWriter({ enum: words, pattern, minLength = 0, maxLength = Infinity }: JsonSchema): Write {
  if (words) return wordWriter(words);
  const expression = pattern === undefined ? undefined : new RegExp(pattern);
  const admits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (expression === undefined || expression.test(text));
  if (pattern !== undefined && ASKS_PLAIN_TEXT.test(pattern)) {
    return (value, into) => {
      if (typeof value !== 'string' || !admits(value)) return false;
      putByte(into, QUOTE);
      putAscii(into, value);
      putByte(into, QUOTE);
      return true;
    };
  }
  const quoted = memo((text) => (admits(text) ? jsonBytes(text) : undefined));
  return (value, into) => {
    const bytes = typeof value === 'string' ? quoted(value) : undefined;
    if (bytes === undefined) return false;
    putBytes(into, bytes);
    return true;
  };
}

function numberWriter({ type, minimum = -Infinity, maximum = Infinity }: JsonSchema): Write {
  const isKind = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value, into) => {
    if (!isKind(value) || (value as number) < minimum || (value as number) > maximum) return false;
    putAscii(into, String(value));
    return true;
  };
}

function listWriter({ items, prefixItems, minItems = 0, maxItems = Infinity }: JsonSchema): Write {
  const first = (prefixItems ?? []).map((schema) => writerOf(schema as JsonSchema));
  const rest: Write = typeof items === 'object' ? writerOf(items as JsonSchema) : () => false;
  return (value, into) => {
    if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return false;
    putByte(into, OPENING_BRACKET);
    for (let index = 0; index < value.length; index++) {
      if (index > 0) putByte(into, COMMA);
      if (!(first[index] ?? rest)(value[index], into)) return false;
    }
    putByte(into, CLOSING_BRACKET);
    return true;
  };
}

function objectWriter({ properties = {}, required = [], additionalProperties }: JsonSchema): Write {
  const fields = new Map(
    Object.entries(properties).map(([name, schema]) => [
      name,
      {
        name: nameBytes(name),
        write: writerOf(schema as JsonSchema),
        needed: required.includes(name) ? 1 : 0,
      },
    ]),
  );
  const other: Write =
    typeof additionalProperties === 'object' ? writerOf(additionalProperties as JsonSchema) : () => false;
  return (value, into) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    let isFirst = true;
    putByte(into, OPENING_BRACE);
    for (const name in value) {
      if (!isFirst) putByte(into, COMMA);
      isFirst = false;
      const field = fields.get(name);
      putBytes(into, field?.name ?? nameBytes(name));
      if (!(field?.write ?? other)((value as Record<string, unknown>)[name], into)) return false;
      if (field) found += field.needed;
    }
    putByte(into, CLOSING_BRACE);
    return found === required.length;
  };
}

function nameBytes(name: string): Uint8Array {
  return Buffer.from(`${JSON.stringify(name)}:`);
}
