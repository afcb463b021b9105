import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseDelimiter } from '../../src/sheets/delimiter.ts';
import { readRows, readSheets, tableFiles, textsOf } from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

const rowsOfText = (text: string) => readRows(files.file(text));

describe('delimiter', () => {
  it.each([
    ['Школа;Балл\nШкола 1;3,5\nШкола 2;4,5\n', ';'],
    ['Школа, город;Балл\nШкола 1, Тверь;3,5\n', ';'],
    ['1,5;2,5;3,5\n1,0;2,0;3,0\n', ';'],
    ['1,5\t2,5\n1,0\t2,0\n', '\t'],
    ['name,code,town\nA,1,X\nB,2,Y\n', ','],
    ['Код|Балл|Отметка\n1|2|3\n', '|'],
    ['Фамилия%Имя%Отчество%Предмет\nИванов%Иван%Иванович%Физика\n', '%'],
    ['Школа;Доля\nШкола 1;12%\nШкола 2;15%\n', ';'],
    ['Протокол проверки, апрель\nРусский язык, 9 класс\n\nКод;Балл;Отметка\n1;20;4\n2;21;4\n3;22;4\n', ';'],
    ['к;л;м;н;о;п\n12,5;"а\nб";;12,5;"а\nб";12,5\n', ';'],
    ['"Школа ""А; Б""",5\n"Школа В; Г; Д",6\n"Школа",7\n', ','],
    ['Одна колонка\nзначение\n', ';'],
  ])('of %j is found', (text, delimiter) => {
    expect(chooseDelimiter(text)).toBe(delimiter);
  });

  it("Excel's first line names it and is no row", async () => {
    const read = await readSheets(files.file('sep=|\r\nа;б|в\r\n'));
    expect(read.delimiter).toBe('|');
    expect(textsOf(read.sheets[0]!.rows)).toEqual({ 2: ['а;б', 'в'] });
  });
});

describe('CSV', () => {
  it('numbers rows by physical lines, with quoted line ends and empty lines counted', async () => {
    const text = 'Титул\n\nКод;Имя\n1;"две\nстроки"\n;;\n2;"ещё\n\n""три"""\n3;конец';
    expect(textsOf(await rowsOfText(text))).toEqual({
      1: ['Титул'],
      3: ['Код', 'Имя'],
      4: ['1', 'две\nстроки'],
      7: ['2', 'ещё\n\n"три"'],
      10: ['3', 'конец'],
    });
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', async (end) => {
    const rows = await rowsOfText(['Код;Имя', '1;"а', 'б"', '2;в', ''].join(end));
    expect(textsOf(rows)).toEqual({ 1: ['Код', 'Имя'], 2: ['1', 'а\nб'], 4: ['2', 'в'] });
  });

  it('gives every value as text, untouched', async () => {
    const [row] = await rowsOfText('0012; 3,5 ;=1+1;01.02.2026\n');
    expect(row?.cells).toEqual(
      ['0012', ' 3,5 ', '=1+1', '01.02.2026'].map((text) => ({ text, value: text, kind: 'text' })),
    );
  });

  it('keeps numbers of lines right over chunk borders, whatever is quoted', async () => {
    const field = fc.oneof(
      fc.constantFrom('', 'а', 'слово', '12,5', 'x'.repeat(3000)),
      fc.constantFrom('a"b', 'a;b', 'a\nb', '"\n"', ';\n;', '"'),
    );
    const table = fc.array(fc.array(field, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 60 });
    const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (records, end) => {
        const expected: Record<number, (string | null)[]> = { 1: ['к', 'л', 'м', 'н', 'о', 'п'] };
        let line = 2;
        for (const fields of records) {
          const shown = fields.map((text) => text || null);
          while (shown.at(-1) === null) shown.pop();
          if (shown.length > 0) expected[line] = shown;
          line += 1 + fields.join('').split('\n').length - 1;
        }
        const lines = ['к;л;м;н;о;п', ...records.map((fields) => fields.map(quote).join(';'))];
        const text = lines.join('\n').replaceAll('\n', end);
        const path = files.file(text, 'таблица.csv');
        const read = await readSheets(path);
        expect(read.delimiter).toBe(';');
        expect(textsOf(read.sheets[0]!.rows)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('a stray quote inside one line is read as it stands', async () => {
    const rows = await rowsOfText('Школа;Балл\n"СОШ "Лидер" города";5\nООО "Заря";6\n');
    expect(textsOf(rows)).toEqual({
      1: ['Школа', 'Балл'],
      2: ['СОШ "Лидер" города', '5'],
      3: ['ООО "Заря"', '6'],
    });
  });

  it('a quote that is never closed is an error with its line', async () => {
    const text = `Школа;Балл\n1;5\n"Заря;6\n${'Школа;7\n'.repeat(50)}`;
    await expect(rowsOfText(text)).rejects.toMatchObject({
      code: 'unclosed-quote',
      message: expect.stringContaining('строка 3:'),
    });
    const long = `Школа;Балл\n"Заря;6\n${'Школа;7\n'.repeat(5000)}`;
    await expect(readRows(files.file(long), { limits: { cellCharacters: 1000 } })).rejects.toMatchObject({
      code: 'unclosed-quote',
      message: expect.stringContaining('строка 2:'),
    });
  });

  it('a quote that would swallow the next rows is an error, not a longer field', async () => {
    const text = 'Школа;Балл\n"Лидер" города;5\n"Заря";6\n';
    await expect(rowsOfText(text)).rejects.toMatchObject({
      code: 'malformed-quote',
      message: expect.stringContaining('строка 2:'),
    });
  });

  it('NUL bytes are an error with their line', async () => {
    await expect(rowsOfText('Школа;Балл\nа;1\nб\u0000;2\n')).rejects.toMatchObject({
      code: 'nul-bytes',
      message: expect.stringContaining('строка 3:'),
    });
  });

  it('stops at its limits', async () => {
    const limits = { cells: 10, columns: 5, cellCharacters: 20 };
    const read = (text: string) => readRows(files.file(text), { limits });
    await expect(read('а;б\n'.repeat(6))).rejects.toMatchObject({ code: 'too-many-cells' });
    await expect(read('а;б;в;г;д;е\n')).rejects.toMatchObject({ code: 'cell-too-far' });
    await expect(read(`а;${'б'.repeat(21)}\n`)).rejects.toMatchObject({ code: 'cell-too-long' });
    await expect(read(`а;${'б'.repeat(100_000)}\n`)).rejects.toMatchObject({ code: 'cell-too-long' });
  });

  it('a file without a single delimiter is one column', async () => {
    expect(textsOf(await rowsOfText('Заголовок\nзначение\n'))).toEqual({ 1: ['Заголовок'], 2: ['значение'] });
  });
});
