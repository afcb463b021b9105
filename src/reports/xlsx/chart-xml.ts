import { barProperties, lineProperties } from './chart-fills.ts';
import type { ChartRange, PlacedChart } from './extras.ts';
import { FONT_NAME, NUMBER_FORMATS } from './styles.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
/** Whole numbers up to this get a line for each. */
const FEW = 10;

/** `xl/charts/chartN.xml`: a native chart on the sheet's cells, with their present values cached. */
export function chartXml(placed: PlacedChart): string {
  const { chart } = placed;
  return (
    XML_DECLARATION +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:date1904 val="0"/><c:lang val="ru-RU"/><c:roundedCorners val="0"/>' +
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot(placed)}${categoryAxis(placed)}${valueAxis(placed)}</c:plotArea>` +
    (placed.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="${FONT_NAME}"/><a:cs typeface="${FONT_NAME}"/></a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

function isLine({ chart }: PlacedChart): boolean {
  return chart.kind === 'line';
}

function isHorizontal({ chart }: PlacedChart): boolean {
  return chart.kind === 'bar' || chart.kind === 'stacked-bar';
}

function plot(placed: PlacedChart): string {
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const series = placed.series.map((_, index) => seriesXml(placed, index)).join('');
  if (isLine(placed)) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const stacked = placed.chart.kind === 'stacked-bar';
  return (
    `<c:barChart><c:barDir val="${isHorizontal(placed) ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  );
}

function seriesXml(placed: PlacedChart, index: number): string {
  const { title, range } = placed.series[index]!;
  const head = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(title)}</c:v></c:tx>`;
  const data = `<c:cat>${reference(placed.category, '0')}</c:cat><c:val>${numbers(range, valueFormat(placed))}</c:val>`;
  if (isLine(placed)) return `${head}${lineProperties(index)}${data}<c:smooth val="0"/></c:ser>`;
  return `${head}${barProperties(index)}<c:invertIfNegative val="0"/>${labels(placed)}${data}</c:ser>`;
}

/** Values beside the bars, on white, so that they are read over any fill; zeros of a stack are left out. */
function labels(placed: PlacedChart): string {
  const format = valueFormat(placed);
  const shown = placed.chart.kind === 'stacked-bar' ? `${format};-${format};;` : format;
  const position = placed.chart.kind === 'stacked-bar' ? 'ctr' : 'outEnd';
  const box =
    position === 'ctr'
      ? '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
      : '<c:spPr><a:noFill/></c:spPr>';
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeXml(shown)}" sourceLinked="0"/>${box}` +
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="1F1F1F"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>' +
    `<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function valueFormat({ chart }: PlacedChart): string {
  return NUMBER_FORMATS[chart.axis];
}

/** A range with its cache: numbers where all are numbers, words otherwise. */
function reference(range: ChartRange, format: string): string {
  if (range.values.every((value) => typeof value === 'number')) return numbers(range, format);
  const points = range.values.map(
    (value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(value ?? ''))}</c:v></c:pt>`,
  );
  return `<c:strRef><c:f>${escapeXml(range.formula)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numbers(range: ChartRange, format: string): string {
  const points = range.values.map((value, index) =>
    typeof value === 'number' ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : '',
  );
  return `<c:numRef><c:f>${escapeXml(range.formula)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

function categoryAxis(placed: PlacedChart): string {
  const horizontal = isHorizontal(placed);
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${horizontal ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? 'l' : 'b'}"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis(placed: PlacedChart): string {
  const horizontal = isHorizontal(placed);
  const stacked = placed.chart.kind === 'stacked-bar';
  const values = placed.series.map(({ range }) => range.values.map((value) => Number(value ?? 0) || 0));
  const tops = placed.category.values.map((_, index) =>
    values.reduce((top, each) => (stacked ? top + each[index]! : Math.max(top, each[index]!)), 0),
  );
  const positive = values.flat().every((value) => value >= 0);
  const fewWhole = placed.chart.axis === 'integer' && Math.max(0, ...tops) <= FEW;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${positive ? '<c:min val="0"/>' : ''}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${escapeXml(valueFormat(placed))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${horizontal ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${fewWhole ? '<c:majorUnit val="1"/>' : ''}</c:valAx>`
  );
}
