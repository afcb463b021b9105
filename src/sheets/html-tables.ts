import { Parser } from 'htmlparser2';
import { a1 } from './address.ts';
import { textCell } from './cells.ts';
import { coversTooMuch, MOST_COVERED } from './merges.ts';
import type { Cell, Row, SheetLimits } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';

/** Elements that begin a new line, inside a cell or outside of a table. */
const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 li br table caption hr'.split(' '));

/** Elements whose text nobody sees. */
const UNSEEN = new Set('head title style script xml template'.split(' '));

/** Spans as far as HTML allows them. */
const WIDEST_SPAN = 1000;
const DEEPEST_SPAN = 65_534;

/** Elements that are open at once; a page has dozens, and looking for the one that ends takes as long as they are many. */
const DEEPEST = 1000;

interface OpenCell {
  text: string;
  across: number;
  down: number;
}

interface OpenRow {
  cells: (Cell | undefined)[];
  /** Columns that cells of this row or spans from above stand in. */
  taken: Set<number>;
  hidden: boolean;
  holdsOwn: boolean;
}

/** A table that is being read; tables stand inside tables. */
interface OpenTable {
  row: OpenRow | undefined;
  cell: OpenCell | undefined;
  /** By column, what a span from above still shows, and for how many rows. */
  spans: Map<number, { below: number; shown: Cell | undefined }>;
}

interface HtmlGiven {
  file: string;
  limits: SheetLimits;
  /** Takes each row that holds anything, top to bottom. */
  row(row: Row): void;
}

/** Gives a streaming parser that turns the tables of a page, and the lines of text between them, into rows. */
export function htmlTableParser(given: HtmlGiven): Parser {
  const { limits } = given;
  const tables: OpenTable[] = [];
  let number = 0;
  let unseen = 0;
  let outside = '';
  let filled = 0;
  let depth = 0;
  let covered = 0;

  const count = (cells: number) => {
    filled += cells;
    if (filled <= limits.cells) return;
    throw failure(
      'too-many-cells',
      `заполненных ячеек больше ${limits.cells}`,
      'Разделите файл на несколько.',
    );
  };

  function endLineOutside(): void {
    const cell = shownText(outside);
    outside = '';
    if (!cell) return;
    count(1);
    given.row({ number: ++number, hidden: false, cells: [cell] });
  }

  function openRow(table: OpenTable, attributes: Record<string, string>): void {
    const row: OpenRow = {
      cells: [],
      taken: new Set(),
      hidden: 'hidden' in attributes || /display\s*:\s*none/i.test(attributes.style ?? ''),
      holdsOwn: false,
    };
    covered += table.spans.size;
    if (covered > MOST_COVERED) throw coversTooMuch(given);
    for (const [column, span] of table.spans) {
      if (span.shown) row.cells[column] = span.shown;
      row.taken.add(column);
      if (--span.below === 0) table.spans.delete(column);
    }
    table.row = row;
    number++;
  }

  function closeRow(table: OpenTable): void {
    const { row } = table;
    table.row = undefined;
    if (row?.holdsOwn) given.row({ number, hidden: row.hidden, cells: row.cells });
  }

  function closeCell(table: OpenTable): void {
    const { row, cell } = table;
    table.cell = undefined;
    if (!row || !cell) return;
    let column = 0;
    while (row.taken.has(column)) column++;
    if (column + cell.across > limits.columns) {
      const where = a1(column + cell.across - 1, number);
      const hint = 'Удалите лишние столбцы за пределами таблицы.';
      throw failure('cell-too-far', `ячейка ${where} дальше, чем бывает в таблицах`, hint);
    }
    const shown = shownText(cell.text);
    const repeated: Cell | undefined = shown && { ...shown, master: a1(column, number) };
    count(cell.across);
    for (let at = column; at < column + cell.across; at++) {
      row.taken.add(at);
      row.cells[at] = at === column ? shown : repeated;
      if (cell.down > 1) table.spans.set(at, { below: cell.down - 1, shown: repeated });
    }
    row.holdsOwn ||= shown !== undefined;
  }

  function addText(text: string): void {
    const table = tables.at(-1);
    if (!table) outside += text;
    else if (table.cell) table.cell.text += text;
    if ((table?.cell?.text ?? outside).length <= limits.cellCharacters) return;
    const hint = 'Проверьте файл: таблицы такого текста не содержат.';
    throw failure('cell-too-long', `строка ${number}: текст длиннее ${limits.cellCharacters} знаков`, hint);
  }

  function failure(code: Parameters<typeof sheetFailure>[0], message: string, hint: string) {
    return sheetFailure(code, given, message, hint);
  }

  return new Parser({
    onopentag(name, attributes) {
      if (++depth > DEEPEST) {
        const hint = 'Откройте файл в Excel и сохраните как «Книга Excel (.xlsx)».';
        throw failure('file-damaged', `теги страницы вложены глубже ${DEEPEST} уровней`, hint);
      }
      const table = tables.at(-1);
      if (UNSEEN.has(name)) unseen++;
      else if (name === 'tr' && table) openRow(table, attributes);
      else if ((name === 'td' || name === 'th') && table) {
        if (!table.row) openRow(table, {});
        const across = spanOf(attributes.colspan, WIDEST_SPAN);
        table.cell = { text: '', across, down: spanOf(attributes.rowspan, DEEPEST_SPAN) };
      } else if (BLOCKS.has(name)) {
        if (table) addText('\n');
        else endLineOutside();
      }
      if (name === 'table') tables.push({ row: undefined, cell: undefined, spans: new Map() });
    },
    onclosetag(name) {
      depth--;
      const table = tables.at(-1);
      if (UNSEEN.has(name)) unseen--;
      else if (name === 'table' && table) {
        closeRow(table);
        tables.pop();
      } else if (name === 'tr' && table) closeRow(table);
      else if ((name === 'td' || name === 'th') && table) closeCell(table);
      else if (BLOCKS.has(name) && !table) endLineOutside();
    },
    ontext(text) {
      // Spaces and line ends of the page's own text are only breaks between words.
      if (unseen === 0) addText(text.replace(/[ \t\r\n]+/g, ' '));
    },
    onend: endLineOutside,
  });
}

function shownText(text: string): Cell | undefined {
  const lines = trimmed(text.replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n'));
  return /[^\s\u00a0]/.test(lines) ? textCell(lines) : undefined;
}

/** Without spaces and line ends around it; a no-break space stays. */
function trimmed(text: string): string {
  const isSpace = (at: number) => text[at] === ' ' || text[at] === '\n';
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(from)) from++;
  while (to > from && isSpace(to - 1)) to--;
  return text.slice(from, to);
}

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}
