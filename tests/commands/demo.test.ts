import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { filesBelow, place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

describe('msoko demo', () => {
  it('makes exports, imports them, judges the schools and writes every format; twice gives the same', async () => {
    const at = place();
    const ran = await at.run(['demo', 'пример', '--json']);
    expect(ran.exit).toBe(0);
    const directory = join(at.directory, 'пример');
    expect(ran.json()).toMatchObject({ command: 'demo', directory, totals: { rejected: 0, unchanged: 0 } });
    expect(ran.json().totals.imported).toBe(ran.json().exports);
    expect(ran.json().files.map((file: string) => basename(file))).toEqual(
      expect.arrayContaining([
        ...SYSTEMS.map(({ id }) => `msoko-${id}-2021.xlsx`),
        'msoko-summary-2021.xlsx',
        'msoko-2021.html',
        'msoko-2021.docx',
      ]),
    );
    for (const file of ran.json().files) expect(existsSync(file)).toBe(true);
    expect(readdirSync(join(directory, 'reports', 'schools'))).toHaveLength(8);
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(['imports', 'msoko.json', 'reports']));
    const answer = await at.ask('risk-schools', '--year', '2021', '-C', 'пример');
    expect(answer.summary).toMatchObject({ schools: 8, lowResults: 2, adverseConditions: 1 });

    const again = await at.run(['demo', 'пример']);
    expect(again.exit).toBe(0);
    expect(again.out).toContain('990103');
    expect(await at.ask('risk-schools', '--year', '2021', '-C', 'пример')).toEqual(answer);
  }, 600_000);

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
