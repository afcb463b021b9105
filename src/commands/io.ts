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

/** Control characters, marks of direction, a lone carriage return; the program's own colours are told apart. */
const COMMANDS =
  /(\u001b\[[\d;]*m)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;

/**
 * Streams through which no text of a file reaches the terminal as a command: a school's name may hold anything.
 * Answers in JSON have such characters escaped already.
 */
export function withoutCommands(io: Io): Io {
  const clean = (text: string, returns: boolean) =>
    text.replace(COMMANDS, (found, colour: string | undefined) =>
      (colour && io.colour) || (returns && found === '\r') ? found : '',
    );
  return {
    ...io,
    out: (text) => io.out(clean(text, false)),
    // Progress is written over the line before it.
    err: (text) => io.err(clean(text, io.progressTo)),
  };
}
