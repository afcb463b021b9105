import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleSettings } from '../scripts/bundle-settings.mjs';

/** The packages whose code is read before the first line of a command runs. */
function packagesAtStart({ outputs }: Metafile, entry: string): string[] {
  const open = Object.keys(outputs).filter((path) => outputs[path]!.entryPoint === entry);
  const read = new Set(open);
  for (const path of read)
    for (const { kind, path: next } of outputs[path]!.imports)
      if (kind === 'import-statement' && outputs[next]) read.add(next);
  const files = [...read].flatMap((path) => Object.keys(outputs[path]!.inputs));
  const names = files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe('The program', () => {
  it('reads no library but the one of its command line before it knows what it is asked', {
    timeout: 60_000,
  }, async () => {
    const { metafile } = await build({
      ...bundleSettings,
      write: false,
      metafile: true,
      splitting: true,
      entryPoints: ['src/cli.ts'],
      outdir: 'dist',
    });
    expect(packagesAtStart(metafile!, 'src/cli.ts')).toEqual(['commander']);
  });
});
