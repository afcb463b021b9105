import { describe, expect, test } from 'vitest';
import type { Block, TableBlock } from '../../../src/reports/annual/blocks.ts';
import { composeAnnual } from '../../../src/reports/annual/compose.ts';
import { placeTexts } from '../../../src/reports/annual/place-texts.ts';
import { cellText } from '../../../src/reports/cell-text.ts';
import { ANNUAL_SAMPLE, TEXTS } from '../annual-sample.ts';

const paper = composeAnnual(ANNUAL_SAMPLE, placeTexts(TEXTS));

/** Blocks of the chapter whose heading begins so. */
function chapter(beginning: string): readonly Block[] {
  return paper.chapters.find(({ blocks }) => {
    const [first] = blocks;
    return first?.kind === 'heading' && first.text.startsWith(beginning);
  })!.blocks;
}

/** Everything that the blocks say, line by line. */
function saying(blocks: readonly Block[]): string[] {
  const plain = (content: readonly { text: string }[]) => content.map(({ text }) => text).join('');
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'sentences') return block.sentences.map(({ text }) => text);
    if (block.kind === 'list') return block.items.map(({ content }) => plain(content));
    return [block.kind === 'paragraph' ? plain(block.content) : (block.title ?? '')];
  });
}

const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const tables = (blocks: readonly Block[]): TableBlock[] => blocks.filter((block) => block.kind === 'table');

describe('the annual report', () => {
  test('has an introduction, a chapter for each of the ten systems, a conclusion and two appendices', () => {
    expect(paper.chapters.map(({ blocks }) => headings(blocks)[0]!.slice(0, 12))).toEqual([
      'Введение',
      ...ANNUAL_SAMPLE.chapters.map(({ system, title }) => `${system}. ${title}`.slice(0, 12)),
      'Заключение',
      'Приложение А',
      'Приложение Б',
    ]);
  });

  test('has no conclusion where nobody wrote one', () => {
    const bare = composeAnnual(ANNUAL_SAMPLE);
    expect(bare.chapters.map(({ blocks }) => headings(blocks)[0])).not.toContain('Заключение');
  });

  test('a chapter goes from goals to conclusions', () => {
    expect(headings(chapter('1.2.'))).toEqual([
      '1.2. Система работы со школами с низкими результатами обучения',
      'Цели',
      'Что измерялось',
      'Результаты',
      'Динамика',
      'Рекомендации',
      'Руководителям школ',
      'Методической службе',
      'Меры и их эффект',
      'Выводы',
      'По школам',
    ]);
  });

  test('a system without values says so, shows no empty heading and no number', () => {
    expect(saying(chapter('2.1.'))).toEqual([
      '2.1. Объективность процедур оценки качества и олимпиад школьников',
      'Что измерялось',
      'Показатели по этой системе не переданы в отчёт.',
      'Результаты',
      'Значений показателей за 2021 год нет: ни один показатель не вычислен.',
      'Меры по этой системе не зарегистрированы.',
    ]);
  });

  test('an indicator without data is listed with its reason', () => {
    expect(saying(chapter('1.2.'))).toContain(
      'Доля педагогов с положительной динамикой компетенций: результаты повторной диагностики не загружены',
    );
  });

  test('recommendations stand under their addressees with their grounds', () => {
    expect(saying(chapter('1.2.'))).toContain(
      'Закрепить наставников за учителями математики. Основание: положительной динамики нет ни в одной школе из 3 (раздел 1.2, показатель 2).',
    );
  });

  test("the analyst's words stand in their places", () => {
    const said = saying(chapter('1.2.'));
    expect(said[1]).toBe('Год был особенным.');
    expect(said[said.indexOf('Результаты') + 1]).toBe('В октябре изменился состав участников:');
    expect(said.slice(said.indexOf('По школам'))).toEqual([
      'По школам',
      'Помощь нужна прежде всего сельским школам.',
      '',
    ]);
  });

  test('every sentence states the numbers that it carries, and the tables of its chapter agree', () => {
    for (const { blocks } of paper.chapters) {
      const cells = new Set(
        tables(blocks).flatMap(({ table }) =>
          table.rows.flatMap((row) => table.columns.map(({ key, type }) => cellText(row[key] ?? null, type))),
        ),
      );
      for (const block of blocks) {
        if (block.kind !== 'sentences') continue;
        for (const { text, numbers } of block.sentences) {
          for (const { shown } of numbers) expect(text).toContain(shown);
          if (!block.list) continue;
          const shares = numbers.filter(({ shown }) => shown.endsWith('%')).map(({ shown }) => shown);
          expect(shares.filter((shown) => !cells.has(shown))).toEqual([]);
        }
      }
    }
  });

  test('the overview counts every indicator once', () => {
    const [overview] = tables(chapter('Введение'));
    for (const row of overview!.table.rows) {
      const parts = ['computed', 'incomplete', 'withheld', 'lacking', 'outside'].map((key) =>
        Number(row[key]),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(row.indicators);
    }
  });

  test('a document sends nobody to a sheet of a workbook', () => {
    const [sheet] = ANNUAL_SAMPLE.chapters[1]!.tables;
    const notes = [
      'Доли в целом. Подробно — на листе «Методика». Листы бумаги считали.',
      'См. лист «Итоги».',
    ];
    const chapters = [{ ...ANNUAL_SAMPLE.chapters[1]!, tables: [{ ...sheet!, notes }] }];
    const said = composeAnnual({ ...ANNUAL_SAMPLE, chapters }).chapters[1]!.blocks;
    const table = tables(said).find(({ title }) => title === sheet!.title);
    expect(table!.notes).toEqual(['Доли в целом. Листы бумаги считали.']);
  });

  test('a chart that draws from no table of the report is a defect, not an empty picture', () => {
    const [sheet] = ANNUAL_SAMPLE.chapters[1]!.tables;
    const lost = { ...sheet!, charts: [{ ...sheet!.charts![0]!, table: 'nowhere' }] };
    const broken = { ...ANNUAL_SAMPLE, chapters: [{ ...ANNUAL_SAMPLE.chapters[1]!, tables: [lost] }] };
    expect(() => composeAnnual(broken)).toThrow(/nowhere/);
  });
});

describe('the introduction of a public report', () => {
  const [first, ...rest] = ANNUAL_SAMPLE.chapters;
  const hidden = composeAnnual({
    ...ANNUAL_SAMPLE,
    chapters: [
      {
        ...first!,
        indicators: first!.indicators.map((one) => ({ ...one, value: null, withheld: { value: 'скрыто' } })),
      },
      ...rest,
    ],
  });
  const introduction = hidden.chapters[0]!.blocks;

  test('tells values that are hidden from values that there are not', () => {
    const count = first!.indicators.length;
    const text = saying(introduction).join('\n').replaceAll('\u00a0', ' ');
    expect(text).toContain(`вычислены, но скрыты ради защиты сведений о людях: ${count};`);
    expect(text).not.toContain('без значений остались');
    expect(tables(introduction)[0]!.table.rows[0]).toMatchObject({ withheld: count, computed: 0 });
  });

  test('has no column of hidden values where nothing is hidden', () => {
    const keys = tables(paper.chapters[0]!.blocks)[0]!.table.columns.map(({ key }) => key);
    expect(keys).not.toContain('withheld');
  });
});
