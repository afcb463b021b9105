/**
 * Runs a subject and its yardstick by turns, so that what else the machine does falls on both.
 * @param runs number of pairs; one more goes before them and is not counted: it warms the disk's cache
 * @returns medians of both, and of the ratios of each pair, with the least and the greatest ratio
 */
export async function compare(runs, subject, yardstick) {
  const pairs = [];
  for (let run = 0; run <= runs; run++) {
    const measured = await yardstick();
    const pair = { yardstick: measured, subject: await subject() };
    if (run > 0) pairs.push(pair);
  }
  const ratios = pairs.map((pair) => pair.subject.seconds / pair.yardstick.seconds);
  const typical = (side) => ({
    seconds: median(pairs.map((pair) => pair[side].seconds)),
    mebibytes: median(pairs.map((pair) => pair[side].mebibytes)),
  });
  return {
    subject: typical('subject'),
    yardstick: typical('yardstick'),
    ratio: median(ratios),
    least: Math.min(...ratios),
    greatest: Math.max(...ratios),
  };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
