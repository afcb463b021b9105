import type { Workbook } from 'exceljs';
import { columnLetters } from '../../sheets/address.ts';
import type { ChartRange, PlacedChart, SheetExtras } from './extras.ts';
import { quotedSheet } from './reference.ts';

/** Whether some series lacks a value. */
function hasGaps(placed: PlacedChart): boolean {
  return placed.series.some(({ range }) => range.values.some((value) => typeof value !== 'number'));
}

/** Whether a chart draws from cells that no table has. */
function needsCells(placed: PlacedChart): boolean {
  return hasGaps(placed) || (placed.chart.levels ?? []).length > 0;
}

/**
 * Excel draws a text («нет данных») as zero. Charts with gaps therefore draw from a hidden sheet whose cells follow
 * the table where it holds numbers and are empty where it holds words. The ends of a scatter's levels stand there too.
 */
export function drawGaps(workbook: Workbook, name: string, sheets: readonly SheetExtras[]): SheetExtras[] {
  const charts = sheets.flatMap((sheet) => sheet.charts).filter(needsCells);
  if (charts.length === 0) return [...sheets];
  const worksheet = workbook.addWorksheet(name, { state: 'hidden' });
  worksheet.getCell('A1').value = 'Служебный лист: числа диаграмм; пустая клетка — разрыв линии (нет данных)';
  let column = 0;
  const copied = (title: string, range: ChartRange): ChartRange => {
    const letters = columnLetters(column++);
    worksheet.getCell(`${letters}2`).value = title;
    range.values.forEach((value, index) => {
      if (typeof value !== 'number') return;
      worksheet.getCell(`${letters}${index + 3}`).value = { formula: cellOf(range, index), result: value };
    });
    const last = range.values.length + 2;
    return { ...range, formula: `${quotedSheet(name)}!$${letters}$3:$${letters}$${last}` };
  };
  const withGaps = (placed: PlacedChart): PlacedChart => ({
    ...placed,
    series: placed.series.map((series) => ({ ...series, range: copied(series.title, series.range) })),
  });
  const written = (title: string, values: readonly number[]): ChartRange => {
    const letters = columnLetters(column++);
    worksheet.getCell(`${letters}2`).value = title;
    values.forEach((value, index) => {
      worksheet.getCell(`${letters}${index + 3}`).value = value;
    });
    return { formula: `${quotedSheet(name)}!$${letters}$3:$${letters}$${values.length + 2}`, values };
  };
  const withLevels = (placed: PlacedChart): PlacedChart => {
    const right = Math.max(1, ...placed.category.values.filter((value) => typeof value === 'number'));
    return {
      ...placed,
      levels: (placed.chart.levels ?? []).map(({ title, value }) => ({
        title,
        x: written(title, [0, right]),
        y: written(title, [value, value]),
      })),
    };
  };
  return sheets.map((sheet) => ({
    ...sheet,
    charts: sheet.charts.map((placed) => withLevels(hasGaps(placed) ? withGaps(placed) : placed)),
  }));
}

function cellOf(range: ChartRange, index: number): string {
  const [, sheet, letters, first] = /^(.*)!\$([A-Z]+)\$(\d+):/.exec(range.formula)!;
  return `${sheet}!${letters}${Number(first) + index}`;
}
