import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFolder } from '../../src/workspace/key-file.ts';
import { ogeProtocol } from '../support/exports.ts';
import { filesBelow, type Place, place, storedRecords } from '../support/place.ts';
import { marks, values } from '../support/plain-tables.ts';

const keysOf = (at: Place): string[] => readdirSync(join(at.home, 'keys'));

describe('the key of the pseudonyms', () => {
  it('is made at the first import, outside the workspace, readable for its owner alone', async () => {
    const at = place({ id: 'okrug' });
    await at.take('1.csv', marks('990101', 2020, [2]));
    expect(keysOf(at)).toEqual(['okrug.key']);
    const file = join(at.home, 'keys', 'okrug.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(at.home, 'keys')).mode & 0o777).toBe(0o700);
    const secret = readFileSync(file, 'utf8').trim();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    for (const [name, bytes] of filesBelow(at.directory)) {
      expect(bytes.includes(secret), name).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'base64url')), name).toBe(false);
    }
  });

  it('stands in the folder of the user, by platform', () => {
    expect(keyFolder({ MSOKO_HOME: '/k' }, 'linux')).toBe(join('/k', 'keys'));
    expect(keyFolder({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(join('/c', 'msoko', 'keys'));
    expect(keyFolder({ APPDATA: '/a' }, 'win32')).toBe(join('/a', 'msoko', 'keys'));
  });

  it('gives the same person the same pseudonym in every file, and another one in another workspace', async () => {
    const day = (date: string): string =>
      ogeProtocol('02 - Математика', date, [{ school: '9101', surname: 'Ветлугина', result: 4 }]);
    const [one, other] = [place(), place()];
    for (const at of [one, other]) {
      await at.take('осн.csv', day('2019.06.06'));
      await at.take('рез.csv', day('2019.06.25'));
    }
    const [first, second] = [one, other].map((at) => storedRecords(at.directory, 'results'));
    expect(first!.map(({ person }) => person)).toEqual([first![0].person, first![0].person]);
    expect(first![0].person).not.toBe(second![0].person);
    expect(first![0].participant).not.toBe(second![0].participant);
  });

  it('that is gone stops imports and is named, when pupils are stored already', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    rmSync(join(at.home, 'keys'), { recursive: true });
    const ran = await at.run(['import', at.file('2.csv', marks('990101', 2019, [2])), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().error.code).toBe('key-missing');
    expect(ran.json().error.message).toContain(join(at.home, 'keys'));
    expect(existsSync(join(at.home, 'keys'))).toBe(false);
    expect((await at.ask('imports')).imports).toHaveLength(1);
    const doctor = await at.run(['doctor', '--json']);
    expect(doctor.exit).toBe(1);
    expect(doctor.json().checks.filter(({ ok }: { ok: boolean }) => !ok)).toMatchObject([
      { name: 'Ключ псевдонимов' },
    ]);
  });

  it('that is another one is refused', async () => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2]));
    const other = place();
    await other.take('1.csv', marks('990101', 2020, [2]));
    const ran = await at.run(['import', at.file('2.csv', marks('990101', 2019, [2])), '--json'], {
      home: other.home,
    });
    expect(ran.exit).toBe(1);
    expect(ran.json().error.code).toBe('key-differs');
  });

  it('that is damaged is refused', async () => {
    const at = place();
    mkdirSync(join(at.home, 'keys'), { recursive: true });
    writeFileSync(join(at.home, 'keys', 'default.key'), 'короткий\n');
    const ran = await at.run(['import', at.file('1.csv', marks('990101', 2019, [2])), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.json().error.code).toBe('key-damaged');
  });

  it('is not needed to read, and is made anew where no pupil was stored yet', async () => {
    const at = place();
    await at.take('1.csv', values(['990101', 2021, 'pupils', 100]));
    rmSync(join(at.home, 'keys'), { recursive: true, force: true });
    expect((await at.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
    expect((await at.take('2.csv', marks('990101', 2020, [2]))).status).toBe('imported');
    rmSync(join(at.home, 'keys'), { recursive: true });
    expect((await at.run(['risk-schools', '--year', '2021'])).exit).toBe(0);
  });
});
