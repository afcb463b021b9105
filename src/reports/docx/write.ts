import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { PaperDocument } from '../annual/blocks.ts';
import { blockWriter, type Piece } from './blocks.ts';
import { NUMBERING } from './lists.ts';
import { finishPackage } from './package.ts';
import { PAPER, type PageShape, TURNED, UPRIGHT } from './page.ts';
import { BASE_STYLES, STYLE, STYLES } from './styles.ts';
import { setText } from './text.ts';

/**
 * Writes a long text as a DOCX: cover, contents, chapters. Equal documents give equal bytes.
 */
export async function writeDocument(paper: PaperDocument): Promise<Uint8Array> {
  const pieces = await piecesOf(paper);
  const running = runningLines(paper);
  // without its numbers of headings, for which it would read the whole document once more: there are none
  const estimate = estimatePageNumbersWith({ guess: true });
  const document = new Document({
    title: paper.title,
    subject: paper.subtitle,
    creator: 'msoko',
    lastModifiedBy: 'msoko',
    externalStyles: BASE_STYLES,
    styles: STYLES,
    numbering: { config: NUMBERING },
    pageNumbers: (...written) => estimate(...written),
    sections: [
      { properties: pageOf(UPRIGHT), children: cover(paper) },
      // sections without their own header and footer take those of the section before
      ...pieces.map(
        ({ shape, children }, index): ISectionOptions => ({
          properties: pageOf(shape),
          ...(index === 0 ? running : {}),
          children,
        }),
      ),
    ],
  });
  return finishPackage(new Uint8Array(await Packer.toBuffer(document)), paper.year);
}

/** The contents and the chapters, on paper of the shapes that they need. */
async function piecesOf({ chapters }: PaperDocument): Promise<Piece[]> {
  const write = blockWriter();
  const pieces: Piece[] = [{ shape: UPRIGHT, children: contents() }];
  let after: Piece['children'] = [];
  for (const { blocks } of chapters) {
    // a heading goes with what stands under it
    let headings: Piece['children'] = [];
    for (const block of blocks) {
      const piece = await write(block);
      // a chapter begins on a page of its own: what precedes it stays where it is
      if (block.kind === 'heading' && block.level === 1) pieces.at(-1)!.children.push(...after.splice(0));
      if (block.kind === 'heading') {
        headings.push(...piece.children);
        continue;
      }
      const children = [...after, ...headings, ...piece.children];
      const last = pieces.at(-1)!;
      if (last.shape === piece.shape) last.children.push(...children);
      else pieces.push({ shape: piece.shape, children });
      headings = [];
      after = [...(piece.after ?? [])];
    }
    pieces.at(-1)!.children.push(...after.splice(0), ...headings);
  }
  return pieces;
}

function pageOf(shape: PageShape): NonNullable<ISectionOptions['properties']> {
  const orientation = shape === TURNED ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { type: SectionType.NEXT_PAGE, page: { size: { ...PAPER, orientation }, margin: shape.margin } };
}

function cover({ issuer, title, subtitle, imprint }: PaperDocument): Paragraph[] {
  const line = (style: string, text: string) =>
    new Paragraph({ style, children: [new TextRun(setText(text))] });
  return [
    ...issuer.map((text) => line(STYLE.issuer, text)),
    line(STYLE.title, title),
    line(STYLE.subtitle, subtitle),
    ...imprint.map(
      (text) =>
        new Paragraph({
          style: STYLE.issuer,
          spacing: { before: 5200 },
          children: [new TextRun(setText(text))],
        }),
    ),
  ];
}

/** «Содержание»: a field that Word renews, filled with what it will show. */
function contents(): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: STYLE.contents, children: [new TextRun('Содержание')] }),
    new TableOfContents('Содержание', { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function runningLines({ runningTitle }: PaperDocument): Pick<ISectionOptions, 'headers' | 'footers'> {
  return {
    headers: {
      default: new Header({
        children: [new Paragraph({ style: STYLE.header, children: [new TextRun(setText(runningTitle))] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: STYLE.footer,
            children: [
              new TextRun({
                children: ['Страница\u00a0', PageNumber.CURRENT, ' из\u00a0', PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
  };
}
