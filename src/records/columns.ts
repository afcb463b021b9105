import { z } from 'zod';
import { RECORD_SCHEMAS, type RecordKind } from './schemas.ts';

/** What the values of one field of a record are, for engines that hold records in columns. */
export type ColumnType = 'text' | 'integer' | 'number' | 'json';

/** Fields that no question counts: where a record stood is found in the NDJSON itself. */
const NOT_COUNTED = new Set(['at']);

/** The fields of a kind of record as columns; lists, objects and truth values are JSON. */
export function recordColumns(kind: RecordKind): Readonly<Record<string, ColumnType>> {
  const { properties = {} } = z.toJSONSchema(RECORD_SCHEMAS[kind]);
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !NOT_COUNTED.has(name))
      .map(([name, schema]) => [name, columnType(schema as z.core.JSONSchema.BaseSchema)]),
  );
}

function columnType({ type, anyOf }: z.core.JSONSchema.BaseSchema): ColumnType {
  const value = anyOf?.map((one) => one as z.core.JSONSchema.BaseSchema).find((one) => one.type !== 'null');
  if (value) return columnType(value);
  if (type === 'string') return 'text';
  return type === 'integer' || type === 'number' ? type : 'json';
}
