import type { EgePreparation } from '../../../facts/ege-preparation.ts';
import type { ComputedValue, SystemFacts } from '../system-facts.ts';

/** Index of preparation for ЕГЭ (индекс подготовки к ЕГЭ) of section 1.3. */
export const EGE_PREPARATION_ID = 'gift.ege-preparation-index';

const NOT_GRADUATES =
  'Число выпускников 11 классов не сообщено: взяты участники ЕГЭ, и доля может быть завышена.';

/**
 * Graduates with the university minimum in Russian and in enough subjects together ÷ graduates of grade 11. Where a
 * school did not report its graduates, participants of ЕГЭ stand for them, and it is said.
 */
export function egePreparationIndex(
  facts: readonly EgePreparation[],
  year: number,
  reported: SystemFacts['reported'],
): ComputedValue[] {
  if (facts.length === 0) return [];
  const rows = facts.map(({ school, participants, prepared }): ComputedValue => {
    const graduates = reported(school, 'graduates-11', year, null)?.value;
    return {
      unit: 'school',
      code: school,
      numerator: prepared,
      denominator: graduates ?? participants,
      ...(graduates === undefined
        ? { missing: [school], reason: NOT_GRADUATES }
        : graduates < prepared
          ? {
              value: null,
              status: 'no-data' as const,
              reason: `Выпускников сообщено ${graduates}, а подготовленных участников ЕГЭ ${prepared}: проверьте число выпускников.`,
            }
          : {}),
    };
  });
  const usable = rows.filter(({ status }) => status !== 'no-data');
  const missing = rows.filter((row) => !usable.includes(row) || row.missing).map(({ code }) => code!);
  return [
    {
      unit: 'municipality',
      numerator: usable.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
      denominator: usable.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
      ...(missing.length > 0 ? { missing, reason: NOT_GRADUATES } : {}),
    },
    ...rows,
  ];
}
