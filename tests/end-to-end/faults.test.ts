import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBench } from '../../scripts/soak/bench.mjs';
import { FAULTS } from '../../scripts/soak/faults.mjs';

const folder = mkdtempSync(join(tmpdir(), 'msoko-faults-'));
// Some faults are looked at with the eyes of another user.
chmodSync(folder, 0o755);
const bench = makeBench(folder, 5);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Killed imports have a test of their own; `npm run soak` brings all faults as often as one likes.
const names = Object.keys(FAULTS).filter((name) => name !== 'kill-import');

describe('after a fault nothing reported is lost, nothing is half, and the next command works', () => {
  it.each(names)('%s', async (name) => {
    const endings = [];
    for (let round = 1; round <= 4; round++) endings.push(await FAULTS[name]!(bench, round));
    expect(endings).toHaveLength(4);
    expect(endings.join()).toMatch(/killed|refused|waited|after|said|order/);
  });
});
