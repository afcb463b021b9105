import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');

/**
 * esbuild plugin: `?raw` imports give the text of a file, as in the tests; YAML comes as JSON, which `src/yaml-text.ts`
 * reads in a thirtieth of the time.
 */
export const rawText = {
  name: 'raw-text',
  setup({ onResolve, onLoad }) {
    // The path stands in the bundle: from the root of the project, so that every copy of it gives the same bytes.
    onResolve({ filter: /\?raw$/ }, ({ path, importer }) => ({
      path: relative(root, resolve(dirname(importer), path.replace(/\?raw$/, ''))).replaceAll('\\', '/'),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => {
      const text = await readFile(resolve(root, path), 'utf8');
      return { contents: path.endsWith('.yaml') ? jsonOf(text) : text, loader: 'text' };
    });
  },
};

function jsonOf(yaml) {
  return JSON.stringify(parse(yaml, { schema: 'core', stringKeys: true }));
}
