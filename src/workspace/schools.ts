import type { SchoolReference } from '../layouts/layout.ts';
import { giaCode, loginKey } from '../layouts/school-key.ts';
import { foldText } from '../records/fold.ts';
import { foundOrMade } from '../records/found-or-made.ts';
import type { RosterRecord } from '../records/schemas.ts';

/** A school of the workspace, with every key that leads to it. */
export interface School {
  code: string;
  name: string;
  shortName?: string;
  logins: string[];
  ogeCode?: string;
  egeCode?: string;
  kind: 'school' | 'preschool' | 'additional';
  /** First and last grade that the school teaches, where the roster says so. */
  grades?: [number, number];
  municipality?: string;
  region?: string;
  /** False where the school stands in no roster and was met in a file only. */
  listed: boolean;
}

/** The schools of a workspace, and the way from any key in a file to one of them. */
export interface Schools {
  all(): readonly School[];
  byCode(code: string): School | undefined;
  /** Schools of this name: of «СОШ № 1» a region has several. */
  namesakes(name: string): readonly School[];
  /** `undefined` where no school has this key, or several have this name; `by` says what kind of key it is. */
  resolve(reference: SchoolReference): School | undefined;
  /** Adds a school met in a file; returns it. Its code is the key itself. */
  add(reference: SchoolReference): School;
}

/** A row of a roster, and whether it defines schools or adds keys to known ones (contextual survey). */
export interface RosterEntry extends Omit<RosterRecord, 'at' | 'year'> {
  defines: boolean;
}

/** What the schools of a workspace follow from: plain data, so that another thread can come to the same schools. */
export interface SchoolBasis {
  rosters: readonly RosterEntry[];
  /** Schools that no roster has are not taken from files. */
  closed: boolean;
  /** Schools as files name them, in the order in which they were met. */
  met: readonly SchoolReference[];
}

/** The schools of rosters, and after them those that were met in files only. */
export function schoolsOf({ rosters, closed, met }: SchoolBasis): Schools {
  const schools = joinSchools(rosters, closed);
  for (const reference of met) if (!schools.resolve(reference)) schools.add(reference);
  return schools;
}

/** By what a file may name a school, beside its code. */
type Keys = Pick<RosterEntry, 'name' | 'shortName' | 'ogeCode' | 'egeCode'> & {
  logins?: readonly string[] | undefined;
};

/**
 * Joins rosters into one list. Rosters define schools; a survey adds its keys to the school whose login it
 * names, and defines a school only where none has that login. What several say of one school the first tells: the
 * settings before imported rosters, a roster before the survey that the school filled in.
 * @param closed a survey defines no school
 */
export function joinSchools(entries: readonly RosterEntry[], closed = false): Schools {
  const byCode = new Map<string, School>();
  const keys = new Map<string, School>();
  const named = new Map<string, Set<School>>();
  /** Those whose kind an entry tells; the others are taken for schools. */
  const kindTold = new Set<School>();

  const key = (text: string, school: School) => {
    if (!keys.has(text)) keys.set(text, school);
  };
  const index = (school: School, { logins, ogeCode, egeCode, name, shortName }: Keys) => {
    for (const login of logins ?? []) key(`login:${loginKey(login) ?? login.toLowerCase()}`, school);
    if (ogeCode) key(`oge:${giaCode(ogeCode) ?? ogeCode}`, school);
    if (egeCode) key(`ege:${giaCode(egeCode) ?? egeCode}`, school);
    for (const one of [name, shortName])
      if (one) foundOrMade(named, nameKey(one), () => new Set()).add(school);
  };

  const define = (entry: Omit<RosterEntry, 'defines'>, listed: boolean): School => {
    const known = byCode.get(entry.code);
    const school: School = known ?? {
      code: entry.code,
      name: entry.name,
      logins: [],
      kind: 'school',
      listed,
    };
    if (listed && !school.listed) Object.assign(school, { name: entry.name, listed });
    for (const login of entry.logins ?? []) if (!school.logins.includes(login)) school.logins.push(login);
    for (const field of ['shortName', 'ogeCode', 'egeCode', 'grades', 'municipality', 'region'] as const) {
      const value = entry[field];
      if (value !== undefined && school[field] === undefined) Object.assign(school, { [field]: value });
    }
    if (entry.kind && !kindTold.has(school)) {
      school.kind = entry.kind;
      kindTold.add(school);
    }
    byCode.set(school.code, school);
    index(school, school);
    index(school, entry);
    return school;
  };

  /** A school that no roster has takes no name from one that stands there. */
  const namesakesOf = (name: string): School[] => {
    const all = [...(named.get(nameKey(name)) ?? [])];
    const listed = all.filter((school) => school.listed);
    return listed.length > 0 ? listed : all;
  };

  const resolve = ({ by, key }: SchoolReference): School | undefined => {
    const text = key.trim();
    const login = loginKey(text);
    const code = giaCode(text);
    if (by === 'name') {
      const namesakes = namesakesOf(text);
      return namesakes.length > 1 ? undefined : (namesakes[0] ?? byCode.get(text));
    }
    if (by === 'oge' || by === 'ege') {
      const other = by === 'oge' ? 'ege' : 'oge';
      return (
        keys.get(`${by}:${code}`) ??
        keys.get(`${other}:${code}`) ??
        byCode.get(text) ??
        byCode.get(code ?? '')
      );
    }
    const direct = by === 'code' ? byCode.get(text) : undefined;
    return direct ?? keys.get(`login:${login}`) ?? byCode.get(login ?? '') ?? byCode.get(text);
  };

  for (const entry of entries) if (entry.defines) define(entry, true);
  for (const entry of entries) {
    if (entry.defines) continue;
    const login = entry.logins?.[0] ?? entry.code;
    const known = resolve({ by: 'login', key: login });
    if (!known && closed) continue;
    define(known ? { ...entry, code: known.code, name: known.name } : entry, true);
  }

  return {
    all: () => [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code, 'ru', { numeric: true })),
    byCode: (code) => byCode.get(code),
    namesakes: namesakesOf,
    resolve,
    add(reference) {
      const key = reference.key.trim();
      const code =
        (reference.by === 'login' ? loginKey(key) : reference.by === 'code' ? key : giaCode(key)) ?? key;
      return define(
        {
          code,
          name: reference.name ?? `ОО ${key}`,
          ...(reference.by === 'login' ? { logins: [code] } : {}),
          ...(reference.by === 'oge' ? { ogeCode: code } : {}),
          ...(reference.by === 'ege' ? { egeCode: code } : {}),
          ...(reference.municipality ? { municipality: reference.municipality } : {}),
        },
        false,
      );
    },
  };
}

/** Names meet however they are spaced: «СОШ № 1», «СОШ №1». */
function nameKey(name: string): string {
  return foldText(name).replace(/№\s+/g, '№');
}
