import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderWriter, publishFolder } from '../../src/workspace/importing/folder-writer.ts';
import type { Manifest } from '../../src/workspace/manifest.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const manifest = { import: ID } as Manifest;

let directory: string;
let aside: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'msoko-writer-'));
  aside = join(directory, '.msoko', 'importing', 'run', '0');
});
afterEach(() => rmSync(directory, { recursive: true }));

const published = (name: string) => readFileSync(join(directory, 'imports', ID, name), 'utf8');

describe('The writer of an import', () => {
  test('keeps every line whole, short or larger than any buffer, in any letters', () => {
    const writer = folderWriter(aside);
    const lines = Array.from({ length: 400 }, (_, index) =>
      JSON.stringify({ index, text: 'Ё€𝄞x'.repeat(index % 50 === 7 ? 90_000 : index * 3) }),
    );
    for (const line of lines) writer.line('results', line);
    writer.seal();
    publishFolder(aside, directory, manifest);
    expect(published('results.ndjson') === lines.map((line) => `${line}\n`).join('')).toBe(true);
  });

  test('keeps kinds of records in files of their own', () => {
    const writer = folderWriter(aside);
    writer.line('results', '{"a":1}');
    writer.line('roster', '{"b":2}');
    writer.line('results', '{"a":3}');
    writer.seal();
    publishFolder(aside, directory, manifest);
    expect(published('results.ndjson')).toBe('{"a":1}\n{"a":3}\n');
    expect(published('roster.ndjson')).toBe('{"b":2}\n');
    expect(JSON.parse(published('import.json'))).toEqual(manifest);
  });

  test('shows nothing among the imports before it publishes, and nothing at all once it discards', () => {
    const writer = folderWriter(aside);
    writer.line('results', '{"a":1}');
    expect(existsSync(join(directory, 'imports'))).toBe(false);
    writer.discard();
    expect(existsSync(join(directory, 'imports'))).toBe(false);
    expect(readdirSync(join(directory, '.msoko', 'importing', 'run'))).toEqual([]);
  });
});
