// Small hostile files: what people, systems and evil hands make of a table of results; and how each must end.
import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import { archive, book, bookParts, sheetData } from './book.mjs';

const HEADER = ['Код ОО', 'Год', 'Процедура', 'Предмет', 'Класс', 'Участник', 'Отметка'];
const row = (participant, mark, more = {}) => {
  const { school = '990101', grade = '4' } = more;
  return [school, 2021, 'ВПР', 'Русский язык', grade, participant, mark];
};
const ROWS = [HEADER, row(1, 2), row(2, 3), row(3, 5)];
/** Marks of `ROWS`, as they must be stored. */
const MARKS = [2, 3, 5];

const csvOf = (rows) => rows.map((cells) => `${cells.join(';')}\r\n`).join('');
const CSV = csvOf(ROWS);
const BOOK = book({ rows: ROWS });
const xml = (text) => ({ xml: text });
const inline = (runs) => xml(`<c t="inlineStr"><is>${runs}</is></c>`);
const withMark = (mark) => [HEADER, row(1, 2), row(2, mark), row(3, 5)];

function htmlOf(rows) {
  const cells = (line) => line.map((cell) => `<td>${cell}</td>`).join('');
  return `<html><head><meta charset="utf-8"></head><body><table>${rows.map((line) => `<tr>${cells(line)}</tr>`).join('')}</table></body></html>`;
}

/** A compound file with streams by name, as Excel wraps a workbook with a password. */
function compound(streams) {
  const file = xlsx.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) xlsx.CFB.utils.cfb_add(file, name, Buffer.from(bytes));
  return Buffer.from(xlsx.CFB.write(file, { type: 'buffer' }));
}

function biffOf(rows) {
  const made = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(rows), 'Лист1');
  return Buffer.from(xlsx.write(made, { type: 'buffer', bookType: 'biff8' }));
}

function changedAt(bytes, mark, offset, change) {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(mark); at !== -1; at = changed.indexOf(mark, at + 1)) {
    changed[at + offset] = change(changed[at + offset]);
  }
  return changed;
}

const DOCTYPE = '<!DOCTYPE w [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const external = (id, target) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="${target}" TargetMode="External"/>`;

const MEASURES = ['Система', 'Вид', 'Название', 'Код ОО', 'Начало', 'Состояние'];
const measure = (serial) => ['2.4', 'М1', 'Семинар', '', xml(`<c s="1"><v>${serial}</v></c>`), 'проведена'];
const DATE_STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

/**
 * By name of the file: what it is, its bytes, and its end: `marks` (what is stored, in order), `records` of another kind
 * by a key, or `refused` with a code and the `place` that must be named.
 */
export const CORPUS = {
  'оборван.xlsx': {
    what: 'книга без конца',
    make: () => BOOK.subarray(0, Math.floor(BOOK.length * 0.7)),
    refused: 'file-truncated',
  },
  'пересобран.xlsx': {
    what: 'части в другом порядке и без сжатия',
    make: () =>
      archive(Object.fromEntries(Object.entries(bookParts({ rows: ROWS })).reverse()), { level: 0 }),
    marks: MARKS,
  },
  'в папке.xlsx': {
    what: 'книга распакована и упакована вместе со своей папкой',
    make: () =>
      archive(
        Object.fromEntries(
          Object.entries(bookParts({ rows: ROWS })).map(([name, part]) => [`книга/${name}`, part]),
        ),
      ),
    refused: 'file-damaged',
  },
  'лишние размеры.xlsx': {
    what: 'заявлен миллион строк, есть четыре',
    make: () => book({ sheet: `<dimension ref="A1:XFD1048576"/>${sheetData(ROWS)}` }),
    marks: MARKS,
  },
  'малые размеры.xlsx': {
    what: 'заявлена одна ячейка',
    make: () => book({ sheet: `<dimension ref="A1"/>${sheetData(ROWS)}` }),
    marks: MARKS,
  },
  'дальняя ячейка.xlsx': {
    what: 'пометка в последней ячейке листа',
    make: () =>
      book({
        sheet: sheetData(ROWS).replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>!</t></is></c></row></sheetData>',
        ),
      }),
    refused: 'missing-school',
    place: '1048576',
  },
  'за краем.xlsx': {
    what: 'ячейка правее последнего столбца',
    make: () => book({ sheet: sheetData(ROWS).replace('r="G2"', 'r="XFE2"') }),
    refused: 'cell-too-far',
    place: 'XFE2',
  },
  'чужие пути.xlsx': {
    what: 'в архиве имена ../../evil и /etc/evil',
    make: () => book({ rows: ROWS, parts: { '../../evil.txt': 'x', '/etc/evil': 'x', 'C:\\evil': 'x' } }),
    marks: MARKS,
  },
  'строгий.xlsx': {
    what: '«Книга Strict Open XML»',
    make: () => book({ rows: ROWS, strict: true }),
    marks: MARKS,
  },
  'даты 1900.xlsx': {
    what: 'дата 23.06.2021 в счёте от 1900 года',
    make: () => book({ rows: [MEASURES, measure(44_370)], styles: DATE_STYLES }),
    records: ['measures', 'from', ['2021-06-23']],
  },
  'даты 1904.xlsx': {
    what: 'та же дата в счёте от 1904 года',
    make: () =>
      book({
        workbookPr: '<workbookPr date1904="1"/>',
        rows: [MEASURES, measure(42_908)],
        styles: DATE_STYLES,
      }),
    records: ['measures', 'from', ['2021-06-23']],
  },
  'оформленный текст.xlsx': {
    what: 'заголовок и код из кусков разного цвета, с подсказкой чтения',
    make: () =>
      book({
        rows: [
          [
            inline('<r><t>Код </t></r><r><rPr><b/></rPr><t>ОО</t></r><rPh sb="0" eb="1"><t>чтение</t></rPh>'),
            ...HEADER.slice(1),
          ],
          ...ROWS.slice(1),
        ],
      }),
    marks: MARKS,
  },
  'ошибки в ячейках.xlsx': {
    what: 'отметка #Н/Д',
    make: () => book({ rows: withMark(xml('<c t="e"><v>#N/A</v></c>')) }),
    refused: 'mark-unknown',
    place: 'G3',
  },
  'формула без значения.xlsx': {
    what: 'формула, которую не посчитали',
    make: () => book({ rows: withMark(xml('<c><f>A1+1</f></c>')) }),
    refused: 'mark-unknown',
    place: 'G3',
  },
  'с паролем.xlsx': {
    what: 'книга под паролем',
    make: () => compound({ EncryptionInfo: 'x'.repeat(64), EncryptedPackage: 'x'.repeat(4096) }),
    refused: 'file-encrypted',
  },
  'часть под паролем.xlsx': {
    what: 'архив под паролем',
    make: () => changedAt(BOOK, 'PK\u0001\u0002', 8, (flag) => flag | 1),
    refused: 'file-encrypted',
  },
  'с макросами.xlsm': {
    what: 'книга с макросами: они не нужны и не запускаются',
    make: () => book({ rows: ROWS, parts: { 'xl/vbaProject.bin': 'Sub Auto_Open()' } }),
    marks: MARKS,
  },
  'внешние ссылки.xlsx': {
    what: 'ссылки на файл компьютера и на адрес в сети',
    make: () =>
      book({
        rows: ROWS,
        links: external('rId8', 'file:///etc/passwd') + external('rId9', 'http://127.0.0.1:1/x.xlsx'),
      }),
    marks: MARKS,
  },
  'сущности.xlsx': {
    what: 'DOCTYPE с сущностями, которые множатся',
    make: () =>
      archive({
        ...bookParts(),
        'xl/worksheets/sheet1.xml': `${DOCTYPE}<worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`,
      }),
    refused: 'xml-doctype',
  },
  'чужой файл.xlsx': {
    what: 'DOCTYPE, который просит файл компьютера',
    make: () =>
      archive({
        ...bookParts(),
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet><sheetData/></worksheet>',
      }),
    refused: 'xml-doctype',
  },
  'контрольная сумма.xlsx': {
    what: 'контрольные суммы не сходятся',
    make: () => changedAt(BOOK, 'PK\u0001\u0002', 16, (sum) => sum ^ 1),
    refused: 'file-damaged',
  },
  'кавычки в теге.xlsx': {
    what: 'кавычка там, где должно быть имя',
    make: () => book({ sheet: sheetData(ROWS).replace('<c r="A2"', `<c a'="' r="A2"`) }),
    marks: MARKS,
  },
  'страница.xls': { what: 'страница HTML под именем .xls', make: () => htmlOf(ROWS), marks: MARKS },
  'старая книга.csv': { what: 'книга Excel 2003 под именем .csv', make: () => biffOf(ROWS), marks: MARKS },
  'книга.csv': { what: 'книга .xlsx под именем .csv', make: () => BOOK, marks: MARKS },
  'текст.xlsx': { what: 'CSV под именем .xlsx', make: () => CSV, marks: MARKS },
  'смешанные кодировки.csv': {
    what: 'UTF-8, а третья строка в windows-1251',
    make: () =>
      Buffer.concat([
        Buffer.from(csvOf(ROWS.slice(0, 2))),
        iconv.encode(csvOf(ROWS.slice(2, 3)), 'windows-1251'),
        Buffer.from(csvOf(ROWS.slice(3))),
      ]),
    refused: 'wrong-encoding',
    place: 'строка 3',
  },
  'windows-1251.csv': {
    what: 'CSV в windows-1251',
    make: () => iconv.encode(CSV, 'windows-1251'),
    marks: MARKS,
  },
  'utf-16.csv': {
    what: '«Текст Юникод» Excel',
    make: () => iconv.encode(CSV.replaceAll(';', '\t'), 'utf16le', { addBOM: true }),
    marks: MARKS,
  },
  'нулевые байты.csv': {
    what: 'нулевой байт в третьей строке',
    make: () => CSV.replace('Русский язык;4;2', 'Русский\u0000язык;4;2'),
    refused: 'nul-bytes',
    place: 'строка 3',
  },
  'кавычка.csv': {
    what: 'кавычка, которую не закрыли',
    make: () => CSV.replace('Русский язык;4;2', '"Русский язык;4;2'),
    refused: 'unclosed-quote',
    place: 'строка 3',
  },
  'тысячи столбцов.csv': {
    what: 'строка из двадцати тысяч полей',
    make: () => `${CSV}990101${';'.repeat(20_000)}1\r\n`,
    refused: 'cell-too-far',
    place: 'строка 5',
  },
  'похожие буквы.csv': {
    what: 'заголовки и класс с латинскими O, K, A вместо русских',
    make: () =>
      csvOf([['Koд OO', 'Гoд', 'Пpоцeдура', 'Пpeдмeт', 'Kлacc', 'Учacтник', 'Oтмeткa'], ...ROWS.slice(1)]),
    marks: MARKS,
  },
  'даты вместо классов.xlsx': {
    what: '«5-6» в столбце класса, из которого Excel сделал дату',
    make: () =>
      book({ rows: [HEADER, row(1, 2, { grade: xml('<c s="1"><v>44352</v></c>') })], styles: DATE_STYLES }),
    refused: 'missing-grade',
    place: 'E2',
  },
  'даты вместо отметок.xlsx': {
    what: '«4-5» в столбце отметки, из которого Excel сделал дату',
    make: () => book({ rows: withMark(xml('<c s="1"><v>44321</v></c>')), styles: DATE_STYLES }),
    refused: 'mark-unknown',
    place: 'G3',
  },
  'числа текстом.xlsx': {
    what: 'числа текстом с неразрывными пробелами',
    make: () => book({ rows: [HEADER, row(1, '\u00a02'), row(2, '3\u00a0'), row(3, '5,0')] }),
    marks: MARKS,
  },
  'слова языка.csv': {
    what: 'код школы toString',
    make: () => csvOf([HEADER, row(1, 4, { school: 'toString' })]),
    refused: 'unknown-school',
    place: '2',
  },
  'строка за краем.xls': {
    what: '«Таблица XML 2003» с ячейкой в строке 4 294 967 295',
    make: () =>
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Л"><Table><Row ss:Index="4294967295"><Cell><Data ss:Type="String">я</Data></Cell></Row></Table></Worksheet></Workbook>',
    refused: 'cell-too-far',
    place: '4294967295',
  },
  'двоичная книга.xlsx': {
    what: 'книга .xlsb под именем .xlsx',
    make: () => archive({ 'xl/workbook.bin': 'x' }),
    refused: 'format-not-supported',
  },
  'документ.xlsx': {
    what: 'документ Word под именем .xlsx',
    make: () => archive({ 'word/document.xml': '<a/>' }),
    refused: 'not-a-table',
  },
  'картинка.xlsx': {
    what: 'снимок таблицы',
    make: () => Buffer.from('89504e470d0a1a0a', 'hex'),
    refused: 'not-a-table',
  },
  'пустой.csv': { what: 'пустой файл', make: () => '', refused: 'file-empty' },
};
