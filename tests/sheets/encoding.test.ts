import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { detectEncoding, encodingNamed, wholeUtf8Length } from '../../src/sheets/encoding.ts';
import { readRows, readSheets, tableFiles, textsOf } from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

const ENCODINGS: [iconvName: string, detected: string][] = [
  ['utf8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['windows-1251', 'windows-1251'],
  ['cp866', 'ibm866'],
  ['koi8-r', 'koi8-r'],
];

const HEADERS = [
  'Код ОО;Год;Предмет',
  'логин школы;регион;номер обучающегося;код обучающегося',
  'ФИО;Класс;Итоговый балл;Статус участника',
  'Код МСУ;Код ОО;Класс;Код ППЭ;Аудитория;Фамилия;Имя;Отчество',
  'Группы участников,Кол-во ОО,Кол-во участников',
  'Наименование показателей\t№ строки\tВсего',
  'Школа;Балл',
  'Муниципалитет;Логин;Русский язык;Математика',
  'КЛАСС;БАЛЛ;ПРЕДМЕТ;ШКОЛА',
  'фамилия;имя;отчество',
  'Первичный балл;Отметка по журналу',
  'Дата рождения;Пол;Оценка',
];

const WORDS = [
  'школа',
  'Класс',
  'Предмет',
  'участник',
  'Оценка',
  'балл',
  'ОО',
  'МСУ',
  'Русский',
  'язык',
  'математика',
  'Физика',
  'Отметка',
  'журнал',
  'Муниципалитет',
  'регион',
  'Логин',
  'обучающийся',
  'учебник',
  'Вариант',
]; // prettier-ignore

describe('encoding', () => {
  it.each(ENCODINGS)('a short header row is enough to tell %s', (name, detected) => {
    for (const header of HEADERS) expect(detectEncoding(iconv.encode(header, name)), header).toBe(detected);
  });

  it('tells every encoding from rows of words and numbers', () => {
    const row = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.integer({ min: 0, max: 100 }).map(String)), {
      minLength: 2,
      maxLength: 8,
    });
    const table = fc
      .tuple(fc.constantFrom(...HEADERS), fc.array(row, { maxLength: 10 }))
      .map(([header, rows]) => [header, ...rows.map((cells) => cells.join(';'))].join('\r\n'));
    fc.assert(
      fc.property(table, fc.constantFrom(...ENCODINGS), (text, [name, detected]) => {
        expect(detectEncoding(iconv.encode(text, name))).toBe(detected);
      }),
      { numRuns: 500 },
    );
  });

  it.each(ENCODINGS)('a CSV file in %s gives its text back', async (name, detected) => {
    const path = files.file(iconv.encode('Код ОО;Предмет\r\n0012;Русский язык\r\n', name));
    const read = await readSheets(path);
    expect(read.encoding).toBe(detected);
    expect(textsOf(read.sheets[0]!.rows)).toEqual({ 1: ['Код ОО', 'Предмет'], 2: ['0012', 'Русский язык'] });
  });

  it.each(['utf8', 'utf-16le', 'utf-16be'])(
    'a byte order mark in %s is no part of the first header',
    async (name) => {
      const path = files.file(iconv.encode('Код;Год\n1;2026\n', name, { addBOM: true }));
      expect(textsOf(await readRows(path))).toEqual({ 1: ['Код', 'Год'], 2: ['1', '2026'] });
    },
  );

  it('text that is ASCII for long is judged by its first other letters', async () => {
    const lines = 'sch990001;5;3\n'.repeat(40_000);
    const path = files.file(iconv.encode(`${lines}sch990002;Отсутствовал;3\n`, 'windows-1251'));
    const read = await readSheets(path);
    expect(read.encoding).toBe('windows-1251');
    expect(read.sheets[0]!.rows.at(-1)?.cells[1]?.text).toBe('Отсутствовал');
  });

  it('what a person says about the encoding wins', async () => {
    const path = files.file(iconv.encode('ФИО;ОО\n', 'cp866'));
    expect(textsOf(await readRows(path, { encoding: 'cp866' }))).toEqual({ 1: ['ФИО', 'ОО'] });
    expect(encodingNamed('CP1251')).toBe('windows-1251');
    expect(encodingNamed('win1251')).toBe('windows-1251');
    expect(() => encodingNamed('кои-7')).toThrow(
      expect.objectContaining({ code: 'unknown-encoding', exit: 2 }),
    );
  });

  it('a letter cut by any chunk border stays whole', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const line = `${'я'.repeat(20)};№ 5 — €;😀\n`;
      const text = 'x'.repeat(shift) + line.repeat(9_000);
      const rows = await readRows(files.file(text));
      expect(rows).toHaveLength(9_000);
      expect(rows.every((row) => row.cells[1]?.text === '№ 5 — €' && row.cells[2]?.text === '😀')).toBe(true);
    }
  });

  it('a letter cut by the end of the first look does not spoil the decision', () => {
    const bytes = Buffer.from('яя€😀');
    for (let length = 1; length <= bytes.length; length++) {
      const part = bytes.subarray(0, length);
      expect(wholeUtf8Length(part)).toBe(Buffer.from(part.toString('utf8').replace(/\ufffd+$/, '')).length);
      if (length > 1) expect(detectEncoding(part, true)).toBe('utf-8');
    }
  });

  it('bytes that are no UTF-8 later in the file are named by their line, with what to do', async () => {
    const good = 'Школа;Балл\r\n'.repeat(30_000);
    const path = files.file(Buffer.concat([Buffer.from(good), iconv.encode('Школа;5\r\n', 'windows-1251')]));
    await expect(readRows(path)).rejects.toMatchObject({
      code: 'wrong-encoding',
      message: expect.stringContaining('строка 30001:'),
      hint: expect.stringContaining('--encoding'),
    });
  });

  it('one bad byte in UTF-8 does not turn the file into gibberish of another encoding', async () => {
    const bytes = Buffer.from('Школа;Балл\nСредняя школа;5\nЛицей;4\n');
    bytes[bytes.indexOf('Лицей')] = 0x20;
    await expect(readRows(files.file(bytes))).rejects.toMatchObject({
      code: 'wrong-encoding',
      message: expect.stringContaining('строка 3:'),
    });
  });

  it('a missing file, a folder and an empty file are told apart', async () => {
    mkdirSync(`${files.folder}/папка.xlsx`);
    await expect(readRows(`${files.folder}/нет.xlsx`)).rejects.toMatchObject({ code: 'file-missing' });
    await expect(readRows(`${files.folder}/папка.xlsx`)).rejects.toMatchObject({ code: 'file-is-folder' });
    await expect(readRows(files.file(''))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(readRows(files.file('\ufeff \r\n\r\n'))).rejects.toMatchObject({ code: 'file-empty' });
  });
});
