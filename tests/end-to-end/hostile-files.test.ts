import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CORPUS } from '../../scripts/hostile/corpus.mjs';
import type { Issue } from '../../src/issue.ts';
import { place, storedRecords } from '../support/place.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/hostile', import.meta.url));
const fileOf = (name: string) => `${FOLDER}/${name}`;

/** Everything of an issue by which a person finds the place. */
const placeOf = ({ message, sheet, cell, row }: Issue) => [message, sheet, cell, row].join(' ');

describe('a hostile file', () => {
  it.each(Object.entries(CORPUS))(
    '%s is stored right or refused with file, place, reason and remedy',
    async (name, given) => {
      const at = place();
      const { exit, out } = await at.run(['import', fileOf(name), '--json']);
      const [outcome] = JSON.parse(out).files as [{ status: string; issues: Issue[] }];
      if (given.refused === undefined) {
        expect(outcome, out).toMatchObject({ status: 'imported' });
        expect(exit).toBe(0);
        const [kind, key, values] = given.records ?? ['results', 'mark', given.marks!];
        expect(storedRecords(at.directory, kind).map((record) => record[key])).toEqual(values);
        return;
      }
      expect(exit).toBe(1);
      const errors = outcome.issues.filter(({ severity }) => severity === 'error');
      const error = errors.find(({ code }) => code === given.refused);
      expect(error, out).toBeDefined();
      expect(error!.file).toBe(name);
      // What is wrong, and what to do: two sentences, or one that says both.
      expect(error!.message).toMatch(/[А-Яа-яё].*[.!?]$/s);
      if (given.place) expect(placeOf(error!)).toContain(given.place);
      expect(storedRecords(at.directory, 'results')).toEqual([]);
      const next = await at.run(['imports', '--json']);
      expect(next.exit).toBe(0);
    },
  );

  it('is made by a script, the same bytes each time', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(CORPUS).sort());
    for (const [name, { make }] of Object.entries(CORPUS))
      expect(Buffer.from(make()).equals(readFileSync(fileOf(name))), name).toBe(true);
  });
});
