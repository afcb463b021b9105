/** How a run of the program ended. */
export interface Ran {
  code: number | null;
  signal: string | null;
  out: string;
  err: string;
}

/** A workspace of one round. */
export interface BenchPlace {
  directory: string;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
}

/** A workspace to bring faults upon, and its exports. */
export interface Bench {
  /** Folder of the exports. */
  exports: string;
  files: readonly string[];
  place(): BenchPlace;
}

/** Makes a bench in an empty folder; `seed` decides where faults come. */
export function makeBench(folder: string, seed: number): Bench;

/** Files that a run told of as imported. */
export function reported(ran: Ran): string[];

/** The manifests of the imports of a workspace; throws where one is not whole, or one of these files is not there. */
export function checkWhole(place: BenchPlace, files?: readonly string[]): { import: string; file: string }[];
