import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of packages whose code is passed on, as they ask to be passed on with it.
 * @param root of the project
 * @param packages as `bundledPackages` gives them
 * @returns a text: each wording once, under the packages that come with it
 */
export async function licencesOf(root, packages) {
  const wordings = new Map();
  for (const { folder, name, version, licence } of packages) {
    const text = await wordingIn(join(root, folder));
    wordings.set(text, (wordings.get(text) ?? new Set()).add(`${name} ${version}: ${licence}`));
  }
  const parts = [...wordings].map(([text, titles]) =>
    [[...titles].sort().join('\n'), text].join('\n\n').trim(),
  );
  return `${['msoko holds code of these packages.', ...parts].join(`\n\n${'-'.repeat(80)}\n`)}\n`;
}

async function wordingIn(folder) {
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((one) => one.replaceAll('\r', '').trim()).join('\n\n');
}
