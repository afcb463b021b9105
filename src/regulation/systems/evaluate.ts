import { breakdownId, ORGANISATION_KIND } from '../../records/variables/dimension.ts';
import type { Variable } from '../../records/variables/variable.ts';
import { variableById } from '../../records/variables/variables.ts';
import type { Parameters } from '../parameters/parameters.ts';
import { added, withSums } from './added.ts';
import type { Answer } from './answer.ts';
import { countValues, presenceValues, runningTotal } from './counts.ts';
import { organisationValues, perOrganisation, scoreValues } from './organisations.ts';
import { fraction, noData, notApplicable, type RawValue } from './raw-value.ts';
import { cutsOf, shareValues } from './shares.ts';
import type { Indicator, Measure, System } from './system.ts';
import type { ComputedValue, SystemFacts } from './system-facts.ts';

/** Answers for all indicators of a system in a year. */
export type Evaluate = (system: System, year: number) => Answer[];

/**
 * Makes the evaluation of indicators over the facts. Of each indicator first comes the municipality as a whole, then
 * its cuts, then the organisations; each value stands with that of the year before.
 * @param systems all of them: a reference may lead to any
 * @throws Error where the catalogue names a variable or an indicator that does not exist: a defect of the catalogue
 */
export function evaluator(
  supplied: SystemFacts,
  parameters: Parameters,
  systems: readonly System[],
): Evaluate {
  const facts = withSums(supplied);
  const rawValues = (indicator: Indicator, measure: Measure, year: number): RawValue[] => {
    const whole = { unit: 'municipality', code: facts.municipality, breakdown: null } as const;
    switch (measure.from) {
      case 'values': {
        const part = known(...measure.part);
        const all = measure.whole === undefined ? undefined : known(...measure.whole);
        return inCuts(indicator, part, year, (cut) => {
          if (measure.cumulative) return runningTotal(part, year, cut, facts, parameters);
          return all ? shareValues(part, all, year, cut, facts) : countValues(part, year, cut, facts);
        });
      }
      case 'organisations': {
        const having = measure.having.map((id) => known(id));
        const values = inCuts(indicator, having[0]!, year, (cut) =>
          organisationValues(having, measure.of, year, cut, facts),
        );
        if (indicator.by !== ORGANISATION_KIND.id) return values;
        const kinds = measure.of.map((kind) => ({
          ...organisationValues(having, [kind], year, null, facts)[0]!,
          breakdown: breakdownId(ORGANISATION_KIND.id, kind),
        }));
        return ordered([...values, ...kinds]);
      }
      case 'scores': {
        const border = parameters.number(measure.border, year);
        return scoreValues(known(measure.score), { ...measure, border }, year, facts);
      }
      case 'per-organisation':
        return perOrganisation(known(measure.part), measure.of, year, facts);
      case 'presence':
        return presenceValues(known(measure.of), year, facts);
      case 'computed': {
        const values = facts.computed(indicator.id, year) ?? [];
        if (values.length === 0) return [noData(whole, [], 'Нет результатов, из которых это вычисляется.')];
        return ordered(values.map((value) => rawOf(value, facts)));
      }
      case 'reference': {
        const target = systems.flatMap(({ indicators }) => indicators).find(({ id }) => id === measure.to);
        if (!target) throw new Error(`unknown indicator: ${measure.to}`);
        return rawValues(target, target.measure, year);
      }
      case 'open':
        return [notApplicable(whole, 'Показатель задаёт сам муниципалитет; ни одного не задано.')];
    }
  };

  const inCuts = (
    { by }: Indicator,
    part: Variable,
    year: number,
    values: (cut: string | null) => RawValue[],
  ): RawValue[] => ordered([null, ...cutsOf(part, year, by, facts)].flatMap(values));

  const answers = (
    system: System,
    indicator: Indicator,
    variant: Answer['variant'],
    { formula, measure }: Pick<Indicator, 'formula' | 'measure'>,
    year: number,
  ): Answer[] => {
    const { id, title, clause, kind, direction } = indicator;
    const place = ({ unit, code, breakdown }: RawValue) => `${unit}|${code}|${breakdown}`;
    const before = new Map(rawValues(indicator, measure, year - 1).map((raw) => [place(raw), raw.value]));
    return rawValues(indicator, measure, year).map((raw) => {
      const earlier = before.get(place(raw)) ?? null;
      return {
        id,
        system: system.id,
        title,
        clause,
        kind,
        direction,
        formula,
        variant,
        ...raw,
        previous: earlier === null ? null : { year: year - 1, value: earlier },
        change: earlier === null || raw.value === null ? null : raw.value - earlier,
      };
    });
  };

  return (system, year) =>
    system.indicators.flatMap((indicator) => [
      ...answers(system, indicator, 'indicator', indicator, year),
      ...(indicator.monitoring ? answers(system, indicator, 'monitoring', indicator.monitoring, year) : []),
    ]);
}

/** A variable by its id; several added together. */
function known(...ids: readonly string[]): Variable {
  const [first, ...rest] = ids.map((id) => {
    const variable = variableById(id);
    if (!variable) throw new Error(`unknown variable: ${id}`);
    return variable;
  });
  if (!first) throw new Error('no variable is named');
  return added([first, ...rest]);
}

/** The municipality as a whole, its cuts, then organisations with theirs. */
function ordered(values: readonly RawValue[]): RawValue[] {
  const rank = ({ unit, breakdown }: RawValue) =>
    unit === 'municipality' ? (breakdown === null ? 0 : 1) : 2;
  return values.toSorted((a, b) => rank(a) - rank(b));
}

function rawOf(computed: ComputedValue, facts: SystemFacts): RawValue {
  const { unit, code = facts.municipality, breakdown = null, numerator, denominator } = computed;
  const { value, status, missing = [], reason = null } = computed;
  const raw: RawValue =
    value === undefined && numerator !== null && denominator !== null
      ? fraction({ unit, code, breakdown }, numerator, denominator, { missing, sources: [], reason })
      : {
          unit,
          code,
          breakdown,
          numerator,
          denominator,
          missing,
          reason,
          sources: [],
          value: value ?? null,
          status:
            value === undefined || value === null
              ? ('no-data' as const)
              : missing.length > 0
                ? ('incomplete' as const)
                : ('computed' as const),
        };
  return status ? { ...raw, status } : raw;
}
