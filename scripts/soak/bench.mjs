// A workspace to bring faults upon, copies of it, and what must be true of any of them afterwards.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '../../bin/msoko.js');
const FAULT = resolve(import.meta.dirname, 'fault.mjs');
const SCHOOLS = ['990101', '990102', '990103'];

/** A promise that was broken. */
export class Broken extends Error {}

/** Makes exports, a workspace that holds the first of them, and the tools of a round. */
export function makeBench(folder, seed) {
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  const files = [2018, 2019, 2020].map((year) => exportOf(exports, year));
  let made = 0;
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { exports, files, random, place: () => placeIn(join(folder, `place-${made++}`)), known: new Map() };
}

function exportOf(folder, year) {
  const file = join(folder, `${year}.csv`);
  const rows = SCHOOLS.flatMap((code) =>
    Array.from(
      { length: 12 },
      (_, index) => `${code};${year};ВПР;Русский язык;4;${index};${2 + ((index + year) % 4)}`,
    ),
  );
  writeFileSync(file, ['Код ОО;Год;Процедура;Предмет;Класс;Участник;Отметка', ...rows, ''].join('\r\n'));
  return file;
}

function placeIn(base) {
  const directory = join(base, 'workspace');
  const home = join(base, 'home');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'msoko.json'), '{}');
  return {
    base,
    directory,
    home,
    run: (args, env = {}, options = {}) => run(args, { directory, home, env, ...options }),
    remove: () => rmSync(base, { recursive: true, force: true }),
    /** The same place again, from a copy. */
    copyOf(other) {
      rmSync(base, { recursive: true, force: true });
      cpSync(other.base, base, { recursive: true });
    },
  };
}

/** Runs the program; `after` kills it so many milliseconds later. */
function run(args, { directory, home, env, after, uid }) {
  const child = spawn(process.execPath, ['--import', FAULT, PROGRAM, ...args], {
    cwd: directory,
    env: { PATH: process.env.PATH, MSOKO_HOME: home, TMPDIR: process.env.TMPDIR ?? '/tmp', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 70 || /\n {4}at /.test(said.err + said.out))
        failed(new Broken(`${args.join(' ')}: ${said.out}${said.err}`));
      else done({ code, signal, ...said });
    });
  });
}

/** Files that a run told of as imported. */
export const reported = ({ err }) => [...err.matchAll(/^✔ (.+) — загружен/gm)].map(([, file]) => file);

/** Every import is whole, and those of these files are there. */
export function checkWhole({ directory }, files = []) {
  const imports = join(directory, 'imports');
  const found = (existsSync(imports) ? readdirSync(imports) : []).map((id) => {
    const manifest = JSON.parse(readFileSync(join(imports, id, 'import.json'), 'utf8'));
    for (const [kind, count] of Object.entries(manifest.records)) {
      const lines = readFileSync(join(imports, id, `${kind}.ndjson`), 'utf8').split('\n');
      if (lines.pop() !== '' || lines.length !== count) throw new Broken(`${id}: ${kind} is not whole`);
      for (const line of lines) JSON.parse(line);
    }
    return manifest;
  });
  for (const file of files)
    if (!found.some((manifest) => manifest.file === file))
      throw new Broken(`${file} was reported and is not there`);
  return found;
}

/** A fingerprint of a file, or `undefined` where there is none. */
export function printOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
}
