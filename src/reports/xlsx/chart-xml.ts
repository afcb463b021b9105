import { CATEGORY_AXIS, isHorizontal, namedAxes, numberAxes, VALUE_AXIS, valueFormat } from './chart-axis.ts';
import { numbers, reference } from './chart-data.ts';
import { barProperties, lineProperties } from './chart-fills.ts';
import { legendTitles, scatterPlot } from './chart-scatter.ts';
import type { ChartRange, PlacedChart } from './extras.ts';
import { FONT_NAME } from './styles.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

/** `xl/charts/chartN.xml`: a native chart on the sheet's cells, with their present values cached. */
export function chartXml(placed: PlacedChart): string {
  const { chart } = placed;
  return (
    XML_DECLARATION +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:date1904 val="0"/><c:lang val="ru-RU"/><c:roundedCorners val="0"/>' +
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotArea(placed)}</c:plotArea>${legend(placed)}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="${FONT_NAME}"/><a:cs typeface="${FONT_NAME}"/></a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

function plotArea(placed: PlacedChart): string {
  if (placed.chart.kind === 'scatter') return scatterPlot(placed) + numberAxes(placed);
  const lines = placed.series.flatMap((_, index) => (isLine(placed, index) ? [index] : []));
  const bars = placed.series.flatMap((_, index) => (isLine(placed, index) ? [] : [index]));
  return (
    (bars.length > 0 ? barPlot(placed, bars) : '') +
    (lines.length > 0 ? linePlot(placed, lines) : '') +
    namedAxes(placed)
  );
}

function isLine({ chart, series }: PlacedChart, index: number): boolean {
  return chart.kind === 'line' || (chart.kind === 'histogram' && series[index]!.form === 'line');
}

function barPlot(placed: PlacedChart, bars: readonly number[]): string {
  const { kind } = placed.chart;
  const [grouping, gap, overlap] = (
    {
      'stacked-bar': ['stacked', 60, '<c:overlap val="100"/>'],
      histogram: ['clustered', 25, '<c:overlap val="100"/>'],
    } as Partial<Record<typeof kind, [string, number, string]>>
  )[kind] ?? ['clustered', 60, ''];
  const series = bars.map((index) => seriesXml(placed, index)).join('');
  return (
    `<c:barChart><c:barDir val="${isHorizontal(placed) ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="${gap}"/>${overlap}${AXES}</c:barChart>`
  );
}

function linePlot(placed: PlacedChart, lines: readonly number[]): string {
  const series = lines.map((index) => seriesXml(placed, index)).join('');
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXES}</c:lineChart>`;
}

function seriesXml(placed: PlacedChart, index: number): string {
  const { title, range } = placed.series[index]!;
  const head = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(title)}</c:v></c:tx>`;
  const data = `<c:cat>${reference(placed.category, '0')}</c:cat><c:val>${numbers(range, valueFormat(placed))}</c:val>`;
  if (isLine(placed, index)) {
    // a line over bars must differ from both of them
    const style = placed.chart.kind === 'histogram' ? 1 : index;
    return `${head}${lineProperties(style)}${data}<c:smooth val="0"/></c:ser>`;
  }
  return `${head}${barProperties(index)}<c:invertIfNegative val="0"/>${labels(placed, range)}${data}</c:ser>`;
}

/** A part of a stack thinner than this share of the longest one has no room for its number. */
const THINNEST = 0.04;

/** Values beside the bars, on white, so that they are read over any fill; zeros and thin parts of a stack are left out. */
function labels(placed: PlacedChart, { values }: ChartRange): string {
  // a bar a score: too many for numbers
  if (placed.chart.kind === 'histogram') return '';
  const format = valueFormat(placed);
  const shown = placed.chart.kind === 'stacked-bar' ? `${format};-${format};;` : format;
  const position = placed.chart.kind === 'stacked-bar' ? 'ctr' : 'outEnd';
  const box =
    position === 'ctr'
      ? '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
      : '<c:spPr><a:noFill/></c:spPr>';
  const thin = placed.chart.kind === 'stacked-bar' ? THINNEST * longestStack(placed) : 0;
  const unsaid = values.flatMap((value, index) =>
    typeof value === 'number' && value > 0 && value < thin
      ? [`<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`]
      : [],
  );
  return (
    `<c:dLbls>${unsaid.join('')}<c:numFmt formatCode="${escapeXml(shown)}" sourceLinked="0"/>${box}` +
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="1F1F1F"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>' +
    `<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function longestStack({ category, series }: PlacedChart): number {
  const ends = category.values.map((_, index) =>
    series.reduce((sum, { range }) => sum + (Number(range.values[index] ?? 0) || 0), 0),
  );
  return Math.max(0, ...ends);
}

/** One entry for each title: an upper and a lower limit of one title are one thing. */
function legend(placed: PlacedChart): string {
  const titles = legendTitles(placed);
  if (titles.length < 2) return '';
  const repeated = titles.flatMap((title, index) => (titles.indexOf(title) < index ? [index] : []));
  const deleted = repeated.map(
    (index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`,
  );
  // low pictures keep their height for the plot
  const place = ['histogram', 'scatter'].includes(placed.chart.kind) ? 'r' : 'b';
  return `<c:legend><c:legendPos val="${place}"/>${deleted.join('')}<c:overlay val="0"/></c:legend>`;
}
