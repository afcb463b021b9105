import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../../src/reports/svg/end-labels.ts';

test('a label that has room stays where its line ends', () => {
  expect(
    apart(
      [
        { y: 50, height: 10 },
        { y: 20, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([50, 20]);
});

test('labels of lines that end together part around them, in the order of their ends', () => {
  expect(
    apart(
      [
        { y: 99, height: 10 },
        { y: 98, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([95, 85]);
});

test('labels that fit into the plot never lie on each other and never leave it', () => {
  const label = fc.record({
    y: fc.double({ min: 0, max: 100, noNaN: true }),
    height: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), (labels) => {
      const places = apart(labels, 0, 100).map((y, index) => ({ y, height: labels[index]!.height }));
      const sorted = places.toSorted((one, other) => one.y - other.y);
      sorted.forEach(({ y, height }, index) => {
        const above = sorted[index - 1];
        expect(y - height / 2).toBeGreaterThanOrEqual((above ? above.y + above.height / 2 : 0) - 1e-9);
        expect(y + height / 2).toBeLessThanOrEqual(100 + 1e-9);
      });
    }),
  );
});
