import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { parseYaml } from '../../yaml-text.ts';
import calendarText from './calendar.yaml?raw';
import effectivenessText from './effectiveness.yaml?raw';
import egeMinimumText from './ege-minimum.yaml?raw';
import lowText from './low.yaml?raw';
import medalRulesText from './medal-rules.yaml?raw';
import objectivityText from './objectivity.yaml?raw';
import olympiadsText from './olympiads.yaml?raw';
import preschoolText from './preschool.yaml?raw';
import publicationText from './publication.yaml?raw';
import recommendationsText from './recommendations.yaml?raw';
import systemsText from './systems.yaml?raw';
import universityMinimumText from './university-minimum.yaml?raw';
import vprScalesText from './vpr-scales.yaml?raw';

const yearKey = z.string().regex(/^20\d\d$/);

/** A number or word from the law or the method, with where it comes from and the years it holds for. */
export const parameterSchema = z
  .strictObject({
    description: z.string().min(1),
    unit: z.string().min(1),
    /** Clause of the Положение that uses it. */
    clause: z.string().min(1),
    source: z.string().min(1),
    /** The day on which somebody last looked whether it still holds. */
    checkedOn: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional(),
    choices: z.array(z.string()).optional(),
    value: z.unknown().optional(),
    /** By the first year in which the value holds; null from where none is known. */
    values: z.record(yearKey, z.unknown()).optional(),
  })
  .refine(
    (parameter) => (parameter.value === undefined) !== (parameter.values === undefined),
    'value or values',
  );

export type Parameter = z.infer<typeof parameterSchema>;

/** A parameter in force. */
export interface ParameterInForce extends Parameter {
  id: string;
  /** The workspace's own value, where `msoko.json` sets one. */
  overridden?: unknown;
}

/** The parameters of a workspace. */
export interface Parameters {
  all(): readonly ParameterInForce[];
  /** Value in the given year; `undefined` where none is known. */
  valueAt(id: string, year: number): unknown;
  number(id: string, year?: number): number;
  word(id: string): string;
  /** What `msoko.json` changed, for the reports. */
  overridden(): Readonly<Record<string, unknown>>;
}

const UNDATED = 9999;

function loadCatalogue(): Map<string, Parameter> {
  const catalogue = new Map<string, Parameter>();
  const texts = [
    ...[lowText, objectivityText, medalRulesText, olympiadsText, effectivenessText],
    ...[
      egeMinimumText,
      vprScalesText,
      calendarText,
      recommendationsText,
      preschoolText,
      publicationText,
      systemsText,
      universityMinimumText,
    ],
  ];
  for (const text of texts) {
    const document = parseYaml(text) as Record<string, unknown>;
    for (const [id, value] of Object.entries(document)) catalogue.set(id, parameterSchema.parse(value));
  }
  return catalogue;
}

/**
 * The parameters in force: the catalogue with the workspace's own values over it. Values by year, and lines of a
 * table, replace those of the same first year or name and leave the others in force.
 * @throws Failure `unknown-parameter` or `bad-parameter` for an override that fits nothing
 */
export function loadParameters(overrides: Readonly<Record<string, unknown>> = {}): Parameters {
  const catalogue = loadCatalogue();
  for (const [id, value] of Object.entries(overrides)) checkOverride(catalogue, id, value);

  const valueAt = (id: string, year: number): unknown => {
    const parameter = catalogue.get(id);
    if (!parameter) return undefined;
    const own = overrides[id];
    if (own === undefined) return parameter.values ? atYear(parameter.values, year) : parameter.value;
    if (isTable(parameter.value) && isTable(own)) return { ...parameter.value, ...own };
    if (!isByYear(own)) return own;
    return atYear({ ...parameter.values, ...own }, year) ?? parameter.value;
  };

  return {
    all: () =>
      [...catalogue].map(([id, parameter]) => ({
        id,
        ...parameter,
        ...(overrides[id] === undefined ? {} : { overridden: overrides[id] }),
      })),
    valueAt,
    number(id, year = UNDATED) {
      const value = valueAt(id, year);
      if (typeof value !== 'number') throw new Error(`invalid parameter: ${id}`);
      return value;
    },
    word(id) {
      const value = valueAt(id, UNDATED);
      if (typeof value !== 'string') throw new Error(`invalid parameter: ${id}`);
      return value;
    },
    overridden: () => overrides,
  };
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isByYear(value: unknown): value is Record<string, unknown> {
  return isTable(value) && Object.keys(value).every((key) => /^20\d\d$/.test(key));
}

function atYear(values: Readonly<Record<string, unknown>>, year: number): unknown {
  const since = Object.keys(values)
    .map(Number)
    .filter((start) => start <= year);
  return since.length === 0 ? undefined : (values[String(Math.max(...since))] ?? undefined);
}

function checkOverride(catalogue: ReadonlyMap<string, Parameter>, id: string, value: unknown): void {
  const parameter = catalogue.get(id);
  if (!parameter) {
    throw new Failure('unknown-parameter', `msoko.json, parameters: неизвестный параметр «${id}».`, {
      hint: 'Список параметров показывает «msoko rules».',
    });
  }
  const model = parameter.value ?? Object.values(parameter.values ?? {}).find((known) => known !== null);
  const given = isByYear(value) && !isByYear(model) ? Object.values(value) : [value];
  for (const one of given) {
    const fits =
      typeof one === typeof model &&
      Array.isArray(one) === Array.isArray(model) &&
      (!parameter.choices || parameter.choices.includes(String(one)));
    if (!fits) {
      throw new Failure(
        'bad-parameter',
        `msoko.json, parameters, «${id}»: значение ${JSON.stringify(one)} не подходит.`,
        {
          hint: `Ожидается ${parameter.choices ? parameter.choices.join(' или ') : `значение вида ${JSON.stringify(model)}`}.`,
        },
      );
    }
  }
}
