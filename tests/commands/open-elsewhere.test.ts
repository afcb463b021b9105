import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

/** The file that Excel lays beside a workbook that is open: the user in one byte a letter, then in two. */
function ownerFile(user: string): Buffer {
  const bytes = Buffer.alloc(165, 0x20);
  bytes[0] = user.length;
  bytes.write('?'.repeat(user.length), 1, 'latin1');
  bytes.writeUInt16LE(user.length, 54);
  bytes.write(user, 56, 'utf16le');
  return bytes;
}

describe('a workbook that is open elsewhere', () => {
  it.each([
    ['~$школы.xlsx', ownerFile('Отдел оценки'), 'открыт в Excel у пользователя «Отдел оценки»'],
    [
      '.~lock.школы.xlsx#',
      ',analyst,komp,26.11.2026 10:00,file:///home/analyst;',
      'открыт в LibreOffice у пользователя «analyst»',
    ],
    ['~$школы.xlsx', '', 'открыт в Excel:'],
  ])('%s keeps it whole, and who holds it is said', async (mark, content, words) => {
    const at = place();
    await at.take('1.csv', marks('990101', 2020, [2, 2, 3]));
    const file = join(at.directory, 'школы.xlsx');
    const ask = () => at.run(['risk-schools', '--year', '2021', '-o', file]);
    expect((await ask()).exit).toBe(0);
    const before = readFileSync(file);
    writeFileSync(join(at.directory, mark), content);

    const { exit, err } = await ask();
    expect(exit).toBe(1);
    expect(err).toContain(words);
    expect(err).toContain(`удалите «${join(at.directory, mark)}»`);
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(at.directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    rmSync(join(at.directory, mark));
    expect((await ask()).exit).toBe(0);
    expect(existsSync(file)).toBe(true);
  });
});
