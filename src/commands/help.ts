import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { didYouMean } from './describe-failure.ts';
import { helpPages } from './help-pages/pages.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText } from './output.ts';

/** `msoko help [COMMAND | CODE]`: help of the program or of a command, or what a code of a message means. */
export async function help(
  program: Command,
  io: Io,
  words: readonly string[],
  options: GlobalOptions,
): Promise<number> {
  let command: Command | undefined = program;
  for (const word of words) command = command?.commands.find((one) => one.name() === word);
  if (command) {
    command.outputHelp();
    return EXIT.done;
  }
  const code = words.join(' ').trim().toLowerCase();
  const pages = helpPages();
  const page = pages.get(code);
  if (!page) {
    const near = await didYouMean(code, [...pages.keys(), ...program.commands.map((one) => one.name())]);
    throw new Failure('unknown-code', `Нет ни команды, ни кода «${code}».`, {
      hint: `${near}Код стоит в сообщении об ошибке; команды: msoko --help.`,
      exit: EXIT.usage,
    });
  }
  if (options.json) io.out(jsonText({ command: 'help', code, ...page }));
  else {
    io.out(
      `${code}\n\nЧто это значит: ${page.means}\nОбычная причина: ${page.cause}\nЧто сделать: ${page.do}\nНапример: ${page.example}\n`,
    );
  }
  return EXIT.done;
}
