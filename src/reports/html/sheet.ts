import { type Markup, markup, trusted } from '../markup.ts';
import type { Report, ReportChart, ReportSheet, ReportTable } from '../report.ts';
import { renderChart } from '../svg/chart.ts';
import type { Anchors } from './anchors.ts';
import { isWide, tableMarkup } from './table.ts';

/** A sheet as a section of the page: what it shows in words, its pictures, its table, its notes. */
export interface SheetSection {
  id: string;
  /** Short name for the contents. */
  name: string;
  markup: Markup;
}

/** @param level of the section's heading */
export function sheetSection(
  report: Report,
  sheet: ReportSheet,
  { anchor, level }: { anchor: Anchors; level: 2 | 3 },
): SheetSection {
  const { name, title, lead, table, notes = [], frozenColumns } = sheet;
  const id = anchor(`${report.id}-${table.id}`);
  const heading = trusted(`h${level}`);
  const figures = (sheet.charts ?? []).flatMap((chart) => {
    const source = tableOf(chart, sheet, report);
    return source.rows.length > 0 ? [figure(chart, source, anchor(`${id}-chart`))] : [];
  });
  return {
    id,
    name,
    markup: markup`<section id="${id}" class="${isWide(table) ? 'sheet wide' : 'sheet'}">
<${heading}>${title}</${heading}>
<p class="lead">${lead}</p>
${figures.length > 0 && markup`<div class="${figures.length > 1 ? 'figures many' : 'figures'}">${figures}</div>`}
${tableMarkup(table, { id: anchor(`${id}-table`), caption: title, frozenColumns })}
${notes.length > 0 && markup`<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}
</section>
`,
  };
}

function figure(chart: ReportChart, table: ReportTable, id: string): Markup {
  return markup`<figure>${trusted(renderChart(chart, table, { id }))}<figcaption><b>${chart.title}.</b> ${chart.description}</figcaption></figure>
`;
}

function tableOf(chart: ReportChart, sheet: ReportSheet, { sheets }: Report): ReportTable {
  if (chart.table === undefined) return sheet.table;
  return sheets.find(({ table }) => table.id === chart.table)?.table ?? sheet.table;
}
