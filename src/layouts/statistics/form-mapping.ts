import { z } from 'zod';
import { foldText } from '../../records/fold.ts';
import type { Variable } from '../../records/variables/variable.ts';
import { variableById } from '../../records/variables/variables.ts';
import { parseYaml } from '../../yaml-text.ts';
import mappingText from './form-mapping.yaml?raw';

/** Federal forms that are read. */
export const FEDERAL_FORMS = ['ОО-1', 'ОО-2', '85-К', '1-ДО', '1-ДОП', 'СПО-1'] as const;
export type FederalForm = (typeof FEDERAL_FORMS)[number];

const year = z.int().min(2000).max(2100);
const mappingSchema = z.array(
  z.strictObject({
    form: z.enum(FEDERAL_FORMS),
    /** First and last academic year (by the year in which it ends) of the editions that number it so. */
    from: year,
    to: year.optional(),
    section: z.string(),
    about: z.string(),
    source: z.string(),
    confidence: z.string(),
    cells: z.array(
      z.strictObject({
        row: z.int().min(1),
        column: z.int().min(1),
        /** The row's name, and what the column's title must hold: another edition may number another thing so. */
        name: z.string(),
        title: z.string(),
        variable: z.string(),
      }),
    ),
  }),
);

/** A cell of a form: what identifies a number within one edition, and how it is named there. */
export interface FormCell {
  form: FederalForm;
  year: number;
  section: string;
  row: number;
  column: number;
  name: string;
  title: string;
}

const MAPPING = mappingSchema.parse(parseYaml(mappingText));

/** Everything that the mapping maps, for those who list or check it. */
export const FORM_MAPPING: readonly Readonly<z.infer<typeof mappingSchema>[number]>[] = MAPPING;

/** The variables to which a cell is equal: none, or several where different sections ask the same. */
export function variablesOfCell(cell: FormCell): Variable[] {
  return MAPPING.filter(
    ({ form, from, to = Number.POSITIVE_INFINITY, section }) =>
      form === cell.form && section === cell.section && cell.year >= from && cell.year <= to,
  )
    .flatMap(({ cells }) => cells)
    .filter(
      ({ row, column, name, title }) =>
        row === cell.row &&
        column === cell.column &&
        ownName(cell.name) === plain(name) &&
        plain(cell.title).includes(plain(title)),
    )
    .map(({ variable }) => variableById(variable)!);
}

/** A row's name without «в том числе:» before it and «(сумма строк …)» behind it. */
function ownName(text: string): string {
  return plain(text)
    .replace(/^(в том числе|из них|из него) ?:? ?/, '')
    .replace(/ ?\(.*\)$/, '');
}

/** Names of rows are printed with any dash. */
function plain(text: string): string {
  return foldText(text).replace(/ ?[–—-] ?/g, '-');
}
