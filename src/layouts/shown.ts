/**
 * The text of a cell for an issue, where it can be shown: a short number, a sign, a formula error. Any other text
 * may be a name, a date of birth or the number of a document that stands in the wrong column of a shifted row.
 */
export function shown(text: string): { value?: string } {
  return /^[+-]?\d{1,4}(?:[.,]\d{1,2})?\s?%?$|^[.,+%–—-]{1,3}$|^#[A-ZА-Я/0!?]{1,10}$/u.test(text)
    ? { value: text }
    : {};
}
