import type { RecordKind } from '../../records/schemas.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import type { ClusterSettings } from '../../workspace/settings.ts';
import type { ClickHouseServer } from './clickhouse-client.ts';
import { formatOf, loadsTable, PUSHED_KINDS } from './clickhouse-tables.ts';

/** Records of one kind of one import, loaded whole. */
export interface Load {
  /** Tells these rows from those of a load that was broken off. */
  load: string;
  rows: number;
}

/** Key of a load: import and kind. */
export type Loads = ReadonlyMap<string, Load>;

/**
 * What is on the cluster of these imports. Of two loads of the same, by two people at once, one counts; loads with
 * other columns than those of today count as absent.
 */
export async function readLoads(
  server: ClickHouseServer,
  settings: ClusterSettings,
  imports: readonly Manifest[],
): Promise<Loads> {
  const wanted = new Set(imports.map((manifest) => manifest.import));
  const formats = new Map(PUSHED_KINDS.map((kind) => [kind as string, formatOf(kind)]));
  const rows = await server.query(
    `SELECT import, kind, format, load, rows FROM ${loadsTable(settings)} ORDER BY import, kind, load`,
  );
  const loads = new Map<string, Load>();
  for (const { import: id, kind, format, load, rows: count } of rows) {
    if (!wanted.has(String(id)) || formats.get(String(kind)) !== format) continue;
    loads.set(`${id} ${kind}`, { load: String(load), rows: Number(count) });
  }
  return loads;
}

/** What of an import belongs on the cluster: kinds with their numbers of records. */
export function pushedParts({ records }: Manifest): { kind: RecordKind; count: number }[] {
  return PUSHED_KINDS.flatMap((kind) => {
    const count = records[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}
