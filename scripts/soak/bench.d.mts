/** A workspace to bring faults upon, and its exports. */
export interface Bench {
  files: readonly string[];
}

/** Makes a bench in an empty folder; `seed` decides where faults come. */
export function makeBench(folder: string, seed: number): Bench;
