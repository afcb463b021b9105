import { z } from 'zod';
import { EXIT, Failure } from '../failure.ts';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../records/schemas.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';

/** `msoko schema [RECORD]`: JSON Schema (2020-12) of one kind of record, or of all by name. */
export async function schema(
  io: Io,
  record: string | undefined,
  options: GlobalOptions & { output?: string },
): Promise<number> {
  if (record !== undefined && !RECORD_KINDS.includes(record as RecordKind)) {
    throw new Failure('unknown-record', `Нет записей «${record}».`, {
      hint: `Есть: ${RECORD_KINDS.join(', ')}.`,
      exit: EXIT.usage,
    });
  }
  const schemas = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, z.toJSONSchema(RECORD_SCHEMAS[kind])]),
  );
  deliver(io, jsonText(record === undefined ? schemas : schemas[record]), options.output);
  return EXIT.done;
}
