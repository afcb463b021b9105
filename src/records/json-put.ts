import type { z } from 'zod';
import { memo } from './memo.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Puts the JSON of a value at a place of a room; what reaches beyond the room is lost.
 * @returns the place behind it; `NOT_ADMITTED`, and anything put, where the schema does not admit the value
 */
export type Put = (value: unknown, room: Uint8Array, at: number) => number;

export const NOT_ADMITTED = -1;

/** Keywords that are understood here; the last ones ask nothing of a value. */
const KEYWORDS = new Set([
  ...['type', 'anyOf', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties'],
  ...['$schema', 'description', 'propertyNames'],
]);

/** A pattern that asks for so many signs of one set of ASCII, in which JSON escapes nothing. */
const SIGNS_OF_A_SET = /^\^(\[[\w-]+\])\{(\d+)\}\$$/;

const QUOTE = 0x22;
const ZERO = 0x30;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** The JSON of a value in UTF-8. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** Builds what checks values against a schema and puts them in JSON; of a schema that is not understood it admits none. */
export function putOf(schema: JsonSchema): Put {
  if (Object.keys(schema).some((keyword) => !KEYWORDS.has(keyword))) return () => NOT_ADMITTED;
  const { type, anyOf } = schema;
  if (anyOf) return putAny(anyOf);
  if (Array.isArray(type)) return putAny(type.map((one) => ({ ...schema, type: one })));
  switch (type) {
    case 'string':
      return putText(schema);
    case 'integer':
    case 'number':
      return putNumber(schema);
    case 'array':
      return putList(schema);
    case 'object':
      return putObject(schema);
    case 'boolean':
      return putWord([true, false]);
    case 'null':
      return putWord([null]);
    default:
      return () => NOT_ADMITTED;
  }
}

function putAny(schemas: readonly unknown[]): Put {
  const any = schemas.map((schema) => putOf(schema as JsonSchema));
  return (value, room, at) => {
    for (const put of any) {
      const end = put(value, room, at);
      if (end !== NOT_ADMITTED) return end;
    }
    return NOT_ADMITTED;
  };
}

function putWord(words: readonly unknown[]): Put {
  const known = new Map(words.map((word) => [word, jsonBytes(word)]));
  return (value, room, at) => {
    const word = known.get(value);
    return word === undefined ? NOT_ADMITTED : copied(word, room, at);
  };
}

function putText({ enum: words, pattern, minLength = 0, maxLength = Infinity }: JsonSchema): Put {
  if (words) return putWord(words);
  const [, set, count] = SIGNS_OF_A_SET.exec(pattern ?? '') ?? [];
  if (set !== undefined) return putSigns(new RegExp(set), Number(count));
  const expression = pattern === undefined ? undefined : new RegExp(pattern);
  const quoted = memo((text) => {
    const admitted = text.length >= minLength && text.length <= maxLength && expression?.test(text) !== false;
    return admitted ? jsonBytes(text) : undefined;
  });
  return (value, room, at) => {
    const bytes = typeof value === 'string' ? quoted(value) : undefined;
    return bytes === undefined ? NOT_ADMITTED : copied(bytes, room, at);
  };
}

/** Texts that hardly ever come again: pseudonyms. */
function putSigns(set: RegExp, count: number): Put {
  const isSign = Array.from({ length: 0x80 }, (_, code) => set.test(String.fromCharCode(code)));
  return (value, room, at) => {
    if (typeof value !== 'string' || value.length !== count) return NOT_ADMITTED;
    room[at] = QUOTE;
    for (let index = 0; index < count; index++) {
      const code = value.charCodeAt(index);
      if (isSign[code] !== true) return NOT_ADMITTED;
      room[at + 1 + index] = code;
    }
    room[at + 1 + count] = QUOTE;
    return at + count + 2;
  };
}

function putNumber({ type, minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: JsonSchema): Put {
  const isWhole = type === 'integer';
  return (value, room, at) => {
    if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) return NOT_ADMITTED;
    if (isWhole && !Number.isSafeInteger(value)) return NOT_ADMITTED;
    return putDigits(value, room, at);
  };
}

function putDigits(number: number, room: Uint8Array, at: number): number {
  // Of a row's number, which comes once, a text would be made to be thrown away.
  if ((number | 0) === number && number >= 0) {
    let end = at + 1;
    for (let rest = number; rest > 9; rest = (rest / 10) | 0) end++;
    let rest = number;
    for (let place = end - 1; place >= at; place--) {
      room[place] = ZERO + (rest % 10);
      rest = (rest / 10) | 0;
    }
    return end;
  }
  const text = String(number);
  for (let index = 0; index < text.length; index++) room[at + index] = text.charCodeAt(index);
  return at + text.length;
}

function putList({ items, prefixItems, minItems = 0, maxItems = Infinity }: JsonSchema): Put {
  const first = (prefixItems ?? []).map((schema) => putOf(schema as JsonSchema));
  const rest: Put = typeof items === 'object' ? putOf(items as JsonSchema) : () => NOT_ADMITTED;
  return (value, room, at) => {
    if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return NOT_ADMITTED;
    let end = at;
    for (let index = 0; index < value.length; index++) {
      room[end] = COMMA;
      end = (first[index] ?? rest)(value[index], room, end + 1);
      if (end === NOT_ADMITTED) return NOT_ADMITTED;
    }
    return enclosed(OPENING_BRACKET, CLOSING_BRACKET, room, at, end);
  };
}

function putObject({ properties = {}, required = [], additionalProperties }: JsonSchema): Put {
  const fields = new Map(
    Object.entries(properties).map(([name, schema]) => [
      name,
      {
        name: nameBytes(name),
        put: putOf(schema as JsonSchema),
        needed: required.includes(name) ? 1 : 0,
      },
    ]),
  );
  const other: Put =
    typeof additionalProperties === 'object' ? putOf(additionalProperties as JsonSchema) : () => NOT_ADMITTED;
  return (value, room, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOT_ADMITTED;
    let found = 0;
    let end = at;
    for (const name in value) {
      const field = fields.get(name);
      const from = copied(field === undefined ? nameBytes(name) : field.name, room, end);
      end = (field === undefined ? other : field.put)((value as Record<string, unknown>)[name], room, from);
      if (end === NOT_ADMITTED) return NOT_ADMITTED;
      if (field !== undefined) found += field.needed;
    }
    if (found < required.length) return NOT_ADMITTED;
    return enclosed(OPENING_BRACE, CLOSING_BRACE, room, at, end);
  };
}

/** Puts brackets around what was put with a comma before each: the first of them makes room for the opening one. */
function enclosed(opening: number, closing: number, room: Uint8Array, at: number, end: number): number {
  const last = Math.max(end, at + 1);
  room[at] = opening;
  room[last] = closing;
  return last + 1;
}

/** Copies bytes. */
function copied(bytes: Uint8Array, room: Uint8Array, at: number): number {
  // A loop: `set` takes longer for the few bytes of a field.
  for (let index = 0; index < bytes.length; index++) room[at + index] = bytes[index]!;
  return at + bytes.length;
}

/** A field's name, behind what separates it from the field before. */
function nameBytes(name: string): Uint8Array {
  return Buffer.from(`,${JSON.stringify(name)}:`);
}
