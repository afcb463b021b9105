import { describe, expect, it } from 'vitest';
import { BOMBS } from '../../scripts/hostile/bombs.mjs';
import { filesBelow, place } from '../support/place.ts';

describe('a file that wants more than it is', () => {
  it.each(Object.entries(BOMBS))('%s is stored or refused with a reason', async (name, { make, ends }) => {
    const at = place();
    const { exit, out } = await at.run(['import', at.file(name, make()), '--json']);
    const [outcome] = JSON.parse(out).files;
    expect(exit).toBe(ends === 'imported' ? 0 : 1);
    expect(outcome.status).toBe(ends === 'imported' ? 'imported' : 'rejected');
    const codes = outcome.issues.flatMap((issue: { severity: string; code: string }) =>
      issue.severity === 'error' ? [issue.code] : [],
    );
    if (ends !== 'imported') expect(codes).toContain(ends);
    const stored = [...filesBelow(at.directory).keys()].filter((file) => file.startsWith('imports/'));
    expect(stored.length > 0).toBe(ends === 'imported');
    // More errors than are listed are counted, and no row is lost.
    if (name !== 'одни ошибки.csv') return;
    expect(outcome.issues.length).toBeLessThan(100_010);
    expect(outcome.issues.at(-1).message).toMatch(/^И ещё \d+ таких же, они не перечислены/);
    expect(outcome.skipped.setAside).toBe(outcome.rows);
  });
});
