/** What stands where there is no value. */
export const NO_DATA = 'нет данных';

/**
 * Text without what neither XML nor a terminal may hold: control characters (line breaks become spaces), halves of
 * surrogate pairs, non-characters, and the marks of direction that would show its letters in another order.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/**
 * Breaks a text at spaces into lines of at most so many characters, of one where there is no room at all. What does
 * not fit into a line is broken at no-break spaces, and a longer word is cut.
 */
export function wrapText(text: string, atMost: number): string[] {
  const width = Math.max(1, atMost);
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/ +/)) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      const gap = rest.lastIndexOf('\u00a0', width);
      lines.push(rest.slice(0, gap > 0 ? gap : width));
      rest = rest.slice(gap > 0 ? gap + 1 : width);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
