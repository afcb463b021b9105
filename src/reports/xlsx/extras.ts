import type { ChartSeries, ReportChart, ReportTable, ReportValue } from '../report.ts';

/** A range of cells that a chart draws from, with what they show now. */
export interface ChartRange {
  /** `'Лист'!$B$5:$B$9` */
  formula: string;
  values: readonly ReportValue[];
}

/** A series of a chart with its range. */
export interface PlacedSeries {
  title: string;
  form?: ChartSeries['form'];
  range: ChartRange;
}

/** A chart with its place on the sheet and its ranges. */
export interface PlacedChart {
  chart: ReportChart;
  /** Row above which it stands, from 0. */
  row: number;
  /** Height in rows. */
  rows: number;
  /** Width in characters of the default font. */
  width: number;
  category: ChartRange;
  series: readonly PlacedSeries[];
  /** Horizontal lines from the left to the right end. */
  levels: readonly { title: string; x: ChartRange; y: ChartRange }[];
}

/** Where a table stands in the workbook. */
export interface TablePlace {
  table: ReportTable;
  /** Name of its sheet. */
  sheet: string;
  /** Row of the header, from 1. */
  headerRow: number;
  /** First free row below the table and the notes, from 1. */
  row: number;
  /** Widths of the columns in characters. */
  widths: readonly number[];
}

/** What a finished worksheet needs that exceljs does not write. */
export interface SheetExtras {
  /** Links inside the workbook. */
  links: { cell: string; sheet: string }[];
  /** Ranges with codes in digits: Excel is told not to mark them as mistakes. */
  textRanges: string[];
  charts: PlacedChart[];
}
