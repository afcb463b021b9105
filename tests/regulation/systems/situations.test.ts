import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assessSystems } from '../../../src/commands/system-assessment.ts';
import { OWN_MUNICIPALITY } from '../../../src/records/municipality.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { evaluator } from '../../../src/regulation/systems/evaluate.ts';
import type { Organisation } from '../../../src/regulation/systems/system-facts.ts';
import { indicatorById, SYSTEMS, systemById } from '../../../src/regulation/systems/systems.ts';
import {
  type ExpectedAnswer,
  KINDS,
  readSystemSituations,
  reportedIn,
  type SystemSituation,
  systemFiles,
} from '../../support/system-situation.ts';
import { writeSystemSituation } from '../../support/system-workspace.ts';

const FILES = systemFiles(resolve(import.meta.dirname, '../../situations/systems'));

const base = mkdtempSync(join(tmpdir(), 'msoko-systems-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

for (const { name, file } of FILES) {
  describe(`${file.title} (${name})`, () => {
    for (const situation of file.situations)
      it(situation.name, async () => check(situation, await answersTo(situation, file.system)));
  });
}

describe('the situations', () => {
  const COMPUTABLE = SYSTEMS.filter(({ id }) => id !== 'quality').flatMap(({ indicators }) =>
    indicators.filter(({ role }) => role !== 'reference' && role !== 'open').map(({ id }) => id),
  );

  it('are of the 132 indicators that can be computed', () => {
    expect(COMPUTABLE).toHaveLength(132);
  });

  it.each(KINDS)('of kind «%s» show every one of them', (kind) => {
    const shown = new Set(
      FILES.flatMap(({ file }) => file.situations)
        .filter((situation) => situation.kind === kind)
        .flatMap(({ expect: expected }) =>
          Object.entries(expected).flatMap(
            ([id, { cuts = {}, organisations = {}, monitoring, ...whole }]) => {
              const all = [whole, ...Object.values(cuts), ...Object.values(organisations), monitoring ?? {}];
              return all.some(kind === 'missing' ? isLacking : isValue) ? [id] : [];
            },
          ),
        ),
    );
    expect(COMPUTABLE.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('stand in the file of their system', () => {
    for (const { file } of FILES) {
      for (const id of file.situations.flatMap((one) => Object.keys(one.expect)))
        expect(systemById(file.system)!.indicators.map((one) => one.id)).toContain(id);
    }
  });
});

describe('a file of situations of a system', () => {
  const text = (body: string, kind = 'normal') =>
    `title: т\nclause: к\nsystem: '2.4'\nsituations:\n  - name: Ситуация с достаточно длинным именем\n    kind: ${kind}\n    year: 2021\n${body}`;
  const given = (more: string) => `    given: { organisations: { ш1: school }${more} }\n`;

  it('is read', () => {
    const known = text(`${given(', values: { ш1: { pupils: 5 } }')}    expect: {}\n`);
    expect(readSystemSituations('а.yaml', known).situations).toHaveLength(1);
  });

  it.each([
    ['a key', text(`${given(', value: {}')}    expect: {}\n`)],
    ['a kind', text(`${given('')}    expect: {}\n`, 'usual')],
    ['a variable', text(`${given(', values: { ш1: { pupil: 5 } }')}    expect: {}\n`)],
    ['a cut', text(`${given(', values: { ш1: { pupils/level:noo: 5 } }')}    expect: {}\n`)],
    ['an organisation', text(`${given(', values: { ш2: { pupils: 5 } }')}    expect: {}\n`)],
    ['an indicator', text(`${given('')}    expect: { meth.unknown: { value: 1 } }\n`)],
    ['a field of an answer', text(`${given('')}    expect: { meth.network-forms-presence: { valeu: 1 } }\n`)],
    ['a parameter', text(`    parameters: { systems.unknown: 1 }\n${given('')}    expect: {}\n`)],
  ])('is refused for %s that does not exist', (_, body) => {
    expect(() => readSystemSituations('б.yaml', body)).toThrow('б.yaml');
  });
});

/** Reported values alone need no workspace; results, verdicts and what is computed of them do. */
async function answersTo(situation: SystemSituation, id: string): Promise<readonly Answer[]> {
  const system = systemById(id)!;
  const { year, given, parameters = {} } = situation;
  const fromResults = given.results !== undefined || given.markers !== undefined;
  if (fromResults || Object.keys(situation.expect).some(isComputed)) {
    const directory = mkdtempSync(join(base, 's-'));
    writeSystemSituation(directory, situation);
    return (await assessSystems(directory, [year], [system])).answers(system, year);
  }
  const reported = new Map(
    reportedIn(situation).map(({ value, ...at }) => [
      [at.code, at.variable, at.year, at.breakdown].join('|'),
      { value, sources: [] },
    ]),
  );
  const organisations = Object.entries(given.organisations).map(
    ([code, kind]): Organisation => ({ code, name: code, kind }),
  );
  const facts = {
    ...{ municipality: OWN_MUNICIPALITY, organisations },
    reported: (...at: readonly [string, string, number, string | null]) => reported.get(at.join('|')),
    computed: () => undefined,
  };
  return evaluator(facts, loadParameters(parameters), SYSTEMS)(system, year);
}

function isComputed(id: string): boolean {
  const { measure } = indicatorById(id)!;
  return measure.from === 'computed' || (measure.from === 'reference' && isComputed(measure.to));
}

function check({ expect: expected }: SystemSituation, answers: readonly Answer[]): void {
  for (const [id, { cuts = {}, organisations = {}, monitoring, ...whole }] of Object.entries(expected)) {
    const find = (where: Partial<Answer>) => {
      const asked = { id, variant: 'indicator', breakdown: null, unit: 'municipality', ...where };
      const same = answers.find((answer) =>
        Object.entries(asked).every(([key, value]) => answer[key as keyof Answer] === value),
      );
      if (!same) throw new Error(`нет в ответе: ${id} ${JSON.stringify(where)}`);
      return same;
    };
    checkAnswer(find({}), whole);
    for (const [breakdown, one] of Object.entries(cuts)) checkAnswer(find({ breakdown }), one);
    for (const [code, one] of Object.entries(organisations)) checkAnswer(find({ unit: 'school', code }), one);
    if (monitoring) checkAnswer(find({ variant: 'monitoring' }), monitoring);
  }
}

function checkAnswer(answer: Answer, { reason, previous, value, change, ...rest }: ExpectedAnswer): void {
  const place = `${answer.id} ${answer.breakdown ?? ''} ${answer.code}`;
  expect(answer, place).toMatchObject(rest);
  for (const [was, wanted] of [
    [answer.value, value],
    [answer.previous?.value ?? null, previous],
    [answer.change, change],
  ] as const) {
    if (wanted === null) expect(was, place).toBeNull();
    else if (wanted !== undefined) expect(was, place).toBeCloseTo(wanted, 4);
  }
  if (reason === null) expect(answer.reason, place).toBeNull();
  else if (reason !== undefined) expect(answer.reason, place).toContain(reason);
}

function isLacking({ status, missing = [], value }: ExpectedAnswer): boolean {
  return (status !== undefined && status !== 'computed') || missing.length > 0 || value === null;
}

function isValue({ value, numerator }: ExpectedAnswer): boolean {
  return typeof value === 'number' || typeof numerator === 'number';
}
