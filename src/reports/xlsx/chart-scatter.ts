import { CATEGORY_AXIS, VALUE_AXIS, valueFormat } from './chart-axis.ts';
import { numbers } from './chart-data.ts';
import { limitProperties, pointProperties } from './chart-fills.ts';
import type { PlacedChart, PlacedSeries } from './extras.ts';
import { escapeXml } from './xml.ts';

/** The plot of a scatter: series of points, lines through the points of others, horizontal levels. */
export function scatterPlot(placed: PlacedChart): string {
  const titles = legendTitles(placed);
  const lines = [...new Set(lineTitles(placed))];
  const points = placed.series.filter(({ form }) => form !== 'line');
  const properties = ({ title, form }: Pick<PlacedSeries, 'title' | 'form'>) =>
    form === 'line'
      ? limitProperties(lines.indexOf(title))
      : pointProperties(points.findIndex((series) => series.title === title));
  const series = placed.series.map((one) => ({
    title: one.title,
    drawn: properties(one),
    x: numbers(placed.category, '#,##0'),
    y: numbers(one.range, valueFormat(placed)),
  }));
  const levels = placed.levels.map(({ title, x, y }) => ({
    title,
    drawn: properties({ title, form: 'line' }),
    x: numbers(x, '#,##0'),
    y: numbers(y, valueFormat(placed)),
  }));
  const all = [...series, ...levels].map(
    ({ drawn, x, y }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(titles[index]!)}</c:v></c:tx>${drawn}` +
      `<c:xVal>${x}</c:xVal><c:yVal>${y}</c:yVal><c:smooth val="0"/></c:ser>`,
  );
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${all.join('')}<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:scatterChart>`;
}

/** Titles of all that a chart draws, in the order of drawing. */
export function legendTitles({ series, levels }: PlacedChart): string[] {
  return [...series, ...levels].map(({ title }) => title);
}

function lineTitles({ series, levels }: PlacedChart): string[] {
  return [...series.filter(({ form }) => form === 'line'), ...levels].map(({ title }) => title);
}
