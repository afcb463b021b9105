// Proves the package from a clean folder: two clones give the same bytes, it holds what it should, installs without a
// network and works on every Node it promises, and starts soon. Run it when the work is committed: npm run pack:check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { faultsOf } from './contents.mjs';

const NODES = ['20', '22', '24'];
const START_WITHIN = 2000;
const STARTS = 7;

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'msoko-pack-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Runs a command and gives what it printed; ends the check when the command fails. */
function run(command, args, { cwd = scratch, env = {} } = {}) {
  // npm and npx are batch files on Windows: those need a shell there.
  const shell = process.platform === 'win32' && command !== 'git';
  const done = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', shell });
  if (done.status === 0) return done.stdout;
  fail(`${command} ${args.join(' ')} (${cwd})`, done.stdout + done.stderr + (done.error ?? ''));
}

function fail(...lines) {
  console.error(`✖ ${lines.join('\n')}`);
  process.exit(1);
}

function say(line) {
  console.log(`✔ ${line}`);
}

/** A clone of what is committed, packed there. */
function packIn(name) {
  const clone = join(scratch, name);
  run('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--silent'], {
    cwd: clone,
  });
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent'], { cwd: clone }));
  const tarball = join(clone, packed.filename);
  const hash = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  return { clone, tarball, hash, files: packed.files.map(({ path }) => path), size: packed.size };
}

/** Puts a Node of this version first on the path, from the registry. */
function pathWith(version) {
  const folder = join(scratch, `node-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', `node@${version}`], {
    cwd: folder,
  });
  const places = [join(folder, 'node_modules', 'node', 'bin'), join(folder, 'node_modules', '.bin')];
  return { PATH: [...places, process.env.PATH].join(delimiter) };
}

/** Installs the tarball into an empty folder, where nothing may be fetched. */
function install(tarball, name, env, ...how) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...how, tarball], { cwd: folder, env });
  return folder;
}

const first = packIn('first');
const second = packIn('вторая копия');
if (first.hash !== second.hash) fail(`two clones give two packages: ${first.hash} and ${second.hash}`);
say(
  `the same bytes from two clones: ${first.hash}, ${Math.round(first.size / 1024)} KiB, ${first.files.length} files`,
);

const faults = faultsOf(first.clone, first.files);
if (faults.length > 0) fail('the package holds what it should not, or lacks what it should hold:', ...faults);
say('it holds the program, its documents and licences, and nothing else; no path of this machine');

install(first.tarball, 'warm', {}, '--prefer-offline');
for (const version of NODES) {
  const env = { ...pathWith(version), npm_config_offline: 'true', MSOKO_HOME: join(scratch, 'keys') };
  const folder = install(first.tarball, `on-${version}`, env, '--offline');
  const node = run('node', ['--version'], { cwd: folder, env }).trim();
  if (!node.startsWith(`v${version}.`)) fail(`asked for Node ${version} and got ${node}`);
  run('npx', ['--offline', 'msoko', 'demo', 'проба'], { cwd: folder, env });
  const books = readdirSync(join(folder, 'проба', 'reports')).filter((file) => file.endsWith('.xlsx'));
  if (!existsSync(join(folder, 'проба', 'reports', 'msoko-1.2-2021.xlsx')))
    fail(`no workbook on Node ${node}`);
  const starts = Array.from({ length: STARTS }, () => {
    const from = performance.now();
    run('npx', ['--offline', 'msoko', '--version'], { cwd: folder, env });
    return performance.now() - from;
  }).sort((a, b) => a - b);
  // The quickest: other programs on the machine make a start slower, and nothing makes it quicker.
  const [quickest, usual] = [starts[0], starts[STARTS >> 1]].map(Math.round);
  if (quickest > START_WITHIN) fail(`npx msoko starts in ${quickest} ms on Node ${node}`);
  say(
    `Node ${node}: installed offline, the demo wrote ${books.length} workbooks, npx starts in ${quickest} ms (median ${usual} ms)`,
  );
}
