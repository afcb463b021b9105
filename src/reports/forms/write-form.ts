import { finishPackage } from '../xlsx/package.ts';
import { fillForm } from './fill-form.ts';
import type { CollectionForm } from './form.ts';

/** Writes a collection form as an XLSX workbook of one sheet, without a password. Equal forms give equal bytes. */
export async function writeForm(form: CollectionForm): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const date = new Date(Date.UTC(form.year, 7, 31));
  Object.assign(workbook, {
    title: `Форма сбора показателей ${form.system}`,
    subject: form.title,
    creator: 'msoko',
    lastModifiedBy: 'msoko',
    created: date,
    modified: date,
    calcProperties: { fullCalcOnLoad: true },
  });
  const worksheet = workbook.addWorksheet(`Форма ${form.system}`);
  fillForm(worksheet, form);
  await worksheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finishPackage(written, [{ links: [], textRanges: [`A${1}:A${worksheet.rowCount}`], charts: [] }]);
}
