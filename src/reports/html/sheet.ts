import { type Markup, markup, trusted } from '../markup.ts';
import type { Report, ReportChart, ReportSheet, ReportTable } from '../report.ts';
import { hasDrawing, renderChart } from '../svg/chart.ts';
import type { Anchors } from './anchors.ts';
import { sectionNumber } from './section-number.ts';
import { isWide, tableMarkup } from './table.ts';

/** A sheet as a section of the page: what it shows in words, its pictures, its table, its notes. */
export interface SheetSection {
  id: string;
  /** Short name for the contents. */
  name: string;
  /** Made when it is its turn: the tables of a region are long. */
  markup(): Markup;
}

/** Natural widths of a picture: alone, and beside others, so that its letters are not shrunk. */
const WIDTH = { alone: 720, beside: 540 };

/** @param level of the section's heading */
export function sheetSection(
  report: Pick<Report, 'id' | 'title' | 'sheets'>,
  sheet: ReportSheet,
  { anchor, level }: { anchor: Anchors; level: 2 | 3 },
): SheetSection {
  const { name, title, lead, table, notes = [], frozenColumns } = sheet;
  const id = anchor(`${report.id}-${table.id}`);
  const heading = trusted(`h${level}`);
  const charts = sheet.charts ?? [];
  const width = charts.length > 1 ? WIDTH.beside : WIDTH.alone;
  const figures = charts.flatMap((chart) => {
    const source = tableOf(chart, sheet, report);
    return hasDrawing(chart, source) ? [{ chart, source, id: anchor(`${id}-chart`) }] : [];
  });
  const tableId = anchor(`${id}-table`);
  return {
    id,
    name,
    markup: () => markup`<section id="${id}" class="${isWide(table) ? 'sheet wide' : 'sheet'}">
<${heading}>${title}</${heading}>
<p class="lead">${lead}</p>
${figures.length > 0 && markup`<div class="${figures.length > 1 ? 'figures many' : 'figures'}">${figures.map(({ chart, source, id }) => figure(chart, source, { id, width }))}</div>`}
${tableMarkup(table, { id: tableId, caption: level === 2 ? title : `${sectionNumber(report) ?? report.title}. ${title}`, frozenColumns })}
${notes.length > 0 && markup`<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}
</section>
`,
  };
}

function figure(chart: ReportChart, table: ReportTable, canvas: { id: string; width: number }): Markup {
  return markup`<figure>${trusted(renderChart(chart, table, canvas))}<figcaption><b>${chart.title}.</b> ${chart.description}</figcaption></figure>
`;
}

function tableOf(chart: ReportChart, sheet: ReportSheet, { sheets }: Pick<Report, 'sheets'>): ReportTable {
  if (chart.table === undefined) return sheet.table;
  return sheets.find(({ table }) => table.id === chart.table)?.table ?? sheet.table;
}
