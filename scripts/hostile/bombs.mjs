// Files that are small or middling and want much: made when they are tried, and never kept.
import { archive, book, bookParts } from './book.mjs';

const MEBIBYTE = 1024 ** 2;
const HEADER = 'Код ОО;Год;Процедура;Предмет;Класс;Участник;Отметка\n';

/** Lines of a table until the file is as large as a bomb is. */
function lines(lineOf, bytes = 5 * MEBIBYTE) {
  const made = [HEADER];
  for (let size = HEADER.length * 2, index = 0; size < bytes; index++) {
    const line = lineOf(index);
    made.push(line);
    size += Buffer.byteLength(line);
  }
  return made.join('');
}

/** A number that repeats in no file, in letters that pack badly. */
const scattered = (index) => ((index * 2_654_435_761) % 2 ** 32).toString(36).padStart(7, 'q');

const MERGES = Array.from(
  { length: 900_000 },
  (_, index) => `<mergeCell ref="A${index + 1}:C${index + 1}"/>`,
).join('');

/**
 * Bombs by name: what each is, its bytes, and how it ends: `imported`, or the code of the refusal.
 * @type {Record<string, { what: string, make(): Uint8Array | string, ends: string }>}
 */
export const BOMBS = {
  'бомба.xlsx': {
    what: 'лист из 300 МиБ пробелов, сжатый в 300 КиБ',
    make: () => book({ sheet: `<sheetData>${' '.repeat(300 * MEBIBYTE)}</sheetData>` }),
    ends: 'suspicious-compression',
  },
  'тысячи листов.xlsx': {
    what: '4000 листов, и все — одна и та же часть архива в 4 МиБ',
    make: () =>
      book({
        sheets: Array.from({ length: 4000 }, (_, index) => `<sheet name="${index}" r:id="rId1"/>`).join(''),
        sheet: `<sheetData>${'<row/>'.repeat(700_000)}</sheetData>`,
      }),
    ends: 'suspicious-compression',
  },
  'миллион листов.xlsx': {
    what: 'миллион листов в оглавлении книги',
    make: () => book({ sheets: '<sheet name="Л" r:id="rId1"/>'.repeat(1_000_000) }),
    ends: 'too-many-sheets',
  },
  'тексты.xlsx': {
    what: 'полтора миллиона разных коротких текстов',
    make: () =>
      book({
        rows: [['просто', 'таблица']],
        sharedStrings: Array.from(
          { length: 1_500_000 },
          (_, index) => `<si><t>${scattered(index)}</t></si>`,
        ).join(''),
      }),
    ends: 'unknown-layout',
  },
  'пустые тексты.xlsx': {
    what: 'тексты из одной буквы, которых после распаковки 12 миллионов',
    make: () => book({ rows: [['просто']], sharedStrings: '<si><t>а</t></si>'.repeat(12_000_000) }),
    ends: 'too-many-texts',
  },
  'имена.xlsx': {
    what: 'оглавление книги — один тег из четырёх миллионов букв',
    make: () =>
      archive({
        ...bookParts(),
        'xl/workbook.xml': `<workbook><sheet ${'a'.repeat(4_000_000)}/></workbook>`,
      }),
    ends: 'file-damaged',
  },
  'стили.xlsx': {
    what: 'шесть миллионов стилей ячеек',
    make: () => book({ rows: [['просто']], styles: `<cellXfs>${'<xf/>'.repeat(6_000_000)}</cellXfs>` }),
    ends: 'suspicious-compression',
  },
  'объединения.xlsx': {
    what: 'девятьсот тысяч объединённых диапазонов',
    make: () =>
      book({ sheet: `<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${MERGES}</mergeCells>` }),
    ends: 'unknown-layout',
  },
  'широкие строки.xlsx': {
    what: '16 384 объединения сверху донизу и под ними сто тысяч строк',
    make: () => {
      const letters = (column) =>
        (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
      const across = Array.from({ length: 16_384 }, (_, column) => letters(column));
      const top = across.map((name) => `<c r="${name}1"><v>1</v></c>`).join('');
      const rows = Array.from(
        { length: 100_000 },
        (_, index) => `<row r="${index + 2}"><c><v>1</v></c></row>`,
      );
      const merges = across.slice(1).map((name) => `<mergeCell ref="${name}1:${name}1048576"/>`);
      return book({
        sheet: `<sheetData><row r="1">${top}</row>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`,
      });
    },
    ends: 'too-many-merges',
  },
  'вложенность.xlsx': {
    what: 'полмиллиона тегов один в другом',
    make: () => book({ sheet: `${'<a>'.repeat(500_000)}${'</a>'.repeat(500_000)}<sheetData/>` }),
    ends: 'empty-file',
  },
  'миллион столбцов.csv': {
    what: 'строка из миллиона полей',
    make: () => `а${';'.repeat(MEBIBYTE)}я\n`,
    ends: 'cell-too-far',
  },
  'кавычки.csv': {
    what: '5 МиБ кавычек',
    make: () => `${HEADER}${'"'.repeat(5 * MEBIBYTE + 1)}`,
    ends: 'unclosed-quote',
  },
  'открытая кавычка.csv': {
    what: 'кавычка, не закрытая до конца 5 МиБ строк',
    make: () => lines((index) => (index === 0 ? '"990101;2021\n' : '990101;2021;ВПР;Русский язык;4;1;3\n')),
    ends: 'unclosed-quote',
  },
  'одни ошибки.csv': {
    what: 'полтора миллиона строк, и в каждой несколько ошибок',
    make: () => lines(() => 'а;\n'),
    ends: 'year-unknown',
  },
  'повторы.csv': {
    what: 'один участник сто тысяч раз',
    make: () => lines(() => '990101;2021;ВПР;Русский язык;4;1;3\n'),
    ends: 'duplicate-participant',
  },
  'новые школы.csv': {
    what: 'в каждой строке новая школа',
    make: () => lines((index) => `${100_000 + index};2021;ВПР;Русский язык;4;${index};3\n`),
    ends: 'imported',
  },
  'верный.csv': {
    what: '5 МиБ верных результатов',
    make: () =>
      lines((index) => `9901${String(index % 60).padStart(2, '0')};2021;ВПР;Русский язык;4;${index};3\n`),
    ends: 'imported',
  },
  'длинная ячейка.csv': {
    what: 'поле в 5 МиБ',
    make: () => `${HEADER}990101;${'а '.repeat(1.8 * MEBIBYTE)}\n`,
    ends: 'cell-too-long',
  },
  'длинные ячейки.csv': {
    what: 'полтораста полей по 32 тысячи знаков',
    make: () => lines((index) => `990101;2021;ВПР;${'а '.repeat(16_000)}!;4;${index};3\n`),
    ends: 'unknown-subject',
  },
  'пустые строки.html': {
    what: 'ячейка с переводами строк без конца',
    make: () => `<table><tr><td>а${'<br>'.repeat(1_200_000)}б</table>`,
    ends: 'cell-too-long',
  },
  'таблицы в таблицах.html': {
    what: 'двести тысяч таблиц одна в другой',
    make: () => `<html>${'<table><tr><td>'.repeat(200_000)}`,
    ends: 'file-damaged',
  },
  'строки вниз.html': {
    what: 'ячейки, растянутые вниз на 65 тысяч строк',
    make: () =>
      `<table><tr>${'<td rowspan=65534>1</td>'.repeat(16_000)}</tr>${'<tr><td>1</td></tr>'.repeat(200_000)}</table>`,
    ends: 'too-many-merges',
  },
  'таблица 2003.xls': {
    what: '«Таблица XML 2003» из 5 МиБ пустых ячеек',
    make: () =>
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>${'<Cell/>'.repeat(700_000)}</Row></Table></Worksheet></Workbook>`,
    ends: 'empty-file',
  },
};
