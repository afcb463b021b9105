import type { RosterRecord } from '../records/schemas.ts';
import type { RosterEntry } from './schools.ts';

/** Layouts whose rows add keys to schools that a roster defines. */
const BRIDGES = new Set(['contextual-survey', 'contextual-survey-2021', 'contextual-survey-2022']);

/**
 * A school as a line of a stored roster gives it.
 * @param layout of the file that the line was read from
 */
export function rosterEntry(line: string, layout: string): RosterEntry {
  const { at: _at, year: _year, ...entry } = JSON.parse(line) as RosterRecord;
  return { ...entry, defines: !BRIDGES.has(layout) };
}
