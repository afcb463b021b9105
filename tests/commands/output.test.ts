import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/commands/output.ts';
import type { Place } from '../support/place.ts';
import { sampleWorkspace } from '../support/sample.ts';

let at: Place;

beforeAll(async () => {
  at = await sampleWorkspace();
});

const RISK = ['risk-schools', '--year', '2021'];
const written = (name: string): string => readFileSync(join(at.directory, name), 'utf8');

describe('-o', () => {
  it('writes the same bytes as stdout would have held, and says where', async () => {
    for (const [args, name] of [
      [RISK, 'школы.txt'],
      [[...RISK, '--json'], 'школы.json'],
      [[...RISK, '--format', 'csv'], 'школы-2.csv'],
      [['rules'], 'правила.txt'],
      [['schema', 'results'], 'схема.json'],
      [['status', '--year', '2021'], 'состояние.txt'],
      [['imports'], 'загрузки.txt'],
      [['imports', '--json'], 'загрузки.json'],
      [['doctor'], 'проверка.txt'],
      [['explain', 'low.vpr4-russian-low', '--year', '2021', '--school', '990101'], 'вывод.txt'],
    ] as const) {
      const shown = await at.run(args);
      const ran = await at.run([...args, '-o', name]);
      expect(ran).toMatchObject({ exit: 0, out: '' });
      expect(ran.err).toBe(`Записано: ${join(at.directory, name)}\n`);
      expect(written(name).trimEnd()).toBe(shown.out.trimEnd());
    }
  });

  it('takes what became of an import, too', async () => {
    const file = at.file('мимо.csv', 'а;б\r\n1;2\r\n');
    const ran = await at.run(['import', file, '--json', '-o', 'итог.json']);
    expect(ran).toMatchObject({ exit: 1, out: '' });
    expect(JSON.parse(written('итог.json')).totals).toMatchObject({ files: 1, rejected: 1 });
  });

  it('tells the form of the answer by the ending of the name', async () => {
    await at.run([...RISK, '-o', 'по-имени.json']);
    expect(JSON.parse(written('по-имени.json'))).toEqual(await at.ask(...RISK));
    await at.run([...RISK, '-o', 'по-имени.csv']);
    expect(written('по-имени.csv')).toBe((await at.run([...RISK, '--format', 'csv'])).out);
    await at.run([...RISK, '--output', 'по-имени.xlsx']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(at.directory, 'по-имени.xlsx'));
    expect(workbook.worksheets.length).toBeGreaterThan(1);
  });

  it('makes folders on the way and leaves nothing beside the file', async () => {
    await at.run([...RISK, '-o', 'новая/папка/школы.csv']);
    expect(readdirSync(join(at.directory, 'новая', 'папка'))).toEqual(['школы.csv']);
  });

  it('is needed for a workbook', async () => {
    const ran = await at.run([...RISK, '--format', 'xlsx', '--json']);
    expect([0, 2]).toContain(ran.exit);
    const plain = await at.run([...RISK, '--format', 'xlsx']);
    expect(plain).toMatchObject({ exit: 2, out: '' });
    expect(plain.err).toContain('-o имя.xlsx');
  });
});

describe('--format csv', () => {
  it('holds a row for each school, readable by a spreadsheet', async () => {
    const lines = (await at.run([...RISK, '--format', 'csv'])).out.split('\r\n');
    expect(lines[0]!.charCodeAt(0)).toBe(0xfeff);
    expect(lines.filter((line) => /^"?99010[12]/.test(line))).toHaveLength(2);
  });
});

describe('A file that is written in pieces', () => {
  it('takes each when the one before is on the disk, and stands there whole at the end', () => {
    const folder = join(at.directory, 'по частям');
    const seen: string[][] = [];
    const look = () => seen.push(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
    function* pieces() {
      yield 'а';
      look();
      yield 'б';
      look();
    }
    writeWhole(join(folder, 'буквы.txt'), pieces());
    expect(seen).toEqual([['а'], ['аб']]);
    expect(readdirSync(folder)).toEqual(['буквы.txt']);
    expect(readFileSync(join(folder, 'буквы.txt'), 'utf8')).toBe('аб');
  });

  it('leaves the file of before where a piece cannot be made', () => {
    const file = join(at.directory, 'целое', 'буквы.txt');
    writeWhole(file, 'прежнее');
    function* pieces() {
      yield 'а';
      throw new RangeError('no more letters');
    }
    expect(() => writeWhole(file, pieces())).toThrow(RangeError);
    expect(readdirSync(join(at.directory, 'целое'))).toEqual(['буквы.txt']);
    expect(readFileSync(file, 'utf8')).toBe('прежнее');
  });
});
