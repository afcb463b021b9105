import type { PlacedChart } from './extras.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

/** English Metric Units per character of the default font at 96 dots per inch, and per row. */
const EMU_PER_CHARACTER = 7 * 9525;
const EMU_PER_ROW = 20 * 9525;

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `xl/drawings/drawingN.xml`: where a sheet's charts stand, each with a description for those who do not see it. */
export function drawingXml(charts: readonly PlacedChart[]): string {
  return (
    XML_DECLARATION +
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    charts.map(anchor).join('') +
    '</xdr:wsDr>'
  );
}

function anchor({ chart, row, rows, width }: PlacedChart, index: number): string {
  const [cx, cy] = [Math.round(width * EMU_PER_CHARACTER), rows * EMU_PER_ROW];
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${cx}" cy="${cy}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Диаграмма ${index + 1}" descr="${escapeXml(`${chart.title}. ${chart.description}`)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${RELATIONSHIPS}" r:id="rId${index + 1}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

/** A relationships part: `rId1` is the first target. @param kind `chart`, `drawing` */
export function relationshipsXml(kind: string, targets: readonly string[]): string {
  const entries = targets.map((target, index) => relationship(`rId${index + 1}`, kind, target)).join('');
  return `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
}

/** One entry of a relationships part. */
export function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${escapeXml(target)}"/>`;
}
