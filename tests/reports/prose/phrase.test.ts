import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, measured, share } from '../../../src/reports/prose/amounts.ts';
import { capital, listed, say } from '../../../src/reports/prose/phrase.ts';

const SCHOOLS = ['школа', 'школы', 'школ'] as const;

test('a sentence carries every number that it states, in their order', () => {
  const inner = say`${count(3, SCHOOLS)} (${share(0.25)})`;
  const sentence = say`В зоне риска ${inner}, индекс ${measured(1.5)}.`;
  expect(sentence.text).toBe('В зоне риска 3\u00a0школы (25,0\u00a0%), индекс 1,5.');
  expect(sentence.numbers).toEqual([
    { value: 3, shown: '3' },
    { value: 0.25, shown: '25,0\u00a0%' },
    { value: 1.5, shown: '1,5' },
  ]);
});

test.each([
  [[], ''],
  [['а'], 'а'],
  [['а', 'б'], 'а и б'],
  [['а', 'б', 'в'], 'а, б и в'],
])('a list of %j reads «%s»', (parts, text) => {
  expect(listed(parts).text).toBe(text);
});

test('a sentence begins with a capital', () => {
  expect(capital(say`ёлка: ${count(1, SCHOOLS)}`).text).toBe('Ёлка: 1\u00a0школа');
});

test('whatever numbers are stated, all of them can be read back from the text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 6 }), (values) => {
      const { text, numbers } = listed(values.map((value) => count(value, SCHOOLS)));
      expect(numbers.map(({ value }) => value)).toEqual(values);
      const read = [...text.matchAll(/\d[\d\u00a0]*(?=\u00a0школ)/g)].map(([digits]) =>
        Number(digits.replaceAll('\u00a0', '')),
      );
      expect(read).toEqual(values);
    }),
  );
});
