/** Edition of the collection form: what stands where on its sheet. */
export const FORM_VERSION = 1;

/** Which form it is: written into each, and read back however the file was saved and renamed. */
export interface FormIdentity {
  version: number;
  /** `2.4`. */
  system: string;
  year: number;
  /** Code of the organisation; absent in the authority's own form. */
  school?: string;
}

/** Keys of rows that say whose the form is; questions have their own (`questionKey`). */
export const ROW_KEYS = { year: '=year', code: '=code', name: '=name', header: '=header' } as const;

/** Title of the column for answers. */
export const ANSWER_TITLE = 'Ответ';

/** The line by which a form is recognised. */
export function identityText({ version, system, year, school }: FormIdentity): string {
  const whose = school === undefined ? 'municipality' : `organisation ${school}`;
  return `msoko-form/${version} ${system} ${year} ${whose}`;
}

/** The identity that a cell holds; `undefined` where it is another text. */
export function parseIdentity(text: string): FormIdentity | undefined {
  const found = /^msoko-form\/(\d{1,4}) (\S{1,20}) (20\d\d) (?:municipality|organisation (.{1,64}))$/.exec(
    text.trim(),
  );
  if (!found) return undefined;
  const [, version, system, year, school] = found;
  return {
    version: Number(version),
    system: system!,
    year: Number(year),
    ...(school === undefined ? {} : { school }),
  };
}
