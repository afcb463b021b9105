import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { buildProgram } from '../../src/commands/program.ts';
import { VERSION } from '../../src/version.ts';
import { place } from '../support/place.ts';

const silent: Io = {
  out: () => {},
  err: () => {},
  width: undefined,
  progressTo: false,
  colour: false,
  env: {},
  directory: '.',
  now: () => 0,
};

/** Every command with the words that call it, subcommands too. */
function commands(
  of: Command = buildProgram(silent).program,
  before: readonly string[] = [],
): [string, Command][] {
  return of.commands.flatMap((command): [string, Command][] => {
    const words = [...before, command.name()];
    return [[words.join(' '), command], ...commands(command, words)];
  });
}

const NAMES = commands().map(([name]) => name);

async function helpOf(name: string): Promise<string> {
  const ran = await place().run([...name.split(' '), '--help']);
  expect(ran).toMatchObject({ exit: 0, err: '' });
  return ran.out;
}

/** The words of a command line as a shell takes them apart: blanks, and quotation marks around patterns. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

/** Command lines of a help's examples; what stands behind two blanks is a remark. */
function examplesOf(help: string): string[] {
  return [...help.matchAll(/^ {2}msoko (.*?)(?: {2,}.*)?$/gm)].map(([, line]) => line!);
}

describe('help', () => {
  it('of the program names every command, the exit codes and examples', async () => {
    const { out, exit } = await place().run(['--help']);
    expect(exit).toBe(0);
    for (const name of NAMES.filter((one) => !one.includes(' ')))
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    for (const code of [0, 1, 2, 70, 130]) expect(out).toMatch(new RegExp(`\\b${code} — `));
    expect(examplesOf(out).length).toBeGreaterThan(2);
  });

  it.each(NAMES)('of «%s» is Russian and shows how to call it, with examples', async (name) => {
    const help = await helpOf(name);
    expect(help).toMatch(/^Вызов: msoko /);
    expect(help).toContain(`Вызов: msoko ${name}`);
    expect(help).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|choices:|\(env/);
    expect(help).toMatch(/^Примеры:$/m);
    expect(examplesOf(help).length).toBeGreaterThan(0);
    for (const example of examplesOf(help)) expect(`${example} `.startsWith(`${name} `), example).toBe(true);
  });

  it('describes every option and argument in Russian', () => {
    for (const [name, command] of commands()) {
      for (const { long, description } of command.options)
        expect(description, `${name} ${long}`).toMatch(/[а-я]/);
      for (const argument of command.registeredArguments) {
        expect(argument.description, `${name} ${argument.name()}`).toMatch(/[а-я]/);
      }
    }
  });

  it.each(['', ...NAMES])('of «%s» holds examples that the program understands', async (name) => {
    const { out } = await place().run([...name.split(' ').filter(Boolean), '--help']);
    for (const example of examplesOf(out)) {
      const { program } = buildProgram(silent);
      for (const [, command] of commands(program)) command.action(() => {});
      await expect(program.parseAsync(wordsOf(example), { from: 'user' }), example).resolves.toBeDefined();
    }
  });

  it('is the same by «msoko help КОМАНДА»', async () => {
    const { out, exit } = await place().run(['help', 'import']);
    expect(exit).toBe(0);
    expect(out).toBe(await helpOf('import'));
  });
});

describe('--version', () => {
  it('says the version and nothing else', async () => {
    for (const flag of ['--version', '-V']) {
      expect(await place().run([flag])).toMatchObject({ exit: 0, out: `${VERSION}\n`, err: '' });
    }
  });
});
