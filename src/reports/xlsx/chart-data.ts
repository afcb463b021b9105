import type { ChartRange } from './extras.ts';
import { escapeXml } from './xml.ts';

/** A range with its cache: numbers where all are numbers, words otherwise. */
export function reference(range: ChartRange, format: string): string {
  if (range.values.every((value) => typeof value === 'number')) return numbers(range, format);
  const points = range.values.map(
    (value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(value ?? ''))}</c:v></c:pt>`,
  );
  return `<c:strRef><c:f>${escapeXml(range.formula)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

/** A range of numbers with its cache; what is no number is a gap. */
export function numbers(range: ChartRange, format: string): string {
  const points = range.values.map((value, index) => (typeof value === 'number' ? point(value, index) : ''));
  return `<c:numRef><c:f>${escapeXml(range.formula)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

function point(value: number, index: number): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}
