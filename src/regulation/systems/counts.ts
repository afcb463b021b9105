import { OWN_MUNICIPALITY } from '../../records/municipality.ts';
import type { Variable } from '../../records/variables/variable.ts';
import type { Parameters } from '../parameters/parameters.ts';
import { organisationValues } from './organisations.ts';
import { counted, noData, notApplicable, type RawPlace, type RawValue } from './raw-value.ts';
import { lackText } from './shares.ts';
import type { SystemFacts } from './system-facts.ts';
import { askedOf, merged, totalOf } from './totals.ts';

/** A count of the municipality and of each organisation that is asked. */
export function countValues(
  part: Variable,
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
): RawValue[] {
  const place: RawPlace = { unit: 'municipality', code: facts.municipality, breakdown };
  const asked = askedOf(part, year, facts);
  const total = totalOf(part, year, breakdown, facts);
  const lack = lackText([part]);
  const rows = asked.map(({ code }): RawValue => {
    const own: RawPlace = { unit: 'school', code, breakdown };
    const answer = facts.reported(code, part.id, year, breakdown);
    return answer ? counted(own, answer.value, { sources: answer.sources }) : noData(own, [code], lack);
  });
  if (!total) {
    const nobody = asked.length === 0 && !part.asked.includes('municipality');
    return [
      nobody
        ? notApplicable(place, 'В реестре нет организаций, которых это касается.')
        : noData(
            place,
            asked.map(({ code }) => code),
            lack,
          ),
      ...rows,
    ];
  }
  const { value, missing, sources, ownNumber } = total;
  const reason = ownNumber ? 'Сведения муниципалитета: организации ответили не все.' : null;
  return [counted(place, value, { missing, sources, reason }), ...rows];
}

/**
 * A running total (нарастающим итогом): the counts of this year and of the years before it, back to a parameter's
 * number of years; years that nobody reported are named, not taken for zero.
 */
export function runningTotal(
  part: Variable,
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
  parameters: Parameters,
): RawValue[] {
  const span = parameters.number('systems.running-total-years');
  const years = Array.from({ length: span }, (_, index) => year - span + 1 + index);
  const byYear = years.map((one) => ({ year: one, values: countValues(part, one, breakdown, facts) }));
  const first = byYear.findIndex(({ values }) => values[0]!.value !== null);
  const current = byYear.at(-1)!.values;
  if (first < 0) return current;
  const known = byYear.slice(first);
  return current.map((now) => {
    const same = known.map(({ year: one, values }) => ({
      year: one,
      raw: values.find(({ code, unit }) => code === now.code && unit === now.unit)!,
    }));
    const counts = same.flatMap(({ raw }) => raw.value ?? []);
    if (counts.length === 0) return now;
    const gaps = same.filter(({ raw }) => raw.value === null).map(({ year: one }) => one);
    const own = now.value === null ? '' : `, из них за ${year} год — ${now.value}`;
    const reason = `Нарастающим итогом с ${known[0]!.year} года${own}${gaps.length > 0 ? `; нет данных за ${gaps.join(', ')}` : ''}.`;
    const total = counted(
      now,
      counts.reduce((sum, one) => sum + one, 0),
      {
        missing: now.missing,
        sources: merged(same.flatMap(({ raw }) => raw.sources)),
        reason,
      },
    );
    return gaps.length > 0 ? { ...total, status: 'incomplete' as const } : total;
  });
}

/**
 * Yes where the authority or any organisation answered «да»; no where the authority, or all organisations, answered
 * «нет»; unknown otherwise.
 */
export function presenceValues(of: Variable, year: number, facts: SystemFacts): RawValue[] {
  const place: RawPlace = { unit: 'municipality', code: facts.municipality, breakdown: null };
  const own = facts.reported(OWN_MUNICIPALITY, of.id, year, null);
  const rows = organisationValues([of], of.asked, year, null, facts).slice(1);
  const positive = rows.filter(({ value }) => value === 1);
  const missing = rows.filter(({ value }) => value === null).map(({ code }) => code);
  const sources = merged([...(own?.sources ?? []), ...rows.flatMap((row) => row.sources)]);
  const yes = (own && own.value > 0) || positive.length > 0;
  const all = rows.length > 0 && missing.length === 0;
  if (!yes && !own && !all) return [noData(place, missing, lackText([of])), ...rows];
  const reason =
    positive.length > 0 ? `Есть в организациях: ${positive.map(({ code }) => code).join(', ')}.` : null;
  return [counted(place, yes ? 1 : 0, { sources, reason }), ...rows];
}
