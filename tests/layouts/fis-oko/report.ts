import { FIS_OKO_LAYOUTS } from '../../../src/layouts/fis-oko/layouts.ts';
import type { Layout } from '../../../src/layouts/layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

/** The seven rows above the table of a report of «Аналитика». */
export function preamble(
  title: string,
  cycle = 'ВПР 2026 Русский язык 4 класс',
  subject = 'Русский язык',
): Shown[][] {
  return [
    [title],
    [],
    [cycle],
    ['Предмет:', subject],
    ['Максимальный первичный балл:', 24],
    ['Дата:', '20.04.2026'],
    [],
  ];
}

/** The layout that recognises a sheet most surely, as the program picks it. */
export function recognised(rows: readonly (readonly Shown[])[], sheetName = 'Лист1'): Layout | undefined {
  const preview = { fileName: '1.xlsx', sheetName, sheetNames: [sheetName], rows: rowsOf(rows) };
  return FIS_OKO_LAYOUTS.map((layout) => ({ layout, sure: layout.recognise(preview)?.confidence ?? 0 }))
    .filter(({ sure }) => sure > 0)
    .sort((one, other) => other.sure - one.sure)[0]?.layout;
}

export const COUNTRY = 'Вся выборка';
export const REGION = 'Энская область';
export const MUNICIPALITY = 'Ивовский муниципальный район(reg99_m004)';
export const SCHOOL = 'МБОУ «СОШ №1 (с. Ивы)»(edu990001)';
