import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundleSettings } from '../bundle-settings.mjs';
import { measure } from './measure.mjs';

/**
 * What benches share: one temporary folder, the inputs made once, and ways to run things in processes of their own.
 * @param settings `root` of the project, `folder` for everything temporary, `runs` of a pair, `books` of a folder
 */
export async function makeWorkbench({ root, folder, runs, books }) {
  const scripts = join(root, 'scripts', 'bench');
  const env = { ...process.env, MSOKO_HOME: join(folder, 'home'), NO_COLOR: '1' };
  let notes = 0;
  const run = (args, cwd = folder) => measure(args, { cwd, env, note: join(folder, `peak-${notes++}`) });
  const script = (path, ...words) => run([join(scripts, path), ...words]);
  const program = join(root, 'bin', 'msoko.js');
  const oneCore = ['--import', join(scripts, 'one-core.mjs')];
  const bundles = join(root, `.dist-bench-${process.pid}`);
  const made = new Map();

  /** What `make` gave when this was first asked for. */
  const once = (key, make) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };

  /** Path of an input, made when it is first asked for by `inputs/<name>.mjs`. */
  const input = async (name, file, ...words) => {
    const path = join(folder, 'inputs', file);
    await once(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      await script(join('inputs', `${name}.mjs`), path, ...words);
    });
    return path;
  };

  /** Imports into a new workspace; fails unless exactly `records` of its records were stored. */
  const importAnew = async (path, records, cores = 'all') => {
    const workspace = await mkdtemp(join(folder, 'workspace-'));
    const measured = await run(
      [...(cores === 'one' ? oneCore : []), program, 'import', '--json', '--quiet', path],
      workspace,
    );
    const { totals } = JSON.parse(measured.output);
    if (totals.records !== records) {
      throw new Error(`${path}: ${totals.records} records stored, expected ${records}`);
    }
    return { ...measured, workspace };
  };

  return {
    close: () => rm(bundles, { recursive: true, force: true }),
    folder,
    runs,
    books,
    input,
    importAnew,
    node: (...args) => run(args),
    msoko: (...args) => run([program, ...args]),
    yardstick: (name, ...words) => script(join('yardsticks', `${name}.mjs`), ...words),

    /** A workspace with so many results, and the same results as Parquet for the yardstick. */
    stored: (rows, schools = 300, years = 4) =>
      once(`stored ${rows} ${schools} ${years}`, async () => {
        const name = `results-${rows}-${schools}-${years}`;
        const words = [rows, schools, years].map(String);
        const { workspace } = await importAnew(await input('results-table', `${name}.csv`, ...words), rows);
        const [imported] = await readdir(join(workspace, 'imports'));
        const records = join(workspace, 'imports', imported, 'results.ndjson');
        return { workspace, parquet: await input('parquet', `${name}.parquet`, records) };
      }),

    /** Counts facts alone, with the program's own code bundled for it. */
    async factsOf(workspace, year) {
      const subject = await once('facts', async () => {
        // Inside the project: the engine is found in its node_modules.
        const outfile = join(bundles, 'facts.mjs');
        await build({
          ...bundleSettings,
          entryPoints: [join(scripts, 'subjects', 'facts.ts')],
          outfile,
          external: ['@duckdb/node-api'],
          logLevel: 'error',
        });
        return outfile;
      });
      return run([subject, workspace, year]);
    },
  };
}
