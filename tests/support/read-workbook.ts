import XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** A table of a workbook as other programs read it: cells by SheetJS, where the table lies and what is drawn by the parts' XML. */
export interface BookTable {
  sheet: string;
  title: string;
  /** Texts under the title, the legend of signs among them. */
  above: string;
  header: string[];
  /** A number, or a text. */
  rows: (number | string)[][];
}

/** A native chart: where it draws from, and the numbers that it shows before anything is computed anew. */
export interface BookChart {
  title: string;
  series: { title: string; names: string[]; values: (number | null)[]; cells: (number | string | null)[] }[];
}

export interface Book {
  tables: BookTable[];
  /** Sheets whose table has no rows, with what stands in its place. */
  empty: { title: string; text: string }[];
  charts: BookChart[];
}

type Cell = XLSX.CellObject | undefined;

/** Reads a workbook back. */
export function readBook(bytes: Uint8Array): Book {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
  const book = XLSX.read(bytes, { cellFormula: true });
  const tables: BookTable[] = [];
  const empty: Book['empty'] = [];
  book.SheetNames.forEach((name, index) => {
    if (['Обложка', 'Содержание', 'Данные диаграмм'].includes(name)) return;
    const sheet = book.Sheets[name]!;
    const cells = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true });
    const target = /Target="\.\.\/tables\/(.*?)"/.exec(
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] ?? '',
    )?.[1];
    const title = String(cells[0]![0]);
    if (!target) {
      const last = cells.findLast((row) => row.length > 0)!;
      empty.push({ title, text: String(last[0]) });
      return;
    }
    const { s, e } = XLSX.utils.decode_range(
      /\bref="([A-Z]+\d+:[A-Z]+\d+)"/.exec(parts[`xl/tables/${target}`]!)![1]!,
    );
    const at = (row: number, column: number) => sheet[XLSX.utils.encode_cell({ r: row, c: column })] as Cell;
    const line = (row: number) =>
      Array.from({ length: e.c - s.c + 1 }, (_, column) => at(row, s.c + column)?.v as number | string);
    tables.push({
      sheet: name,
      title,
      above: cells.slice(1, s.r).flat().join(' '),
      header: line(s.r).map(String),
      rows: Array.from({ length: e.r - s.r }, (_, row) => line(s.r + 1 + row)),
    });
  });
  const charts = Object.keys(parts)
    .filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))
    .map((path) => readChart(parts[path]!, book));
  return { tables, empty, charts };
}

function readChart(xml: string, book: XLSX.WorkBook): BookChart {
  const texts = (part: string, tag: string) =>
    [...part.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text]) => decoded(text!));
  const points = (part: string) => {
    const count = Number(/<c:ptCount val="(\d+)"/.exec(part)?.[1] ?? 0);
    const found = new Map(
      [...part.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/gs)].map(([, index, text]) => [
        Number(index),
        decoded(text!),
      ]),
    );
    return Array.from({ length: count }, (_, index) => found.get(index) ?? null);
  };
  const head = xml.slice(0, xml.indexOf('<c:plotArea>'));
  return {
    title: texts(head, 'a:t').join(''),
    series: [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([ser]) => {
      const value = /<c:(?:val|yVal)>.*?<\/c:(?:val|yVal)>/s.exec(ser)![0];
      const category = /<c:(?:cat|xVal)>.*?<\/c:(?:cat|xVal)>/s.exec(ser)?.[0] ?? '';
      return {
        title: texts(/<c:tx>.*?<\/c:tx>/s.exec(ser)?.[0] ?? '', 'c:v').join(''),
        names: points(category).map(String),
        values: points(value).map((text) => (text === null ? null : Number(text))),
        cells: cellsOf(texts(value, 'c:f')[0]!, book),
      };
    }),
  };
}

/** What the cells of a range hold. */
function cellsOf(formula: string, book: XLSX.WorkBook): (number | string | null)[] {
  const [, quoted, range] = /^'(.*)'!(.*)$/.exec(formula)!;
  const sheet = book.Sheets[quoted!.replaceAll("''", "'")]!;
  const { s, e } = XLSX.utils.decode_range(range!.replaceAll('$', ''));
  return Array.from({ length: e.r - s.r + 1 }, (_, row) => {
    const cell = sheet[XLSX.utils.encode_cell({ r: s.r + row, c: s.c })] as Cell;
    return (cell?.v as number | string | undefined) ?? null;
  });
}

function decoded(xml: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) }, { xmlMode: true });
  parser.end(xml);
  return text;
}
