import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoExports, writeDemoExports } from '../../src/demo/exports.ts';
import { hintsFromName } from '../../src/layouts/file-name.ts';

let directory: string;
let demo: DemoExports;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'msoko-demo-'));
  demo = await writeDemoExports(join(directory, 'first'));
});

afterAll(() => rm(directory, { recursive: true }));

const pathOf = (file: string): string => join(directory, 'first', ...file.split('/'));

/** Rows of a sheet of an exported workbook, row 1 first; empty cells are `null`. */
async function rowsOf(file: string, sheetName?: string): Promise<(string | number | null)[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(pathOf(file));
  const sheet = sheetName === undefined ? workbook.worksheets[0]! : workbook.getWorksheet(sheetName)!;
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from(
      { length: sheet.columnCount },
      (_, column) => (sheet.getRow(row + 1).getCell(column + 1).value ?? null) as string | number | null,
    ),
  );
}

const find = (part: string): string => demo.files.find((file) => file.includes(part))!;

const numbers = (cells: readonly (string | number | null)[]): number[] =>
  cells.map((cell) => (cell === 'X' || cell === null ? 0 : Number(cell)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('writeDemoExports', () => {
  it('writes exactly the files that it names, the roster first', async () => {
    const written = await readdir(join(directory, 'first'), { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile())).toHaveLength(demo.files.length);
    expect(demo.files[0]).toContain('Реестр школ');
    expect(new Set(demo.files).size).toBe(demo.files.length);
  });

  it('writes the same bytes and tells the same truth every time', async () => {
    const again = await writeDemoExports(join(directory, 'second'));
    expect(again).toEqual(demo);
    for (const file of demo.files) {
      const second = await readFile(join(directory, 'second', ...file.split('/')));
      expect(second.equals(await readFile(pathOf(file))), file).toBe(true);
    }
  });

  it('lets the path of every ВПР file of 2020 and 2021 say its paper', () => {
    const files = demo.files.filter((file) => /ВПР\/202[01]/.test(file));
    expect(files).toHaveLength(14);
    for (const file of files) {
      expect(hintsFromName(file), file).toMatchObject({
        year: file.includes('2020') ? 2020 : 2021,
        grade: expect.any(Number),
        subject: expect.stringMatching(/^(russian|mathematics|world-around)$/),
      });
    }
  });

  it('names its surnames: every one that a protocol holds is in the list', async () => {
    const text = iconv.decode(await readFile(pathOf(find('ЕГЭ 2018 русский'))), 'win1251');
    const surnames = text.split('\r\n').flatMap((line) => {
      const fields = line.split(';');
      return /^\d+$/.test(fields[0]!) ? [fields[6]!] : [];
    });
    expect(surnames.length).toBeGreaterThan(50);
    for (const surname of surnames) expect(demo.surnames).toContain(surname.replace(/а$/, ''));
  });
});

describe('ВПР files of the demo', () => {
  it('2020: forty score slots, one of them the textbook, and the code begins with the next grade', async () => {
    const [header, ...rows] = await rowsOf(find('ВПР/2020/4/Математика'));
    expect(header).toHaveLength(50);
    expect(header!.slice(0, 11)).toEqual(
      'groups user id code otc gender klass var-1 var-2 sum a-1-grade'.split(' '),
    );
    expect(header![10 + 15]).toBe('Учебник');
    for (const row of rows) expect(String(row[3])).toMatch(/^5\d{4}$/);
  });

  it('2020: tasks sum to the total, and an absent pupil has neither scores nor a mark', async () => {
    for (const file of demo.files.filter((name) => name.includes('ВПР/2020'))) {
      const [, ...rows] = await rowsOf(file);
      const absent = rows.filter((row) => row[7] === 'отсутствовал');
      expect(absent.length / rows.length, file).toBeGreaterThan(0.04);
      expect(absent.length / rows.length, file).toBeLessThan(0.18);
      for (const row of rows) {
        if (!absent.includes(row)) expect(sum(numbers(row.slice(10))), file).toBe(row[9]);
        else expect([...row.slice(4, 7), ...row.slice(8)].every((cell) => cell === null)).toBe(true);
      }
    }
  });

  it('2021: all cells are text, tasks sum to the total, an absent pupil is blank after the code', async () => {
    for (const file of demo.files.filter((name) => name.includes('ВПР/2021'))) {
      const [header, ...rows] = await rowsOf(file);
      const tasks = header!.filter((text) => String(text).startsWith('балл за')).length;
      for (const row of rows) {
        expect(row.every((cell) => cell === null || typeof cell === 'string')).toBe(true);
        if (row[7] === 'отсутствовал') {
          expect([...row.slice(4, 7), ...row.slice(8)].every((cell) => cell === null)).toBe(true);
        } else {
          expect(sum(numbers(row.slice(9, 9 + tasks)))).toBe(Number(row[8]));
        }
      }
    }
  });

  it('2022: an absent pupil has the number 0 for a total and nothing else', async () => {
    const [header, ...rows] = await rowsOf(find('ВПР/2022'), 'Протокол');
    expect(header!.slice(6, 9)).toEqual(['Код', 'Вариант', '1 (1б)']);
    const total = header!.indexOf('Итого баллов');
    const absent = rows.filter((row) => row[7] === 'отсутствовал');
    expect(absent.length).toBeGreaterThan(0);
    for (const row of absent) {
      expect(row.slice(8, total).every((cell) => cell === null)).toBe(true);
      expect(row[total]).toBe(0);
    }
    for (const row of rows) {
      if (!absent.includes(row)) expect(sum(numbers(row.slice(8, 8 + 15)))).toBe(row[total]);
    }
  });
});

describe('ФИС ОКО reports of the demo', () => {
  it('have the preamble in rows 1–6, the header in row 8, and shares of every row near 100', async () => {
    const rows = await rowsOf(find('2019/РУ 4 Статистика'));
    expect(rows[0]![0]).toBe('Статистика по отметкам');
    expect(rows[2]![0]).toBe('ВПР 2019 Русский язык 4 класс');
    expect(rows[4]!.slice(0, 2)).toEqual(['Максимальный первичный балл:', 38]);
    expect(rows[7]).toEqual(['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5]);
    expect(rows.slice(8, 11).map((row) => row[0])).toEqual([
      'Вся выборка',
      'Энская область',
      'Приозёрный муниципальный округ(reg99_m001)',
    ]);
    for (const row of rows.slice(8)) expect(Math.abs(sum(numbers(row.slice(3))) - 100)).toBeLessThan(0.05);
  });

  it('give back the counts of the truth when shares are turned into pupils', async () => {
    const rows = await rowsOf(find('2019/МА 5 Статистика'));
    const schools = rows.slice(11).map((row) => ({
      school: /\(sch(\d{6})\)$/.exec(String(row[0]))![1]!,
      participants: row[2],
      marks: [3, 4, 5, 6].map((at) => Math.round((Number(row[2]) * Number(row[at])) / 100)),
    }));
    const truth = demo.truth
      .filter(({ subject, grade, year }) => subject === 'mathematics' && grade === 5 && year === 2019)
      .map(({ school, participants, marks }) => ({ school, participants, marks: Object.values(marks!) }));
    expect(truth).toHaveLength(7);
    expect(schools).toEqual(truth);
  });

  it('individual results: scores sum to the primary score under every school, nobody absent', async () => {
    const rows = await rowsOf(find('Индивидуальные результаты'));
    const header = rows[7]!;
    const primary = header.indexOf('Первичный балл');
    expect(header.slice(0, 6)).toEqual([
      ...['ОО', 'Муниципалитет', 'Название ОО', 'Код участника', 'Класс', 'Вариант'],
    ]);
    expect(rows[6]![2]).toBe('Уровень сложности задания');
    const pupils = rows.slice(8).filter((row) => row[3] !== null);
    const announced = rows.slice(8).filter((row) => row[3] === null);
    expect(sum(announced.map((row) => Number(/участников: (\d+)$/.exec(String(row[0]))![1])))).toBe(
      pupils.length,
    );
    for (const row of pupils) expect(sum(numbers(row.slice(6, primary)))).toBe(row[primary]);
  });

  it('comparison with the journal: lowered, confirmed and raised make up the compared', async () => {
    const rows = await rowsOf(find('Сравнение отметок'));
    expect(rows[7]![1]).toBe('Кол-во участников(всего)');
    for (const row of rows.slice(8)) {
      expect(sum([row[3], row[5], row[7]].map(Number))).toBe(row[1]);
    }
  });
});

describe('ГИА protocols of the demo', () => {
  it('hold both exams of ОГЭ on one sheet, each with its own header and footer', async () => {
    const rows = await rowsOf(find('ОГЭ 2018'));
    const first = rows.map((row) => row[0]);
    expect(first.filter((cell) => cell === '№')).toHaveLength(2);
    expect(first.filter((cell) => /^0[12] - .+ 2018\.\d\d\.\d\d$/.test(String(cell)))).toHaveLength(2);
    expect(first.filter((cell) => cell === 'Всего участников')).toHaveLength(2);
  });

  it('keep sparse columns merged, the value in the column of the header', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(pathOf(find('ОГЭ 2019')));
    const sheet = workbook.worksheets[0]!;
    expect(sheet.getCell('C5').value).toBe('Класс');
    expect(sheet.getCell('D5').master.address).toBe('C5');
    expect(sheet.getCell('D6').master.address).toBe('C6');
    expect(String(sheet.getCell('C6').value)).toMatch(/^9[АБ]$/);
  });

  it('windows-1251 text with semicolons reads back letter by letter', async () => {
    const text = iconv.decode(await readFile(pathOf(find('ЕГЭ 2020 русский'))), 'win1251');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^Протокол проверки результатов;+$/);
    expect(lines[2]).toMatch(/^01 - Русский язык 2020\.\d\d\.\d\d;/);
    expect(lines[4]!.split(';').slice(0, 3)).toEqual(['№', 'Код МСУ', 'Код ОО']);
    expect(lines[4]).toContain('Документ;Задания с кратким ответом;Задания с развёрнутым ответом');
    expect(text).not.toContain('?');
  });

  it('a legacy workbook is a real BIFF file with three exams', async () => {
    const bytes = await readFile(pathOf(find('ЕГЭ 2019.xls')));
    expect(bytes.subarray(0, 4).toString('hex')).toBe('d0cf11e0');
    const sheet = read(bytes).Sheets['Page 1']!;
    const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 });
    const participants = rows.filter((row) => typeof row[0] === 'number').length;
    const truth = demo.truth.filter(({ procedure, year }) => procedure === 'ege' && year === 2019);
    expect(participants).toBe(sum(truth.map((row) => row.participants)));
    expect(rows.filter((row) => row[0] === '№')).toHaveLength(3);
  });
});

describe('the flat export of the demo', () => {
  it('has a row for each result, no names, and the schools on a sheet of their own', async () => {
    const [header, ...rows] = await rowsOf(find('2020_ЕГЭ'), 'Результаты');
    expect(header!.slice(0, 5)).toEqual(['ID', 'Код школы', 'Класс', 'Предмет', 'Название предмета']);
    const truth = demo.truth.filter(
      ({ procedure, subject, year }) =>
        procedure === 'ege' && subject === 'mathematics-profile' && year === 2020,
    );
    expect(rows).toHaveLength(sum(truth.map((row) => row.participants)));
    expect(rows.filter((row) => Number(row[7]) >= 81)).toHaveLength(sum(truth.map((row) => row.top)));
    expect(await rowsOf(find('2020_ЕГЭ'), 'Школы')).toHaveLength(1 + 7);
  });
});

describe('school-year values of the demo', () => {
  it('wide and long tables have the columns of the plain tables', async () => {
    const [wide] = await rowsOf(find('Социальные паспорта'));
    expect(wide!.slice(0, 4)).toEqual([
      'Код ОО',
      'Год',
      'Всего обучающихся',
      'Обучающиеся из неполных семей',
    ]);
    const rating = await readFile(pathOf(find('Рейтинг')), 'utf8');
    expect(rating.split('\r\n')[0]).toBe('\ufeffКод ОО;Год;Баллы рейтинга;Максимум баллов рейтинга');
    expect(rating).toContain('990101;2018;71,5;100');
    const grade10 = iconv.decode(await readFile(pathOf(find('10 класс'))), 'win1251');
    expect(grade10.split('\r\n')[0]).toBe('Код ОО;Год;Показатель;Значение');
  });

  it('no school stands both in the common table and in a sheet of its own', async () => {
    const common = (await rowsOf(find('Социальные паспорта'))).slice(1).map((row) => row[0]);
    const own = await rowsOf(find('Социальный паспорт СОШ'));
    expect(own[0]![0]).toBe('Социальный паспорт МКОУ «СОШ д. Тихий Бор» на 2020-2021 учебный год');
    expect(common).toEqual(['990101', '990102', '990103', '990104', '990105', '990106']);
  });
});
