import type { Worksheet } from 'exceljs';
import { columnLetters } from '../../sheets/address.ts';
import { printable, wrapText } from '../plain-text.ts';
import type { ReportChart, ReportSheet, ReportValue } from '../report.ts';
import type { ChartRange, PlacedChart, TablePlace } from './extras.ts';
import { paperFlow } from './page.ts';
import { quotedSheet } from './reference.ts';
import { FONTS } from './styles.ts';
import { lettersAbove } from './widths.ts';

/** Rows that a picture takes: alone, among several, and at least, where that keeps it on the page of its table. */
const ROWS = { alone: 18, among: 15, least: 13 };
/** Rows of a picture beside its bars, and for each of its lying bars; more do not fit on a page. */
const BARS = { beside: 5, each: 1.1, most: 34 };
/** Rows left free below it. */
const SPACE = 1;
const WIDEST_CHART = 130;

/**
 * Puts a sheet's charts under its table, one below the other, each under its caption and whole on one page.
 * @param place of the sheet's own table
 * @param places of all tables of the report, by id
 */
export function placeCharts(
  worksheet: Worksheet,
  sheet: ReportSheet,
  place: TablePlace,
  places: ReadonlyMap<string, TablePlace>,
): PlacedChart[] {
  const width = place.widths.reduce((sum, each) => sum + each, 0);
  const flow = paperFlow(worksheet, place);
  // a matrix is the table itself: its cells hold signs
  const charts = (sheet.charts ?? []).filter(({ kind }) => kind !== 'matrix');
  const wanted = charts.length > 1 ? ROWS.among : ROWS.alone;
  let row = place.row;
  return charts.flatMap((chart): PlacedChart[] => {
    const source = chart.table === undefined ? place : places.get(chart.table)!;
    if (source.table.rows.length === 0) return [];
    const series = chart.series.map(({ key, title, form, where }) => ({
      title: printable(title),
      ...(form ? { form } : {}),
      range: rangeOf(chart, source, key, where),
    }));
    // Excel would draw axes from nowhere to nowhere.
    const nothing = series.every(({ range }) => range.values.every((value) => typeof value !== 'number'));
    const said = nothing
      ? `Диаграммы «${chart.title}» нет: показывать нечего.`
      : `Диаграмма «${chart.title}». ${chart.description}`;
    const caption = wrapText(said, lettersAbove(place.widths));
    const bars = Math.min(BARS.most, Math.ceil(BARS.beside + BARS.each * barsOf(chart, source)));
    const least = nothing ? 0 : Math.max(ROWS.least, bars);
    const most = nothing ? 0 : Math.max(wanted, bars);
    const together = { least: caption.length + least, wanted: caption.length + most };
    const rows = flow.keepTogether(row, together) - caption.length;
    caption.forEach((line, index) => {
      const cell = worksheet.getCell(row + index, 1);
      cell.value = printable(line);
      cell.font = FONTS.note;
    });
    if (nothing) {
      row += caption.length + SPACE;
      return [];
    }
    const placed: PlacedChart = {
      chart,
      row: row + caption.length - 1,
      rows,
      width: Math.min(WIDEST_CHART, width),
      category: rangeOf(chart, source, chart.category),
      series,
      levels: [],
    };
    row += caption.length + rows + SPACE;
    return [placed];
  });
}

/** How many bars lie below each other. */
function barsOf({ kind, rows, series }: ReportChart, { table }: TablePlace): number {
  if (kind !== 'bar' && kind !== 'stacked-bar') return 0;
  const [from, to] = rows ?? [0, table.rows.length];
  return (to - from) * (kind === 'bar' ? series.length : 1);
}

function rangeOf(
  { rows }: ReportChart,
  { table, sheet, headerRow }: TablePlace,
  key: string,
  where?: { key: string; is: ReportValue },
): ChartRange {
  const [from, to] = rows ?? [0, table.rows.length];
  const letters = columnLetters(table.columns.findIndex((column) => column.key === key));
  return {
    formula: `${quotedSheet(sheet)}!$${letters}$${headerRow + 1 + from}:$${letters}$${headerRow + to}`,
    values: table.rows
      .slice(from, to)
      .map((row) => (where && row[where.key] !== where.is ? null : (row[key] ?? null))),
  };
}
