import { z } from 'zod';
import { type ByteText, makeRoom, putBytes } from './byte-text.ts';
import { foundOrMade } from './found-or-made.ts';
import { jsonBytes, NOT_ADMITTED, type Put, putOf } from './json-put.ts';
import { RECORD_SCHEMAS, type RecordKind } from './schemas.ts';

const puts = new Map<RecordKind, Put>();

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
  const put = foundOrMade(puts, kind, putOfKind);
  for (;;) {
    const end = put(record, into.room, into.length);
    if (end === NOT_ADMITTED) return false;
    if (end <= into.room.length) {
      into.length = end;
      return true;
    }
    makeRoom(into, end - into.length);
  }
}

const putOfKind = (kind: RecordKind): Put => putOf(z.toJSONSchema(RECORD_SCHEMAS[kind]));
