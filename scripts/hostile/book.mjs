// Workbooks written element by element, as no library would write them; the same bytes each time.
import { strToU8, zipSync } from 'fflate';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Zip archives remember when a part was written: always then. */
const WRITTEN = new Date(2021, 5, 23, 12);

/** A zip archive of parts by name. */
export function archive(parts, options = {}) {
  const files = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: WRITTEN, ...options });
}

/** The parts of a workbook; what is not given is as plain as can be. */
export function bookParts(given = {}) {
  const { strict = false, name = 'Лист1', workbookPr = '', sheets, links = '', rootLinks = '' } = given;
  const main = strict ? STRICT_MAIN : MAIN;
  const relations = strict ? STRICT_RELATIONS : RELATIONS;
  const link = (id, type, target, more = '') =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"${more}/>`;
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}${rootLinks}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${workbookPr}<sheets>${sheets ?? `<sheet name="${name}" sheetId="1" r:id="rId1"/>`}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${link('rId2', 'sharedStrings', 'sharedStrings.xml')}${link('rId3', 'styles', 'styles.xml')}${links}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${given.sheet ?? sheetData(given.rows ?? [])}</worksheet>`,
    ...(given.sharedStrings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${given.sharedStrings}</sst>` }),
    ...(given.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${given.styles}</styleSheet>` }),
    ...given.parts,
  };
}

/** The bytes of a workbook; see `bookParts`. */
export function book(given = {}, options = {}) {
  return archive(bookParts(given), options);
}

/** Rows of cells: a number, a text, a piece of XML (`{ xml }`), or nothing (`null`). */
export function sheetData(rows) {
  return `<sheetData>${rows.map((row, index) => rowXml(row, index + 1)).join('')}</sheetData>`;
}

export function rowXml(row, number) {
  const cells = row.map((value, column) => cellXml(value, `${columnName(column)}${number}`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(value, reference) {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'object') return value.xml.replace('<c', `<c r="${reference}"`);
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function columnName(column) {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
