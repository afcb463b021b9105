import { rm } from 'node:fs/promises';
import { compare } from './compare.mjs';

/** Participants of one work in one region, as large as published ones are. */
const ROWS = 26_667;

/** The name says subject and grade, as those of the real exports do. */
const NAME = 'Проведение работы по русскому языку, 4 класс. ВПР 2021.xlsx';

/** A large protocol of ВПР from the workbook to a stored import. */
export async function xlsxImport({ runs, input, importAnew, yardstick }) {
  const file = await input('vpr-2021-workbook', NAME, String(ROWS));
  const measured = await compare(
    runs,
    async () => {
      const imported = await importAnew(file, ROWS);
      await rm(imported.workspace, { recursive: true });
      return imported;
    },
    () => yardstick('exceljs-load', file),
  );
  const what = `msoko import, XLSX of ${ROWS.toLocaleString('en')} rows × 27`;
  return { what, against: 'exceljs readFile', measured };
}
