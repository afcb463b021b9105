import {
  type FileChild,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  SequentialIdentifier,
  TextRun,
} from 'docx';
import type { Block, ListItem, TableBlock } from '../annual/blocks.ts';
import { hasDrawing, renderChart } from '../svg/chart.ts';
import { BULLETS, LIST_LEVELS, NUMBERS } from './lists.ts';
import { type PageShape, TURNED, UPRIGHT } from './page.ts';
import { wordPicture } from './picture.ts';
import { STYLE } from './styles.ts';
import { wordTable } from './table.ts';
import { columnWidths, fitTable } from './table-widths.ts';
import { runs, setText } from './text.ts';

/** Part of the document on pages of one shape. */
export interface Piece {
  shape: PageShape;
  children: FileChild[];
  /** Goes with what follows where that lies on other paper: a page must not hold a few notes only. */
  after?: FileChild[];
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A writer of blocks; it remembers how many lists there were, so that each numbered one begins with 1. */
export function blockWriter(): (block: Block) => Promise<Piece> {
  let lists = 0;
  return async (block) => {
    if (block.kind === 'table') return tablePiece(block);
    return { shape: UPRIGHT, children: textBlock(block, () => ++lists) };
  };
}

function textBlock(block: Exclude<Block, TableBlock>, nextList: () => number): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          pageBreakBefore: block.level === 1,
          children: [new TextRun(setText(block.text))],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({ style: block.quote ? STYLE.quote : STYLE.body, children: runs(block.content) }),
      ];
    case 'list':
      return list(block.items, nextList());
    case 'sentences':
      return block.list
        ? list(
            block.sentences.map(({ text }) => ({ level: 0, ordered: false, content: [{ text }] })),
            nextList(),
          )
        : [body(block.sentences.map(({ text }) => text).join(' '))];
  }
}

function list(items: readonly ListItem[], instance: number): Paragraph[] {
  return items.map(
    ({ level, ordered, content }) =>
      new Paragraph({
        style: STYLE.listItem,
        numbering: {
          reference: ordered ? NUMBERS : BULLETS,
          level: Math.min(level, LIST_LEVELS - 1),
          instance,
        },
        children: runs(content),
      }),
  );
}

/** A table with its caption, notes and charts; one that is too wide for the page stands on turned pages, in parts if need be. */
async function tablePiece(block: TableBlock): Promise<Piece> {
  const { title, lead, table, notes, charts, keyColumns } = block;
  if (table.rows.length === 0) {
    return { shape: UPRIGHT, children: [...lead.map((text) => body(text)), body(table.empty)] };
  }
  const shape = columnWidths(table, UPRIGHT.textWidth) ? UPRIGHT : TURNED;
  const children: FileChild[] = lead.map((text) => body(text, true));
  for (const [index, part] of fitTable(table, keyColumns, shape.textWidth).entries()) {
    if (title !== undefined) {
      children.push(index === 0 ? caption('Таблица', title, true) : continuation(title));
    }
    children.push(wordTable(part.table, part.widths), new Paragraph({ style: STYLE.gap }));
  }
  const noted = notes.map((text) => note(text));
  if (shape === TURNED && charts.every(({ chart }) => chart.kind === 'matrix')) {
    return { shape, children, after: noted };
  }
  children.push(...noted);
  for (const { chart, table: drawn } of charts) {
    // a matrix is the table itself: its cells hold signs, and it goes over pages
    if (chart.kind === 'matrix') continue;
    if (!hasDrawing(chart, drawn)) {
      children.push(note(`Диаграммы «${chart.title}» нет: показывать нечего.`));
      continue;
    }
    children.push(await wordPicture(chart, renderChart(chart, drawn), shape.picture));
    children.push(caption('Рисунок', chart.title, false));
  }
  return { shape, children };
}

const body = (text: string, keepNext = false): Paragraph =>
  new Paragraph({ style: STYLE.body, keepNext, children: [new TextRun(setText(text))] });

const note = (text: string): Paragraph =>
  new Paragraph({ style: STYLE.note, children: [new TextRun(setText(text))] });

/** «Таблица 1 — …» with a number that Word counts. */
function caption(label: 'Таблица' | 'Рисунок', title: string, above: boolean): Paragraph {
  const children: ParagraphChild[] = [
    new TextRun(`${label}\u00a0`),
    new SequentialIdentifier(label),
    new TextRun(`\u00a0— ${setText(title)}`),
  ];
  return new Paragraph({ style: STYLE.caption, keepNext: above, children });
}

const continuation = (title: string): Paragraph =>
  new Paragraph({
    style: STYLE.caption,
    keepNext: true,
    children: [new TextRun(setText(`Продолжение таблицы «${title}»`))],
  });
