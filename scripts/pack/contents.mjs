import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ALLOWED =
  /^(?:bin\/msoko\.js|dist\/[^/]+\.(?:js|txt|cdx\.json)|docs\/.+\.(?:md|png)|(?:README|README\.ru|CHANGELOG)\.md|LICENSE|package\.json)$/;
const NEEDED = [
  'bin/msoko.js',
  'dist/cli.js',
  'dist/import-worker.js',
  'dist/licences.txt',
  'dist/bill-of-materials.cdx.json',
  'README.ru.md',
  'LICENSE',
];
const FIRST_LINE = '#!/usr/bin/env node\n';

/**
 * What is wrong with the files of a package.
 * @param root where they lie before they are packed
 * @param files their paths from there
 */
export function faultsOf(root, files) {
  const start = readFileSync(join(root, 'bin', 'msoko.js'), 'utf8');
  return [
    ...files.filter((file) => !ALLOWED.test(file)).map((file) => `${file}: does not belong in the package`),
    ...NEEDED.filter((file) => !files.includes(file)).map((file) => `${file}: is missing`),
    ...(start.startsWith(FIRST_LINE) && !start.includes('\r')
      ? []
      : ['bin/msoko.js: npm on Windows and shells want #! and LF']),
    ...files
      .filter((file) => /\.(?:js|md|txt|json)$/.test(file))
      .filter((file) => namesPlace(readFileSync(join(root, file), 'utf8'), root))
      .map((file) => `${file}: names a folder of this machine`),
  ];
}

function namesPlace(text, root) {
  const home = homedir();
  // A home of one word, as in a container, stands in many an honest sentence.
  return text.includes(root) || (home.lastIndexOf('/') > 0 && text.includes(home));
}
