/**
 * The text of a cell for an issue, where it can be shown: figures, signs and formula errors. Any other text
 * may be a name that stands in the wrong column of a shifted row.
 */
export function shown(text: string): { value?: string } {
  return /^[\d\s.,+%-]{1,12}$|^#[A-ZА-Я/0!?]{1,10}$/u.test(text) ? { value: text } : {};
}
