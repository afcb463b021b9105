import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import type { ImportOutcome } from '../../src/workspace/importing/import-outcome.ts';
import { readManifests } from '../../src/workspace/manifest.ts';
import type { Mutant } from './recipe.ts';

/** What the command line said and how it ended. */
export interface Said {
  exit: number | null;
  out: string;
  err: string;
}

/** Runs the command line with these words in this folder, with keys in that one. */
export type Run = (args: readonly string[], place: { directory: string; home: string }) => Promise<Said>;

/** A promise that was broken. */
export class Broken extends Error {}

/** How a file ended: stored whole, stored without its bad rows, or refused with this code. */
export interface Ending {
  status: 'imported' | 'imported without bad rows' | 'rejected';
  codes: readonly string[];
  milliseconds: number;
}

/**
 * Imports one file into a new workspace and holds the outcome against what is promised of any file.
 * @param base an empty folder, which is emptied again
 * @throws Broken with the promise that was not kept
 */
export async function tryFile(run: Run, base: string, { name, bytes, args }: Mutant): Promise<Ending> {
  const place = { directory: join(base, 'workspace'), home: join(base, 'home') };
  const file = join(base, 'exports', name);
  mkdirSync(place.directory, { recursive: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(place.directory, 'msoko.json'), '{}');
  writeFileSync(file, bytes);
  try {
    const begun = performance.now();
    const said = await run(['import', file, ...args, '--json'], place);
    const milliseconds = performance.now() - begun;
    const outcome = outcomeOf(said);
    checkBalance(outcome);
    checkIssues(outcome, said, args.includes('--set-aside'));
    checkStored(outcome, place.directory);
    checkNothingElse(base, [place.directory, place.home, file]);
    const aside = outcome.skipped.setAside > 0;
    return {
      status: outcome.status === 'rejected' ? 'rejected' : aside ? 'imported without bad rows' : 'imported',
      codes: outcome.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      milliseconds,
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
    mkdirSync(base);
  }
}

function outcomeOf({ exit, out, err }: Said): ImportOutcome {
  if (/\n {4}at /.test(out + err)) throw new Broken(`a stack trace: ${(out + err).slice(0, 2000)}`);
  if (exit !== 0 && exit !== 1) throw new Broken(`exit ${exit}: ${(out + err).slice(0, 2000)}`);
  const answer = JSON.parse(out) as { files?: ImportOutcome[] };
  const [outcome] = answer.files ?? [];
  if (!outcome || answer.files?.length !== 1)
    throw new Broken(`no outcome of the file: ${out.slice(0, 2000)}`);
  const right = exit === 0 ? 'imported' : 'rejected';
  if (outcome.status !== right) throw new Broken(`exit ${exit} of a file that is ${outcome.status}`);
  return outcome;
}

function checkBalance({ rows, records, skipped }: ImportOutcome): void {
  const sum = total(records) + skipped.absent + skipped.service + skipped.setAside + (skipped.forgotten ?? 0);
  if (sum !== rows) throw new Broken(`rows ${rows}, but together ${sum}`);
}

const total = (records: Readonly<Record<string, number>>) =>
  Object.values(records).reduce((sum, count) => sum + count, 0);

/** A refusal says in Russian what is wrong and what to do, and where; what is stored has no errors left. */
function checkIssues(outcome: ImportOutcome, { err }: Said, setAside: boolean): void {
  const errors = outcome.issues.filter(({ severity }) => severity === 'error');
  if (outcome.status === 'rejected' && errors.length === 0) throw new Broken('refused without a reason');
  if (outcome.status === 'imported' && errors.length > 0 && !setAside) throw new Broken('stored with errors');
  for (const { code, message, file } of outcome.issues) {
    if (!/^[a-z0-9-]+$/.test(code)) throw new Broken(`no code: ${code}`);
    if (!file) throw new Broken(`no file: ${code}`);
    if (!/[А-Яа-яё]{3}/.test(message) || !/[.!?»)]$/.test(message))
      throw new Broken(`no sentence: ${message}`);
  }
  if (/[\u0000-\u0008\u000b-\u001f]/.test(err)) throw new Broken('control characters for the terminal');
}

/** Nothing is there, or everything that was reported. */
function checkStored({ status, import: id, records }: ImportOutcome, directory: string): void {
  const imports = join(directory, 'imports');
  const folders = existsSync(imports) ? readdirSync(imports) : [];
  const wanted = status === 'imported' ? [id] : [];
  if (JSON.stringify(folders) !== JSON.stringify(wanted))
    throw new Broken(`stored ${folders.join(', ') || 'nothing'} of a file that is ${status}`);
  const aside = join(directory, '.msoko', 'importing');
  if (existsSync(aside) && readdirSync(aside).length > 0) throw new Broken('something is left aside');
  if (readManifests(directory).length !== wanted.length) throw new Broken('the import is not read back');
  if (status !== 'imported') return;
  for (const [kind, count] of Object.entries(records)) {
    const text = readFileSync(join(imports, id!, `${kind}.ndjson`), 'utf8');
    const lines = text.split('\n');
    if (lines.pop() !== '' || lines.length !== count)
      throw new Broken(`${kind}: ${lines.length} lines, ${count} said`);
    for (const line of lines) {
      const { success } = RECORD_SCHEMAS[kind as RecordKind].safeParse(JSON.parse(line));
      if (!success) throw new Broken(`a record that no schema knows: ${line.slice(0, 500)}`);
    }
  }
}

function checkNothingElse(base: string, allowed: readonly string[]): void {
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const known = allowed.some(
      (one) => !relative(one, path).startsWith('..') || !relative(path, one).startsWith('..'),
    );
    if (!known) throw new Broken(`a file outside of the workspace: ${relative(base, path)}`);
  }
}
