/** What a bomb is, its bytes, and how it ends: `imported`, or the code of the refusal. */
export interface Bomb {
  what: string;
  make(): Uint8Array | string;
  ends: string;
}

/** Bombs by the name of their file. */
export const BOMBS: Readonly<Record<string, Bomb>>;
