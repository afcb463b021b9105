import type { Sum } from './sum.ts';

/** What is left of a coefficient by rounding alone. */
const ROUNDING = 1e-9;

/** A sum written by counts that are free: a number, and so much of each. */
export interface Written {
  constant: number;
  free: Map<string, number>;
}

/** Equations solved as far as they go: some counts written by the others. */
export interface Elimination {
  /** Writes a sum by the free counts; one without any is known. */
  write(sum: Pick<Sum, 'terms'>): Written;
  /** Counts that are written by free ones. */
  solved: ReadonlyMap<string, Written>;
}

/** Solves equations by Gauss and Jordan; short ones first, so that the long ones stay short. */
export function eliminate(known: readonly Sum[]): Elimination {
  const solved = new Map<string, Written>();
  /** Where each free count stands. */
  const places = new Map<string, Set<string>>();
  const write: Elimination['write'] = ({ terms }) => {
    const written: Written = { constant: 0, free: new Map() };
    for (const [id, coefficient] of terms) {
      const by = solved.get(id);
      if (by) add(written, coefficient, by);
      else addTerm(written, coefficient, id);
    }
    return written;
  };
  const place = (lead: string) => {
    for (const id of solved.get(lead)!.free.keys()) {
      const held = places.get(id);
      if (held) held.add(lead);
      else places.set(id, new Set([lead]));
    }
  };
  for (const sum of known.toSorted((one, other) => one.terms.size - other.terms.size)) {
    const { constant, free } = write(sum);
    const [lead] = free.keys();
    if (lead === undefined) continue;
    const divisor = free.get(lead)!;
    free.delete(lead);
    const by: Written = {
      constant: (sum.value - constant) / divisor,
      free: new Map([...free].map(([id, coefficient]) => [id, -coefficient / divisor])),
    };
    for (const earlier of places.get(lead) ?? []) {
      const row = solved.get(earlier)!;
      const factor = row.free.get(lead);
      if (factor === undefined) continue;
      row.free.delete(lead);
      add(row, factor, by);
      place(earlier);
    }
    places.delete(lead);
    solved.set(lead, by);
    place(lead);
  }
  return { write, solved };
}

function add(to: Written, factor: number, { constant, free }: Written): void {
  to.constant += factor * constant;
  for (const [id, coefficient] of free) addTerm(to, factor * coefficient, id);
}

function addTerm({ free }: Written, coefficient: number, id: string): void {
  const next = (free.get(id) ?? 0) + coefficient;
  if (Math.abs(next) < ROUNDING) free.delete(id);
  else free.set(id, next);
}
