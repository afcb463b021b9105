import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { writeWhole } from '../../src/commands/output.ts';
import { windowsNameFault } from '../../src/commands/windows-name.ts';
import { encodeWindows1251 } from '../../src/demo/windows-1251.ts';
import { Failure } from '../../src/failure.ts';
import { start } from '../support/child.ts';
import { egeProtocol } from '../support/exports.ts';
import { place, storedRecords } from '../support/place.ts';
import { marks, roster } from '../support/plain-tables.ts';

const SETTINGS = '{\r\n  // название\r\n  "municipality": "Ивовский район"\r\n}\r\n';
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

/** `Ё` and the like are not needed: letters of a name as a console of Russian Windows sends them. */
function encodeIbm866(text: string): Uint8Array {
  const table = new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => table.indexOf(letter));
}

describe('msoko.json that a program of Windows saved', () => {
  test.each([
    ['«Блокнот», UTF-8 with a mark', Buffer.from(`\ufeff${SETTINGS}`)],
    ['PowerShell, UTF-16', utf16(SETTINGS)],
    ['«Блокнот», ANSI', encodeWindows1251(SETTINGS)],
  ])(
    'is read: %s',
    async (_, bytes) => {
      const at = place();
      writeFileSync(join(at.directory, 'msoko.json'), bytes);
      const file = join(at.directory, 'reports', 'msoko-2021.html');
      expect(
        (await at.run(['report', '1.3', '--year', '2021', '--format', 'html', '--out', 'reports'])).exit,
      ).toBe(0);
      expect(readFileSync(file, 'utf8')).toContain('Ивовский район');
    },
    120_000,
  );
});

describe('paths as Windows writes them', () => {
  it('may be patterns, which its consoles do not expand', async () => {
    const at = place();
    at.file('ВПР 2021/а.csv', marks('990101', 2021, [2, 3]));
    at.file('ВПР 2021/б.csv', marks('990102', 2021, [2, 3]));
    at.file('ВПР 2021/заметки.md', '');
    const { totals } = (await at.run(['import', '..\\exports\\ВПР 2021\\*.csv', '--json'])).json();
    expect(totals).toMatchObject({ files: 2, rejected: 0 });
  });

  it('that end in a backslash before the quote swallow the quote: the error says so', async () => {
    const ran = await place().run(['import', 'C:\\Выгрузки" --set-aside']);
    expect(ran).toMatchObject({
      exit: 1,
      err: expect.stringContaining('обратную косую черту перед закрывающей кавычкой'),
    });
  });
});

describe('names of files that Windows does not take', () => {
  test.each([
    ['C:\\Отчёты\\школы.csv', undefined],
    ['\\\\сервер\\папка\\школы 2021.xlsx', undefined],
    ['C:\\..\\школы.csv', undefined],
    ['C:\\Отчёты\\консоль.csv', undefined],
    ['C:\\Отчёты\\con.csv', 'имя «con.csv» занято устройством'],
    ['C:\\AUX\\школы.csv', 'имя «AUX» занято устройством'],
    ['C:\\Отчёты\\LPT1', 'имя «LPT1» занято устройством'],
    ['C:\\Отчёты\\отчёт 12:30.xlsx', 'в имени «отчёт 12:30.xlsx» стоит знак :'],
    ['C:\\Отчёты\\что?.csv', 'в имени «что?.csv» стоит знак ?'],
    ['C:\\Отчёты.\\школы.csv', 'имя «Отчёты.» кончается точкой или пробелом'],
  ])('%s', (path, fault) => {
    expect(windowsNameFault(path)).toBe(fault);
  });

  it('are refused there before anything is written', () => {
    const at = place();
    expect(() => writeWhole(join(at.directory, 'отчёт 12:30.csv'), '', { platform: 'win32' })).toThrow(
      Failure,
    );
    writeWhole(join(at.directory, 'отчёт 12:30.csv'), 'а', { platform: 'linux' });
    expect(readFileSync(join(at.directory, 'отчёт 12:30.csv'), 'utf8')).toBe('а');
  });
});

describe('standard input in the code page of the console', () => {
  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['866', encodeIbm866],
    ['1251', encodeWindows1251],
    ['UTF-16 with a mark', utf16],
  ])('%s: the participant is found', async (_, encode) => {
    const at = place({ id: 'okrug' });
    const people = [
      { school: '990101', surname: 'Жмыхоборова', document: ['9917', '483926'] as const, result: 70 },
      { school: '990101', surname: 'Ручьева', document: ['9917', '483927'] as const, result: 50 },
    ];
    await at.take('реестр.csv', roster(['990101', null, null, '0101', 'СОШ № 1']));
    expect(
      (await at.take('русский.csv', egeProtocol('01 - Русский язык', '2021.06.03', people))).issues,
    ).toEqual([]);
    expect(storedRecords(at.directory, 'results')).toHaveLength(2);
    const input = encode('Имя: Жмыхоборова Фтеона Щукарьевна\r\nШкола: 990101\r\nДокумент: 9917 483926\r\n');
    const { code, out } = await start(['forget', '--json'], { ...at, input }).exited;
    expect([code, JSON.parse(out)]).toMatchObject([0, { removed: true, records: 1 }]);
    expect(storedRecords(at.directory, 'results')).toHaveLength(1);
  });
});
