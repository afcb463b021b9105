import type { Command } from 'commander';
import type { Io } from '../../src/commands/io.ts';
import { buildProgram } from '../../src/commands/program.ts';
import { code, page, part, table } from './markdown.ts';

/** Every command with its arguments, options and examples, as its own help has them. */
export function commandsPage(): string {
  const { program } = buildProgram({} as Io);
  return page(
    'Команды и параметры',
    'То же говорит `msoko КОМАНДА --help`. Общие параметры пишут с любой командой.',
    [
      part(2, 'Общие параметры', optionTable(program)),
      ...program.commands
        .filter((command) => !isHidden(command))
        .flatMap((command) => commandParts(command, 'msoko')),
    ],
  );
}

function commandParts(command: Command, before: string): string[] {
  const name = `${before} ${command.name()}`;
  const inner = command.commands.flatMap((one) => commandParts(one, name));
  const own = part(
    before === 'msoko' ? 2 : 3,
    name,
    `${sentence(command.description())}`,
    block(`${name} ${command.usage()}`.trim()),
    argumentTable(command),
    optionTable(command),
    examplesOf(command),
  );
  return [own, ...inner];
}

/** Commander keeps which commands are hidden to itself: those are for shells, not for people. */
function isHidden(command: Command): boolean {
  return (command as unknown as { _hidden?: boolean })._hidden === true;
}

function argumentTable({ registeredArguments: given }: Command): string {
  if (given.length === 0) return '';
  return table(
    ['Аргумент', 'Что это', 'Если не указан'],
    given.map((one) => [
      one.name(),
      one.description,
      one.required ? 'нужен' : one.defaultValue === undefined ? '' : code(String(one.defaultValue)),
    ]),
  );
}

function optionTable({ options }: Command): string {
  const shown = options.filter(({ hidden }) => !hidden);
  if (shown.length === 0) return '';
  return table(
    ['Параметр', 'Что делает', 'Значения', 'Если не указан'],
    shown.map(({ flags, description, argChoices, defaultValue, defaultValueDescription }) => [
      code(flags),
      description,
      argChoices ? argChoices.map(code).join(', ') : '',
      defaultValueDescription ??
        (defaultValue === undefined || defaultValue === true ? '' : String(defaultValue)),
    ]),
  );
}

/** The examples stand in the help alone, after its tables. */
function examplesOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (more) => (text += more) });
  command.outputHelp();
  const examples = text.split('\nПримеры:\n')[1];
  return examples ? block(examples.replace(/^ {2}/gm, '').trimEnd()) : '';
}

function block(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}

function sentence(text: string): string {
  const end = /[.!?]$/.test(text) ? '' : '.';
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}
