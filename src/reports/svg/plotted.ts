import { cellText } from '../cell-text.ts';
import { formatDecimal, formatInteger, formatNumber, formatShare } from '../number-format.ts';
import {
  type ChartSeries,
  type ReportChart,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type ReportValue,
  typeIn,
} from '../report.ts';

/** One place on the axis of names: a row of the table, or a year that no row has. */
export interface PlottedRow {
  label: string;
  /** The category as a number, where it is one. */
  x: number | null;
  /** The texts of the row, which tell whose point it is. */
  about: string;
}

export interface PlottedSeries {
  title: string;
  form: ChartSeries['form'];
  /** A value for each row; null is a gap. */
  values: readonly (number | null)[];
  /** The same as the table shows them. */
  texts: readonly string[];
}

/** A chart with what it draws, row by row. */
export interface Plotted {
  chart: ReportChart;
  rows: readonly PlottedRow[];
  series: readonly PlottedSeries[];
}

const typeOf = (column: ReportColumn | undefined, row: ReportRow) => column && typeIn(column, row);

/** How many texts of its row tell whose a point is. */
const MOST_TEXTS = 3;

/** Takes out of a table what a chart draws. Years that the table lacks are rows without values. */
export function plotted(chart: ReportChart, table: ReportTable): Plotted {
  const columns = new Map(table.columns.map((column) => [column.key, column]));
  const category = columns.get(chart.category);
  const texts = table.columns.filter(({ type }) => type === 'text').slice(0, MOST_TEXTS);
  const drawn = table.rows.slice(...(chart.rows ?? []));
  const rows = category?.type === 'year' ? everyYear(drawn, chart.category) : drawn;
  return {
    chart,
    rows: rows.map((row) => {
      const value = row[chart.category] ?? null;
      return {
        label: cellText(value, category?.type ?? 'text'),
        x: typeof value === 'number' ? value : null,
        about: texts.map(({ key }) => cellText(row[key] ?? null, 'text')).join(', '),
      };
    }),
    series: chart.series.map(({ key, title, form, where }) => {
      const values = rows.map((row) =>
        where && row[where.key] !== where.is ? null : numberOf(row[key] ?? null),
      );
      return {
        title,
        form,
        values,
        // a word in place of a number says why there is none
        texts: values.map((value, index) =>
          cellText(
            value ?? wordOf(rows[index]![key] ?? null),
            typeOf(columns.get(key), rows[index]!) ?? chart.axis,
          ),
        ),
      };
    }),
  };
}

/** All numbers that a chart draws; empty where there is nothing to see. */
export function drawnNumbers({ series }: Plotted): number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null));
}

/** A number beside an axis. @param step distance to the next one */
export function tickText(value: number, axis: ReportChart['axis'], step: number): string {
  if (axis === 'share') return formatShare(value, step < 0.0099 ? 1 : 0);
  if (axis === 'integer') return formatInteger(value);
  return step < 0.0099 ? formatDecimal(value, 3) : formatNumber(value);
}

function numberOf(value: ReportValue): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function wordOf(value: ReportValue): string | null {
  return typeof value === 'string' ? value : null;
}

function everyYear(rows: readonly ReportRow[], key: string): readonly ReportRow[] {
  const years = rows.map((row) => numberOf(row[key] ?? null)).filter((year) => year !== null);
  if (years.length === 0 || new Set(years).size < rows.length) return rows;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map(
    (year) => rows.find((row) => row[key] === year) ?? { [key]: year },
  );
}
