import { z } from 'zod';
import { RECORD_SCHEMAS, type RecordKind } from './schemas.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Check = (value: unknown) => boolean;

/** Keywords that are understood here; the last ones ask nothing of a value. */
const KEYWORDS = new Set([
  ...['type', 'anyOf', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties'],
  ...['$schema', 'description', 'propertyNames'],
]);

const checks = new Map<RecordKind, Check>();

/**
 * A quick yes for records by the million: true only where `msoko schema` admits the record. False may also mean
 * that it is not told quickly; the schema itself then decides, and says what is wrong.
 */
export function conforms(kind: RecordKind, record: object): boolean {
  let check = checks.get(kind);
  if (!check) {
    check = checkOf(z.toJSONSchema(RECORD_SCHEMAS[kind]));
    checks.set(kind, check);
  }
  return check(record);
}

function checkOf(schema: JsonSchema): Check {
  if (Object.keys(schema).some((keyword) => !KEYWORDS.has(keyword))) return () => false;
  const { type, anyOf } = schema;
  if (anyOf) return anyCheck(anyOf);
  if (Array.isArray(type)) return anyCheck(type.map((one) => ({ ...schema, type: one })));
  switch (type) {
    case 'string':
      return textCheck(schema);
    case 'integer':
    case 'number':
      return numberCheck(schema);
    case 'array':
      return listCheck(schema);
    case 'object':
      return objectCheck(schema);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    default:
      return () => false;
  }
}

function anyCheck(schemas: readonly unknown[]): Check {
  const any = schemas.map((schema) => checkOf(schema as JsonSchema));
  return (value) => any.some((check) => check(value));
}

function textCheck({ enum: words, pattern, minLength = 0, maxLength = Infinity }: JsonSchema): Check {
  if (words) {
    const known = new Set<unknown>(words);
    return (value) => known.has(value);
  }
  const expression = pattern === undefined ? undefined : new RegExp(pattern);
  return (value) =>
    typeof value === 'string' &&
    value.length >= minLength &&
    value.length <= maxLength &&
    (expression === undefined || expression.test(value));
}

function numberCheck({ type, minimum = -Infinity, maximum = Infinity }: JsonSchema): Check {
  const isKind: Check = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value) => isKind(value) && (value as number) >= minimum && (value as number) <= maximum;
}

function listCheck({ items, prefixItems, minItems = 0, maxItems = Infinity }: JsonSchema): Check {
  const first = (prefixItems ?? []).map((schema) => checkOf(schema as JsonSchema));
  const rest = typeof items === 'object' ? checkOf(items as JsonSchema) : () => false;
  return (value) => {
    if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return false;
    for (let index = 0; index < value.length; index++) {
      if (!(first[index] ?? rest)(value[index])) return false;
    }
    return true;
  };
}

function objectCheck({ properties = {}, required = [], additionalProperties }: JsonSchema): Check {
  const fields = new Map(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { check: checkOf(schema as JsonSchema), needed: required.includes(name) ? 1 : 0 },
    ]),
  );
  const other =
    typeof additionalProperties === 'object' ? checkOf(additionalProperties as JsonSchema) : () => false;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const name in value) {
      const field = fields.get(name);
      if (!(field?.check ?? other)((value as Record<string, unknown>)[name])) return false;
      if (field) found += field.needed;
    }
    return found === required.length;
  };
}
