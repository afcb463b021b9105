import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * esbuild plugin: `?raw` imports give the text of a file, as in the tests; YAML comes as JSON, which `src/yaml-text.ts`
 * reads in a thirtieth of the time.
 */
export const rawText = {
  name: 'raw-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, importer }) => ({
      path: resolve(dirname(importer), path.replace(/\?raw$/, '')),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => ({
      contents: path.endsWith('.yaml') ? jsonOf(await readFile(path, 'utf8')) : await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

function jsonOf(yaml) {
  return JSON.stringify(parse(yaml, { schema: 'core', stringKeys: true }));
}
