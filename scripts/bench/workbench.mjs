import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { measure } from './measure.mjs';

/**
 * What benches share: one temporary folder, the inputs made once, and ways to run things in processes of their own.
 * @param settings `root` of the project, `folder` for everything temporary, `rows` of the CSV, `runs` of a pair
 */
export async function makeWorkbench({ root, folder, rows, runs }) {
  const scripts = join(root, 'scripts', 'bench');
  const env = { ...process.env, MSOKO_HOME: join(folder, 'home'), NO_COLOR: '1' };
  const note = join(folder, 'peak');
  const run = (args, cwd = folder) => measure(args, { cwd, env, note });
  const script = (path, ...words) => run([join(scripts, path), ...words]);
  const msoko = (args, cwd) => run([join(root, 'bin', 'msoko.js'), ...args], cwd);
  const made = new Map();

  return {
    rows,
    runs,
    node: (...args) => run(args),
    msoko: (...args) => msoko(args),
    yardstick: (name, ...words) => script(join('yardsticks', `${name}.mjs`), ...words),

    /** Path of an input, made when it is first asked for by `inputs/<name>.mjs`. */
    async input(name, file, ...words) {
      const path = join(folder, 'inputs', file);
      if (!made.has(path)) {
        await mkdir(join(folder, 'inputs'), { recursive: true });
        made.set(path, script(join('inputs', `${name}.mjs`), path, ...words));
      }
      await made.get(path);
      return path;
    },

    /** Imports a file into a new workspace; fails unless exactly `records` of its records were stored. */
    async importAnew(file, records) {
      const workspace = await mkdtemp(join(folder, 'workspace-'));
      const measured = await msoko(['import', '--json', '--quiet', file], workspace);
      const { totals } = JSON.parse(measured.output);
      if (totals.records !== records) {
        throw new Error(`${file}: ${totals.records} records stored, expected ${records}`);
      }
      return { ...measured, workspace };
    },
  };
}
