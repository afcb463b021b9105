import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnnualReport } from '../../../src/reports/annual/annual.ts';
import { type Block, heading, paragraph, type TableBlock } from '../../../src/reports/annual/blocks.ts';
import { composeAnnual } from '../../../src/reports/annual/compose.ts';
import { placeTexts } from '../../../src/reports/annual/place-texts.ts';
import { cellText } from '../../../src/reports/cell-text.ts';
import { writeDocument } from '../../../src/reports/docx/write.ts';
import { printable } from '../../../src/reports/plain-text.ts';
import { typeIn } from '../../../src/reports/report.ts';
import { ANNUAL_SAMPLE, TEXTS } from '../annual-sample.ts';

const HOSTILE = 'Школа <b>&"\'</b> ]]> \u0000\u0007\ud800 №\u00a05 &amp; {{x}}';

/** A part of the sample that has everything: a full chapter, an empty one, a hostile text. */
const SAMPLE: AnnualReport = {
  ...ANNUAL_SAMPLE,
  municipality: HOSTILE,
  chapters: ANNUAL_SAMPLE.chapters.filter(({ system }) => ['1.2', '2.1'].includes(system)),
};

const paper = composeAnnual(SAMPLE, placeTexts(TEXTS));
const blocks = paper.chapters.flatMap((chapter) => chapter.blocks);

let bytes: Uint8Array;
let parts: Record<string, string>;
let html: string;

beforeAll(async () => {
  bytes = await writeDocument(paper);
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path,
      path.endsWith('.png') ? '' : strFromU8(content),
    ]),
  );
  html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
}, 600_000);

const spaced = (text: string) => text.replace(/[\u00a0\s]+/g, ' ').trim();
const body = () => parts['word/document.xml']!;
/** Text of a piece of the document's XML. */
const textOf = (xml: string) =>
  spaced(
    [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );
/** Text of a piece of the document without the entries of its contents. */
const bodyOf = (xml: string) => textOf(xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, ''));
const paragraphs = () => body().match(/<w:p>.*?<\/w:p>/gs)!;
const inStyle = (style: string) =>
  paragraphs()
    .filter((xml) => xml.includes(`<w:pStyle w:val="${style}"/>`))
    .map(textOf);
const tableBlocks = (): TableBlock[] => blocks.filter((block) => block.kind === 'table');

describe('a document', () => {
  test('has the same bytes however often it is written', async () => {
    expect(Buffer.from(await writeDocument(paper)).equals(Buffer.from(bytes))).toBe(true);
  }, 600_000);

  test('is dated by the year of the report, in its properties and in the zip', () => {
    expect(parts['docProps/core.xml']).toContain('2021-08-31T00:00:00Z</dcterms:created>');
    expect(parts['docProps/core.xml']).toContain('2021-08-31T00:00:00Z</dcterms:modified>');
    // MS-DOS date of the first local header: 1 January 2000
    expect(bytes[12]! + bytes[13]! * 256).toBe(((2000 - 1980) << 9) | (1 << 5) | 1);
  });

  test('every part is well-formed, and hostile text is text', () => {
    for (const [path, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels|svg)$/.test(path)) continue;
      expect([path, parseDocument(xml, { xmlMode: true }).children.length > 0]).toEqual([path, true]);
      expect([path, /[\u0000-\u0008\ud800-\udfff]/.test(xml)]).toEqual([path, false]);
    }
    expect(inStyle('Issuer')[0]).toBe(spaced(printable(HOSTILE)));
  });

  test('headings are headings of Word, and the contents list them with their pages', () => {
    const stated = (level: number) =>
      blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === level ? [spaced(block.text)] : [],
      );
    for (const level of [1, 2, 3]) expect(inStyle(`Heading${level}`)).toEqual(stated(level));
    const entries = [...inStyle('TOC1'), ...inStyle('TOC2')];
    expect(entries.map((entry) => entry.replace(/\d+$/, ''))).toEqual([...stated(1), ...stated(2)]);
    for (const entry of entries) expect(entry).toMatch(/\d+$/);
    expect(body()).toMatch(/<w:instrText[^>]*>TOC [^<]*1-2/);
  });

  test('every style that is used is defined, with the names that Word knows', () => {
    const used = new Set(
      [...body().matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map(([, id]) => id!),
    );
    for (const id of used) expect(parts['word/styles.xml']).toContain(`w:styleId="${id}"`);
    for (const name of ['heading 1', 'heading 2', 'heading 3', 'caption', 'toc 1', 'Title', 'Таблица']) {
      expect(parts['word/styles.xml']!.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
    }
    expect(parts['word/styles.xml']).toContain('w:val="ru-RU"');
  });

  test('captions are counted by Word, one after the other', () => {
    const captions = inStyle('Caption');
    for (const label of ['Таблица', 'Рисунок']) {
      const numbers = captions.flatMap((text) => new RegExp(`^${label} (\\d+) — `).exec(text)?.[1] ?? []);
      expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
      expect(body()).toContain(`SEQ ${label}`);
    }
    const titled = tableBlocks().filter(({ title, table }) => title && table.rows.length > 0);
    expect(captions.filter((text) => text.startsWith('Таблица '))).toHaveLength(titled.length);
  });

  test('every table repeats its header and tears no row', () => {
    const tables = body().match(/<w:tbl>.*?<\/w:tbl>/gs)!;
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs)!;
      expect(rows[0]).toContain('<w:tblHeader/>');
      for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    }
  });

  test('charts are drawings with a fallback and words for those who do not see them', () => {
    const charts = tableBlocks().flatMap((block) => block.charts);
    const pictures = body().match(/<wp:docPr [^>]*>/g)!;
    expect(pictures).toHaveLength(charts.length);
    charts.forEach(({ chart }, index) => {
      expect(pictures[index]).toContain(`descr="${chart.description.replaceAll('"', '&quot;')}"`);
    });
    const media = (ending: string) => Object.keys(parts).filter((path) => path.endsWith(ending));
    expect(media('.svg')).toHaveLength(charts.length);
    expect(media('.png')).toHaveLength(charts.length);
    const png = unzipSync(bytes)[media('.png')[0]!]!;
    expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  });

  test('a wide table lies on turned paper, and the pages after it stand again', () => {
    const shapes = [...body().matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size]) =>
      size!.includes('landscape') ? 'turned' : 'upright',
    );
    // the cover is a section of its own
    expect(shapes).toEqual(['upright', 'upright', 'turned', 'upright']);
    expect(body()).toContain('w:w="11906" w:h="16838"');
    expect(body()).toContain('w:w="16838" w:h="11906"');
  });

  test('a heading lies on the same paper as the wide table under it', async () => {
    const wide = tableBlocks().find(({ title }) => title === 'Доля низких результатов за два года')!;
    const chapter = {
      blocks: [heading(1, 'Глава'), paragraph('Текст.'), paragraph('Ещё.'), heading(2, 'Широко'), wide],
    };
    const written = unzipSync(
      await writeDocument({
        ...paper,
        chapters: [chapter, { blocks: [heading(1, 'Конец'), paragraph('Слово.'), paragraph('Ещё.')] }],
      }),
    );
    const pages = strFromU8(written['word/document.xml']!).split(/<w:sectPr>.*?<\/w:sectPr>/s);
    // the last paragraph of a section holds its shape, before its own text
    const found = pages.map((xml) =>
      ['Текст.', 'Широко', 'Слово.'].filter((text) => bodyOf(xml).includes(text)),
    );
    expect(found).toEqual([[], ['Текст.'], ['Широко'], ['Слово.'], []]);
  }, 600_000);

  test('the cover has no running lines; all other pages have, with their number', () => {
    const [cover, next] = body().match(/<w:sectPr>.*?<\/w:sectPr>/gs)!;
    expect(cover).not.toContain('headerReference');
    expect(next).toContain('headerReference');
    expect(next).toContain('footerReference');
    const footer = Object.entries(parts).find(([path]) => /word\/footer\d/.test(path))![1];
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
  });
});

describe('what another program reads', () => {
  /** Cells of the tables, row by row. */
  const tables = () =>
    [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table]) =>
      [...table!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
        [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
          spaced(
            cell!
              .replace(/<[^>]*>/g, '')
              .replace(/&lt;/g, '<')
              .replace(/&gt;/g, '>'),
          ),
        ),
      ),
    );

  test('every number of every table stands in the document as the other reports show it', () => {
    const read = tables();
    for (const { table, title } of tableBlocks().filter((block) => block.table.rows.length > 0)) {
      const wanted = table.rows.map((row) =>
        table.columns.map((column) => spaced(cellText(row[column.key] ?? null, typeIn(column, row)))),
      );
      const header = table.columns.map((column) => spaced(column.title));
      // a split table is put together again by its columns
      const own = read.filter((one) => one[0]!.every((name) => header.includes(name)));
      const found = own.some((one) => one.length === wanted.length + 1);
      expect([title, found]).toEqual([title, true]);
      wanted.forEach((row, index) => {
        row.forEach((text, at) => {
          const holds = own.some((one) => one[index + 1]?.[one[0]!.indexOf(header[at]!)] === text);
          expect([title, header[at], text, holds]).toEqual([title, header[at], text, true]);
        });
      });
    }
  });

  test('every sentence is there with its numbers', () => {
    const read = spaced(
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    );
    const sentences = (blocks as readonly Block[]).flatMap((block) =>
      block.kind === 'sentences' ? block.sentences : [],
    );
    expect(sentences.length).toBeGreaterThan(10);
    for (const { text } of sentences) expect(read).toContain(spaced(text));
  });

  test("the analyst's lists, links and bold words are lists, links and bold words", () => {
    expect(html).toContain('<strong>отдел оценки качества</strong>');
    expect(html).toMatch(/<a href="https:\/\/example\.ru\/msoko">сайт<\/a>/);
    expect(html).toMatch(/<li>открыт филиал:<ol><li>в.посёлке;<\/li><li>в.городе\.<\/li><\/ol><\/li>/);
  });
});
