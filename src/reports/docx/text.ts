import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Span } from '../annual/blocks.ts';
import { printable } from '../plain-text.ts';
import { typeset } from '../prose/typography.ts';

/** Text as the file takes it: nothing that XML forbids, spaces that hold together what belongs together. */
export const setText = (text: string): string => typeset(printable(text));

/** Spans as runs; a link is clickable. */
export function runs(spans: readonly Span[]): ParagraphChild[] {
  return spans.map(({ text, bold, italic, link }) => {
    const look = { text: setText(text), ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) };
    return link === undefined
      ? new TextRun(look)
      : new ExternalHyperlink({ link, children: [new TextRun({ ...look, style: 'Hyperlink' })] });
  });
}
