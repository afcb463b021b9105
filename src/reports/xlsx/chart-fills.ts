const INK = '1F1F1F';

/** Bars: dark, pale, hatched, … — told apart in grey print too. */
const BARS = [
  solid('1F4E79'),
  solid('BDD7EE'),
  hatched('wdUpDiag', '7F6000', 'FFF2CC'),
  solid('7F7F7F'),
  hatched('horz', '1F4E79', 'FFFFFF'),
  solid('E7E6E6'),
  hatched('smGrid', '833C0B', 'FFFFFF'),
];

/** Lines: colour, dash and marker change together. */
const LINES = [
  { colour: '1F4E79', dash: 'solid', marker: 'circle' },
  { colour: 'C55A11', dash: 'dash', marker: 'square' },
  { colour: '3B7D23', dash: 'sysDot', marker: 'triangle' },
  { colour: '7030A0', dash: 'dashDot', marker: 'diamond' },
  { colour: '7F7F7F', dash: 'solid', marker: 'square' },
  { colour: '000000', dash: 'lgDash', marker: 'circle' },
  { colour: 'BF9000', dash: 'sysDash', marker: 'triangle' },
  { colour: '00808A', dash: 'lgDashDot', marker: 'diamond' },
];

/** Points without lines: small circles, then large diamonds, told apart by form and size. */
const POINTS = [
  { symbol: 'circle', size: 6, fill: '5B8DB8', edge: '1F4E79' },
  { symbol: 'diamond', size: 11, fill: 'C55A11', edge: '1F1F1F' },
  { symbol: 'triangle', size: 9, fill: 'FFFFFF', edge: '1F1F1F' },
];

/** Limits: a dash for each. */
const LIMITS = [
  { colour: '595959', dash: 'dash' },
  { colour: '1F1F1F', dash: 'solid' },
  { colour: '7F7F7F', dash: 'sysDot' },
];

/** Shape properties and marker of the n-th series of points. */
export function pointProperties(index: number): string {
  const { symbol, size, fill, edge } = POINTS[index % POINTS.length]!;
  return (
    '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>' +
    `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${solid(fill)}<a:ln w="9525">${solid(edge)}</a:ln></c:spPr></c:marker>`
  );
}

/** Shape properties of the n-th kind of limits: a line without markers. */
export function limitProperties(index: number): string {
  const { colour, dash } = LIMITS[index % LIMITS.length]!;
  return `<c:spPr><a:ln w="15875">${solid(colour)}<a:prstDash val="${dash}"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

/** Shape properties of the n-th series of bars. */
export function barProperties(index: number): string {
  return `<c:spPr>${BARS[index % BARS.length]!}<a:ln w="9525"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:ln></c:spPr>`;
}

/** Shape properties and marker of the n-th line. */
export function lineProperties(index: number): string {
  const { colour, dash, marker } = LINES[index % LINES.length]!;
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  return (
    `<c:spPr><a:ln w="25400" cap="rnd">${fill}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="${marker}"/><c:size val="7"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`
  );
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function hatched(pattern: string, front: string, back: string): string {
  return `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${front}"/></a:fgClr><a:bgClr><a:srgbClr val="${back}"/></a:bgClr></a:pattFill>`;
}
