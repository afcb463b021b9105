// Writes docs/reference from the program: commands, criteria, indicators, parameters, records, layouts.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importTypeScript } from '../import-typescript.mjs';

const folder = resolve(import.meta.dirname, '../../docs/reference');
const { referencePages } = await importTypeScript('scripts/reference/pages.ts');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(referencePages())) await writeFile(resolve(folder, name), text);
