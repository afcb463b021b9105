import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, type Gender, type Measure, subjectOf } from '../../../src/reports/prose/change.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each<[number, number, Measure, Gender, string]>([
  [0.218, 0.25, 'share', 'feminine', 'выросла на 3,2 процентного пункта'],
  [0.25, 0.23, 'share', 'feminine', 'снизилась на 2 процентных пункта'],
  [0.25, 0.25, 'share', 'feminine', 'не изменилась'],
  [0.1 + 0.2, 0.3, 'share', 'masculine', 'не изменился'],
  [0.25, 0.2504, 'share', 'feminine', 'почти не изменилась'],
  [0.25, 0.2505, 'share', 'feminine', 'выросла на 0,1 процентного пункта'],
  [1, 0, 'share', 'masculine', 'снизился на 100 процентных пунктов'],
  [40, 12, 'count', 'neuter', 'снизилось на 28'],
  [0, 1, 'count', 'feminine', 'выросла на 1'],
  [0, 0, 'count', 'neuter', 'не изменилось'],
  [52.5, 54, 'count', 'masculine', 'вырос на 1,5'],
])('from %d to %d (%s, %s): %s', (before, now, measure, gender, text) => {
  expect(spaced(changed(before, now, measure, gender).text)).toBe(text);
});

test('what is said never contradicts the direction of the change', () => {
  const fraction = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(fraction, fraction, (before, now) => {
      const { text, numbers } = changed(before, now, 'share', 'feminine');
      if (now > before) expect(text).toMatch(/^выросла на /);
      else if (now < before) expect(text).toMatch(/^снизилась на /);
      else expect(text).toBe('не изменилась');
      for (const { value } of numbers) expect(value).toBeCloseTo(Math.abs(now - before), 9);
    }),
  );
});

test.each([
  ['Доля школ с низкими результатами', 'доля', 'feminine'],
  ['Индекс неподтверждения медалистов', 'индекс', 'masculine'],
  ['Количество участников школьного этапа', 'количество', 'neuter'],
  ['Численность педагогов', 'численность', 'feminine'],
  ['ОО в зоне риска', 'показатель', 'masculine'],
  ['', 'показатель', 'masculine'],
])('«%s» is spoken of as «%s», %s', (title, noun, gender) => {
  expect(subjectOf(title)).toEqual({ noun, gender });
});
