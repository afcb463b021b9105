import type { ReportChart, ReportValue } from '../report.ts';

/** A range of cells that a chart draws from, with what they show now. */
export interface ChartRange {
  /** `'Лист'!$B$5:$B$9` */
  formula: string;
  values: readonly ReportValue[];
}

/** A chart with its place on the sheet and its ranges. */
export interface PlacedChart {
  chart: ReportChart;
  /** Row above which it stands, from 0. */
  row: number;
  /** Width in characters of the default font. */
  width: number;
  category: ChartRange;
  series: readonly { title: string; range: ChartRange }[];
}

/** What a finished worksheet needs that exceljs does not write. */
export interface SheetExtras {
  /** Links inside the workbook. */
  links: { cell: string; sheet: string }[];
  /** Ranges with codes in digits: Excel is told not to mark them as mistakes. */
  textRanges: string[];
  charts: PlacedChart[];
}
