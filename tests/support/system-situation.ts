import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { OWN_MUNICIPALITY } from '../../src/records/municipality.ts';
import { dimension } from '../../src/records/variables/dimension.ts';
import { variableById } from '../../src/records/variables/variables.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { indicatorById, SYSTEMS } from '../../src/regulation/systems/systems.ts';

/*
 * A situation of a system: what organisations and the authority reported, or what their pupils scored, and what the
 * indicators of the section must come to. Like the situations of 1.2, these are written by people who know the law:
 * every key is checked, and an unknown organisation, variable, cut or indicator is an error.
 */

const count = z.number().min(0);
const yes = z.enum(['да', 'нет']).transform((word) => (word === 'да' ? 1 : 0));
/** A value of the situation's year, or of several years by year. */
const value = z.union([count, yes, z.record(z.string().regex(/^20\d\d$/), z.union([count, yes]))]);
/** `volunteers`, or a cut of it, `volunteers/level:noo`. */
const values = z.record(z.string().refine(isVariable, 'нет такого значения или разреза'), value);

/** What one pupil got in papers: test scores of ЕГЭ, marks of everything else; several attempts as a list. */
const outcome = z.union([z.int(), z.array(z.int()).min(1)]);
const pupil = z.record(z.string().regex(/^(ege|oge|gve9|gve11|vpr-\d)-[a-z-]+$/), outcome);
/** Pupils of a school; `times` stands for so many alike. */
const pupils = z.array(
  z.strictObject({
    times: z.int().min(1).default(1),
    /** Years in which there were such pupils; the situation's without them. */
    years: z.array(z.int()).min(1).optional(),
    papers: pupil.default({}),
    /** Has the final marks that a medal needs, whatever came of it. */
    medal: z.enum(['candidate', 'awarded', 'refused']).optional(),
    /** Diplomas of this year's all-Russian olympiad, by stage and subject: `municipal-physics`. */
    diplomas: z
      .record(
        z.string().regex(/^(school|municipal|regional|final)-[a-z-]+$/),
        z.enum(['winner', 'prize-winner', 'participant']),
      )
      .default({}),
  }),
);

const answer = z
  .strictObject({
    value: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    status: z.enum(['computed', 'no-data', 'incomplete', 'not-applicable']),
    missing: z.array(z.string()),
    /** Value of the year before; null where there is none. */
    previous: z.number().nullable(),
    change: z.number().nullable(),
    /** A part of the Russian reason. */
    reason: z.string().nullable(),
  })
  .partial();

const expectation = answer.extend({
  /** By cut: `level:noo`. */
  cuts: z.record(z.string(), answer).optional(),
  /** By code of an organisation. */
  organisations: z.record(z.string(), answer).optional(),
  /** As the monitoring list words it. */
  monitoring: answer.optional(),
});

/** What a situation shows: the usual case, the edge of a rule from either side, or data that are lacking. */
export const KINDS = ['normal', 'boundary', 'missing'] as const;

const organisation = z.enum(['school', 'preschool', 'additional']);

const situation = z
  .strictObject({
    name: z.string().min(20),
    kind: z.enum(KINDS),
    year: z.int(),
    /** Own values of parameters, as in the settings of a workspace. */
    parameters: z.record(z.string(), z.unknown()).refine(isParameters, 'нет такого параметра').optional(),
    given: z.strictObject({
      organisations: z.record(z.string(), organisation),
      /** Reported values by organisation; the authority's own stand under «муниципалитет». */
      values: z.record(z.string(), values).default({}),
      /** Pupils with results by school. */
      results: z.record(z.string(), pupils).optional(),
      /** The published list of schools with signs of bias: by school and paper, whether it stands there. */
      markers: z.record(z.string(), z.record(z.string(), z.boolean())).optional(),
    }),
    expect: z.record(z.string().refine(isIndicator, 'нет такого показателя'), expectation),
  })
  .check(({ value: { given }, issues }) => {
    const known = [...Object.keys(given.organisations), MUNICIPALITY];
    for (const code of [
      ...Object.keys(given.values),
      ...Object.keys(given.results ?? {}),
      ...Object.keys(given.markers ?? {}),
    ]) {
      if (!known.includes(code))
        issues.push({ code: 'custom', input: code, message: `нет такой организации: ${code}` });
    }
  });

const systemFile = z.strictObject({
  /** What these situations are about, and the section of the Положение. */
  title: z.string().min(1),
  clause: z.string().min(1),
  system: z.enum(SYSTEMS.map(({ id }) => id)),
  situations: z.array(situation).min(1),
});

/** How the authority itself is named in these files. */
export const MUNICIPALITY = 'муниципалитет';

export type Pupil = z.infer<typeof pupils>[number];
export type SystemSituation = z.infer<typeof situation>;
export type SystemFile = z.infer<typeof systemFile>;
export type ExpectedAnswer = z.infer<typeof answer>;

/**
 * Reads one file of situations of a system.
 * @throws Error that names the file and the place, for an unknown key or a value of the wrong kind
 */
export function readSystemSituations(name: string, text: string): SystemFile {
  const parsed = systemFile.safeParse(parse(text, { schema: 'core', stringKeys: true }));
  if (parsed.success) return parsed.data;
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
}

/** Every file of a folder, by name. */
export function systemFiles(folder: string): { name: string; file: SystemFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, file: readSystemSituations(name, readFileSync(join(folder, name), 'utf8')) }));
}

/** Reported values of a situation one by one. */
export function reportedIn({ given, year }: SystemSituation): {
  code: string;
  variable: string;
  breakdown: string | null;
  year: number;
  value: number;
}[] {
  return Object.entries(given.values).flatMap(([who, values]) =>
    Object.entries(values).flatMap(([key, known]) => {
      const [variable = '', breakdown = null] = key.split('/');
      const code = who === MUNICIPALITY ? OWN_MUNICIPALITY : who;
      const byYear = typeof known === 'number' ? { [year]: known } : known;
      return Object.entries(byYear).map(([one, value]) => ({
        ...{ code, variable, breakdown, value },
        year: Number(one),
      }));
    }),
  );
}

function isVariable(key: string): boolean {
  const [id = '', breakdown, ...rest] = key.split('/');
  const variable = variableById(id);
  if (!variable || rest.length > 0) return false;
  if (breakdown === undefined) return true;
  const [by = '', option] = breakdown.split(':');
  return variable.by === by && dimension(by)!.options.some((known) => known.id === option);
}

function isIndicator(id: string): boolean {
  return indicatorById(id) !== undefined;
}

function isParameters(own: Readonly<Record<string, unknown>>): boolean {
  const known = loadParameters()
    .all()
    .map(({ id }) => id);
  return Object.keys(own).every((id) => known.includes(id));
}
