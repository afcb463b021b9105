import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assessSystems,
  type MunicipalityAssessment,
  type SystemAssessment,
} from '../../src/commands/system-assessment.ts';
import type { Answer } from '../../src/regulation/systems/answer.ts';
import { SYSTEMS, systemById } from '../../src/regulation/systems/systems.ts';
import { type SituationMunicipality, writeRegionOfSituations } from '../support/region-of-situations.ts';
import { MUNICIPALITY, systemFiles } from '../support/system-situation.ts';

const YEAR = 2021;
const FILES = systemFiles(resolve(import.meta.dirname, '../situations/systems'));

const directory = mkdtempSync(join(tmpdir(), 'msoko-region-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let region: SystemAssessment;
let municipalities: SituationMunicipality[];
let answered: Map<string, MunicipalityAssessment>;

beforeAll(async () => {
  municipalities = writeRegionOfSituations(directory, FILES, YEAR);
  region = await assessSystems(directory, [YEAR]);
  answered = new Map(Array.from(region.municipalities(), (one) => [one.municipality, one]));
});

const answersOf = ({ answers }: Pick<SystemAssessment, 'answers'>): Answer[] =>
  SYSTEMS.flatMap((system) => answers(system, YEAR));
const isWhole = ({ unit, breakdown }: Answer) => unit === 'municipality' && breakdown === null;

/** One municipality of each system, and the one whose authority keeps the workspace. */
const chosen = () => [
  municipalities[0]!,
  ...SYSTEMS.flatMap(({ id }) => municipalities.find(({ system }) => system === id) ?? []),
];

describe('A region where every municipality is a situation of some system', () => {
  it('has as many as there are, each with its own organisations', () => {
    expect(answered.size).toBe(municipalities.length);
    expect(municipalities.length).toBeGreaterThan(40);
    for (const { name, situation, codeOf } of municipalities)
      expect(
        answered
          .get(name)!
          .organisations.map(({ code }) => code)
          .sort(),
      ).toEqual(Object.keys(situation.given.organisations).map(codeOf).sort());
  });

  it('answers on each to the last digit as it is answered on alone', { timeout: 120_000 }, async () => {
    for (const { name } of chosen()) {
      const alone = await assessSystems(directory, [YEAR], SYSTEMS, undefined, name);
      expect(answersOf(answered.get(name)!), name).toEqual(answersOf(alone));
    }
  });

  it('gives each what the Положение asks for in its own situation, whatever stands in the others', () => {
    let checked = 0;
    for (const { name, situation, system } of municipalities) {
      // Signs are held against the region; what the other authorities reported is in nobody's files.
      const isAlone = situation.given.results === undefined && situation.given.markers === undefined;
      if (!isAlone || (situation.given.values[MUNICIPALITY] && name !== municipalities[0]!.name)) continue;
      const answers = answered.get(name)!.answers(systemById(system)!, YEAR);
      for (const [id, { value, numerator, denominator, status }] of Object.entries(situation.expect)) {
        const found = answers.find((one) => one.id === id && isWhole(one) && one.variant === 'indicator')!;
        const said = { value, numerator, denominator, status };
        for (const [field, wanted] of Object.entries(said)) {
          if (wanted === undefined) continue;
          const is = found[field as keyof typeof said];
          if (typeof wanted === 'number') expect(is, `${situation.name}: ${id}`).toBeCloseTo(wanted, 4);
          else expect(is, `${situation.name}: ${id}`).toBe(wanted);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('tells what is not known in a municipality by its state, and gives it no number', () => {
    const lacking = [...answered.values()].flatMap((one) =>
      answersOf(one).filter((answer) => isWhole(answer) && answer.value === null),
    );
    for (const status of ['no-data', 'not-applicable'])
      expect(lacking.some((answer) => answer.status === status)).toBe(true);
    expect(lacking.filter(({ status }) => status === 'computed')).toEqual([]);
  });

  it('counts what the keeping authority reported for its own municipality alone', () => {
    const { situation, system, name } = municipalities[0]!;
    const [id] = Object.entries(situation.expect).find(([, { denominator }]) => denominator)!;
    const of = (municipality: string) =>
      answered
        .get(municipality)!
        .answers(systemById(system)!, YEAR)
        .find((one) => one.id === id)!;
    expect(of(name).value).not.toBeNull();
    const other = municipalities.find((one) => one.name !== name && one.system !== system)!;
    expect(of(other.name)).toMatchObject({ value: null, status: 'no-data' });
  });

  it('has no municipalities side by side where one is asked about', async () => {
    const one = await assessSystems(directory, [YEAR], SYSTEMS, undefined, municipalities[1]!.name);
    expect([...one.municipalities()]).toEqual([]);
  });
});
