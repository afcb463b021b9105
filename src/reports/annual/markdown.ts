import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import type { ReportTable } from '../report.ts';
import type { Block, ListItem, Span } from './blocks.ts';

/** Addresses that a link may lead to; others stay text. */
const SAFE_ADDRESS = /^(https?:\/\/|mailto:)/i;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  mdash: '—',
};

/** A heading of the text, or a block that stands under it. */
export type MarkdownPart = { kind: 'title'; depth: number; text: string } | { kind: 'block'; block: Block };

/**
 * Reads Markdown: paragraphs, lists, bold, italic, links, quotations, tables. Comments are left out, other HTML stays
 * as it is written, pictures become their description.
 */
export function readMarkdown(text: string): MarkdownPart[] {
  const tokens = marked.lexer(text.replace(/^\ufeff/, '').replace(/<!--[\s\S]*?(-->|$)/g, ''));
  return tokens.flatMap((token) => partsOf(token as MarkedToken));
}

function partsOf(token: MarkedToken): MarkdownPart[] {
  if (token.type === 'heading') return [{ kind: 'title', depth: token.depth, text: plainText(token.tokens) }];
  return blocksOf(token).map((block) => ({ kind: 'block', block }));
}

function blocksOf(token: MarkedToken): Block[] {
  switch (token.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: spans(token.tokens) }];
    case 'list':
      return [{ kind: 'list', items: listItems(token, 0) }];
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) =>
        blocksOf(inner as MarkedToken).map((block) =>
          block.kind === 'paragraph' ? { ...block, quote: true } : block,
        ),
      );
    case 'table':
      return [tableOf(token)];
    case 'code':
    case 'html':
    case 'text':
      return token.text.trim() === ''
        ? []
        : [{ kind: 'paragraph', content: [{ text: unescaped(token.text.trim()) }] }];
    default:
      // blank lines, rules and definitions of links show nothing
      return [];
  }
}

function listItems(list: Tokens.List, level: number): ListItem[] {
  return list.items.flatMap((item) => {
    const nested = item.tokens.filter((token) => token.type === 'list') as Tokens.List[];
    const own = item.tokens.filter((token) => token.type !== 'list');
    const content = own.flatMap((token, index) => [
      ...(index > 0 && token.type !== 'space' ? [{ text: ' ' }] : []),
      ...spans([token]),
    ]);
    return [
      { level, ordered: list.ordered, content },
      ...nested.flatMap((inner) => listItems(inner, level + 1)),
    ];
  });
}

function tableOf({ header, rows }: Tokens.Table): Block {
  const table: ReportTable = {
    id: 'text',
    empty: '',
    columns: header.map(({ tokens }, index) => ({
      key: String(index),
      title: plainText(tokens),
      type: 'text',
      wrap: true,
    })),
    rows: rows.map((cells) =>
      Object.fromEntries(cells.map(({ tokens }, index) => [String(index), plainText(tokens)])),
    ),
  };
  return { kind: 'table', lead: [], table, keyColumns: 1, notes: [], charts: [] };
}

/** Inline tokens as spans; `look` is what stands around them. */
function spans(tokens: readonly Token[] | undefined, look: Omit<Span, 'text'> = {}): Span[] {
  return (tokens ?? []).flatMap((token): Span[] => {
    switch (token.type) {
      case 'strong':
        return spans(token.tokens, { ...look, bold: true });
      case 'em':
        return spans(token.tokens, { ...look, italic: true });
      case 'link':
        return SAFE_ADDRESS.test(token.href)
          ? spans(token.tokens, { ...look, link: token.href })
          : spans(token.tokens, look);
      case 'br':
        return [{ ...look, text: ' ' }];
      case 'checkbox':
        return [];
      default: {
        if ('tokens' in token && token.tokens) return spans(token.tokens, look);
        const text = 'text' in token ? String(token.text) : token.raw;
        return text === '' ? [] : [{ ...look, text: unescaped(text).replace(/\s*\n\s*/g, ' ') }];
      }
    }
  });
}

const plainText = (tokens: readonly Token[] | undefined): string =>
  spans(tokens)
    .map(({ text }) => text)
    .join('');

/** The few entities that people type by hand. */
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp|mdash);/g, (_, name: string) => ENTITIES[name]!);
