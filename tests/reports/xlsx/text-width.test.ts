import { expect, test } from 'vitest';
import { lineCount, textWidth } from '../../../src/reports/xlsx/text-width.ts';

test('capitals and wide letters take more room than small ones', () => {
  expect(textWidth('МБОУ')).toBeGreaterThan(textWidth('мбоу'));
  expect(textWidth('шшшш')).toBeGreaterThan(textWidth('гггг') * 2);
  expect(textWidth('школа', true)).toBeGreaterThan(textWidth('школа'));
});

test('a text that just fits stands on one line, and one word more makes it two', () => {
  const text = 'МБОУ «СОШ № 1»';
  expect(lineCount(text, textWidth(text))).toBe(1);
  expect(lineCount(`${text} п. Приозёрный`, textWidth(text))).toBe(2);
});

test('a word longer than the column is cut into as many lines as it needs', () => {
  expect(lineCount('о'.repeat(30), textWidth('о'.repeat(10)) + 0.01)).toBe(3);
  expect(lineCount('', 10)).toBe(1);
});
