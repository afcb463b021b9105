// Brings faults upon commands and looks at what is left: npm run soak -- [--rounds 200] [--only kill-import] [--seed 1]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBench } from './bench.mjs';
import { FAULTS } from './faults.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    only: { type: 'string', multiple: true, default: Object.keys(FAULTS) },
    seed: { type: 'string', default: '1' },
  },
});
const rounds = Number(options.rounds);
let stopped = false;
// Ctrl-C ends after the round that runs, and what was seen so far is told.
process.once('SIGINT', () => {
  stopped = true;
});
const folder = mkdtempSync(join(tmpdir(), 'msoko-soak-'));
// Some faults are looked at with the eyes of another user.
chmodSync(folder, 0o755);
try {
  const bench = makeBench(folder, Number(options.seed));
  let all = 0;
  for (const name of options.only) {
    const fault = FAULTS[name];
    if (!fault) throw new Error(`--only: no fault "${name}", there are ${Object.keys(FAULTS).join(', ')}`);
    const seen = {};
    let done = 0;
    for (let round = 0; round < rounds && !stopped; round++) {
      const ending = await fault(bench, round);
      seen[ending] = (seen[ending] ?? 0) + 1;
      done++;
      all++;
      if (process.stderr.isTTY) process.stderr.write(`\r${name} ${round + 1} `);
    }
    const endings = Object.entries(seen).map(([ending, count]) => `${ending} ${count}`);
    if (done > 0) console.log(`${name}: ${done} rounds, no promise broken; ${endings.join(', ')}`);
  }
  console.log(`${all} faults in all`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
