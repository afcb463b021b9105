/** The order in which a worksheet's elements must stand (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/**
 * Adds elements to a worksheet part and puts all its elements into the order that Excel insists on.
 * @throws where the part holds an element that no worksheet has
 */
export function withElements(xml: string, added: readonly string[]): string {
  const opened = /<worksheet\b[^>]*>/.exec(xml)!;
  const start = opened.index + opened[0].length;
  const end = xml.lastIndexOf('</worksheet>');
  const elements = [...topElements(xml.slice(start, end)), ...added];
  const ranked = elements.map((element) => ({ element, rank: rankOf(element) }));
  ranked.sort((one, other) => one.rank - other.rank);
  return xml.slice(0, start) + ranked.map(({ element }) => element).join('') + xml.slice(end);
}

function rankOf(element: string): number {
  const name = /^<([\w:]+)/.exec(element)![1]!;
  const rank = ORDER.indexOf(name);
  if (rank < 0) throw new Error(`unknown worksheet element: ${name}`);
  return rank;
}

function topElements(inner: string): string[] {
  const elements: string[] = [];
  const tag = /<(\/?)([\w:]+)[^>]*?(\/?)>/g;
  let from = 0;
  let depth = 0;
  for (let match = tag.exec(inner); match; match = tag.exec(inner)) {
    if (match[1]) depth--;
    else {
      if (depth === 0) from = match.index;
      if (!match[3]) depth++;
    }
    if (depth === 0) elements.push(inner.slice(from, tag.lastIndex));
  }
  return elements;
}
