import { describe, expect, test } from 'vitest';
import { type Block, bullets, heading, paragraph } from '../../../src/reports/annual/blocks.ts';
import { readMarkdown } from '../../../src/reports/annual/markdown.ts';
import { chapterTemplate, placeTexts, wholeTemplate } from '../../../src/reports/annual/place-texts.ts';
import { PLACES } from '../../../src/reports/annual/texts.ts';

const blocks = (text: string): Block[] =>
  readMarkdown(text).flatMap((part) => (part.kind === 'block' ? [part.block] : []));

describe('Markdown of the analyst', () => {
  test('bold, italic and links', () => {
    expect(blocks('Это **важно** и *ново*: [сайт](https://example.ru/a?b=1&c=2).')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { text: 'Это ' },
          { text: 'важно', bold: true },
          { text: ' и ' },
          { text: 'ново', italic: true },
          { text: ': ' },
          { text: 'сайт', link: 'https://example.ru/a?b=1&c=2' },
          { text: '.' },
        ],
      },
    ]);
  });

  test('a link that could run something stays text', () => {
    expect(blocks('[сюда](javascript:alert(1)) и [файл](file:///etc/passwd)')).toEqual([
      { kind: 'paragraph', content: [{ text: 'сюда' }, { text: ' и ' }, { text: 'файл' }] },
    ]);
  });

  test('lists, nested ones too, keep their numbers and marks', () => {
    expect(blocks('1. первое\n2. второе\n   - внутри **второго**\n')).toEqual([
      {
        kind: 'list',
        items: [
          { level: 0, ordered: true, content: [{ text: 'первое' }] },
          { level: 0, ordered: true, content: [{ text: 'второе' }] },
          { level: 1, ordered: false, content: [{ text: 'внутри ' }, { text: 'второго', bold: true }] },
        ],
      },
    ]);
  });

  test('a table, a quotation, broken lines', () => {
    const [table, quote] = blocks('| А | Б |\n|---|---|\n| 1 | **2** |\n\n> сказано\n> дважды');
    expect(table).toMatchObject({
      kind: 'table',
      table: { columns: [{ title: 'А' }, { title: 'Б' }], rows: [{ 0: '1', 1: '2' }] },
    });
    expect(quote).toEqual({ kind: 'paragraph', quote: true, content: [{ text: 'сказано дважды' }] });
  });

  test('HTML is text, comments are not', () => {
    expect(blocks('<!-- пояснение\n\nв три строки -->\n\n1 < 2 & <b>3</b> &lt;4&gt;')).toEqual([
      {
        kind: 'paragraph',
        content: [{ text: '1 < 2 & ' }, { text: '<b>' }, { text: '3' }, { text: '</b>' }, { text: ' <4>' }],
      },
    ]);
    expect(blocks('<!-- не закрыт')).toEqual([]);
  });

  test('a byte order mark and line ends of Windows do not matter', () => {
    expect(blocks('\ufeffОдин\r\n\r\nДва\r\n')).toEqual([paragraph('Один'), paragraph('Два')]);
  });
});

describe('places of a chapter', () => {
  test('a heading with the name of a place opens it; another stays a heading of the text', () => {
    const { chapters } = placeTexts(
      new Map([
        [
          '1.2',
          'Сразу.\n\n# Перед Таблицами:\n\nДо.\n\n### Особенности года\n\nСельские школы.\n\n## Выводы\n\n- итог\n',
        ],
      ]),
    );
    expect(chapters).toEqual({
      '1.2': {
        start: [paragraph('Сразу.')],
        'before-tables': [paragraph('До.'), heading(3, 'Особенности года'), paragraph('Сельские школы.')],
        conclusions: [bullets(['итог'])],
      },
    });
  });

  test('what a new file holds says how to write, and nothing of it gets into the report', () => {
    const template = chapterTemplate('1.2', 'Школы с низкими результатами');
    for (const { title } of PLACES) expect(template).toContain(`## ${title}`);
    expect(placeTexts(new Map([['1.2', template]])).chapters).toEqual({ '1.2': {} });
    expect(placeTexts(new Map([['введение', wholeTemplate('введения')]])).introduction).toEqual([]);
  });

  test('every place named in a new file is found again', () => {
    const filled = chapterTemplate('1.2', 'Школы').replace(/^## (.*)$/gm, '## $1\n\nТекст места «$1».');
    const texts = placeTexts(new Map([['1.2', filled]])).chapters['1.2']!;
    expect(Object.keys(texts)).toEqual(PLACES.map(({ id }) => id));
    for (const { id, title } of PLACES) expect(texts[id]).toEqual([paragraph(`Текст места «${title}».`)]);
  });

  test('other files of the folder are not chapters', () => {
    expect(placeTexts(new Map([['черновик', 'Не надо.']])).chapters).toEqual({});
  });
});
