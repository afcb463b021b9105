import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The packages of which a bundle holds code.
 * @param root of the project
 * @param outputs of the bundle, as esbuild describes them
 * @returns their folders below the root, with name, version and licence as they give it, in the order of folders
 */
export async function bundledPackages(root, outputs) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(used.map(packageFolder).filter((folder) => folder !== undefined));
  return Promise.all([...folders].sort().map((folder) => packageIn(root, folder)));
}

/** The folder of the package that a file belongs to: packages may lie in packages. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

async function packageIn(root, folder) {
  const text = await readFile(join(root, folder, 'package.json'), 'utf8');
  const { name, version, license = 'see its page' } = JSON.parse(text);
  return { folder, name, version, licence: license.type ?? license };
}
