import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ClusterColumn } from './clickhouse-tables.ts';

/** Bytes of rows that are sent in one piece. */
const PIECE = 1 << 18;

/**
 * Records as rows of ClickHouse's format RowBinary, in pieces. Numbers go as their bits: servers of old read decimal
 * text with an error in the last digit.
 * @param file records as NDJSON
 * @param load what every row begins with
 */
export async function* rowBinary(
  file: string,
  load: string,
  columns: readonly ClusterColumn[],
): AsyncGenerator<Buffer> {
  let bytes = Buffer.allocUnsafe(PIECE * 2);
  let used = 0;

  const room = (needed: number) => {
    if (used + needed <= bytes.length) return;
    const larger = Buffer.allocUnsafe((used + needed) * 2);
    bytes.copy(larger, 0, 0, used);
    bytes = larger;
  };
  const text = (value: string) => {
    const length = Buffer.byteLength(value);
    room(length + 10);
    let rest = length;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[used++] = (rest % 128) | 128;
    bytes[used++] = rest;
    used += bytes.write(value, used);
  };
  const cell = ({ type, nullable }: ClusterColumn, value: unknown) => {
    room(16);
    if (nullable) bytes[used++] = value === undefined || value === null ? 1 : 0;
    if (nullable && (value === undefined || value === null)) return;
    if (type === 'integer') used = bytes.writeInt32LE(value as number, used);
    else if (type === 'number') used = bytes.writeDoubleLE(value as number, used);
    else text(type === 'json' ? JSON.stringify(value) : (value as string));
  };

  // Opened here and not by the caller: lines that come before somebody asks for them are lost.
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    const record = JSON.parse(line) as Record<string, unknown>;
    text(load);
    for (const column of columns) cell(column, record[column.name]);
    if (used < PIECE) continue;
    yield Buffer.from(bytes.subarray(0, used));
    used = 0;
  }
  if (used > 0) yield Buffer.from(bytes.subarray(0, used));
}
