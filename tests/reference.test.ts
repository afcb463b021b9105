import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { referencePages } from '../scripts/reference/pages.ts';

const FOLDER = resolve(import.meta.dirname, '../docs/reference');
const pages = referencePages();

describe('docs/reference', () => {
  test('has these pages and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(pages).sort());
  });

  test.each(Object.entries(pages))(
    '%s says what the program does; otherwise: npm run reference',
    (name, text) => {
      expect(readFileSync(resolve(FOLDER, name), 'utf8')).toBe(text);
    },
  );
});
