import { main } from '../../src/cli.ts';
import type { Input } from '../../src/commands/input.ts';
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
  /** What stands on standard input, or what somebody in a terminal answers, in the order of the questions. */
  input?: string | readonly string[] | Input;
  /** File of the reading thread; everything is read in one thread without it. */
  importWorker?: URL;
  now?(): number;
}

/** Runs the command line in this process, with streams, environment and clock that the test holds. */
export async function msoko(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { directory, home, terminal, env = {}, input, importWorker, now = Date.now } = options;
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
    ...(input === undefined ? {} : { input: inputOf(input) }),
    importWorker,
    now,
  };
  const exit = await main(args, io);
  return { exit, out, err, json: () => JSON.parse(out) };
}

function inputOf(given: string | readonly string[] | Input): Input {
  if (typeof given === 'object' && 'ask' in given) return given;
  if (typeof given === 'string') {
    return {
      terminal: false,
      read: async () => given,
      ask: () => Promise.reject(new Error('nobody can be asked')),
    };
  }
  const answers = [...given];
  return {
    terminal: true,
    read: () => Promise.reject(new Error('a terminal is asked, not read')),
    async ask(question) {
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`no answer for: ${question}`);
      return answer;
    },
  };
}
