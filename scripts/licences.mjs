import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of the packages inside a bundle, as they ask to be passed on with it.
 * @param root of the project
 * @param outputs of the bundle, as esbuild describes them
 * @returns a text: each wording once, under the packages that come with it
 */
export async function licencesOf(root, outputs) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(used.map(packageFolder).filter((folder) => folder !== undefined));
  const packages = await Promise.all([...folders].sort().map((folder) => licenceOf(join(root, folder))));
  const wordings = new Map();
  for (const { title, text } of packages) wordings.set(text, (wordings.get(text) ?? new Set()).add(title));
  const parts = [...wordings].map(([text, titles]) =>
    [[...titles].sort().join('\n'), text].join('\n\n').trim(),
  );
  return `${['msoko holds code of these packages.', ...parts].join(`\n\n${'-'.repeat(80)}\n`)}\n`;
}

/** The folder of the package that a file belongs to: packages may lie in packages. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

async function licenceOf(folder) {
  const {
    name,
    version,
    license = 'see its page',
  } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.map((one) => one.replaceAll('\r', '').trim()).join('\n\n');
  return { title: `${name} ${version}: ${license.type ?? license}`, text };
}
