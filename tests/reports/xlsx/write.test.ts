import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { lowReport } from '../../../src/reports/low/report.ts';
import type { Report } from '../../../src/reports/report.ts';
import { writeWorkbook } from '../../../src/reports/xlsx/write.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../sample.ts';

const REPORT = lowReport(RISK_SCHOOLS, LOW_CONTEXT);

/** A small report in which every hostile thing has its place. */
const HOSTILE: Report = {
  id: 'hostile',
  title: '=Отчёт & <другие>',
  subtitle: '',
  facts: [{ name: 'Округ', value: '+Лесной' }],
  summary: ['@всё'],
  sheets: [
    {
      name: 'A/B: [1]',
      title: '=1+1',
      lead: 'Строка.',
      table: {
        id: 'R1C1',
        empty: 'Пусто.',
        columns: [
          { key: 'code', title: 'Код', type: 'text' },
          { key: 'name', title: 'Имя', type: 'text' },
          { key: 'again', title: 'имя', type: 'text' },
          { key: 'low', title: 'Низких', type: 'integer' },
          { key: 'all', title: 'Всего', type: 'integer' },
          { key: 'share', title: 'Доля', type: 'share', shareOf: { part: 'low', whole: 'all' } },
          { key: 'year', title: '', type: 'year' },
        ],
        rows: [
          { code: '007', name: '=HYPERLINK("x")', again: '-1', low: 3, all: 12, share: 0.25, year: 2021 },
          { code: '008', name: '@а\u0000б\ud800', again: '+', low: 1, all: null, share: 0.4, year: 2021 },
          { code: '009', name: 'а'.repeat(400), again: '', low: 0, all: 0, share: null, year: 2021 },
          { code: '010', name: 'опубликовано иначе', again: '', low: 1, all: 4, share: 0.3, year: 2021 },
        ],
      },
    },
    {
      name: 'a b 1',
      title: 'Пустой',
      lead: 'Строк нет.',
      table: { id: 'r1c1', empty: 'Строк нет.', columns: [{ key: 'a', title: 'А', type: 'text' }], rows: [] },
      charts: [{ kind: 'column', title: 'т', description: 'о', category: 'a', series: [], axis: 'integer' }],
    },
  ],
};

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting hyperlinks printOptions pageMargins pageSetup headerFooter ignoredErrors drawing legacyDrawing tableParts';

describe('the workbook of section 1.2', () => {
  let bytes: Uint8Array;
  let parts: Record<string, string>;
  let book: XLSX.WorkBook;
  let dataSheets: string[];

  beforeAll(async () => {
    bytes = await writeWorkbook(REPORT);
    parts = partsOf(bytes);
    book = XLSX.read(bytes, { cellFormula: true, cellNF: true });
    dataSheets = REPORT.sheets.map((_, index) => parts[`xl/worksheets/sheet${index + 3}.xml`]!);
  });

  test('has a cover, contents and a sheet for each table, and shows the cover first', () => {
    expect(book.SheetNames.slice(0, 5)).toEqual(['Обложка', 'Содержание', 'Методика', 'Параметры', 'Итоги']);
    expect(book.SheetNames.slice(2, 2 + REPORT.sheets.length)).toEqual(REPORT.sheets.map(({ name }) => name));
    expect(parts['xl/workbook.xml']).toContain('activeTab="0"');
  });

  test('reads back in another reader with the values of the report', () => {
    for (const { name, title, table } of REPORT.sheets) {
      const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, {
        header: 1,
        raw: true,
        blankrows: true,
      });
      expect(rows[0]![0]).toBe(title);
      const header = rows.findIndex(
        (row) => row[0] === table.columns[0]!.title && row.length === table.columns.length,
      );
      expect(rows[header]).toEqual(table.columns.map((column) => column.title));
      table.rows.forEach((row, index) => {
        expect(rows[header + 1 + index]).toEqual(
          table.columns.map((column) => {
            const value = row[column.key] ?? null;
            if (column.type === 'mark') return column.signs![String(value)];
            return value === null
              ? 'нет данных'
              : typeof value === 'number'
                ? expect.closeTo(value, 10)
                : value;
          }),
        );
      });
    }
  });

  test('shows a share as a formula of its counts, with the value beside it, in per cent', () => {
    const sheet = book.Sheets.Итоги!;
    const row =
      1 +
      XLSX.utils
        .sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true })
        .findIndex((cells) => cells[0] === 'Зона риска');
    expect(sheet[`F${row}`]).toMatchObject({ t: 'n', f: `B${row}/E${row}`, v: 0.2, z: '0.0\\ %' });
  });

  test('keeps codes as text and years as plain numbers', () => {
    const sheet = book.Sheets.Основания!;
    const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const first = 2 + rows.findIndex((cells) => cells[0] === 'Код ОО');
    expect(sheet[`A${first}`]).toMatchObject({ t: 's', v: '990102', z: '@' });
    expect(sheet[`D${first}`]).toMatchObject({ t: 'n', v: 2018, z: '0' });
  });

  test('has every element of every sheet in the order of the standard', () => {
    for (const [path, xml] of Object.entries(parts)) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      const places = ORDER.split(' ')
        .map((name) => xml.search(new RegExp(`<${name}[ />]`)))
        .filter((at) => at >= 0);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
  });

  test('freezes header and key columns, and prints each sheet one A4 landscape page wide with its header', () => {
    REPORT.sheets.forEach((sheet, index) => {
      const xml = dataSheets[index]!;
      expect(xml).toMatch(/<pane [^>]*state="frozen"/);
      if (sheet.frozenColumns) expect(xml).toContain(`xSplit="${sheet.frozenColumns}"`);
      expect(xml).toContain('fitToPage="1"');
      expect(xml).toMatch(
        /<pageSetup [^>]*paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/,
      );
      expect(xml).toContain('стр. &amp;P из &amp;N');
      const split = /ySplit="(\d+)"/.exec(xml)![1];
      expect(parts['xl/workbook.xml']).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 2}">&apos;${sheet.name}&apos;!$${split}:$${split}</definedName>`,
      );
    });
  });

  test('prints a table that one page would make unreadable over several, its leading columns on each', async () => {
    const indicators = Array.from({ length: 30 }, (_, index) => `Показатель ${index + 1}`);
    const wide: Report = {
      ...REPORT,
      sheets: [
        {
          ...{ name: 'Широкий', title: 'Широкий', lead: 'Тридцать показателей.', frozenColumns: 1 },
          table: {
            ...{ id: 'wide', empty: 'Пусто.' },
            columns: [
              { key: 'name', title: 'Муниципалитет', type: 'text', width: 30 },
              ...indicators.map((title) => ({ key: title, title, type: 'share' as const, width: 15 })),
            ],
            rows: [{ name: 'Приозёрный', ...Object.fromEntries(indicators.map((title) => [title, 0.5])) }],
          },
        },
      ],
    };
    const written = unzipSync(await writeWorkbook(wide));
    expect(strFromU8(written['xl/worksheets/sheet3.xml']!)).toMatch(/fitToWidth="3" fitToHeight="0"/);
    expect(strFromU8(written['xl/workbook.xml']!)).toMatch(
      /_xlnm\.Print_Titles" localSheetId="2">&apos;Широкий&apos;!\$A:\$A,&apos;Широкий&apos;!\$(\d+):\$\1</,
    );
  });

  test('has no merged cells and no notes', () => {
    for (const xml of dataSheets) expect(xml).not.toMatch(/mergeCell|legacyDrawing/);
  });

  test('links inside the workbook only by place, back and forth', () => {
    const relationships = Object.entries(parts).filter(([path]) => path.endsWith('.rels'));
    for (const [, xml] of relationships) expect(xml).not.toContain('TargetMode="External"');
    for (const xml of dataSheets) expect(xml).toContain('location="&apos;Содержание&apos;!A1"');
    for (const { name } of REPORT.sheets) {
      expect(parts['xl/worksheets/sheet2.xml']).toContain(`location="&apos;${name}&apos;!A1"`);
    }
  });

  test('has one Excel table on each sheet with rows, with names that differ', () => {
    const tables = Object.entries(parts).filter(([path]) => path.startsWith('xl/tables/'));
    expect(tables).toHaveLength(REPORT.sheets.filter(({ table }) => table.rows.length > 0).length);
    const names = tables.map(([, xml]) => / displayName="(\w+)"/.exec(xml)![1]!);
    expect(new Set(names).size).toBe(names.length);
    for (const [, xml] of tables) {
      const headers = [...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map((match) =>
        match[1]!.toLowerCase(),
      );
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers).not.toContain('');
    }
  });

  test('has native charts that hold their present values, and words for those who do not see them', () => {
    const charts = Object.entries(parts).filter(([path]) => path.startsWith('xl/charts/'));
    expect(charts).toHaveLength(4);
    for (const [path] of charts) expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`);
    expect(parts['xl/charts/chart1.xml']).toContain(
      '<c:v>Низкие результаты обучения</c:v></c:pt><c:pt idx="1"><c:v>Неблагоприятные социальные условия</c:v>',
    );
    expect(parts['xl/charts/chart1.xml']).toMatch(
      /<c:f>&apos;Итоги&apos;!\$B\$\d+:\$B\$\d+<\/c:f><c:numCache><c:formatCode>#,##0<\/c:formatCode><c:ptCount val="4"\/><c:pt idx="0"><c:v>2<\/c:v>/,
    );
    const drawings = Object.entries(parts).filter(([path]) => /^xl\/drawings\/drawing\d/.test(path));
    for (const [, xml] of drawings) expect(xml).toMatch(/ descr="[^"]{40,}"/);
  });

  test('draws a year without data as a gap, not as zero', () => {
    const oge = parts['xl/charts/chart3.xml']!;
    expect(oge).toContain('<c:dispBlanksAs val="gap"/>');
    const cache = /<c:val>.*?<c:ptCount val="4"\/>(.*?)<\/c:numCache>/.exec(oge)![1]!;
    expect([...cache.matchAll(/idx="(\d)"/g)].map((match) => match[1])).toEqual(['0', '1', '3']);
    const helper = book.Sheets['Данные диаграмм']!;
    const [, cell] = /^'Динамика ОГЭ'!(B\d+)$/.exec(helper.A3.f)!;
    expect(helper.A3.v).toBe(book.Sheets['Динамика ОГЭ']![cell!].v);
    expect(helper.A5).toBeUndefined();
  });

  test('is the same byte for byte, whenever and wherever it is written', async () => {
    const home = process.env.TZ;
    try {
      for (const zone of ['America/Los_Angeles', 'Europe/Moscow']) {
        process.env.TZ = zone;
        expect(Buffer.compare(await writeWorkbook(REPORT), bytes)).toBe(0);
      }
    } finally {
      process.env.TZ = home;
    }
    expect(parts['docProps/core.xml']).toContain('2021-08-31T00:00:00Z');
  });
});

describe('hostile contents', () => {
  let sheet: XLSX.WorkSheet;
  let parts: Record<string, string>;

  beforeAll(async () => {
    const bytes = await writeWorkbook(HOSTILE);
    parts = partsOf(bytes);
    const book = XLSX.read(bytes, { cellFormula: true, cellNF: true });
    expect(book.SheetNames).toEqual(['Обложка', 'Содержание', 'A B 1', 'a b 1 (2)']);
    sheet = book.Sheets['A B 1']!;
  });

  test('texts that begin like formulas stay texts', () => {
    const formulas = Object.entries(parts)
      .filter(([path]) => path.startsWith('xl/worksheets/'))
      .flatMap(([, xml]) => [...xml.matchAll(/<f>(.*?)<\/f>/g)].map((match) => match[1]));
    expect(formulas).toEqual(['D6/E6']);
    expect(sheet.A1).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet.B6).toMatchObject({ t: 's', v: '=HYPERLINK("x")', z: '@' });
    expect(sheet.C6).toMatchObject({ t: 's', v: '-1' });
  });

  test('a share that its counts do not give is a number, not a formula', () => {
    expect(sheet.F7).toMatchObject({ t: 'n', v: 0.4 });
    expect(sheet.F9).toMatchObject({ t: 'n', v: 0.3 });
    expect(sheet.F8).toMatchObject({ t: 's', v: 'нет данных' });
  });

  test('headers that differ only in case, or are empty, are told apart', () => {
    expect(['A5', 'B5', 'C5', 'G5'].map((cell) => sheet[cell].v)).toEqual([
      'Код',
      'Имя',
      'имя (2)',
      'Столбец',
    ]);
  });

  test('long texts are not shown as #### and broken characters do not break the file', () => {
    expect(sheet.B8.z).not.toBe('@');
    expect(sheet.B7.v).toBe('@аб\ufffd');
  });

  test('codes in digits are not marked as mistakes', () => {
    expect(parts['xl/worksheets/sheet3.xml']).toContain(
      '<ignoredError sqref="A6:A9" numberStoredAsText="1"/>',
    );
  });

  test('a table without rows has its header, a filter and a sentence, and no chart', () => {
    const xml = parts['xl/worksheets/sheet4.xml']!;
    expect(xml).toContain('<autoFilter ref="A5:A5"');
    expect(xml).not.toContain('<drawing');
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/charts/'))).toEqual([]);
  });
});

test('of a table whose values are all hidden there is no chart, and a sentence says so', async () => {
  const table = {
    id: 'ege',
    empty: '',
    columns: [
      { key: 'year', title: 'Год', type: 'year' as const },
      { key: 'share', title: 'Доля', type: 'share' as const },
    ],
  };
  const chart = {
    kind: 'line' as const,
    title: 'Доля по годам',
    description: 'Линия.',
    category: 'year',
    series: [{ key: 'share', title: 'Доля' }],
    axis: 'share' as const,
  };
  const charted = async (shares: readonly (number | string | null)[]) => {
    const rows = shares.map((share, index) => ({ year: 2019 + index, share }));
    const sheet = { name: 'ЕГЭ', title: 'ЕГЭ', lead: '', table: { ...table, rows }, charts: [chart] };
    const bytes = await writeWorkbook({
      ...{ id: 'r', title: 'Отчёт', subtitle: '', facts: [], summary: [] },
      sheets: [sheet],
    });
    const texts = Object.values(XLSX.read(bytes).Sheets['ЕГЭ'] as Record<string, XLSX.CellObject>).map(
      ({ v }) => v,
    );
    return {
      charts: Object.keys(partsOf(bytes)).filter((path) => path.startsWith('xl/charts/')).length,
      said: texts.filter((text) => typeof text === 'string' && text.startsWith('Диаграмм')),
    };
  };
  expect(await charted(['скрыто', null, 'скрыто'])).toEqual({
    charts: 0,
    said: ['Диаграммы «Доля по годам» нет: показывать нечего.'],
  });
  expect(await charted(['скрыто', 0, null])).toEqual({
    charts: 1,
    said: ['Диаграмма «Доля по годам». Линия.'],
  });
});
