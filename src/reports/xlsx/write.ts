import type { Workbook } from 'exceljs';
import type { Report } from '../report.ts';
import { drawGaps } from './chart-gaps.ts';
import { placeCharts } from './chart-place.ts';
import { fillDataSheet } from './data-sheet.ts';
import { fillContents, fillCover } from './front.ts';
import { sheetNames, tableNames } from './names.ts';
import { finishPackage } from './package.ts';

/** Stands in the file's properties where a report is about no year. */
const NO_YEAR = 2000;

/**
 * Writes a report as an XLSX workbook: cover, contents, then a sheet for each of the report's tables. Equal reports
 * give equal bytes.
 */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  const [cover, contents, ...rest] = sheetNames([
    'Обложка',
    'Содержание',
    ...report.sheets.map((sheet) => sheet.name),
    'Данные диаграмм',
  ]) as [string, string, ...string[]];
  const chartData = rest.at(-1)!;
  const names = rest.slice(0, -1);
  const tables = tableNames(report.sheets.map((sheet) => sheet.table.id));
  const workbook = await emptyWorkbook(report);
  const front = [
    fillCover(workbook.addWorksheet(cover), report, contents),
    fillContents(workbook.addWorksheet(contents), report, names),
  ];
  const data = report.sheets.map((sheet, index) =>
    fillDataSheet(workbook.addWorksheet(names[index]!), sheet, {
      name: names[index]!,
      tableName: tables[index]!,
      contents,
      reportTitle: report.title,
    }),
  );
  const places = new Map(data.map(({ placed }) => [placed.table.id, placed]));
  data.forEach(({ extras, placed }, index) => {
    const worksheet = workbook.getWorksheet(names[index]!)!;
    extras.charts.push(...placeCharts(worksheet, report.sheets[index]!, placed, places));
  });
  const sheets = data.map(({ extras }) => extras);
  const extras = [...front, ...drawGaps(workbook, chartData, sheets)];
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), extras);
}

async function emptyWorkbook(report: Report): Promise<Workbook> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const date = new Date(Date.UTC(report.year ?? NO_YEAR, 7, 31));
  return Object.assign(workbook, {
    title: report.title,
    subject: report.subtitle,
    creator: 'msoko',
    lastModifiedBy: 'msoko',
    created: date,
    modified: date,
    views: [
      {
        x: 0,
        y: 0,
        width: 24000,
        height: 14000,
        firstSheet: 0,
        activeTab: 0,
        visibility: 'visible' as const,
      },
    ],
  });
}
