/** A number as a person reads it, with the unit of its last digit; per cent and percentage points as in a workbook's cell. */
export interface SaidNumber {
  value: number;
  unit: number;
}

/** «12,5 %», «+3,2 п. п.», «1 234», «< 0,0001»; undefined where the text is no number. */
export function saidNumber(text: string): SaidNumber | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(/,/g, '.');
  if (plain === '<0.0001') return { value: 0.00005, unit: 0.0001 };
  const found = /^([+-]?\d+(?:\.(\d+))?)(%|п\.п\.)?$/.exec(plain);
  if (!found) return undefined;
  const scale = found[3] === '%' ? 100 : 1;
  return { value: Number(found[1]) / scale, unit: 10 ** -(found[2]?.length ?? 0) / scale };
}

/** Whether a text says a number, as exactly as its digits allow. */
export function says(text: string, number: number): boolean {
  const said = saidNumber(text);
  return said !== undefined && Math.abs(said.value - number) <= said.unit / 2 + 1e-9;
}

/** Whether a text says what a cell of a workbook holds: the same number, the same words, or the word of a sign. */
export function saysCell(text: string, cell: number | string, legend = ''): boolean {
  if (typeof cell === 'number') return says(text, cell);
  const plain = (words: string) => words.replace(/[\s\u00a0]+/g, ' ').trim();
  return plain(text) === plain(cell) || plain(legend).includes(`${cell} — ${plain(text)}`);
}

/** The numbers of a sentence, without those of names in quotation marks and after «№». */
export function numbersIn(sentence: string): string[] {
  const plain = sentence.replace(/«[^«»]*(?:«[^»]*»)?[^«»]*»/g, '').replace(/№[\s\u00a0]*\d+/g, '');
  return [...plain.matchAll(/[+−-]?\d+(?:[ \u00a0]\d{3})*(?:,\d+)?(?:[ \u00a0]%)?/g)].map(([text]) => text);
}
