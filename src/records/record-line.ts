import { z } from 'zod';
import { memo } from './memo.ts';
import { RECORD_SCHEMAS, type RecordKind } from './schemas.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** JSON of a value, a character for each byte of UTF-8; `undefined` where the schema does not admit it. */
type Write = (value: unknown) => string | undefined;

/** Keywords that are understood here; the last ones ask nothing of a value. */
const KEYWORDS = new Set([
  ...['type', 'anyOf', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties'],
  ...['$schema', 'description', 'propertyNames'],
]);

/** Patterns made of these signs alone match no text in which JSON escapes anything, and none beyond ASCII. */
const ASKS_PLAIN_TEXT = /^\^(?:[\w\-[\]{}*+?,():|]|\\d)+\$$/;

const writers = new Map<RecordKind, Write>();

/**
 * Checks a record and puts it in JSON at one go, for records by the million: what `JSON.stringify` gives, where
 * `msoko schema` admits the record. `undefined` may also mean that it is not told quickly; the schema itself then
 * decides, and says what is wrong.
 * @returns a character for each byte of UTF-8: with one letter beyond Latin-1 a text takes twice the room, and four
 * times the time to be written
 */
export function recordLine(kind: RecordKind, record: object): string | undefined {
  let write = writers.get(kind);
  if (!write) {
    write = writerOf(z.toJSONSchema(RECORD_SCHEMAS[kind]));
    writers.set(kind, write);
  }
  return write(record);
}

/** The JSON of a value, a character for each byte of UTF-8. */
export function jsonBytes(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('latin1');
}

function writerOf(schema: JsonSchema): Write {
  if (Object.keys(schema).some((keyword) => !KEYWORDS.has(keyword))) return () => undefined;
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
      return (value) => (typeof value === 'boolean' ? String(value) : undefined);
    case 'null':
      return (value) => (value === null ? 'null' : undefined);
    default:
      return () => undefined;
  }
}

function anyWriter(schemas: readonly unknown[]): Write {
  const any = schemas.map((schema) => writerOf(schema as JsonSchema));
  return (value) => {
    for (const write of any) {
      const written = write(value);
      if (written !== undefined) return written;
    }
    return undefined;
  };
}

function textWriter({ enum: words, pattern, minLength = 0, maxLength = Infinity }: JsonSchema): Write {
  if (words) {
    const known = new Map<unknown, string>(words.map((word) => [word, jsonBytes(word)]));
    return (value) => known.get(value);
  }
  const expression = pattern === undefined ? undefined : new RegExp(pattern);
  const quoted =
    pattern !== undefined && ASKS_PLAIN_TEXT.test(pattern) ? (text: string) => `"${text}"` : memo(jsonBytes);
  return (value) =>
    typeof value === 'string' &&
    value.length >= minLength &&
    value.length <= maxLength &&
    (expression === undefined || expression.test(value))
      ? quoted(value)
      : undefined;
}

function numberWriter({ type, minimum = -Infinity, maximum = Infinity }: JsonSchema): Write {
  const isKind = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value) =>
    isKind(value) && (value as number) >= minimum && (value as number) <= maximum ? String(value) : undefined;
}

function listWriter({ items, prefixItems, minItems = 0, maxItems = Infinity }: JsonSchema): Write {
  const first = (prefixItems ?? []).map((schema) => writerOf(schema as JsonSchema));
  const rest: Write = typeof items === 'object' ? writerOf(items as JsonSchema) : () => undefined;
  return (value) => {
    if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return undefined;
    let list = '';
    for (let index = 0; index < value.length; index++) {
      const written = (first[index] ?? rest)(value[index]);
      if (written === undefined) return undefined;
      list += index === 0 ? written : `,${written}`;
    }
    return `[${list}]`;
  };
}

function objectWriter({ properties = {}, required = [], additionalProperties }: JsonSchema): Write {
  const fields = new Map(
    Object.entries(properties).map(([name, schema]) => [
      name,
      {
        name: `${jsonBytes(name)}:`,
        write: writerOf(schema as JsonSchema),
        needed: required.includes(name) ? 1 : 0,
      },
    ]),
  );
  const other: Write =
    typeof additionalProperties === 'object' ? writerOf(additionalProperties as JsonSchema) : () => undefined;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    let found = 0;
    let text = '{';
    let comma = '';
    for (const name in value) {
      const field = fields.get(name);
      const written = (field?.write ?? other)((value as Record<string, unknown>)[name]);
      if (written === undefined) return undefined;
      if (field) found += field.needed;
      // One sign after another: a text put together inside another is copied more often.
      text += comma;
      text += field?.name ?? `${jsonBytes(name)}:`;
      text += written;
      comma = ',';
    }
    return found === required.length ? `${text}}` : undefined;
  };
}
