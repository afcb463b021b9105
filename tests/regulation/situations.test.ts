import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/commands/assessment.ts';
import type { CriterionVerdict, SchoolVerdict, YearEvidence } from '../../src/regulation/verdict.ts';
import {
  type ExpectedCriterion,
  type ExpectedSchool,
  type ExpectedYear,
  readSituations,
  type Situation,
  situationFiles,
  yearsIn,
} from '../support/situation.ts';
import { writeSituation } from '../support/situation-workspace.ts';

const base = mkdtempSync(join(tmpdir(), 'msoko-situations-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

for (const { name, file } of situationFiles(resolve(import.meta.dirname, '../situations'))) {
  describe(`${file.title} (${name})`, () => {
    for (const situation of file.situations) it(situation.name, () => check(situation));
  });
}

describe('a file of situations', () => {
  const text = (body: string) =>
    `title: т\nclause: к\nsituations:\n  - name: Ситуация с достаточно длинным именем\n    year: 2021\n${body}`;

  it('is refused for an unknown key, at any depth', () => {
    expect(() => readSituations('а.yaml', text('    given: {}\n    expected: {}\n'))).toThrow('expected');
    const deep = '    given: {}\n    expect: { criteria: { low.oge-russian-low: { verdikt: met } } }\n';
    expect(() => readSituations('б.yaml', text(deep))).toThrow('б.yaml');
  });

  it('is refused for a paper, a value or a year that does not exist', () => {
    for (const given of [
      '{ papers: { vpr-9-russian: {} } }',
      '{ values: { pupil: {} } }',
      '{ values: { pupils: { 21: 1 } } }',
    ]) {
      expect(() => readSituations('в.yaml', text(`    given: ${given}\n    expect: {}\n`))).toThrow('в.yaml');
    }
  });
});

async function check(situation: Situation): Promise<void> {
  const directory = mkdtempSync(join(base, 's-'));
  writeSituation(directory, situation);
  const { risk, indicators } = await assess(directory, situation.year);
  const { schools = {}, indicators: values = {}, summary, ...single } = situation.expect;
  if ('schools' in situation.given === false) checkSchool(only(risk.schools), single);
  else expect(single, 'ожидания нескольких школ — под ключом schools').toEqual({});
  for (const [code, expected] of Object.entries(schools)) {
    checkSchool(
      found(risk.schools, ({ school }) => school === code, code),
      expected,
    );
  }
  for (const [id, { reason, ...expected }] of Object.entries(values)) {
    const indicator = found(indicators, (one) => one.id === id, id);
    expect(indicator, id).toMatchObject(close(expected));
    checkReason(indicator.reason ?? null, reason, id);
  }
  if (summary) expect(risk.summary).toMatchObject(close(summary));
}

function checkSchool(
  verdict: SchoolVerdict,
  { criteria = {}, because = {}, ...answers }: ExpectedSchool,
): void {
  for (const [id, expected] of Object.entries(criteria)) {
    checkCriterion(
      found(verdict.criteria, (criterion) => criterion.id === id, id),
      expected,
    );
  }
  expect(verdict).toMatchObject(answers);
  expect(verdict.because).toMatchObject(because);
}

function checkCriterion(verdict: CriterionVerdict, expectation: ExpectedCriterion): void {
  const expected = typeof expectation === 'string' ? { verdict: expectation } : expectation;
  const { years = {}, reason, ...rest } = expected;
  for (const [span, year] of Object.entries(years)) {
    for (const one of yearsIn(span)) {
      checkYear(
        found(verdict.years, (evidence) => evidence.year === one, `${verdict.id}, ${one}`),
        year,
        verdict.id,
      );
    }
  }
  expect({ ...verdict }, verdict.id).toMatchObject(rest);
  checkReason(verdict.reason, reason, verdict.id);
}

function checkYear(evidence: YearEvidence, expectation: ExpectedYear, id: string): void {
  const expected = typeof expectation === 'string' ? { verdict: expectation } : expectation;
  const { reason, papers = {}, ...rest } = expected;
  expect(evidence, `${id}, ${evidence.year}`).toMatchObject(close(rest));
  checkReason(evidence.reason, reason, `${id}, ${evidence.year}`);
  for (const [paper, verdict] of Object.entries(papers)) {
    expect(
      found(evidence.papers ?? [], (one) => one.paper === paper, paper),
      paper,
    ).toMatchObject({ verdict });
  }
}

function checkReason(reason: string | null, expected: string | null | undefined, place: string): void {
  if (expected === null) expect(reason, place).toBeNull();
  else if (expected !== undefined) expect(reason, place).toContain(expected);
}

/** Fractions are written in the files with as many digits as a person would. */
function close<T extends object>(expected: T): T {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [
      key,
      (key === 'share' || key === 'value') && typeof value === 'number' ? expect.closeTo(value, 4) : value,
    ]),
  ) as T;
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0]!;
}

function found<T>(items: readonly T[], test: (item: T) => boolean, what: string): T {
  const item = items.find(test);
  if (item === undefined) throw new Error(`нет в ответе: ${what}`);
  return item;
}
