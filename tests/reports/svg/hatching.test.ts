import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hatching } from '../../../src/reports/svg/hatching.ts';

test('lines that rise to the right cross a rectangle from edge to edge', () => {
  expect(hatching('rising', { x: 0, y: 0, width: 20, height: 10 })).toBe(
    'M0,9L9,0' + 'M8,10L18,0' + 'M17,10L20,7',
  );
});

test('lines that lie and a grid stand a step apart', () => {
  expect(hatching('lying', { x: 1, y: 1, width: 5, height: 8 })).toBe('M1,4H6M1,8H6');
  expect(hatching('grid', { x: 1, y: 1, width: 5, height: 8 })).toBe('M1,4H6M1,8H6M4,1V9');
});

test('no line leaves its rectangle, and a bar without height has none', () => {
  const size = fc.double({ min: 0, max: 80, noNaN: true });
  fc.assert(
    fc.property(
      size,
      size,
      size,
      size,
      fc.constantFrom('rising', 'lying', 'grid'),
      (x, y, width, height, hatch) => {
        const path = hatching(hatch as 'grid', { x, y, width, height });
        for (const [, kind, first, second] of path.matchAll(/([MLHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g)) {
          const across = kind === 'V' ? x : Number(first);
          const down = kind === 'V' ? Number(first) : kind === 'H' ? y : Number(second);
          expect(across).toBeGreaterThanOrEqual(x - 0.06);
          expect(across).toBeLessThanOrEqual(x + width + 0.06);
          expect(down).toBeGreaterThanOrEqual(y - 0.06);
          expect(down).toBeLessThanOrEqual(y + height + 0.06);
        }
      },
    ),
  );
  expect(hatching('lying', { x: 0, y: 8, width: 50, height: 0 })).toBe('');
});
