// Adds to package-lock.json the optional packages of other platforms that npm left out where its registry did not
// offer them. `npm ci` refuses a lock that lacks them, and on Windows the DuckDB binary would not be installed.
// Run it after every `npm install` that changed the lock: node scripts/complete-lock.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x'];

const path = resolve(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8'));
const known = Object.keys(lock.packages);
for (const owner of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (known.some((place) => place.endsWith(`node_modules/${name}`))) continue;
    const words = name.split('/').pop().split('-');
    const os = SYSTEMS.find((system) => words.includes(system));
    const cpu = PROCESSORS.find((processor) => words.includes(processor));
    if (!os || !cpu) throw new Error(`unknown platform: ${name}`);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(owner.dev ? { dev: true } : {}),
      ...(words.includes('musl') ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os],
    };
  }
}
const { '': root, ...packages } = lock.packages;
const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
