import mammoth from 'mammoth';
import { readPage, tableTexts } from '../reports/html/read-page.ts';

/** A chapter of a document as another program reads it: its tables under their captions, its paragraphs and list items. */
export interface DocumentChapter {
  title: string;
  tables: { title: string; texts: string[][] }[];
  paragraphs: string[];
  items: { heading: string; text: string }[];
}

/** Chapters by their headings; what stands before the first one is left out. */
export async function readDocument(bytes: Buffer): Promise<DocumentChapter[]> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage });
  const chapters: DocumentChapter[] = [];
  let [heading, caption] = ['', ''];
  for (const element of readPage(`<main>${value}</main>`)) {
    const { name, text: raw, parent, children } = element;
    if (parent?.name !== 'main') continue;
    const text = raw.replaceAll('\u00a0', ' ');
    const chapter = chapters.at(-1);
    if (name === 'h1') chapters.push({ title: text, tables: [], paragraphs: [], items: [] });
    else if (!chapter) continue;
    else if (/^h\d$/.test(name)) heading = text;
    else if (name === 'ul')
      for (const item of children) chapter.items.push({ heading, text: item.text.replaceAll('\u00a0', ' ') });
    else if (name === 'table') {
      chapter.tables.push({ title: caption, texts: tableTexts(element) });
    } else if (/^(Таблица \d+ — |Продолжение таблицы «)/.test(text))
      caption = text.replace(/^Таблица \d+ — |^Продолжение таблицы «|»$/g, '');
    else chapter.paragraphs.push(text);
  }
  return chapters;
}
