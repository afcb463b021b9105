import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cellsOf, type Decision, type Release } from '../../src/statistics/disclosure/release.ts';
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
const weakened = vi.hoisted(() => ({ secondary: true, leaking: false }));

vi.mock('../../src/statistics/disclosure/suppress.ts', async (original) => {
  const { suppress } = await original<typeof import('../../src/statistics/disclosure/suppress.ts')>();
  const weak: typeof suppress = (releases, rule, options) => {
    const { secondary, leaking } = weakened;
    const decisions = suppress(releases, rule, { ...options, secondary });
    return leaking ? withOneShown(decisions) : decisions;
  };
  return { suppress: weak };
});

/** Shows one number that is hidden for the sake of others. */
function withOneShown(decisions: Map<string, Decision>): Map<string, Decision> {
  for (const [id, { whole, parts }] of decisions) {
    const name = Object.keys(parts).find((one) => whole === null && parts[one] === 'secondary');
    if (name === undefined) continue;
    return new Map(decisions).set(id, { whole, parts: { ...parts, [name]: null } });
  }
  return decisions;
}

type Names = readonly [procedure: string, subject: string, grade: number | null];

const VPR_MATHEMATICS: Names = ['ВПР', 'Математика', 5];
const VPR_RUSSIAN: Names = ['ВПР', 'Русский язык', 4];
const OGE_MATHEMATICS: Names = ['ОГЭ', 'Математика', null];
const EGE_RUSSIAN: Names = ['ЕГЭ', 'Русский язык', null];

/** What the papers of a municipality are. */
type Papers = Readonly<Record<string, Names>>;

const titleOf = ([procedure, subject, grade]: Names): string =>
  `${procedure} · ${subject}${grade === null ? '' : `, ${grade} класс`}`;

/** A test score at the level of each mark. */
const SCORES: Readonly<Record<number, number>> = { 2: 10, 3: 45, 4: 70, 5: 95 };
const codeOf = (school: string) => String(990_101 + Number(school.slice(1)));

function table(sittings: readonly Sitting[], papers: Papers): string {
  return results(
    ...sittings.flatMap(({ school, paper, year, marks }) => {
      const names = papers[paper]!;
      const isEge = names[0] === 'ЕГЭ';
      return marks
        .flatMap((count, index) => Array.from({ length: count }, () => index + 2))
        .map((mark, index) => [
          ...[codeOf(school), year, ...names, index + 1, null],
          ...(isEge ? [SCORES[mark]!, null] : [null, mark]),
        ]);
    }),
  );
}

const groups =
  (sittings: readonly Sitting[], papers: Papers): FindGroup =>
  ({ year, cut, school, joined = false }) => {
    const own = sittings.filter((one) => {
      const names = papers[one.paper]!;
      return (
        one.year === year &&
        !(joined && names[0] === 'ВПР') &&
        (cut === undefined || cut === names[0] || cut === titleOf(names)) &&
        (school === undefined || codeOf(one.school) === school)
      );
    });
    if (own.length === 0) return undefined;
    return [2, 3, 4, 5].map((mark) =>
      sum(...own.map((one) => new Map([[`${one.year} ${one.paper} ${one.school} ${mark}`, 1]]))),
    ) as unknown as Group;
  };

/** Publishes each year when its results are there, and reads everything back. */
async function publish(sittings: readonly Sitting[], papers: Papers, formats: string): Promise<Constraint[]> {
  const at = place({ municipality: 'Приозёрный округ' });
  const known: Constraint[] = [];
  for (const year of [...new Set(sittings.map((one) => one.year))].sort()) {
    await at.take(
      `${year}.csv`,
      table(
        sittings.filter((one) => one.year === year),
        papers,
      ),
    );
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
    known.push(...(await readPublished(files, year, groups(sittings, papers))));
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

const withYears = municipality.filter(
  (one) => secretsOf(one).length > 3 && new Set(one.map(({ year }) => year)).size === 2,
);
const samples = fc.sample(withYears, { numRuns: 4, seed: 11 });

/** A school has one paper in a procedure of final attestation: participants over all papers are those of that paper. */
const PAPERS: readonly Papers[] = [
  { м: VPR_MATHEMATICS, р: VPR_RUSSIAN },
  { м: OGE_MATHEMATICS, р: EGE_RUSSIAN },
  { м: OGE_MATHEMATICS, р: VPR_RUSSIAN },
  { м: EGE_RUSSIAN, р: OGE_MATHEMATICS },
];
const cases = samples.map((sittings, index) => [index + 1, sittings, PAPERS[index]!] as const);

describe('the written files under attack', () => {
  it.each(cases)(
    'give nothing away of random municipality %i, and agree with it',
    async (_, sittings, papers) => {
      const known = await publish(sittings, papers, 'xlsx,html,docx');
      expect(known.length).toBeGreaterThan(0);
      const truth = new Map<string, number>(
        sittings.flatMap(({ school, paper, year, marks }) =>
          marks.map((count, index) => [`${year} ${paper} ${school} ${index + 2}`, count] as const),
        ),
      );
      for (const { terms, sign, right } of known) {
        const value = [...terms].reduce((total, [id, one]) => total + one * truth.get(id)!, 0);
        expect(
          sign === '=' ? value === right : sign === '<=' ? value <= right + 1e-9 : value >= right - 1e-9,
        ).toBe(true);
      }
      expect(attack(sittings, known)).toEqual([]);
    },
  );

  const weakly = async (how: Partial<typeof weakened>): Promise<Found[]> => {
    Object.assign(weakened, how);
    try {
      const found = [];
      for (const [, sittings, papers] of cases.slice(0, 2))
        found.push(...attack(sittings, await publish(sittings, papers, 'xlsx')));
      return found;
    } finally {
      Object.assign(weakened, { secondary: true, leaking: false });
    }
  };

  it('give numbers away when only small numbers are hidden', async () => {
    expect((await weakly({ secondary: false })).length).toBeGreaterThan(0);
  });

  it('give hidden numbers away when one number that protects them is printed', async () => {
    expect((await weakly({ leaking: true })).length).toBeGreaterThan(0);
  });
});
