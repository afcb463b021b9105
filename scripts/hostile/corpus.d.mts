/** A hostile file: what it is, its bytes, and how its import must end. */
export interface HostileFile {
  what: string;
  make(): Uint8Array | string;
  /** Marks that are stored, in order. */
  marks?: readonly number[];
  /** Kind of records, a key of theirs, and its values in order. */
  records?: readonly [string, string, readonly unknown[]];
  /** Code of the refusal. */
  refused?: string;
  /** What the refusal must name as the place. */
  place?: string;
}

/** Hostile files by name. */
export const CORPUS: Readonly<Record<string, HostileFile>>;
