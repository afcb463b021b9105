import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkWhole, makeBench, reported } from '../../scripts/soak/bench.mjs';
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

  it('no room from any call on: an import says so, whichever call it is', async () => {
    const run = async (env: Record<string, string>) => {
      const place = bench.place();
      return { place, ran: await place.run(['import', bench.exports], env) };
    };
    const calls = Number(/calls (\d+)/.exec((await run({ MSOKO_CALLS: '1' })).ran.err)![1]);
    const every = Array.from({ length: calls }, (_, index) => index + 1);
    const refused: number[] = [];
    const lane = async (): Promise<void> => {
      for (let call = every.shift(); call !== undefined; call = every.shift()) {
        const { place, ran } = await run({ MSOKO_FAULT: `ENOSPC@${call}` });
        checkWhole(place, reported(ran));
        if (ran.code === 0) continue;
        expect(ran.err, `call ${call}`).toMatch(/нет места|на диске есть место/i);
        refused.push(call);
      }
    };
    await Promise.all([lane(), lane()]);
    // The last few calls take the lock and the folder of the run away, when everything is stored.
    expect(refused.length).toBeGreaterThan(calls - 6);
  });
});
