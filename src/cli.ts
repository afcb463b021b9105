import { CommanderError } from 'commander';
import { describeFailure } from './commands/describe-failure.ts';
import { processInput } from './commands/input.ts';
import { decideColour, type Io, withoutCommands } from './commands/io.ts';
import { jsonText } from './commands/output.ts';
import { buildProgram } from './commands/program.ts';
import { EXIT } from './failure.ts';

/**
 * Runs the command line.
 * @param args what stands behind the program's name
 * @returns the exit code
 */
export async function main(args: readonly string[], streams: Io): Promise<number> {
  const io = withoutCommands(streams);
  const { program, result } = buildProgram(io);
  const json = args.includes('--json');
  try {
    await program.parseAsync([...args], { from: 'user' });
    return result.exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const { failure, exit } = await describeFailure(error, program, io);
    if (json) io.out(jsonText({ error: failure }));
    else {
      io.err(`Ошибка: ${failure.message}\n`);
      if (failure.hint) io.err(`${failure.hint}\n`);
      if (args.includes('--verbose')) io.err(`Подробнее: msoko help ${failure.code}\n`);
    }
    return exit;
  }
}

function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // Some terminals do not know their size and say 0.
    width: (process.stdout.isTTY && process.stdout.columns) || undefined,
    progressTo: process.stderr.isTTY === true,
    colour: decideColour(process.stdout.isTTY === true, process.env, !process.argv.includes('--no-color')),
    env: process.env,
    directory: process.cwd(),
    input: processInput(),
    importWorker: new URL('./import-worker.js', import.meta.url),
    now: () => Date.now(),
  };
}

/** Starts the program in this process: exit code, broken pipes, Ctrl-C. */
export async function start(): Promise<void> {
  process.once('SIGINT', () => {
    const error = { code: 'interrupted', message: 'Прервано.' };
    if (process.argv.includes('--json')) process.stdout.write(jsonText({ error }));
    else process.stderr.write(`${error.message}\n`);
    process.exit(EXIT.interrupted);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), processIo());
}
