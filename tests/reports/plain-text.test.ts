import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, wrapText } from '../../src/reports/plain-text.ts';

test('escape sequences, halves of characters and line breaks do not reach a report', () => {
  expect(printable('Школа\u001b[31m №\r\n5\ud800')).toBe('Школа[31m № 5\ufffd');
  expect(printable('😀 школа')).toBe('😀 школа');
});

test('a text breaks at spaces, then at no-break spaces, then inside words', () => {
  expect(wrapText('Средняя школа посёлка', 8)).toEqual(['Средняя', 'школа', 'посёлка']);
  expect(wrapText('2018: 25,0\u00a0%\u00a0(3\u00a0из\u00a012)', 11)).toEqual([
    '2018:',
    '25,0\u00a0%\u00a0(3',
    'из\u00a012)',
  ]);
  expect(wrapText('Наркологический', 8)).toEqual(['Нарколог', 'ический']);
});

test('wrapping keeps every line within the width and loses no letter', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrapText(text, width);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/[ \u00a0]/g, '')).toBe(printable(text).replace(/[ \u00a0]/g, ''));
    }),
  );
});

test('a terminal without any width gets one character a line rather than none for ever', () => {
  for (const width of [0, -7]) expect(wrapText('дом', width)).toEqual(['д', 'о', 'м']);
});
