// Imports mutated exports and holds each outcome against what is promised of any file:
// npm run fuzz -- [--runs 5000] [--seed N] [--cli 100]
// Most files are imported in one process; the last --cli of them through the built program, each in a process
// of its own.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundleSettings, root } from '../bundle-settings.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    cli: { type: 'string', default: '100' },
  },
});
const runs = Number(options.runs);
const seed = Number(options.seed);
const cli = Number(options.cli);

/** Files of one seed: what is found is repeated with `--seed` of its session and as many `--runs`. */
const SESSION = 500;

// Beside the packages, which are looked for from there.
const folder = await mkdtemp(join(root, 'node_modules', '.fuzz-'));
try {
  const outfile = join(folder, 'session.mjs');
  await build({
    ...bundleSettings,
    stdin: {
      contents: [
        "export { fuzz } from './scripts/fuzz/session.ts';",
        "export { readSeeds } from './scripts/fuzz/seeds.ts';",
        "export { forbidNetwork, inProcess } from './scripts/fuzz/in-process.ts';",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    external: [...bundleSettings.external, 'fast-check'],
  });
  const { fuzz, readSeeds, forbidNetwork, inProcess } = await import(pathToFileURL(outfile).href);
  const seeds = await readSeeds(join(root, 'fixtures'));
  const begun = performance.now();
  const allow = forbidNetwork();
  let tally;
  for (let done = 0; done < runs; done = tally.files) {
    const part = { runs: Math.min(SESSION, runs - done), seed: seed + done / SESSION, run: inProcess };
    tally = together(tally, await fuzz(seeds, part));
    console.error(`${tally.files} files, no promise broken, ${process.resourceUsage().maxRSS >> 10} MiB`);
  }
  allow();
  report(`files in one process, seeds from ${seed}`, tally);
  console.log(`peak of this process: ${process.resourceUsage().maxRSS >> 10} MiB`);
  if (cli > 0)
    report(
      `${cli} files through the program`,
      await fuzz(seeds, { runs: cli, seed: seed - 1, run: ofItsOwn }),
    );
  console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Two tallies as one. */
function together(before, after) {
  if (!before) return after;
  const sums = (a, b) => {
    const summed = { ...a };
    for (const [key, value] of Object.entries(b)) {
      summed[key] = typeof value === 'number' ? (a[key] ?? 0) + value : sums(a[key] ?? {}, value);
    }
    return summed;
  };
  return {
    files: before.files + after.files,
    endings: sums(before.endings, after.endings),
    codes: sums(before.codes, after.codes),
    slowest: before.slowest.milliseconds > after.slowest.milliseconds ? before.slowest : after.slowest,
  };
}

/** The built program, in a process of its own. */
async function ofItsOwn(args, { directory, home }) {
  const ran = spawnSync(process.execPath, [join(root, 'bin', 'msoko.js'), ...args], {
    cwd: directory,
    env: { PATH: process.env.PATH, MSOKO_HOME: home, TMPDIR: tmpdir() },
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 256 * 1024 ** 2,
  });
  return { exit: ran.status, out: ran.stdout, err: ran.stderr };
}

function report(title, { files, endings, codes, slowest }) {
  console.log(`\n${title}: ${files} files, no promise broken`);
  console.table(endings);
  const sorted = Object.entries(codes).sort(([, a], [, b]) => b - a);
  console.log(`refused with: ${sorted.map(([code, count]) => `${code} ${count}`).join(', ')}`);
  console.log(`slowest: ${Math.round(slowest.milliseconds)} ms, ${slowest.name}`);
}
