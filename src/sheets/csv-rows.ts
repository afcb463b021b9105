import Papa from 'papaparse';
import type { Cell, Row, SheetLimits } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';

const BATCH_ROWS = 500;

/** Characters of one record, whatever fields it is of: what is not closed by then is a quote that never will be. */
const LONGEST_RECORD = 4_000_000;

interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

/** What rows are read with. */
export interface CsvGiven {
  file: string;
  delimiter: string;
  /** The first line says the delimiter and is no row. */
  skipFirst: boolean;
  /** Number of the first line. */
  line: number;
  /** A record of several lines is an error. */
  oneLineRecords: boolean;
  limits: SheetLimits;
}

/**
 * Rows of delimited text.
 * @param chunks of the text, cut anywhere
 * @throws Failure where it is no table, or reaches a limit
 */
export async function* csvRows(
  chunks: AsyncIterable<string> | Iterable<string>,
  given: CsvGiven,
): AsyncGenerator<readonly Row[]> {
  const { limits } = given;
  const parser = new Papa.Parser({ delimiter: given.delimiter, newline: '\n', quoteChar: '"' });
  let { line } = given;
  let cells = 0;
  let rest = '';
  const batch: Row[] = [];

  const take = (parsed: Parsed, text: string): void => {
    const quoted = text.includes('"');
    if (quoted) checkQuotes(parsed, line, given);
    for (const fields of parsed.data) {
      const number = line;
      const further = quoted ? newlinesIn(fields) : 0;
      if (further > 0 && given.oneLineRecords) throw recordOfLines(given, number);
      line += 1 + further;
      if (number === 1 && given.skipFirst) continue;
      const row = rowOf(fields, number, given);
      if (!row) continue;
      cells += row.cells.length;
      if (cells > limits.cells) throw tooManyCells(given);
      batch.push(row);
    }
  };

  for await (const chunk of unixLines(chunks)) {
    if (chunk.includes('\u0000'))
      throw nulBytes(given, line + newlinesIn([rest + chunk.split('\u0000', 1)[0]]));
    const text: string = rest === '' ? chunk : rest + chunk;
    const parsed = parser.parse(text, 0, true) as Parsed;
    take(parsed, text.slice(0, parsed.meta.cursor));
    rest = text.slice(parsed.meta.cursor);
    if (rest.length > LONGEST_RECORD) throw tooLongRecord(given, line, rest);
    while (batch.length >= BATCH_ROWS) yield batch.splice(0, BATCH_ROWS);
  }
  if (rest !== '') take(parser.parse(rest, 0, false), rest);
  while (batch.length > 0) yield batch.splice(0, BATCH_ROWS);
}

/** Line ends of Windows and of old Macs as `\n`, so that a line is counted the same inside quotes and outside. */
async function* unixLines(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let heldReturn = false;
  for await (const chunk of chunks) {
    let text: string = heldReturn ? `\r${chunk}` : chunk;
    heldReturn = text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  if (heldReturn) yield '\n';
}

function newlinesIn(fields: readonly (string | undefined)[]): number {
  let count = 0;
  for (const field of fields) {
    if (!field) continue;
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count++;
  }
  return count;
}

function rowOf(fields: readonly string[], number: number, given: CsvGiven): Row | undefined {
  let length = fields.length;
  while (length > 0 && fields[length - 1] === '') length--;
  if (length === 0) return undefined;
  if (length > given.limits.columns) {
    throw sheetFailure(
      'cell-too-far',
      given,
      `строка ${number}: полей ${length}, а допустимо не больше ${given.limits.columns}`,
      'Проверьте, что это таблица и что её разделитель определён верно.',
    );
  }
  const cells: (Cell | undefined)[] = [];
  for (let index = 0; index < length; index++) {
    const text = fields[index]!;
    if (text.length > given.limits.cellCharacters) throw tooLongRecord(given, number, '');
    cells.push(text === '' ? undefined : { text, value: text, kind: 'text' });
  }
  return { number, hidden: false, cells };
}

/**
 * A stray quote inside one line is read as it stands. One that runs over lines would swallow rows in silence.
 */
function checkQuotes(parsed: Parsed, firstLine: number, given: CsvGiven): void {
  let line = firstLine;
  let record = 0;
  for (const { code, row } of parsed.errors) {
    const fields = parsed.data[row];
    if (!fields) continue;
    for (; record < row; record++) line += 1 + newlinesIn(parsed.data[record]!);
    if (code === 'MissingQuotes') throw unclosedQuote(given, line);
    if (newlinesIn(fields) > 0) {
      throw sheetFailure(
        'malformed-quote',
        given,
        `строка ${line}: кавычка внутри поля в кавычках не удвоена, и поле захватывает следующие строки`,
        'Удвойте кавычки внутри поля («"СОШ ""Лидер"""») или уберите их, либо сохраните таблицу как .xlsx.',
      );
    }
  }
}

function recordOfLines(given: CsvGiven, line: number) {
  return sheetFailure(
    'malformed-quote',
    given,
    `строка ${line}: запись занимает несколько строк`,
    'Прочитайте файл целиком.',
  );
}

function unclosedQuote(given: CsvGiven, line: number) {
  return sheetFailure(
    'unclosed-quote',
    given,
    `строка ${line}: кавычка открыта и нигде не закрыта`,
    'Закройте кавычку в этой строке или уберите её.',
  );
}

function tooLongRecord(given: CsvGiven, line: number, rest: string) {
  if (rest.includes('"')) return unclosedQuote(given, line);
  return sheetFailure(
    'cell-too-long',
    given,
    `строка ${line} длиннее, чем бывает в таблице (поле больше ${given.limits.cellCharacters} знаков)`,
    'Проверьте, что это таблица: текст с разделителями, по записи на строке.',
  );
}

function nulBytes(given: CsvGiven, line: number) {
  return sheetFailure(
    'nul-bytes',
    given,
    `строка ${line}: есть нулевые байты, текстом это не читается`,
    'Файл повреждён или записан в другой кодировке: укажите --encoding utf-16le либо сохраните таблицу заново.',
  );
}

function tooManyCells(given: CsvGiven) {
  return sheetFailure(
    'too-many-cells',
    given,
    `заполненных ячеек больше ${given.limits.cells}`,
    'Разделите файл на несколько.',
  );
}
