import { expect, test } from 'vitest';
import { count, measured, outOf, percentagePoints, share } from '../../../src/reports/prose/amounts.ts';

/** Texts are compared with plain spaces in place of no-break ones. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 школ'],
  [1, '1 школа'],
  [2, '2 школы'],
  [5, '5 школ'],
  [11, '11 школ'],
  [12, '12 школ'],
  [21, '21 школа'],
  [22, '22 школы'],
  [101, '101 школа'],
  [111, '111 школ'],
  [1000, '1 000 школ'],
])('%d → %s', (value, text) => {
  expect(spaced(count(value, ['школа', 'школы', 'школ']).text)).toBe(text);
});

test.each([
  [0, '0 процентных пунктов'],
  [0.01, '1 процентный пункт'],
  [0.02, '2 процентных пункта'],
  [0.05, '5 процентных пунктов'],
  [0.11, '11 процентных пунктов'],
  [0.21, '21 процентный пункт'],
  [1.01, '101 процентный пункт'],
  [0.032, '3,2 процентного пункта'],
  [0.0105, '1,1 процентного пункта'],
  [0.05001, '5 процентных пунктов'],
  [0.001, '0,1 процентного пункта'],
])('a difference of %d is %s', (difference, text) => {
  expect(spaced(percentagePoints(difference).text)).toBe(text);
});

test('a share, a part of a whole, points with a fraction', () => {
  expect(spaced(share(0.25).text)).toBe('25,0 %');
  expect(outOf(3, 12).text).toBe('3 из 12');
  expect(measured(52.5).text).toBe('52,5');
});
