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

/** Values supplied for some years, counted once: the workspace and every municipality of it see them as their own. */
export interface SuppliedValues {
  /**
   * What somebody knows of organisations and of itself. What the authority that keeps the workspace said is about its
   * own municipality, or about the region.
   */
  seenBy(place: Pick<Workspace, 'settings' | 'authorityElsewhere'>): ObservedValues;
}

interface Reported {
  /** Where the value is about a municipality, its name or `OWN_MUNICIPALITY`. */
  ofMunicipality?: true;
  code: string;
  variable: string;
  year: number;
  breakdown?: string;
  value: number;
  import: string;
}

/** All values of the years asked for, as the workspace sees them. */
export async function observedValues(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<ObservedValues> {
  return (await suppliedValues(workspace, engine, years)).seenBy(workspace);
}

/**
 * All values of the years asked for. A value that was reported goes before the same counted from a list of
 * graduates; of two reported ones the later import's counts.
 */
export async function suppliedValues(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<SuppliedValues> {
  const ofOrganisations = await graduateValues(workspace, engine, years);
  const reported = [
    ...(await schoolYears(workspace, engine, years)),
    ...(await observations(workspace, engine, years)),
  ].sort((a, b) => (a.import < b.import ? -1 : a.import > b.import ? 1 : 0));
  for (const one of reported) if (!one.ofMunicipality) take(one, ofOrganisations);
  const ofMunicipalities = reported.filter(({ ofMunicipality }) => ofMunicipality);
  return {
    seenBy({ settings, authorityElsewhere }) {
      const name = foldText(settings.municipality ?? '');
      const own = new Map<string, ObservedValue>();
      for (const one of ofMunicipalities) {
        const isOwn = one.code === OWN_MUNICIPALITY ? !authorityElsewhere : foldText(one.code) === name;
        if (isOwn) take({ ...one, code: OWN_MUNICIPALITY }, own);
      }
      return {
        get: (code, variable, year, breakdown) =>
          (code === OWN_MUNICIPALITY ? own : ofOrganisations).get(keyOf(code, variable, year, breakdown)),
      };
    },
  };
}

function take(one: Reported, values: Map<string, ObservedValue>): void {
  const key = keyOf(one.code, one.variable, one.year, one.breakdown);
  values.set(key, { value: one.value, imports: [one.import] });
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
    `SELECT school, variable, year, value, import FROM ${live} v ORDER BY school, variable, year, value`,
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
    `SELECT code, unit, variable, breakdown, year, value, import FROM ${live} v ` +
      'ORDER BY unit, code, variable, breakdown, year, value',
  );
  return rows.map((row) => ({
    ...reportedOf(row),
    ...(row.unit === 'municipality' ? { ofMunicipality: true } : {}),
    code: String(row.code),
    ...(row.breakdown === null ? {} : { breakdown: String(row.breakdown) }),
  }));
}

function reportedOf(row: SqlRow): Omit<Reported, 'code'> {
  return {
    variable: String(row.variable),
    year: Number(row.year),
    value: Number(row.value),
    import: String(row.import),
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
    `SELECT school, year, grade, destination, profile, import, CAST(COUNT(*) AS DOUBLE) AS people FROM ${live} v ` +
      'GROUP BY school, year, grade, destination, profile, import ' +
      'ORDER BY school, year, grade, destination, profile, import',
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
    const imports = [...new Set(list.rows.map((row) => String(row.import)))].sort();
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
