/**
 * Canonical key of a ФИС ОКО login: `sch990001` (to 2021), `edu990001` (from 2022), `EDU990001 ` all name the
 * school `990001`. Special logins (`ksh990001`) and longer ones keep their digits too.
 * @returns the digits, or `undefined` where the text is no login.
 */
export function loginKey(text: string): string | undefined {
  return /^(?:sch|edu|ksh|oo|s)?(\d{6,8})$/.exec(text.trim().toLowerCase())?.[1];
}

/** Login in the last brackets of a group's name: «МБОУ «СОШ №1»(edu990001)». */
export function loginInBrackets(text: string): string | undefined {
  return (
    /\(((?:sch|edu|ksh)\d{6,8})\)\s*$/i.exec(text)?.[1] ?? /^\s*\(((?:sch|edu|ksh)\d{6,8})\)/i.exec(text)?.[1]
  );
}

/** ГИА school code for joining: digits without leading zeros (`005811`, `5811.0` → `5811`). */
export function giaCode(text: string): string | undefined {
  const digits = /^0*(\d{1,8})(?:[.,]0+)?$/.exec(text.trim())?.[1];
  return digits === '' ? undefined : digits;
}
