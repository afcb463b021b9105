import type { Io } from './io.ts';

const PATIENCE_MILLISECONDS = 500;
const REFRESH_MILLISECONDS = 100;

/** One line of progress on stderr, on a terminal only, once the work has taken half a second. */
export function progressLine(io: Io, silent: boolean): { show(text: () => string): void; clear(): void } {
  const begun = io.now();
  let shownAt = 0;
  let width = 0;
  return {
    show(textOf) {
      const now = io.now();
      if (
        silent ||
        !io.progressTo ||
        now - begun < PATIENCE_MILLISECONDS ||
        now - shownAt < REFRESH_MILLISECONDS
      )
        return;
      shownAt = now;
      const text = textOf();
      io.err(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    clear() {
      if (width === 0) return;
      io.err(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}
