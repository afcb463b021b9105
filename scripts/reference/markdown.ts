/** A page of the reference: says at its head that it is written by the program, and how to write it again. */
export function page(title: string, introduction: string, parts: readonly string[]): string {
  const made =
    '<!-- Страница составлена программой: npm run reference. Правьте не её, а то, из чего она составлена. -->';
  return `${[`# ${title}`, made, introduction, ...parts].join('\n\n')}\n`;
}

/** A table; signs that would break its cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells, row) => `| ${cells.map((cell) => (row === 1 ? cell : escaped(cell))).join(' | ')} |`)
    .join('\n');
}

/** A heading with what stands under it. */
export function part(level: 2 | 3, title: string, ...blocks: readonly string[]): string {
  return [`${'#'.repeat(level)} ${title}`, ...blocks.filter((block) => block !== '')].join('\n\n');
}

/** An id, an option, a value to be typed as it stands. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A list, one line each. */
export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
