import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../failure.ts';
import { type Export, readExportLog } from '../workspace/export-log.ts';
import { digestOf } from '../workspace/file-content.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';

/** Whether a file is still what was written. */
type State = 'same' | 'changed' | 'absent';

const STATES: Record<State, string> = {
  same: '',
  changed: '; файл с тех пор изменён',
  absent: '; файла там нет',
};

/** `msoko exports`: which files went out of the workspace, when, by whom. */
export async function listExports(io: Io, options: GlobalOptions & { output?: string }): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const { exports, unreadable } = readExportLog(directory);
  const list = exports.map((one) => ({ ...one, state: stateOf(resolve(directory, one.file), one) }));
  if (options.json) deliver(io, jsonText({ command: 'exports', exports: list, unreadable }), options.output);
  else if (list.length > 0) deliver(io, list.map(lineOf).join('\n'), options.output);
  else io.err('Из этого рабочего каталога файлов ещё не выгружали.\n');
  if (unreadable > 0) io.err(`Нечитаемых строк в журнале: ${unreadable}.\n`);
  return EXIT.done;
}

function stateOf(path: string, { sha256, bytes }: Export): State {
  if (!existsSync(path)) return 'absent';
  const content = readFileSync(path);
  return content.length === bytes && digestOf(content) === sha256 ? 'same' : 'changed';
}

function lineOf(one: Export & { state: State }): string {
  const facts = [
    `msoko ${one.command}`,
    one.year === undefined ? '' : `${one.year} год`,
    one.system === undefined ? '' : `раздел ${one.system}`,
    one.school === undefined ? '' : `ОО ${one.school}`,
    one.municipality ?? '',
    one.public ? 'публичный' : '',
  ].filter((part) => part !== '');
  return (
    `${one.at.slice(0, 16).replace('T', ' ')} UTC  ${one.user}  ${one.file}\n` +
    `    ${facts.join('; ')}; SHA-256 ${one.sha256.slice(0, 12)}…${STATES[one.state]}`
  );
}
