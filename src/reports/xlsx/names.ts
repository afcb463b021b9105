const LONGEST_SHEET_NAME = 31;

/** Sheet names as a workbook takes them: allowed characters, at most 31 of them, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[\u0000-\u001f*?:\\/[\]]/g, ' ')
        .replace(/'/g, '’')
        .replace(/\s+/g, ' ')
        .trim() || 'Лист';
    return unique(shorten(clean, LONGEST_SHEET_NAME), taken, (base, number) => {
      const ending = ` (${number})`;
      return shorten(base, LONGEST_SHEET_NAME - ending.length) + ending;
    });
  });
}

/** Names of Excel tables: letters, digits and underscores, never like a cell address, no two alike. */
export function tableNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) =>
    unique(
      `table_${id.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, 200)}`,
      taken,
      (base, number) => `${base}_${number}`,
    ),
  );
}

/** Headers of one table: none empty, no two alike (Excel does not tell case apart). */
export function headerNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) =>
    unique(title.trim() || 'Столбец', taken, (base, number) => `${base} (${number})`),
  );
}

function unique(
  name: string,
  taken: Set<string>,
  numbered: (base: string, number: number) => string,
): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = numbered(name, number);
  taken.add(candidate.toLowerCase());
  return candidate;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
