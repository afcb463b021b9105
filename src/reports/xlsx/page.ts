import type { Worksheet } from 'exceljs';

/** Prepares a sheet for paper: A4 landscape, one page wide, «стр. N из M», the header row on each page. */
export function preparePage(worksheet: Worksheet, reportTitle: string, headerRow?: number): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headerRow ? { printTitlesRow: `${headerRow}:${headerRow}` } : {}),
  });
  const title = reportTitle.slice(0, 120).replaceAll('&', '&&');
  worksheet.headerFooter.oddFooter = `&L${title}&Rстр. &P из &N`;
}
