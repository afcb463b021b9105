import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { chartXml } from './chart-xml.ts';
import { drawingXml, relationship, relationshipsXml } from './drawing-xml.ts';
import type { SheetExtras } from './extras.ts';
import { quotedSheet } from './reference.ts';
import { FONT_NAME, FONT_SIZE } from './styles.ts';
import { withElements } from './worksheet-xml.ts';
import { escapeXml } from './xml.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const DEFAULT_FONT =
  '<font><color theme="1"/><family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/></font>';
const OUR_FONT = `<font><color theme="1"/><family val="2"/><sz val="${FONT_SIZE}"/><name val="${FONT_NAME}"/></font>`;
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/**
 * Finishes a workbook that exceljs wrote: adds charts and inner links, mends the order of elements, and packs the
 * parts so that equal workbooks are equal byte for byte.
 * @param sheets extras by the order of the worksheets
 */
export function finishPackage(written: Uint8Array, sheets: readonly SheetExtras[]): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(written)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  let chartCount = 0;
  let drawingCount = 0;
  sheets.forEach((extras, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const added: string[] = [];
    if (extras.links.length > 0) added.push(linksXml(extras));
    if (extras.textRanges.length > 0) added.push(ignoredErrorsXml(extras));
    if (extras.charts.length > 0) {
      const drawing = `drawing${++drawingCount}.xml`;
      const charts = extras.charts.map((placed) => {
        const name = `chart${++chartCount}.xml`;
        add(parts, `xl/charts/${name}`, chartXml(placed), CHART_TYPE);
        return `../charts/${name}`;
      });
      add(parts, `xl/drawings/${drawing}`, drawingXml(extras.charts), DRAWING_TYPE);
      parts.set(`xl/drawings/_rels/${drawing}.rels`, relationshipsXml('chart', charts));
      relate(parts, index + 1, drawing);
      added.push('<drawing r:id="rIdDrawing"/>');
    }
    parts.set(path, withElements(parts.get(path)!, added));
  });
  for (const [path, xml] of parts) parts.set(path, mended(path, xml));
  return pack(parts);
}

/** Takes out what exceljs writes unasked. */
function mended(path: string, xml: string): string {
  // a label of the totals row, which no table here has
  if (path.startsWith('xl/tables/')) return xml.replace(/ totalsRow(Label|Function)="[^"]*"/g, '');
  // heights are estimates: a spreadsheet may fit them to its own fonts
  if (path.startsWith('xl/worksheets/sheet')) {
    return xml.replace(/ customHeight="1"/g, '').replace(/ x14ac:dyDescent="[^"]*"/g, '');
  }
  // the default font is the unit of column widths
  if (path === 'xl/styles.xml') return xml.replace(DEFAULT_FONT, OUR_FONT);
  return xml;
}

function linksXml({ links }: SheetExtras): string {
  const each = links.map(
    ({ cell, sheet }) => `<hyperlink ref="${cell}" location="${escapeXml(`${quotedSheet(sheet)}!A1`)}"/>`,
  );
  return `<hyperlinks>${each.join('')}</hyperlinks>`;
}

function ignoredErrorsXml({ textRanges }: SheetExtras): string {
  const each = textRanges.map((range) => `<ignoredError sqref="${range}" numberStoredAsText="1"/>`);
  return `<ignoredErrors>${each.join('')}</ignoredErrors>`;
}

function add(parts: Map<string, string>, path: string, xml: string, contentType: string): void {
  parts.set(path, xml);
  const entry = `<Override PartName="/${path}" ContentType="${contentType}"/>`;
  parts.set(CONTENT_TYPES, parts.get(CONTENT_TYPES)!.replace('</Types>', `${entry}</Types>`));
}

function relate(parts: Map<string, string>, sheet: number, drawing: string): void {
  const path = `xl/worksheets/_rels/sheet${sheet}.xml.rels`;
  const present = parts.get(path) ?? relationshipsXml('drawing', []);
  const entry = relationship('rIdDrawing', 'drawing', `../drawings/${drawing}`);
  parts.set(path, present.replace('</Relationships>', `${entry}</Relationships>`));
}

/** Content types first, as readers expect, the rest by name, no entries of folders; one fixed time, read in local terms by the packer. */
function pack(parts: ReadonlyMap<string, string>): Uint8Array {
  const paths = [...parts.keys()]
    .filter((path) => path !== CONTENT_TYPES && !path.endsWith('/'))
    .sort((one, other) => (one < other ? -1 : 1));
  const files = Object.fromEntries(
    [CONTENT_TYPES, ...paths].map((path) => [path, strToU8(parts.get(path)!)] as const),
  );
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}
