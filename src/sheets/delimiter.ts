/** Delimiters that exports use, the likelier first; `%` is that of the ФБС check files. */
const DELIMITERS = [';', '\t', ',', '|', '%'] as const;

const LOOKED_AT = 50;

interface Candidate {
  delimiter: string;
  /** Lines of the records that have the usual number of fields: a wrong delimiter takes a quoted record apart. */
  consistent: number;
  fields: number;
}

/** The delimiter that Excel's first line `sep=;` names. */
export function statedDelimiter(text: string): string | undefined {
  return /^\uFEFF?"?sep=([^\r\n])"?(?=\r|\n|$)/i.exec(text)?.[1];
}

/**
 * Chooses the delimiter that gives records of the most lines the same number of fields. Lines of a preamble, which have
 * one field, do not count against it.
 * @param sample the beginning of the text
 * @param cut whether the text goes on; then its last line is left out
 * @returns `;` where nothing divides the lines
 */
export function chooseDelimiter(sample: string, cut = false): string {
  const text = cut
    ? sample.slice(0, Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r')) + 1) || sample
    : sample;
  const candidates = DELIMITERS.map((delimiter) => weigh(text, delimiter)).filter(({ fields }) => fields > 1);
  const decimalCommas = /(^|[^\d,])\d+,\d+(?=[^\d,]|$)/m.test(text);
  candidates.sort(
    (a, b) =>
      b.consistent - a.consistent ||
      (decimalCommas ? Number(a.delimiter === ',') - Number(b.delimiter === ',') : 0) ||
      b.fields - a.fields,
  );
  return candidates[0]?.delimiter ?? ';';
}

function weigh(text: string, delimiter: string): Candidate {
  const records = new Map<number, number>();
  for (const { fields, lines } of recordsOf(text, delimiter))
    records.set(fields, (records.get(fields) ?? 0) + lines);
  // A percent sign is more often a per cent than a delimiter: one in a record proves nothing.
  const least = delimiter === '%' ? 3 : 2;
  let best: Candidate = { delimiter, consistent: 0, fields: 1 };
  for (const [fields, consistent] of records) {
    if (fields >= least && consistent >= best.consistent) best = { delimiter, consistent, fields };
  }
  return best;
}

/** Numbers of fields and lines of the first non-empty records; a quote opens a field only at its start. */
function recordsOf(text: string, delimiter: string): { fields: number; lines: number }[] {
  const counts: { fields: number; lines: number }[] = [];
  let fields = 1;
  let lines = 1;
  let empty = true;
  let fieldStart = true;
  let quoted = false;
  const end = () => {
    if (!empty) counts.push({ fields, lines });
    fields = 1;
    lines = 1;
    empty = true;
    fieldStart = true;
  };
  for (let index = 0; index < text.length && counts.length < LOOKED_AT; index++) {
    const character = text[index]!;
    if (quoted) {
      if (character === '\n') lines++;
      if (character !== '"') continue;
      if (text[index + 1] === '"') index++;
      else quoted = false;
    } else if (character === '\n' || character === '\r') {
      end();
    } else if (character === delimiter) {
      fields++;
      fieldStart = true;
      empty = false;
    } else {
      if (character === '"' && fieldStart) quoted = true;
      fieldStart = false;
      empty = false;
    }
  }
  if (counts.length < LOOKED_AT) end();
  return counts;
}
