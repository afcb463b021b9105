const HEAD = ['bench', 'rows', 'what', 's', 'MiB', 'yardstick', 's', 'MiB', 'ratio', 'from–to'];
const NUMERIC = new Set([1, 3, 4, 6, 7, 8, 9]);

/** The benches as one aligned table; `ratio` is the median of subject to yardstick, pair by pair. */
export function benchTable(lines) {
  const rows = lines.map(({ name, rows: size, what, against, measured }) => {
    const { subject, yardstick, ratio, least, greatest } = measured;
    return [
      name,
      size ? size.toLocaleString('en') : '',
      what,
      ...shown(subject),
      against,
      ...shown(yardstick),
      ratio.toFixed(2),
      range(least, greatest),
    ];
  });
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) =>
        NUMERIC.has(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return [line(HEAD), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown({ seconds, mebibytes }) {
  return [seconds.toFixed(seconds < 1 ? 3 : 2), mebibytes.toFixed(0)];
}

function range(least, greatest) {
  return `${least.toFixed(2)}–${greatest.toFixed(2)}`;
}
