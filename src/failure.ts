import type { Issue } from './issue.ts';

/** Exit codes of the command line: what a script may rely on. */
export const EXIT = { done: 0, data: 1, usage: 2, defect: 70, interrupted: 130 } as const;

/** What a failure carries beside its message. */
export interface FailureDetails {
  /** What to do about it, as a Russian sentence. */
  hint?: string;
  /** Exit code; `1` (the input or the data must be mended) unless said otherwise. */
  exit?: number;
  issues?: readonly Issue[];
  cause?: unknown;
}

/** A failure that a person can mend: the message says what is wrong, the hint what to do. */
export class Failure extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exit: number;
  readonly issues: readonly Issue[];

  /** @param code kebab-case and stable: scripts match on it. */
  constructor(code: string, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'Failure';
    this.code = code;
    this.hint = details.hint;
    this.exit = details.exit ?? EXIT.data;
    this.issues = details.issues ?? [];
  }
}
