import type { Bench } from './bench.mjs';

/** Faults by name: brought upon a bench in some round; throws where a promise is broken, else says how it ended. */
export const FAULTS: Readonly<Record<string, (bench: Bench, round: number) => Promise<string>>>;
