// Preloaded into a process that is to meet with a fault. MSOKO_FAULT says which, and at which call of those that change
// the disk: `kill@17` ends the process there as a power cut would, `ENOSPC@17` refuses that call and all after it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [what, at] = (process.env.MSOKO_FAULT ?? 'none@0').split('@');
const CHANGING = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'copyFileSync',
];
/** Calls that need room or rights; taking away and closing go on. */
const NEED_ROOM = new Set([
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'copyFileSync',
]);

let calls = 0;
for (const name of CHANGING) {
  const real = fs[name];
  fs[name] = (...given) => {
    const reading = name === 'openSync' && (given[1] === undefined || given[1] === 'r');
    // What goes to a pipe or a terminal is no change of the disk.
    const elsewhere = name === 'writeSync' && given[0] <= 2;
    if (reading || elsewhere) return real(...given);
    calls++;
    if (what === 'kill' && calls === Number(at)) process.kill(process.pid, 'SIGKILL');
    if (what !== 'kill' && what !== 'none' && calls >= Number(at) && NEED_ROOM.has(name)) {
      const path = typeof given[0] === 'string' ? { path: given[0] } : {};
      throw Object.assign(new Error(`${what}: injected, ${name}`), {
        code: what,
        syscall: name.replace('Sync', ''),
        ...path,
      });
    }
    return real(...given);
  };
}
if (process.env.MSOKO_CLOCK) {
  const { now } = Date;
  Date.now = () => now() + Number(process.env.MSOKO_CLOCK);
}
syncBuiltinESMExports();
// How many such calls there are: a run without a fault tells where faults may be put.
if (process.env.MSOKO_CALLS) process.once('exit', () => process.stderr.write(`\ncalls ${calls}\n`));
