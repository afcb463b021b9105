import { a1 } from '../address.ts';
import type { Cell, SheetLimits } from '../sheet.ts';
import { damaged, sheetFailure } from '../sheet-failure.ts';
import { cellReader, type StatedCell, type ValueGiven } from './cell-value.ts';
import { tooLong } from './part.ts';
import { eachAttribute, nameKey, spreadsheetText, type XmlHandler } from './xml.ts';

/** A row as its element states it: cells of its own only. */
interface StatedRow {
  number: number;
  hidden: boolean;
  cells: (Cell | undefined)[];
}

export interface RowScanGiven extends ValueGiven {
  file: string;
  sheet: string;
  limits: SheetLimits;
  /** Takes each row, top to bottom. */
  row(row: StatedRow): void;
}

const SHEET_DATA = nameKey('sheetData');
const ROW = nameKey('row');
const CELL = nameKey('c');
const VALUE = nameKey('v');
const FORMULA = nameKey('f');
const TEXT = nameKey('t');
const PHONETIC = nameKey('rPh');

const REFERENCE = nameKey('r');
const STYLE = nameKey('s');
const TYPE = nameKey('t');
const HIDDEN = nameKey('hidden');

const LAST_ROW = 1_048_576;

/**
 * Turns the elements of a sheet's part into rows of cells. What the part claims of its size is not looked at:
 * only cells that stand there count.
 * @returns a handler that throws Failure `cell-too-far`, `cell-too-long`, `too-many-cells`, `file-damaged`
 */
export function rowScan(given: RowScanGiven): XmlHandler {
  const { limits } = given;
  const read = cellReader(given);
  let inData = false;
  let inCell = false;
  let inPhonetic = false;
  let capture: 'raw' | 'formula' | undefined;
  let number = 0;
  let row: StatedRow | undefined;
  let column = -1;
  let filled = 0;
  const stated: StatedCell = { type: '', style: -1, raw: '', formula: undefined };

  // Attributes are visited by functions made once: a closure for each of millions of tags is what costs.
  let tag = '';
  let statedNumber = 0;
  let hidden = false;
  const visitRow = (name: number, from: number, to: number) => {
    if (name === REFERENCE) statedNumber = Number(tag.slice(from, to));
    else if (name === HIDDEN) hidden = /^(1|true)$/.test(tag.slice(from, to));
  };
  const visitCell = (name: number, from: number, to: number) => {
    if (name === REFERENCE) column = columnAt(tag, from, to);
    else if (name === TYPE) stated.type = tag.slice(from, to);
    else if (name === STYLE) stated.style = Number(tag.slice(from, to));
  };

  function openRow(from: number, to: number): void {
    statedNumber = number + 1;
    hidden = false;
    eachAttribute(tag, from, to, visitRow);
    if (!Number.isInteger(statedNumber) || statedNumber <= number) {
      throw damaged(given, `после строки ${number} идёт строка ${statedNumber}`);
    }
    if (statedNumber > LAST_ROW) throw tooFar(`строка ${statedNumber}`);
    number = statedNumber;
    row = { number, hidden, cells: [] };
    column = -1;
  }

  function openCell(from: number, to: number): void {
    stated.type = '';
    stated.style = -1;
    stated.raw = '';
    stated.formula = undefined;
    column++;
    eachAttribute(tag, from, to, visitCell);
    if (column >= limits.columns) throw tooFar(`ячейка ${a1(column, number)}`);
  }

  function closeCell(): void {
    const cell = read(stated);
    if (cell === 'damaged')
      throw damaged(given, `ячейка ${a1(column, number)} ссылается на строку, которой нет`);
    const { cells } = row!;
    if (cell === undefined) {
      // An empty cell with a style still says how far the row reaches.
      if (column >= cells.length) cells.length = column + 1;
      return;
    }
    cells[column] = cell;
    if (++filled > limits.cells) throw tooMany();
  }

  function tooFar(what: string) {
    return sheetFailure(
      'cell-too-far',
      given,
      `${what} дальше, чем бывает в таблицах (столбцов не больше ${limits.columns}, строк — ${LAST_ROW})`,
      'Удалите лишние столбцы и строки за пределами таблицы и сохраните файл.',
    );
  }

  function tooMany() {
    const hint = 'Разделите книгу на несколько файлов.';
    return sheetFailure('too-many-cells', given, `заполненных ячеек больше ${limits.cells}`, hint);
  }

  return {
    open(name, source, from, to) {
      if (!inData) {
        inData = name === SHEET_DATA;
        return;
      }
      tag = source;
      if (inCell) {
        if (name === VALUE) capture = 'raw';
        else if (name === TEXT) capture = inPhonetic ? undefined : 'raw';
        else if (name === PHONETIC) inPhonetic = true;
        else if (name === FORMULA) {
          capture = 'formula';
          stated.formula ??= '';
        }
      } else if (name === CELL && row) {
        inCell = true;
        openCell(from, to);
      } else if (name === ROW) {
        openRow(from, to);
      }
    },
    close(name) {
      if (inCell) {
        capture = undefined;
        if (name === PHONETIC) inPhonetic = false;
        if (name !== CELL) return;
        inCell = false;
        closeCell();
      } else if (name === ROW && row) {
        given.row(row);
        row = undefined;
      } else if (name === SHEET_DATA) {
        inData = false;
      }
    },
    text(source, from, to, literal) {
      if (capture === undefined) return;
      const text = spreadsheetText(source.slice(from, to), literal);
      if (capture === 'formula') stated.formula += text;
      else stated.raw = stated.raw === '' ? text : stated.raw + text;
      if (stated.raw.length > limits.cellCharacters) {
        throw tooLong(given, `ячейка ${a1(column, number)} длиннее ${limits.cellCharacters} знаков`);
      }
    },
  };
}

/** The column of a reference like `AB12`. */
function columnAt(source: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to && column < 1e6; at++) {
    const letter = source.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
