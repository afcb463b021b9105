import XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { heading } from '../../src/reports/annual/blocks.ts';
import { sheetBlock } from '../../src/reports/annual/chapter.ts';
import { writeDocument } from '../../src/reports/docx/write.ts';
import { renderPage } from '../../src/reports/html/page.ts';
import { markColumns, matrixCharts } from '../../src/reports/matrix.ts';
import type { Report, ReportSheet, Signs } from '../../src/reports/report.ts';
import { renderChart } from '../../src/reports/svg/chart.ts';
import { writeWorkbook } from '../../src/reports/xlsx/write.ts';
import { inside, readPage, tableTexts } from './html/read-page.ts';

const SIGNS: Signs = { выполнен: '●', 'не выполнен': '○', неприменимо: '×' };
const COLUMNS = [
  { key: 'a', title: '1' },
  { key: 'b', title: '2' },
];
const ROWS = [
  { name: 'Школа 1', a: 'выполнен', b: 'не выполнен' },
  { name: 'Школа 2', a: 'неприменимо', b: 'выполнен' },
];

/** One description of a matrix for all writers. */
const SHEET: ReportSheet = {
  name: 'Матрица',
  title: 'Матрица критериев',
  lead: 'Знаки.',
  table: {
    id: 'matrix',
    empty: 'Школ нет.',
    columns: [
      { key: 'name', title: 'Школа', type: 'text' },
      ...markColumns(COLUMNS, { signs: SIGNS, tone: (word) => (word === 'выполнен' ? 'bad' : 'good') }),
    ],
    rows: ROWS,
  },
  charts: matrixCharts(
    { title: 'Матрица', description: 'Строка — школа.', category: 'name', series: COLUMNS },
    ROWS.length,
  ),
};
const REPORT: Report = { id: 'r', title: 'Отчёт', subtitle: '', facts: [], summary: [], sheets: [SHEET] };
const WORDS = [
  ['Школа', '1', '2'],
  ['Школа 1', 'выполнен', 'не выполнен'],
  ['Школа 2', 'неприменимо', 'выполнен'],
];
const SIGNED = WORDS.map((row) => row.map((text) => SIGNS[text] ?? text));

describe('a matrix', () => {
  test('is a picture of signs in which every cell says its word, beside a legend of all signs', () => {
    const elements = readPage(renderChart(SHEET.charts![0]!, SHEET.table));
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts.slice(0, 6)).toEqual(['●', 'выполнен', '○', 'не выполнен', '×', 'неприменимо']);
    expect(texts.slice(6)).toEqual(['1', '2', 'Школа 1', '●', '○', 'Школа 2', '×', '●']);
    const [title, ...said] = elements.filter(({ name }) => name === 'title').map(({ text }) => text);
    expect(title).toBe('Матрица');
    expect(said).toEqual(
      ROWS.flatMap((row) =>
        COLUMNS.map(({ key, title: head }) => `${row.name}: ${head} — ${row[key as 'a' | 'b']}`),
      ),
    );
    expect(elements.find(({ name }) => name === 'desc')!.text).toBe('Строка — школа.');
  });

  test('on the page stands above a table that says the words', () => {
    const page = readPage(renderPage([REPORT], { title: 'О', municipality: 'М', year: 2021 }));
    const section = page.find(({ attributes }) => attributes.id === 'r-matrix')!;
    expect(inside(section, 'svg')).toHaveLength(1);
    expect(tableTexts(inside(section, 'table')[0]!)).toEqual(WORDS);
  });

  test('in a workbook is its cells: signs coloured by rules, no chart, no filter buttons over the narrow columns', async () => {
    const bytes = await writeWorkbook(REPORT);
    const sheet = XLSX.read(bytes).Sheets.Матрица!;
    const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(rows.slice(-3)).toEqual(SIGNED);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((path) => path.includes('chart'))).toEqual([]);
    const xml = strFromU8(parts['xl/worksheets/sheet3.xml']!);
    const rules = [
      ...xml.matchAll(/<cfRule type="cellIs"[^>]*operator="equal"[^>]*><formula>(.*?)<\/formula>/g),
    ];
    expect(rules.map(([, formula]) => formula)).toEqual(['●', '○', '×'].map((sign) => `&quot;${sign}&quot;`));
    expect(/<conditionalFormatting sqref="(.*?)"/.exec(xml)![1]).toMatch(/^B\d+:C\d+$/);
    const fills = [...strFromU8(parts['xl/styles.xml']!).matchAll(/<dxf>.*?<\/dxf>/gs)].map(
      ([dxf]) => /bgColor rgb="(\w+)"/.exec(dxf)?.[1],
    );
    expect(fills).toEqual(['FFF4C7A8', 'FFE3EEF9', 'FFE3EEF9']);
    const filters = strFromU8(parts['xl/tables/table1.xml']!).match(/<filterColumn [^>]*>/g)!;
    expect(filters.map((filter) => filter.includes('hiddenButton="1"'))).toEqual([false, true, true]);
  });

  test('in a document is a table of signs that goes over pages under its header', async () => {
    const bytes = await writeDocument({
      year: 2021,
      title: 'Отчёт',
      subtitle: '',
      issuer: [],
      imprint: [],
      runningTitle: '',
      chapters: [{ blocks: [heading(1, 'Глава'), sheetBlock(SHEET, [])] }],
    });
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const page = readPage(value);
    expect(tableTexts(page.find(({ name }) => name === 'table')!)).toEqual(SIGNED);
    expect(page.filter(({ name }) => name === 'img')).toEqual([]);
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toContain('<w:tblHeader/>');
  });

  test('of many rows is drawn in parts of equal size, each naming its place', () => {
    const parts = matrixCharts({ title: 'Карта', description: '', category: 'name', series: [] }, 61);
    expect(parts.map(({ title, rows }) => [title, rows])).toEqual([
      ['Карта, часть 1 из 3', [0, 21]],
      ['Карта, часть 2 из 3', [21, 42]],
      ['Карта, часть 3 из 3', [42, 61]],
    ]);
    expect(matrixCharts({ title: 'Карта', description: '', category: 'name', series: [] }, 30)).toHaveLength(
      1,
    );
  });
});
