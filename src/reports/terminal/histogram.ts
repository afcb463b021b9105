/** One bar of a histogram. */
export interface Bar {
  score: number;
  count: number;
}

const LONGEST = 40;

/**
 * A histogram of scores as lines of text, one a score, from the lowest to the highest that anyone had. Where a
 * border passes, a line says so: below it the results are low, from it on they are high.
 * @param borders first score of a band, with its Russian name, rising
 */
export function histogramLines(
  bars: readonly Bar[],
  borders: readonly { from: number; name: string }[] = [],
): string[] {
  if (bars.length === 0) return [];
  const counts = new Map(bars.map(({ score, count }) => [score, count]));
  const highest = Math.max(...bars.map(({ count }) => count));
  const [first, last] = [bars[0]!.score, bars.at(-1)!.score];
  const whole = bars.every(({ score }) => Number.isInteger(score)) && last - first <= 60;
  const scores = whole
    ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
    : [...counts.keys()];
  const width = String(last).length;
  const unit = Math.max(1, highest / LONGEST);
  return scores.flatMap((score, index) => {
    const passed = borders.filter(
      ({ from }) => from <= score && (index > 0 ? scores[index - 1]! < from : from === score),
    );
    const count = counts.get(score) ?? 0;
    const bar = '█'.repeat(Math.round(count / unit));
    return [
      ...passed.map(({ from, name }) => `${'─'.repeat(width + 2)} ${name} (от ${from})`),
      `${String(score).padStart(width)} │${bar}${count > 0 ? ` ${count}` : ''}`,
    ];
  });
}
