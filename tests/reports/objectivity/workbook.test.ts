import XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { objectivityIndicesReport } from '../../../src/reports/objectivity/indices-report.ts';
import { objectivityReport } from '../../../src/reports/objectivity/report.ts';
import { writeWorkbook } from '../../../src/reports/xlsx/write.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT } from '../objectivity-sample.ts';

const REPORTS = [objectivityReport, objectivityIndicesReport].map((make) =>
  make(OBJECTIVITY, OBJECTIVITY_CONTEXT),
);

describe.each(REPORTS)('the workbook of section $id', (report) => {
  let bytes: Uint8Array;
  let book: XLSX.WorkBook;

  beforeAll(async () => {
    bytes = await writeWorkbook(report);
    book = XLSX.read(bytes, { cellFormula: true, cellNF: true });
  });

  test('reads back in another reader with the values of the report', () => {
    for (const { name, table } of report.sheets) {
      const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, {
        header: 1,
        raw: true,
        blankrows: true,
      });
      const header = rows.findIndex(
        (row) => row[0] === table.columns[0]!.title && row.length === table.columns.length,
      );
      table.rows.forEach((row, index) => {
        expect(rows[header + 1 + index]).toEqual(
          table.columns.map(({ key }) => {
            const value = row[key] ?? null;
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

  test('is the same byte for byte', async () => {
    expect(Buffer.compare(await writeWorkbook(report), bytes)).toBe(0);
  });
});

describe('charts of section 1.1', () => {
  let parts: Record<string, string>;
  let book: XLSX.WorkBook;
  let charts: string[];

  beforeAll(async () => {
    const bytes = await writeWorkbook(REPORTS[0]!);
    book = XLSX.read(bytes, { cellFormula: true });
    parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
    );
    charts = Object.entries(parts)
      .filter(([path]) => path.startsWith('xl/charts/'))
      .map(([, xml]) => xml);
  });

  const chart = (title: string) => charts.find((xml) => xml.includes(`<a:t>${title}</a:t>`))!;

  test('a funnel is a scatter on two axes of numbers, with points without lines and limits without points', () => {
    const funnel = chart('Воронка: ВПР · Математика, 4 класс');
    expect(funnel.match(/<c:valAx>/g)).toHaveLength(2);
    expect(funnel).not.toContain('<c:catAx>');
    const series = [...funnel.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([xml]) => xml);
    expect(series).toHaveLength(6);
    for (const xml of series) {
      const places = ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:marker', 'c:xVal', 'c:yVal', 'c:smooth'].map(
        (name) => xml.indexOf(`<${name}`),
      );
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(xml.includes('<a:noFill/>')).toBe(!xml.includes('<c:symbol val="none"/>'));
    }
  });

  test('an upper and a lower limit have one entry in the legend', () => {
    const funnel = chart('Воронка: ВПР · Математика, 4 класс');
    const hidden = [...funnel.matchAll(/<c:legendEntry><c:idx val="(\d)"\/><c:delete val="1"\/>/g)].map(
      (match) => match[1],
    );
    expect(hidden).toEqual(['3', '5']);
  });

  test('levels of the funnel of all papers stand in cells, so that any spreadsheet draws them', () => {
    const all = chart('Все работы: отличие от ожидаемого, z');
    const lines = [...all.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([xml]) => xml).slice(2);
    expect(lines).toHaveLength(4);
    const ends = lines.map((xml) => {
      const [, x, y] = /<c:xVal>.*?<c:f>(.*?)<\/c:f>.*<c:yVal>.*?<c:f>(.*?)<\/c:f>/.exec(xml)!;
      return [x!, y!].map((formula) => {
        const [, from, to] = /!\$([A-Z]+\$\d+):\$([A-Z]+\$\d+)$/.exec(formula)!;
        return [from!, to!].map((cell) => book.Sheets['Данные диаграмм']![cell.replace('$', '')].v);
      });
    });
    expect(ends.map(([, y]) => y)).toEqual([
      [1.96, 1.96],
      [-1.96, -1.96],
      [3.09, 3.09],
      [-3.09, -3.09],
    ]);
    for (const [x] of ends) expect(x).toEqual([0, 88]);
  });

  test('each point is drawn once: flagged, or not flagged', () => {
    const all = chart('Все работы: отличие от ожидаемого, z');
    const drawn = [...all.matchAll(/<c:yVal>.*?<\/c:yVal>/g)]
      .slice(0, 2)
      .map(([xml]) => [...xml.matchAll(/<c:pt idx="(\d+)">/g)].map((match) => Number(match[1])));
    expect(drawn[1]).toHaveLength(4);
    expect([...drawn[0]!, ...drawn[1]!].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 55 }, (_, index) => index),
    );
  });

  test('a histogram tells bars at borders by their fill, names their scores, and has the others as a line', () => {
    const histogram = chart('990102 · ВПР · Математика, 4 класс');
    expect(histogram.indexOf('<c:barChart>')).toBeLessThan(histogram.indexOf('<c:lineChart>'));
    expect(histogram.indexOf('</c:lineChart>')).toBeLessThan(histogram.indexOf('<c:catAx>'));
    expect(histogram).toContain('<c:overlap val="100"/>');
    expect(histogram).toContain('<c:v>15 · «5»</c:v>');
    const fills = [
      ...histogram.matchAll(/<c:spPr><a:solidFill><a:srgbClr val="(\w+)"\/><\/a:solidFill><a:ln w="9525">/g),
    ].map((match) => match[1]);
    expect(fills.slice(0, 2)).toEqual(['1F4E79', 'BDD7EE']);
  });

  test('a histogram draws from the rows of its paper on another sheet, by way of cells that are empty at gaps', () => {
    const histogram = chart('990108 · ВПР · Математика, 4 класс');
    const [, column, from, to] =
      /<c:cat>.*?<c:f>&apos;Баллы отмеченных работ&apos;!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)<\/c:f>/.exec(
        histogram,
      )!;
    const sheet = book.Sheets['Баллы отмеченных работ']!;
    expect(sheet[`${column}${from}`].v).toBe('0');
    expect(sheet[`${column}${to}`].v).toBe('20');
    expect(sheet[`A${from}`].v).toBe('990108');
    expect(sheet[`A${to}`].v).toBe('990108');
  });

  test('pictures that would be cut by the end of a page begin a new one', () => {
    const sheet = 3 + REPORTS[0]!.sheets.findIndex(({ name }) => name === 'Гистограммы');
    expect(parts[`xl/worksheets/sheet${sheet}.xml`]).toMatch(
      /<rowBreaks [^>]*>(<brk [^>]*\/>)+<\/rowBreaks>/,
    );
  });

  test('probabilities stay numbers, shown as «< 0,0001» where they are less', () => {
    const sheet = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets.Основания!, { header: 1, blankrows: true });
    const row = sheet.find((cells) => cells[3] === 'B1 средний балл выше региона')!;
    expect(row[5]).toBe(0.0000031);
    expect(parts['xl/styles.xml']).toContain('[&lt;0.0001]');
  });

  test('every picture has words for those who do not see it', () => {
    const drawings = Object.entries(parts).filter(([path]) => /^xl\/drawings\/drawing\d/.test(path));
    const words = drawings.flatMap(([, xml]) =>
      [...xml.matchAll(/ descr="([^"]*)"/g)].map((match) => match[1]!),
    );
    expect(words).toHaveLength(charts.length);
    for (const text of words) expect(text.length).toBeGreaterThan(60);
  });
});
