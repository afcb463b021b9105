import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import type { Issue } from '../issue.ts';
import type { Io } from './io.ts';

/** A failure as the user sees it. */
export interface DescribedFailure {
  code: string;
  message: string;
  hint?: string;
  issues?: readonly Issue[];
}

/** Turns whatever was thrown into words and an exit code. Only a defect of msoko itself leaves a file behind. */
export async function describeFailure(
  error: unknown,
  program: Command,
  io: Io,
): Promise<{ failure: DescribedFailure; exit: number }> {
  if (error instanceof Failure) {
    const { code, message, hint, issues, exit } = error;
    return {
      failure: { code, message, ...(hint ? { hint } : {}), ...(issues.length > 0 ? { issues } : {}) },
      exit,
    };
  }
  if (error instanceof CommanderError)
    return { failure: await usageFailure(error, program), exit: EXIT.usage };
  const system = systemFailure(error);
  if (system) return { failure: system, exit: EXIT.data };
  return { failure: defect(error, io), exit: EXIT.defect };
}

const SYSTEM_HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'На диске нет места: освободите его и повторите.',
  EACCES: 'Нет прав: дайте их себе или выберите другую папку.',
  EPERM: 'Нет прав, или файл открыт в другой программе: закройте её и повторите.',
  EROFS: 'Диск открыт только для чтения: выберите другую папку.',
  EBUSY: 'Файл открыт в другой программе: закройте её и повторите.',
};

/** What the operating system refused: the disk, the rights, a file that went away meanwhile. */
function systemFailure(error: unknown): DescribedFailure | undefined {
  const { syscall, code, path } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || syscall === undefined || code === undefined) return undefined;
  return {
    code: 'system-error',
    message: `Не удалось прочитать или записать${path ? ` «${path}»` : ''} (${code}).`,
    hint: SYSTEM_HINTS[code] ?? 'Проверьте, что файл или папка есть и что к ним есть доступ.',
  };
}

async function usageFailure(error: CommanderError, program: Command): Promise<DescribedFailure> {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const code = error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const hint = 'Справка: msoko --help, по команде: msoko КОМАНДА --help.';
  switch (error.code) {
    case 'commander.unknownCommand':
      return {
        code,
        message: `Нет команды «${named}».`,
        hint: `${await didYouMean(
          named,
          program.commands.map((command) => command.name()),
        )}${hint}`,
      };
    case 'commander.unknownOption': {
      const known = program.commands.flatMap((command) => command.options).concat(program.options);
      const names = [...new Set(known.map((option) => option.long ?? ''))];
      return names.includes(named)
        ? { code, message: `У этой команды нет параметра «${named}».`, hint }
        : { code, message: `Нет параметра «${named}».`, hint: `${await didYouMean(named, names)}${hint}` };
    }
    case 'commander.missingArgument':
      return { code, message: `Не указано: ${named}.`, hint };
    case 'commander.optionMissingArgument':
      return { code, message: `После параметра «${named}» нужно значение.`, hint };
    case 'commander.missingMandatoryOptionValue':
      return { code, message: `Не указан обязательный параметр «${named}».`, hint };
    case 'commander.invalidArgument': {
      const [, option, value, choices] =
        /option '([^ ']+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\./.exec(
          error.message,
        ) ?? [];
      if (!choices) break;
      return { code, message: `Для «${option}» не годится «${value}»: можно ${choices}.`, hint };
    }
    case 'commander.excessArguments':
      return { code, message: 'Лишние слова в команде.', hint };
    case 'commander.help':
      return { code, message: 'Не указана команда.', hint };
  }
  return { code, message: error.message.replace(/^error: /, ''), hint };
}

/** «Возможно, вы имели в виду …», where one of the known words is near. */
export async function didYouMean(word: string, known: readonly string[]): Promise<string> {
  const { closest, distance } = await import('fastest-levenshtein');
  if (word === '' || known.length === 0) return '';
  const nearest = closest(word, [...known]);
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3))
    ? `Возможно, вы имели в виду «${nearest}». `
    : '';
}

/** What went wrong may quote a cell: Russian words and long numbers are taken out, code and places stay. */
function withoutPeople(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      /^\s+at /.test(line)
        ? line
        : line
            .replace(/\p{Script=Cyrillic}[\p{Script=Cyrillic}\s.-]*/gu, '…')
            .replace(/\d[\d.\s-]{4,}\d/g, '…'),
    )
    .join('\n');
}

function defect(error: unknown, io: Io): DescribedFailure {
  const details = withoutPeople(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const folder = join(tmpdir(), 'msoko');
  const file = join(folder, `defect-${io.now()}.txt`);
  let where = '';
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${details}\n`, { mode: 0o600 });
    where = ` Подробности: ${file}`;
  } catch {
    where = ` (${withoutPeople(error instanceof Error ? error.message : String(error))})`;
  }
  return {
    code: 'defect',
    message: `Извините, это ошибка самой программы msoko, ваши данные не изменены.${where}`,
  };
}
