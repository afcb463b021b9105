import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import type { Variable } from '../records/variables/variable.ts';
import type { Place, Reading } from './layout.ts';

/** A value of an organisation or of the municipality, as a table or a form supplies it. */
export interface SuppliedValue {
  variable: Variable;
  year: number;
  /** Code under which records of the organisation are stored; `undefined` is the municipality itself. */
  school: string | undefined;
  /** `level:noo`; without it the total. */
  breakdown?: string | undefined;
  value: number;
}

/** Stores a value as the kind of record that holds its variable. */
export function emitValue(reading: Pick<Reading, 'emit'>, supplied: SuppliedValue, place: Place): void {
  const { variable, year, school, breakdown, value } = supplied;
  if (variable.record === 'school-years') {
    if (school === undefined || breakdown) throw new Error(`${variable.id} is a total of a school`);
    reading.emit('school-years', { year, school, variable: variable.id, value }, place);
    return;
  }
  reading.emit(
    'observations',
    {
      year,
      unit: school === undefined ? 'municipality' : 'school',
      code: school ?? OWN_MUNICIPALITY,
      variable: variable.id,
      ...(breakdown ? { breakdown } : {}),
      value,
    },
    place,
  );
}
