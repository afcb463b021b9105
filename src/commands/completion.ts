import type { Command, Option } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import type { GlobalOptions, Io } from './io.ts';

/** A command as shells complete it: what may follow it. */
interface Entry {
  /** Words from the program's name on: `key export`. */
  path: string;
  commands: readonly string[];
  options: readonly string[];
  /** Values of options that know them. */
  choices: readonly { option: string; values: readonly string[] }[];
}

const SHELLS: Readonly<Record<string, (entries: readonly Entry[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `msoko completion SHELL`: the script that completes commands and options in a shell. */
export async function completion(
  program: Command,
  io: Io,
  shell: string,
  _options: GlobalOptions,
): Promise<number> {
  const script = SHELLS[shell.toLowerCase()];
  if (!script) {
    throw new Failure('bad-option', `Оболочки «${shell}» msoko не знает.`, {
      hint: `Есть: ${Object.keys(SHELLS).join(', ')}.`,
      exit: EXIT.usage,
    });
  }
  io.out(script(entriesOf(program, [])));
  return EXIT.done;
}

function entriesOf(command: Command, path: readonly string[]): Entry[] {
  const flags = (options: readonly Option[]) =>
    options.flatMap(({ short, long }) => [short, long]).filter((flag) => flag !== undefined);
  const own: Entry = {
    path: path.join(' '),
    commands: command.commands.map((one) => one.name()),
    options: [...flags(command.options), '--help'],
    choices: command.options.flatMap(({ long, argChoices }) =>
      long && argChoices ? [{ option: long, values: argChoices }] : [],
    ),
  };
  return [own, ...command.commands.flatMap((one) => entriesOf(one, [...path, one.name()]))];
}

/** Words after a command; global options belong to every one. */
function wordsOf({ commands, options, path }: Entry, entries: readonly Entry[]): string[] {
  const global = path === '' ? [] : entries[0]!.options.filter((option) => option.startsWith('--'));
  return [...new Set([...commands, ...options, ...global])];
}

/** Commands have plain names; only subcommands make a path of two. */
function bashScript(entries: readonly Entry[]): string {
  const cases = entries.map(
    (entry) => `    "${entry.path}") words="${wordsOf(entry, entries).join(' ')}" ;;`,
  );
  const values = entries.flatMap(({ path, choices }) =>
    choices.map(({ option, values: all }) => `    "${path} ${option}") words="${all.join(' ')}" ;;`),
  );
  const paths = entries.map(({ path }) => path).filter((path) => path !== '');
  return `# Дополнение команд msoko для bash. В ~/.bashrc: source <(msoko completion bash)
_msoko() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" index word
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "\${path:+$path }$word" in
      ${paths.map((path) => `"${path}"`).join(' | ')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path $previous" in
${values.join('\n')}
  esac
  if [ -z "$words" ]; then
    case "$path" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _msoko msoko
`;
}

function zshScript(entries: readonly Entry[]): string {
  return `#compdef msoko
# Дополнение команд msoko для zsh. В ~/.zshrc: source <(msoko completion zsh)
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
autoload -Uz bashcompinit && bashcompinit
${bashScript(entries).split('\n').slice(1).join('\n')}`;
}

function fishScript(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ path, commands, options, choices }) => {
    const [first, second] = path.split(' ');
    const under =
      path === ''
        ? '__fish_use_subcommand'
        : [first, second]
            .filter((word) => word !== undefined)
            .map((word) => `__fish_seen_subcommand_from ${word}`)
            .join('; and ');
    const given = `complete -c msoko -n '${under}'`;
    return [
      ...(commands.length > 0 ? [`${given} -f -a '${commands.join(' ')}'`] : []),
      ...options
        .filter((option) => option.startsWith('--'))
        .map((option) => {
          const values = choices.find((one) => one.option === option)?.values;
          return `${given} -l ${option.slice(2)}${values ? ` -x -a '${values.join(' ')}'` : ''}`;
        }),
    ];
  });
  return `# Дополнение команд msoko для fish: msoko completion fish > ~/.config/fish/completions/msoko.fish\n${lines.join('\n')}\n`;
}

function powershellScript(entries: readonly Entry[]): string {
  const quoted = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const table = entries.map((entry) => `  '${entry.path}' = ${quoted(wordsOf(entry, entries))}`);
  return `# Дополнение команд msoko для PowerShell. В профиль: msoko completion powershell | Out-String | Invoke-Expression
$msokoWords = @{
${table.join('\n')}
}
Register-ArgumentCompleter -Native -CommandName msoko -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $path = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    $next = ("$path " + $element.ToString()).Trim()
    if ($msokoWords.ContainsKey($next)) { $path = $next }
  }
  $msokoWords[$path] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
