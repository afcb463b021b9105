export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lines that rise to the right, lines that lie, lines both ways. */
export type Hatch = 'rising' | 'lying' | 'grid';

/** Distance between lines. */
const GAP = { rising: 9, straight: 4 };

/** Lines of a hatching inside a rectangle, as a path; those of neighbouring rectangles meet. */
export function hatching(hatch: Hatch, { x, y, width, height }: Rectangle): string {
  const [right, bottom] = [x + width, y + height];
  if (hatch === 'rising') {
    // along each line x + y is the same
    return multiples(GAP.rising, x + y, right + bottom)
      .map((sum) => {
        const [from, to] = [Math.max(x, sum - bottom), Math.min(right, sum - y)];
        return `M${round(from)},${round(sum - from)}L${round(to)},${round(sum - to)}`;
      })
      .join('');
  }
  const lying = multiples(GAP.straight, y, bottom).map((at) => `M${round(x)},${at}H${round(right)}`);
  if (hatch === 'lying') return lying.join('');
  const upright = multiples(GAP.straight, x, right).map((at) => `M${at},${round(y)}V${round(bottom)}`);
  return [...lying, ...upright].join('');
}

/** Multiples of a step strictly between two numbers. */
function multiples(step: number, from: number, to: number): number[] {
  const first = Math.floor(from / step) + 1;
  const count = Math.max(0, Math.ceil(to / step) - first);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
