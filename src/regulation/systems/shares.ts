import { OWN_MUNICIPALITY } from '../../records/municipality.ts';
import { dimension } from '../../records/variables/dimension.ts';
import type { Variable } from '../../records/variables/variable.ts';
import { notCounted } from '../criteria/school-values.ts';
import { contradictory } from './contradiction.ts';
import { fraction, noData, notApplicable, type RawPlace, type RawValue } from './raw-value.ts';
import type { SystemFacts } from './system-facts.ts';
import { askedOf, merged, totalOf } from './totals.ts';

const OWN_NUMBER = 'Сведения муниципалитета: организации ответили не все.';

/**
 * Part ÷ whole of the municipality and of each organisation that is asked for both. A part greater than the whole that
 * it is counted within makes no share: the organisation is named instead of being added up.
 */
export function shareValues(
  part: Variable,
  whole: Variable,
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
): RawValue[] {
  const wholeCut = breakdown && whole.by === breakdown.split(':')[0] ? breakdown : null;
  const both = askedOf(part, year, facts).filter(({ kind }) => whole.asked.includes(kind));
  const contradictions: string[] = [];
  const lack = { part: lackText([part]), whole: lackText([whole]), both: lackText([part, whole]) };
  const rows = both.map(({ code }): RawValue => {
    const place: RawPlace = { unit: 'school', code, breakdown };
    const [some, all] = [
      facts.reported(code, part.id, year, breakdown),
      facts.reported(code, whole.id, year, wholeCut),
    ];
    if (!some || !all) return noData(place, [code], some ? lack.whole : all ? lack.part : lack.both);
    const contradiction = contradictory(part, whole, some.value, all.value);
    if (contradiction) {
      contradictions.push(`${code}: ${contradiction}`);
      return noData(place, [code], notCounted([contradiction]));
    }
    return fraction(place, some.value, all.value, { sources: merged([...some.sources, ...all.sources]) });
  });
  const reason = contradictions.length > 0 ? notCounted(contradictions) : null;
  return [municipalShare(part, whole, year, [breakdown, wholeCut], facts, rows, reason), ...rows];
}

/**
 * Over organisations that gave both numbers; where some did not and the authority supplied both itself, its numbers.
 * Where part and whole are asked of different ones, the totals are divided.
 */
function municipalShare(
  part: Variable,
  whole: Variable,
  year: number,
  [breakdown, wholeCut]: readonly [string | null, string | null],
  facts: SystemFacts,
  rows: readonly RawValue[],
  contradictions: string | null,
): RawValue {
  const place: RawPlace = { unit: 'municipality', code: facts.municipality, breakdown };
  const own = [
    facts.reported(OWN_MUNICIPALITY, part.id, year, breakdown),
    facts.reported(OWN_MUNICIPALITY, whole.id, year, wholeCut),
  ] as const;
  const ownContradiction =
    own[0] && own[1] ? contradictory(part, whole, own[0].value, own[1].value) : undefined;
  const ownBoth = own[0] && own[1] && !ownContradiction;
  const known = rows.filter(({ status }) => status !== 'no-data');
  if (rows.length > 0 && (known.length === rows.length || !ownBoth)) {
    if (known.length > 0) {
      const sum = (key: 'numerator' | 'denominator') =>
        known.reduce((total, row) => total + (row[key] ?? 0), 0);
      return fraction(place, sum('numerator'), sum('denominator'), {
        missing: rows.filter(({ status }) => status === 'no-data').map(({ code }) => code),
        sources: merged(known.flatMap(({ sources }) => sources)),
        reason: contradictions,
      });
    }
  }
  if (ownContradiction) return noData(place, [], notCounted([ownContradiction]));
  if (own[0] && own[1]) {
    return fraction(place, own[0].value, own[1].value, {
      sources: merged([...own[0].sources, ...own[1].sources]),
      reason: rows.length > 0 ? OWN_NUMBER : null,
    });
  }
  const totals = [totalOf(part, year, breakdown, facts), totalOf(whole, year, wholeCut, facts)] as const;
  const asked = [
    ...new Set([part, whole].flatMap((variable) => askedOf(variable, year, facts).map(({ code }) => code))),
  ];
  if (rows.length === 0 && totals[0] && totals[1]) {
    return fraction(place, totals[0].value, totals[1].value, {
      missing: [...new Set([...totals[0].missing, ...totals[1].missing])].sort(),
      sources: merged([...totals[0].sources, ...totals[1].sources]),
    });
  }
  const lacking = [part, whole].filter((_, index) => !totals[index]);
  if (asked.length === 0 && ![part, whole].some(({ asked: who }) => who.includes('municipality'))) {
    return notApplicable(place, 'В реестре нет организаций, которых это касается.');
  }
  return noData(place, asked, contradictions ?? lackText(lacking.length > 0 ? lacking : [part, whole]));
}

/** Cuts of the dimension for which anybody supplied the part. */
export function cutsOf(part: Variable, year: number, by: string | undefined, facts: SystemFacts): string[] {
  if (!by || part.by !== by) return [];
  return (dimension(by)?.options ?? [])
    .map(({ id }) => `${by}:${id}`)
    .filter((cut) => totalOf(part, year, cut, facts) !== undefined);
}

/** «Нет значений: «…», «…».» */
export function lackText(variables: readonly Variable[]): string {
  return `Нет значений: ${variables.map(({ title }) => `«${title}»`).join(', ')}.`;
}
