import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

/** What it writes is looked at in `end-to-end/demo-reports.test.ts`. */
describe('msoko demo', () => {
  it('leaves alone a folder with anything of somebody else in it', async () => {
    const at = place();
    mkdirSync(join(at.directory, 'занято'));
    writeFileSync(join(at.directory, 'занято', 'письмо.txt'), 'важное');
    await at.take('1.csv', marks('990101', 2020, [2]));
    const before = filesBelow(at.directory);
    for (const folder of ['занято', '.']) {
      const ran = await at.run(['demo', folder, '--json']);
      expect(ran.exit).toBe(1);
      expect(ran.json().error.code).toBe('folder-not-empty');
    }
    expect(filesBelow(at.directory)).toEqual(before);
  });
});
