import type { Row } from '../../sheets/sheet.ts';
import type { Place, Reading } from '../layout.ts';
import { schoolReference } from '../school-reference.ts';
import { FEDERAL_FORMS, type FederalForm } from './form-mapping.ts';
import { formNamed, formOrganisation, formYear, rowText } from './form-title.ts';

/** Which form it is, of which year and whose: title page, options, name of the file. */
export interface FormWhose {
  readonly form: FederalForm | undefined;
  readonly year: number | undefined;
  /** Takes what a row outside of the tables tells. */
  note(row: Row): void;
  /** Code of the organisation; reports once where it is not known. */
  school(place: Place): string | undefined;
}

const [FORM, YEAR, ORGANISATION] = [
  'federal-form',
  'federal-form-year',
  'federal-form-organisation',
] as const;

/** Sections may stand on other sheets than the title page: what it told is kept in the notes of the file. */
export function formWhose(reading: Reading): FormWhose {
  const { notes, said, fileName } = reading;
  const first = (key: string, value: string | number | undefined): void => {
    if (value !== undefined && !notes.has(key)) notes.set(key, String(value));
  };
  let complained = false;
  return {
    get form() {
      const noted = FEDERAL_FORMS.find((form) => form === notes.get(FORM));
      return noted ?? formNamed(fileName.replaceAll('_', ' '));
    },
    get year() {
      return said.year ?? (notes.has(YEAR) ? Number(notes.get(YEAR)) : undefined);
    },
    note(row) {
      const text = rowText(row);
      first(FORM, formNamed(text));
      first(YEAR, formYear(text));
      first(ORGANISATION, formOrganisation(row));
    },
    school(place) {
      const named = notes.get(ORGANISATION);
      const reference = said.school
        ? ({ by: 'code', key: said.school } as const)
        : named === undefined
          ? undefined
          : schoolReference(named.replace(/^(оо-?[12]|85-?к|1-?доп?|спо-?1)\s+/i, ''));
      if (reference) return reading.school(reference, place);
      if (!complained) {
        const message =
          'В форме не названа организация. Укажите --school КОД; форма, сложенная из нескольких организаций, не загружается.';
        reading.error('missing-school', message, place);
        complained = true;
      }
      return undefined;
    },
  };
}
