import { columnLetters } from '../../sheets/address.ts';
import { printable, wrapText } from '../plain-text.ts';
import type { ReportSheet } from '../report.ts';
import type { ChartRange, PlacedChart } from './extras.ts';
import { quotedSheet } from './reference.ts';
import { lettersAbove } from './widths.ts';

/** Rows that a chart's picture takes. */
export const CHART_ROWS = 18;
/** Rows left free below it. */
const SPACE = 2;
const WIDEST_CHART = 130;

/** Lines above a chart, from a row that counts from 1. */
interface Caption {
  row: number;
  lines: readonly string[];
}

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
): { placed: PlacedChart; caption: Caption }[] {
  const { table } = sheet;
  const range = (key: string): ChartRange => {
    const letters = columnLetters(table.columns.findIndex((column) => column.key === key));
    const [first, last] = [place.headerRow + 1, place.headerRow + table.rows.length];
    return {
      formula: `${quotedSheet(place.sheet)}!$${letters}$${first}:$${letters}$${last}`,
      values: table.rows.map((row) => row[key] ?? null),
    };
  };
  const width = place.widths.reduce((sum, each) => sum + each, 0);
  let row = place.row;
  return (table.rows.length > 0 ? (sheet.charts ?? []) : []).map((chart) => {
    const caption = {
      row,
      lines: wrapText(`Диаграмма «${chart.title}». ${chart.description}`, lettersAbove(place.widths)),
    };
    const placed: PlacedChart = {
      chart,
      row: row + caption.lines.length - 1,
      width: Math.min(WIDEST_CHART, width),
      category: range(chart.category),
      series: chart.series.map(({ key, title }) => ({ title: printable(title), range: range(key) })),
    };
    row += caption.lines.length + CHART_ROWS + SPACE;
    return { placed, caption };
  });
}
