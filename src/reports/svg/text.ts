import { lettersWidth } from '../letter-widths.ts';
import { type Markup, markup } from '../markup.ts';

/** Size of letters and height of a line, in pixels of the picture. */
export const FONT = 12;
export const LINE = 15;
/** The reader's font may be a little wider than Arial. */
const SPARE = 1.04;

/** Width of a text in pixels of the picture. */
export function widthOf(text: string): number {
  return lettersWidth(text) * FONT * SPARE;
}

/** Breaks a text at its spaces into lines of at most `room` pixels; a longer word stands alone and overhangs. */
export function linesOf(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** At most `most` lines, the last of them cut with dots where there were more. */
export function shortened(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[ ,;:.]+$/, '')}…`];
}

export interface TextPlace {
  x: number;
  /** The middle of the text's height. */
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  bold?: boolean;
  /** A white edge, so that it is read over lines and fills. */
  halo?: boolean;
}

/** Lines of text around a place. */
export function textAt(text: string | readonly string[], place: TextPlace): Markup {
  const { x, y, anchor = 'start', fill, bold, halo } = place;
  const lines = typeof text === 'string' ? [text] : text;
  const first = y - ((lines.length - 1) * LINE) / 2 + FONT * 0.36;
  const look = [
    anchor !== 'start' && markup` text-anchor="${anchor}"`,
    fill !== undefined && markup` fill="${fill}"`,
    bold && markup` font-weight="bold"`,
    halo && markup` stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
  ];
  if (lines.length === 1) return markup`<text x="${x}" y="${first}"${look}>${lines[0]!}</text>`;
  return markup`<text${look}>${lines.map((line, index) => markup`<tspan x="${x}" y="${first + index * LINE}">${line}</tspan>`)}</text>`;
}

/** A text that reads upwards: it begins at a place, ends there, or has its middle there. */
export function uprightText(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Markup {
  return markup`<text transform="translate(${x + FONT * 0.36},${y}) rotate(-90)" text-anchor="${anchor}">${text}</text>`;
}
