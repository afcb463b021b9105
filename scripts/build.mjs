// Bundles the program into dist/: one entry, chunks for what commands load when they need it.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { bundleSettings, root } from './bundle-settings.mjs';
import { bundledPackages } from './bundled-packages.mjs';
import { licencesOf } from './licences.mjs';

const { outputFiles, metafile } = await build({
  write: false,
  metafile: true,
  ...bundleSettings,
  entryPoints: { cli: 'src/cli.ts', 'import-worker': 'src/workspace/importing/import-worker.ts' },
  outdir: 'dist',
  splitting: true,
});

// The new program takes the place of the old one only when all of it is there.
const fresh = resolve(root, `.dist-${process.pid}`);
await mkdir(fresh, { recursive: true });
for (const { path, contents } of outputFiles) await writeFile(resolve(fresh, basename(path)), contents);
const packages = await bundledPackages(root, metafile.outputs);
await writeFile(resolve(fresh, 'licences.txt'), await licencesOf(root, packages));
await writeFile(resolve(fresh, 'bill-of-materials.cdx.json'), await billOfMaterials(root, packages));
await rm(resolve(root, 'dist'), { recursive: true, force: true });
await rename(fresh, resolve(root, 'dist'));
