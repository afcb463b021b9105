import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths, fitTable } from '../../../src/reports/docx/table-widths.ts';
import type { ReportColumn, ReportTable } from '../../../src/reports/report.ts';

const ROOM = 9354;

function table(titles: readonly string[], value: string | number = 0.25): ReportTable {
  const columns = titles.map(
    (title, index): ReportColumn => ({ key: String(index), title, type: index === 0 ? 'text' : 'share' }),
  );
  const row = Object.fromEntries(columns.map(({ key }, index) => [key, index === 0 ? 'Школа' : value]));
  return { id: 't', empty: 'Нет.', columns, rows: [row] };
}

const papers = (count: number) => [
  'Школа',
  ...Array.from({ length: count }, (_, index) => `Работа ${index}`),
];
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

describe('a table on paper', () => {
  test('fills the width of the page', () => {
    expect(sum(columnWidths(table(papers(3)), ROOM)!)).toBe(ROOM);
  });

  test('gives a long text more room than numbers', () => {
    const long = table(['Показатель', 'Доля']);
    const text = 'Доля обучающихся, охваченных сопровождением, в общем числе обучающихся муниципалитета';
    const [first, second] = columnWidths({ ...long, rows: [{ 0: text, 1: 0.5 }] }, ROOM)!;
    expect(first).toBeGreaterThan(second! * 3);
  });

  test('does not fit when even its words have no room', () => {
    expect(columnWidths(table(papers(40)), ROOM)).toBeUndefined();
  });

  test('is split into parts of about as many columns, each beginning with the names of the rows', () => {
    const parts = fitTable(table(papers(23)), 1, ROOM).map((part) => part.table.columns);
    expect(parts.length).toBeGreaterThan(1);
    for (const columns of parts) expect(columns[0]!.title).toBe('Школа');
    const sizes = parts.map((columns) => columns.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(parts.length);
  });

  test('loses no column and repeats none, however wide it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 2 }), (count, keys) => {
        const whole = table(papers(count));
        const parts = fitTable(whole, keys, ROOM);
        expect(parts.flatMap((part) => part.table.columns.slice(keys))).toEqual(whole.columns.slice(keys));
        for (const part of parts) {
          expect(part.widths).toHaveLength(part.table.columns.length);
          expect(sum(part.widths)).toBeLessThanOrEqual(ROOM);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a single word that is wider than the page is broken, not lost', () => {
    const [part] = fitTable(table(['Школа', 'Ы'.repeat(300)]), 1, ROOM);
    expect(part!.table.columns).toHaveLength(2);
    expect(sum(part!.widths)).toBeLessThanOrEqual(ROOM);
  });
});
