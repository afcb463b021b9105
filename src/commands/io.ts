import type { Input } from './input.ts';

/** What a command may touch of the outside: streams, environment, clock. Tests pass their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Width of the terminal in characters, where stdout is one. */
  width: number | undefined;
  /** Whether stderr is a terminal: progress is shown only there. */
  progressTo: boolean;
  colour: boolean;
  env: NodeJS.ProcessEnv;
  directory: string;
  /** Where answers come from; absent where nobody can be asked. */
  input?: Input | undefined;
  /** File of the built reading thread of imports; without it everything is read in one thread. */
  importWorker?: URL | undefined;
  now(): number;
}

/** Options that every command has. */
export interface GlobalOptions {
  workspace?: string;
  json?: boolean;
  color?: boolean;
  quiet?: boolean;
  verbose?: boolean;
}

/** Colour is for terminals only, and `--no-color`, `NO_COLOR` and `TERM=dumb` switch it off. */
export function decideColour(terminal: boolean, env: NodeJS.ProcessEnv, flag: boolean | undefined): boolean {
  return terminal && flag !== false && !env.NO_COLOR && env.TERM !== 'dumb';
}
