import { createHash } from 'node:crypto';
import { type ColumnType, recordColumns } from '../../records/columns.ts';
import { RECORD_KINDS, type RecordKind } from '../../records/schemas.ts';
import type { ClusterSettings } from '../../workspace/settings.ts';

/** Kinds that live on the cluster: all that questions count. The roster is read where the workspace is. */
export const PUSHED_KINDS = RECORD_KINDS.filter((kind) => kind !== 'roster');

const TYPES: Record<ColumnType, string> = {
  text: 'String',
  integer: 'Int32',
  number: 'Float64',
  json: 'String',
};

/** Fields that every record of their kind has: they sort and shard, and hold no NULL. */
const ALWAYS = new Set(['year', 'school', 'code']);

/** A column of a table on the cluster. */
export interface ClusterColumn {
  name: string;
  type: ColumnType;
  nullable: boolean;
}

/** Columns of a kind in the order of its table, behind `load`. */
export function clusterColumns(kind: RecordKind): ClusterColumn[] {
  return Object.entries(recordColumns(kind)).map(([name, type]) => ({
    name,
    type,
    nullable: !ALWAYS.has(name),
  }));
}

/** Name of the Distributed table of a kind, with its database. */
export function tableOf({ database = 'msoko' }: ClusterSettings, kind: RecordKind): string {
  return `${database}.${kind.replaceAll('-', '_')}`;
}

/** Name of the table of what was loaded whole. */
export function loadsTable({ database = 'msoko' }: ClusterSettings): string {
  return `${database}.loads`;
}

/** Changes with the columns of a kind: what was loaded with others is loaded anew. */
export function formatOf(kind: RecordKind): string {
  return createHash('sha256')
    .update(JSON.stringify(clusterColumns(kind)))
    .digest('hex')
    .slice(0, 12);
}

/** SQL type of a column. */
export function clusterType({ type, nullable }: ClusterColumn): string {
  return nullable ? `Nullable(${TYPES[type]})` : TYPES[type];
}

/**
 * SQL that makes the database and its tables where they are not there: a table with the rows of each shard, and one
 * over all shards by school.
 * @param coordinated the cluster has a coordinator: one server makes the tables of all, and they are replicated
 */
export function tableDefinitions(settings: ClusterSettings, coordinated: boolean): string[] {
  const { database = 'msoko', cluster } = settings;
  const on = coordinated ? ` ON CLUSTER ${cluster}` : '';
  const engine = (table: string) =>
    coordinated
      ? `ReplicatedMergeTree('/clickhouse/tables/{shard}/${database}/${table}', '{replica}')`
      : 'MergeTree';
  const pair = (table: string, columns: string, order: string, shard: string) => [
    `CREATE TABLE IF NOT EXISTS ${database}.${table}_local${on} (${columns}) ENGINE = ${engine(table)} ${order}`,
    `CREATE TABLE IF NOT EXISTS ${database}.${table}${on} (${columns}) ENGINE = Distributed(${cluster}, ${database}, ${table}_local, sipHash64(${shard}))`,
  ];
  return [
    `CREATE DATABASE IF NOT EXISTS ${database}${on}`,
    ...pair(
      'loads',
      'import String, kind String, load String, rows Int64, format String',
      'ORDER BY (import, kind, load)',
      'import',
    ),
    ...PUSHED_KINDS.flatMap((kind) => {
      const columns = clusterColumns(kind);
      const school = columns.some(({ name }) => name === 'school') ? 'school' : 'code';
      const sharded = columns.some(({ name }) => name === school) ? school : 'load';
      return pair(
        kind.replaceAll('-', '_'),
        ['load String', ...columns.map((column) => `"${column.name}" ${clusterType(column)}`)].join(', '),
        `PARTITION BY year ORDER BY (load${sharded === 'load' ? '' : `, ${sharded}`})`,
        sharded,
      );
    }),
  ];
}
