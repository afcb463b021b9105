import type { PlacedChart } from './extras.ts';
import { NUMBER_FORMATS } from './styles.ts';
import { escapeXml } from './xml.ts';

export const CATEGORY_AXIS = 111111111;
export const VALUE_AXIS = 222222222;
/** Whole numbers up to this get a line for each. */
const FEW = 10;
/** An axis reaches this part of its length beyond its lowest point. */
const MARGIN = 0.04;

/** More names of scores than these do not stand side by side. */
const MOST_LEVEL_NAMES = 22;

const UPRIGHT_NAMES =
  '<c:txPr><a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>';
const LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>';
const NO_LINE = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
const WHOLE_PER_CENT = '0\\ %';
const GRID =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
const NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';

/** Format of the value axis. */
export function valueFormat({ chart }: PlacedChart): string {
  return NUMBER_FORMATS[chart.axis];
}

/** Whether bars lie: names at the left, values along the bottom. */
export function isHorizontal({ chart }: PlacedChart): boolean {
  return chart.kind === 'bar' || chart.kind === 'stacked-bar';
}

/** The axis of names, and the axis of values across it. */
export function namedAxes(placed: PlacedChart): string {
  return categoryAxis(placed) + valueAxis(placed);
}

/** The two axes of numbers that a scatter needs. */
export function numberAxes(placed: PlacedChart): string {
  const { axisTitles, levels = [] } = placed.chart;
  const values = [...placed.series.flatMap(({ range }) => range.values), ...levels.map(({ value }) => value)];
  const known = values.filter((value) => typeof value === 'number');
  const [low, high] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const span = high - low;
  const least = low >= 0 && low < span / 2 ? 0 : Math.floor(low - span * MARGIN);
  return (
    `<c:valAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `${title(axisTitles?.category)}<c:numFmt formatCode="#,##0" sourceLinked="0"/>${NO_TICKS}<c:tickLblPos val="low"/>${LINE}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="${least}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${GRID}` +
    `${title(axisTitles?.value, true)}<c:numFmt formatCode="${escapeXml(valueFormat(placed))}" sourceLinked="0"/>${NO_TICKS}<c:tickLblPos val="low"/>${LINE}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>`
  );
}

function categoryAxis(placed: PlacedChart): string {
  const horizontal = isHorizontal(placed);
  // the scores at borders must be named, and nobody can tell which names are left out
  const upright =
    placed.chart.kind === 'histogram' && placed.category.values.length > MOST_LEVEL_NAMES
      ? UPRIGHT_NAMES
      : '';
  const every = placed.chart.kind === 'histogram' || horizontal ? '<c:tickLblSkip val="1"/>' : '';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${horizontal ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? 'l' : 'b'}"/>${title(placed.chart.axisTitles?.category, horizontal)}<c:numFmt formatCode="0" sourceLinked="0"/>${NO_TICKS}<c:tickLblPos val="low"/>` +
    `${LINE}${upright}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${every}<c:noMultiLvlLbl val="1"/></c:catAx>`
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
  const whole = isWhole(placed, tops);
  const fewWhole = placed.chart.axis === 'integer' && Math.max(0, ...tops) <= FEW;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${whole ? '<c:max val="1"/>' : ''}${positive ? '<c:min val="0"/>' : ''}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? 'b' : 'l'}"/>${GRID}${title(placed.chart.axisTitles?.value, !horizontal)}` +
    `<c:numFmt formatCode="${escapeXml(tickFormat(placed, Math.max(0, ...tops)))}" sourceLinked="0"/>${NO_TICKS}<c:tickLblPos val="nextTo"/>` +
    `${NO_LINE}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${horizontal ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${fewWhole ? '<c:majorUnit val="1"/>' : ''}</c:valAx>`
  );
}

/** The format of the numbers beside the axis: shares that reach so far have steps of whole per cent. */
function tickFormat(placed: PlacedChart, top: number): string {
  return placed.chart.axis === 'share' && top >= 0.1 ? WHOLE_PER_CENT : valueFormat(placed);
}

/** Whether stacks are the parts of a whole: then the axis ends with it. */
function isWhole({ chart }: PlacedChart, tops: readonly number[]): boolean {
  return chart.kind === 'stacked-bar' && chart.axis === 'share' && Math.max(0, ...tops) < 1 + 1e-9;
}

function title(text: string | undefined, upright = false): string {
  if (!text) return '';
  const body = upright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="1000" b="0"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
