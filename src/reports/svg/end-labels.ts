/** A label at the end of a line: where it would stand, and how much height it takes. */
interface EndLabel {
  y: number;
  height: number;
}

/**
 * Moves labels apart, so that none lies on another and all stay within the plot, where it is high enough for them.
 * @returns the middle of each label
 */
export function apart(labels: readonly EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).sort((one, other) => labels[one]!.y - labels[other]!.y);
  const places = new Array<number>(labels.length);
  let free = top;
  for (const index of order) {
    const { y, height } = labels[index]!;
    places[index] = Math.max(y, free + height / 2);
    free = places[index] + height / 2;
  }
  free = Math.max(bottom, top + labels.reduce((sum, { height }) => sum + height, 0));
  for (const index of order.toReversed()) {
    const { height } = labels[index]!;
    places[index] = Math.min(places[index]!, free - height / 2);
    free = places[index] - height / 2;
  }
  return places;
}
