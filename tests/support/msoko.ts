import { main } from '../../src/cli.ts';
import type { Io } from '../../src/commands/io.ts';

/** What a run of the command line left behind. */
export interface Ran {
  exit: number;
  out: string;
  err: string;
  /** The one JSON document on stdout; throws where there is anything else. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every command
  json(): any;
}

export interface RunOptions {
  /** Current folder of the command. */
  directory: string;
  /** Where keys are kept: a temporary folder, never the real home. */
  home: string;
  /** Width of the terminal; not a terminal without it. */
  terminal?: number;
  env?: Record<string, string>;
  /** File of the reading thread; everything is read in one thread without it. */
  importWorker?: URL;
  now?(): number;
}

/** Runs the command line in this process, with streams, environment and clock that the test holds. */
export async function msoko(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { directory, home, terminal, env = {}, importWorker, now = Date.now } = options;
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    width: terminal,
    progressTo: terminal !== undefined,
    colour: terminal !== undefined,
    env: { MSOKO_HOME: home, ...env },
    directory,
    importWorker,
    now,
  };
  const exit = await main(args, io);
  return { exit, out, err, json: () => JSON.parse(out) };
}
