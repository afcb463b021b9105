import { escapeXml } from './xlsx/xml.ts';

/** Text that is markup already: it came from the template below, so that all in it that was text is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: texts are escaped, numbers rounded to a tenth, lists joined, nothing left out. */
export type MarkupPart = Markup | string | number | undefined | false | readonly MarkupPart[];

/**
 * Template of HTML or SVG that escapes whatever stands in it, in elements and in quoted attributes alike.
 * @example markup`<td title="${name}">${name}</td>`
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return { markup: strings.map((text, index) => text + written(parts[index])).join('') };
}

/** Markup that the program itself wrote as a whole: a style sheet, a script, a picture. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function written(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeXml(part);
  if (typeof part === 'number') return String(Math.round(part * 10) / 10 + 0);
  if ('markup' in part) return part.markup;
  return part.map(written).join('');
}
