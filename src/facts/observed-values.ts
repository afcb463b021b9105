import { foldText } from '../records/fold.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { type GraduateGroup, graduateCounts } from './graduates.ts';
import { liveRecords } from './live-records.ts';

/** A value that somebody supplied. */
export interface ObservedValue {
  value: number;
  /** Ids of the imports behind it. */
  imports: readonly string[];
}

/** Values of organisations and of the municipality by year: forms, tables, statistics, lists of graduates. */
export interface ObservedValues {
  /**
   * @param code code of the organisation, or `OWN_MUNICIPALITY`
   * @param breakdown a cut, `level:noo`; without it the total
   * @returns `undefined` where nobody supplied the value: never zero
   */
  get(code: string, variable: string, year: number, breakdown?: string): ObservedValue | undefined;
}

interface Reported {
  code: string;
  variable: string;
  year: number;
  breakdown?: string;
  value: number;
  import: string;
}

/**
 * All values of the years asked for. A value that was reported goes before the same counted from a list of
 * graduates; of two reported ones the later import's counts.
 */
export async function observedValues(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<ObservedValues> {
  const values = new Map<string, ObservedValue>();
  for (const [key, counted] of await graduateValues(workspace, engine, years)) values.set(key, counted);
  const reported = [
    ...(await schoolYears(workspace, engine, years)),
    ...(await observations(workspace, engine, years)),
  ];
  for (const one of reported.sort((a, b) => (a.import < b.import ? -1 : a.import > b.import ? 1 : 0))) {
    values.set(keyOf(one.code, one.variable, one.year, one.breakdown), {
      value: one.value,
      imports: [one.import],
    });
  }
  return {
    get: (code, variable, year, breakdown) => values.get(keyOf(code, variable, year, breakdown)),
  };
}

function keyOf(code: string, variable: string, year: number, breakdown = ''): string {
  return `${code}|${variable}|${year}|${breakdown}`;
}

async function schoolYears(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<Reported[]> {
  const columns = { variable: 'text', value: 'number' } as const;
  const live = liveRecords(workspace, engine, { kind: 'school-years', years }, columns, 'r.variable');
  if (!live) return [];
  const rows = await engine.query(
    `SELECT school, variable, year, value, source_file FROM ${live} v ORDER BY school, variable, year, value`,
  );
  return rows.map((row) => ({ ...reportedOf(row), code: String(row.school) }));
}

async function observations(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<Reported[]> {
  const columns = { unit: 'text', variable: 'text', breakdown: 'text', value: 'number' } as const;
  const part = "CONCAT(r.variable, CASE WHEN r.breakdown IS NULL THEN '' ELSE CONCAT('/', r.breakdown) END)";
  const live = liveRecords(workspace, engine, { kind: 'observations', years }, columns, part);
  if (!live) return [];
  const rows = await engine.query(
    `SELECT code, unit, variable, breakdown, year, value, source_file FROM ${live} v ` +
      'ORDER BY unit, code, variable, breakdown, year, value',
  );
  const own = foldText(workspace.settings.municipality ?? '');
  return rows.flatMap((row) => {
    const code = String(row.code);
    const isKeeper = row.unit === 'municipality' && code === OWN_MUNICIPALITY;
    if (isKeeper && workspace.authorityElsewhere) return [];
    const ours = isKeeper || (row.unit === 'municipality' && foldText(code) === own);
    return [
      {
        ...reportedOf(row),
        code: ours ? OWN_MUNICIPALITY : code,
        ...(row.breakdown === null ? {} : { breakdown: String(row.breakdown) }),
      },
    ];
  });
}

function reportedOf(row: SqlRow): Omit<Reported, 'code'> {
  return {
    variable: String(row.variable),
    year: Number(row.year),
    value: Number(row.value),
    import: importOf(row),
  };
}

interface GraduateList {
  school: string;
  year: number;
  grade: 9 | 11;
  rows: SqlRow[];
}

async function graduateValues(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<Map<string, ObservedValue>> {
  const columns = { grade: 'integer', destination: 'text', profile: 'text' } as const;
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'admissions', years },
    columns,
    'CAST(r.grade AS VARCHAR)',
  );
  const values = new Map<string, ObservedValue>();
  if (!live) return values;
  const rows = await engine.query(
    `SELECT school, year, grade, destination, profile, source_file, CAST(COUNT(*) AS DOUBLE) AS people FROM ${live} v ` +
      'GROUP BY school, year, grade, destination, profile, source_file ' +
      'ORDER BY school, year, grade, destination, profile, source_file',
  );
  const lists = new Map<string, GraduateList>();
  for (const row of rows) {
    const grade = Number(row.grade) === 9 ? 9 : Number(row.grade) >= 11 ? 11 : undefined;
    if (!grade) continue;
    const list: GraduateList = { school: String(row.school), year: Number(row.year), grade, rows: [] };
    const key = `${list.school}|${list.year}|${grade}`;
    if (!lists.has(key)) lists.set(key, list);
    lists.get(key)!.rows.push(row);
  }
  for (const list of lists.values()) {
    const imports = [...new Set(list.rows.map(importOf))].sort();
    for (const [variable, value] of graduateCounts(list.grade, list.rows.map(groupOf)))
      values.set(keyOf(list.school, variable, list.year), { value, imports });
  }
  return values;
}

function groupOf(row: SqlRow): GraduateGroup {
  return {
    destination: String(row.destination) as GraduateGroup['destination'],
    profile: row.profile === null ? null : row.profile === 'true',
    people: Number(row.people),
  };
}

/** The import whose folder a record file stands in. */
function importOf(row: SqlRow): string {
  return String(row.source_file).split(/[\\/]/).at(-2)!;
}
