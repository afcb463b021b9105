import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cellsOf, type Release } from '../../src/statistics/disclosure/release.ts';
import { isSecret } from '../statistics/disclosure/attack.ts';
import { municipality, releasesOf, type Sitting } from '../statistics/disclosure/municipality.ts';
import { exposed, type Found } from '../support/attack/exposed.ts';
import type { Constraint } from '../support/attack/linear-program.ts';
import { type FindGroup, type Group, readPublished, sum } from '../support/attack/published.ts';
import { filesBelow, place } from '../support/place.ts';
import { results } from '../support/plain-tables.ts';

/**
 * Attacks the files that `report --public` wrote: reads the numbers out of workbooks, page and document with other
 * programs, the report of the year before among them, and solves them for what the method promises to hide.
 */
const weakened = vi.hoisted(() => ({ secondary: true }));

vi.mock('../../src/statistics/disclosure/suppress.ts', async (original) => {
  const { suppress } = await original<typeof import('../../src/statistics/disclosure/suppress.ts')>();
  const weak: typeof suppress = (releases, rule, options) =>
    suppress(releases, rule, { ...options, ...weakened });
  return { suppress: weak };
});

const PAPERS: Readonly<Record<string, readonly [title: string, subject: string, grade: number]>> = {
  м: ['ВПР · Математика, 5 класс', 'Математика', 5],
  р: ['ВПР · Русский язык, 4 класс', 'Русский язык', 4],
};
const codeOf = (school: string) => String(990_101 + Number(school.slice(1)));

function table(sittings: readonly Sitting[]): string {
  return results(
    ...sittings.flatMap(({ school, paper, year, marks }) =>
      marks
        .flatMap((count, index) => Array.from({ length: count }, () => index + 2))
        .map((mark, index) => [
          codeOf(school),
          year,
          'ВПР',
          ...PAPERS[paper]!.slice(1),
          index + 1,
          null,
          null,
          mark,
        ]),
    ),
  );
}

const groups =
  (sittings: readonly Sitting[]): FindGroup =>
  (year, title, code) => {
    const own = sittings.filter(
      (one) =>
        one.year === year &&
        (title === undefined || PAPERS[one.paper]![0] === title) &&
        (code === undefined || codeOf(one.school) === code),
    );
    if (own.length === 0) return undefined;
    return [2, 3, 4, 5].map((mark) =>
      sum(...own.map(({ paper, school }) => new Map([[`${year} ${paper} ${school} ${mark}`, 1]]))),
    ) as unknown as Group;
  };

/** Publishes each year when its results are there, and reads everything back. */
async function publish(sittings: readonly Sitting[], formats: string): Promise<Constraint[]> {
  const at = place({ municipality: 'Приозёрный округ' });
  const known: Constraint[] = [];
  for (const year of [...new Set(sittings.map((one) => one.year))].sort()) {
    await at.take(`${year}.csv`, table(sittings.filter((one) => one.year === year)));
    const out = join(at.directory, `отчёт ${year}`);
    const { exit } = await at.run([
      'report',
      '--year',
      String(year),
      '--public',
      '--format',
      formats,
      '--out',
      out,
    ]);
    expect(exit).toBe(0);
    const files = [...filesBelow(out).keys()].map((file) => join(out, file));
    known.push(...(await readPublished(files, year, groups(sittings))));
  }
  const distinct = new Map(
    known.map((one) => [JSON.stringify([[...one.terms].sort(), one.sign, one.right]), one]),
  );
  return [...distinct.values()];
}

const secretsOf = (sittings: readonly Sitting[]) =>
  releasesOf(sittings).flatMap((release: Release) =>
    cellsOf(release)
      .filter(({ name }) => isSecret(release, name))
      .map(({ name, sum: { terms, value } }) => ({
        what: `${release.id} ${name || 'whole'} = ${value}`,
        terms,
      })),
  );

const attack = (sittings: readonly Sitting[], known: readonly Constraint[]): Found[] =>
  exposed(secretsOf(sittings), known);

const samples = fc.sample(
  municipality.filter((one) => secretsOf(one).length > 3 && new Set(one.map(({ year }) => year)).size === 2),
  { numRuns: 4, seed: 11 },
);

describe('the written files under attack', () => {
  it.each(samples.map((sittings, index) => [index + 1, sittings] as const))(
    'give nothing away of random municipality %i, and agree with it',
    async (_, sittings) => {
      const known = await publish(sittings, 'xlsx,html,docx');
      expect(known.length).toBeGreaterThan(0);
      const truth = new Map<string, number>(
        sittings.flatMap(({ school, paper, year, marks }) =>
          marks.map((count, index) => [`${year} ${paper} ${school} ${index + 2}`, count] as const),
        ),
      );
      for (const { terms, sign, right } of known) {
        const value = [...terms].reduce((total, [id, one]) => total + one * truth.get(id)!, 0);
        expect(sign === '=' ? value === right : sign === '<=' ? value <= right : value >= right).toBe(true);
      }
      expect(attack(sittings, known)).toEqual([]);
    },
  );

  it('give numbers away when only small numbers are hidden', async () => {
    weakened.secondary = false;
    try {
      const found = await Promise.all(
        samples.slice(0, 2).map(async (sittings) => attack(sittings, await publish(sittings, 'xlsx'))),
      );
      expect(found.flat().length).toBeGreaterThan(0);
    } finally {
      weakened.secondary = true;
    }
  });

  it('give a number away when one that is hidden leaks', async () => {
    const sittings = samples[0]!;
    const known = await publish(sittings, 'xlsx');
    const [secret] = secretsOf(sittings);
    const value = Number(secret!.what.split('= ')[1]);
    expect(
      attack(sittings, [...known, { terms: secret!.terms, sign: '=', right: value }]).length,
    ).toBeGreaterThan(0);
  });
});
