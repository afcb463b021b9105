import { type Block, heading } from './blocks.ts';

/** Where in a chapter the analyst's own words stand, in the order of the chapter. */
export const PLACES = [
  { id: 'start', title: 'В начале главы' },
  { id: 'before-tables', title: 'Перед таблицами' },
  { id: 'after-tables', title: 'После таблиц' },
  { id: 'dynamics', title: 'Динамика' },
  { id: 'recommendations', title: 'Рекомендации' },
  { id: 'measures', title: 'Меры' },
  { id: 'conclusions', title: 'Выводы' },
] as const;

export type PlaceId = (typeof PLACES)[number]['id'];

/** The analyst's words of one chapter, by place. */
export type ChapterTexts = Readonly<Partial<Record<PlaceId, readonly Block[]>>>;

/** The analyst's words of a whole report. */
export interface Texts {
  introduction: readonly Block[];
  /** By the number of the system. */
  chapters: Readonly<Record<string, ChapterTexts>>;
  conclusion: readonly Block[];
}

export const NO_TEXTS: Texts = { introduction: [], chapters: {}, conclusion: [] };

/** The words of a place under a heading of their own; nothing where nothing was written. */
export function withHeading(title: string, blocks: readonly Block[] | undefined): Block[] {
  return blocks && blocks.length > 0 ? [heading(2, title), ...blocks] : [];
}
