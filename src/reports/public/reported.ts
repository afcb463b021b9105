import { OWN_MUNICIPALITY } from '../../records/municipality.ts';
import { dimension } from '../../records/variables/dimension.ts';
import type { VariableUnit } from '../../records/variables/variable.ts';
import { variableById } from '../../records/variables/variables.ts';
import type { SystemFacts } from '../../regulation/systems/system-facts.ts';
import { atom, plus, type Sum } from '../../statistics/disclosure/sum.ts';

/** Units that count no people. */
const THINGS: readonly VariableUnit[] = ['organisations', 'subjects', 'lessons', 'points', 'yes-no'];

/** Whether any of the variables counts people. «Количество» of what is not said counts as people. */
export function countsPeople(variables: readonly string[]): boolean {
  return variables.some((id) => !THINGS.includes(variableById(id)?.unit ?? 'people'));
}

/** What organisations and the authority reported, as sums. */
export interface ReportedSums {
  /**
   * A number of the municipality as the sum that it is: over the organisations with both numbers of a share, over all
   * that answered, or the authority's own; `undefined` where it is none of these.
   * @param variables added together
   * @param codes organisations whose numbers went into the share
   */
  sumOf(
    value: number,
    variables: readonly string[],
    year: number,
    cut: string | null,
    codes: readonly string[],
  ): Sum | undefined;
  /** A number of one organisation. */
  of(code: string, variable: string, year: number): Sum | undefined;
  /** The same for a running total over years, the last of them the year's own. */
  runningOf(
    value: number,
    variables: readonly string[],
    years: readonly number[],
    cut: string | null,
  ): Sum | undefined;
}

export function reportedSums({
  organisations,
  reported,
}: Pick<SystemFacts, 'organisations' | 'reported'>): ReportedSums {
  const all = organisations.map(({ code }) => code);
  const own = (code: string, id: string, year: number, cut: string | null): Sum | undefined => {
    const found = reported(code, id, year, cut);
    if (!found) return undefined;
    const total = atom(`${year} ${code} ${id} ${cut ?? ''}`, found.value);
    const by = cut === null ? variableById(id)?.by : undefined;
    if (by === undefined) return total;
    // a total that its cuts make up is the sum of them: whoever has all cuts has the total
    const cuts = (dimension(by)?.options ?? []).flatMap((option) => {
      const one = reported(code, id, year, `${by}:${option.id}`);
      return one ? [atom(`${year} ${code} ${id} ${by}:${option.id}`, one.value)] : [];
    });
    const together = plus(...cuts);
    return cuts.length > 0 && together.value === found.value ? together : total;
  };
  const over = (
    codes: readonly string[],
    variables: readonly string[],
    year: number,
    cut: string | null,
  ): Sum | undefined => {
    const sums = codes.flatMap((code) => {
      const parts = variables.map((id) => own(code, id, year, cut));
      return parts.every((part) => part !== undefined) ? [plus(...parts)] : [];
    });
    return sums.length > 0 ? plus(...sums) : undefined;
  };
  const candidates = (
    variables: readonly string[],
    year: number,
    cut: string | null,
    codes: readonly string[],
  ): Sum[] => [codes, all, [OWN_MUNICIPALITY]].flatMap((some) => over(some, variables, year, cut) ?? []);
  return {
    of: (code, variable, year) => own(code, variable, year, null),
    sumOf: (value, variables, year, cut, codes) =>
      candidates(variables, year, cut, codes).find((sum) => close(sum.value, value)),
    runningOf(value, variables, years, cut) {
      const byYear = years
        .map((year) => candidates(variables, year, cut, []))
        .filter((sums) => sums.length > 0);
      let combined: Sum[] = [plus()];
      for (const sums of byYear) combined = combined.flatMap((sum) => sums.map((one) => plus(sum, one)));
      return combined.find((sum) => close(sum.value, value));
    },
  };
}

const close = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;
