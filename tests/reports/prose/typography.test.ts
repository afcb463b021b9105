import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from '../../../src/reports/prose/typography.ts';

/** `~` stands for a no-break space. */
const shown = (text: string) => typeset(text).replaceAll('\u00a0', '~');

test.each([
  ['Школа № 5', 'Школа №~5'],
  ['Доля — 25,0 %', 'Доля~— 25,0~%'],
  ['3 из 12 школ', '3~из~12~школ'],
  ['и в школе, и до неё', 'и~в~школе, и~до~неё'],
  ['(с 1 сентября)', '(с~1~сентября)'],
  ['п. 1.2 Положения', 'п.~1.2 Положения'],
  ['диапазон 5–18 лет', 'диапазон 5–18~лет'],
  ['Ничего', 'Ничего'],
  ['', ''],
])('«%s» is set as «%s»', (text, set) => {
  expect(shown(text)).toBe(set);
});

test('nothing but spaces ever changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(typeset(text).replace(/\s/gu, ' ')).toBe(text.replace(/\s/gu, ' '));
    }),
  );
});
