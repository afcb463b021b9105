import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hashed } from '../../../src/workspace/importing/duplicates.ts';
import {
  type IdentityTrail,
  identityTrail,
  trailsOfAll,
} from '../../../src/workspace/importing/parts/identity-trail.ts';

const folder = mkdtempSync(join(tmpdir(), 'msoko-trail-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const trailOf = (identities: readonly string[], within = 'vpr') => {
  const trail = identityTrail();
  for (const [row, identity] of identities.entries()) trail.before(hashed(within), identity, row + 1);
  return trail.end();
};
const meetAgain = (parts: readonly IdentityTrail[]) => {
  const trails = trailsOfAll(join(folder, String(made++)));
  for (const part of parts) trails.add(part);
  const again = trails.meetAgain();
  trails.remove();
  return again;
};

describe('The trails of the parts of a file', () => {
  it('tell whether anybody was met twice, within a part or in two', () => {
    const parts = fc.array(fc.array(fc.stringMatching(/^[a-c]{1,3}$/), { maxLength: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (given) => {
        const all = given.flat();
        expect(meetAgain(given.map((part) => trailOf(part)))).toBe(new Set(all).size < all.length);
      }),
    );
  });

  it('tell the same person in two papers from a repeat', () => {
    expect(meetAgain([trailOf(['a'], 'vpr-4-russian'), trailOf(['a'], 'vpr-4-mathematics')])).toBe(false);
    expect(meetAgain([trailOf(['a'], 'vpr-4-russian'), trailOf(['a'], 'vpr-4-russian')])).toBe(true);
  });

  it('find one repeat among very many, wherever it stands', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => `participant-${index}`);
    const first = trailOf(many);
    expect(meetAgain([first])).toBe(false);
    for (const index of [0, 77_777, 199_999]) expect(meetAgain([first, trailOf([many[index]!])])).toBe(true);
  });

  it('leave no file behind', () => {
    meetAgain([trailOf(['a'])]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
