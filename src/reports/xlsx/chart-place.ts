import { columnLetters } from '../../sheets/address.ts';
import { printable } from '../plain-text.ts';
import type { ReportChart, ReportSheet } from '../report.ts';
import type { ChartRange, PlacedChart } from './extras.ts';
import { quotedSheet } from './reference.ts';

/** Rows a chart takes, with its caption of two lines and the space below. */
export const CHART_ROWS = 20;
const CAPTION_ROWS = 2;
const WIDEST_CHART = 130;

/** Where the table stands that the charts draw from, and where they may begin. */
interface TablePlace {
  sheet: string;
  headerRow: number;
  /** First free row below the table. */
  row: number;
  widths: readonly number[];
}

/** Puts a sheet's charts under its table, one below the other, each under its caption. */
export function placeCharts(
  sheet: ReportSheet,
  place: TablePlace,
): { placed: PlacedChart[]; captions: { chart: ReportChart; captionRow: number }[] } {
  const { table } = sheet;
  const charts = table.rows.length > 0 ? (sheet.charts ?? []) : [];
  const range = (key: string): ChartRange => {
    const index = table.columns.findIndex((column) => column.key === key);
    const letters = columnLetters(index);
    const [first, last] = [place.headerRow + 1, place.headerRow + table.rows.length];
    return {
      formula: `${quotedSheet(place.sheet)}!$${letters}$${first}:$${letters}$${last}`,
      values: table.rows.map((row) => row[key] ?? null),
    };
  };
  const width = Math.min(
    WIDEST_CHART,
    place.widths.reduce((sum, each) => sum + each, 0),
  );
  const placed = charts.map((chart, index) => ({
    chart,
    row: place.row - 1 + index * (CHART_ROWS + CAPTION_ROWS + 1) + CAPTION_ROWS,
    width,
    category: range(chart.category),
    series: chart.series.map(({ key, title }) => ({ title: printable(title), range: range(key) })),
  }));
  return {
    placed,
    captions: placed.map(({ chart, row }) => ({ chart, captionRow: row + 1 - CAPTION_ROWS })),
  };
}
