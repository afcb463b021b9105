// Draws how exports look in a spreadsheet, for docs/exports.md: the demo's exports, opened by LibreOffice, their first
// rows on one page with the headings of rows and columns. Invented data only. Needs soffice and pdftoppm on the path.
//   npm run build && node scripts/pictures/exports.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import excel from 'exceljs';
import { pageToPng } from './page-to-png.mjs';

const PICTURES = [
  { name: 'roster', file: '1 Реестр школ/Реестр школ.xlsx', area: 'A1:J10' },
  { name: 'contextual-survey', file: '1 Реестр школ/Сбор контекстных данных об ОО 2022.xlsx', area: 'A1:J8' },
  { name: 'fis-oko-marks', file: '2 ФИС ОКО/2018/РУ 4 Статистика по отметкам.xlsx', area: 'A1:G16' },
  {
    name: 'fis-oko-primary-scores',
    file: '2 ФИС ОКО/2019/МА 4 Распределение первичных баллов.xlsx',
    area: 'A1:N16',
  },
  {
    name: 'fis-oko-individual-results',
    file: '2 ФИС ОКО/2019/ОМ 4 Индивидуальные результаты.xlsx',
    area: 'A1:P15',
  },
  {
    name: 'fis-oko-journal',
    file: '2 ФИС ОКО/2019/РУ 4 Сравнение отметок с отметками по журналу.xlsx',
    area: 'A1:H16',
  },
  { name: 'bias-markers', file: '2 ФИС ОКО/Признаки необъективности.xlsx', area: 'A1:I3' },
  { name: 'vpr-2020', file: '3 ВПР/2020/4/Математика.xlsx', area: 'A1:O10' },
  {
    name: 'vpr-2021',
    file: '3 ВПР/2021/Проведение работы по математике, 4 класс. ВПР 2021.xlsx',
    area: 'A1:L10',
  },
  { name: 'vpr-2022', file: '3 ВПР/2022/4_Математика.xlsx', sheet: 'Протокол', area: 'A1:L10' },
  { name: 'gia-protocol', file: '4 ГИА/ОГЭ 2018.xlsx', area: 'A1:M14' },
  { name: 'gia-flat', file: '4 ГИА/2020_ЕГЭ_математика.xlsx', area: 'A1:K10' },
  { name: 'social-passport', file: '5 Статистика/Социальный паспорт СОШ д. Тихий Бор.xlsx', area: 'A1:D16' },
  { name: 'school-values', file: '7 Сведения организаций/Показатели организаций 2021.xlsx', area: 'A1:E12' },
  { name: 'measures', file: '7 Сведения организаций/Реестр мер.xlsx', area: 'A1:H8' },
  { name: 'olympiad', file: '6 Олимпиады и медали/ВсОШ русский язык 2020-2021.xlsx', area: 'A1:L12' },
  { name: 'medal-candidates', file: '6 Олимпиады и медали/Претенденты на медаль 2021.xlsx', area: 'A1:H8' },
];

const LONGEST = 60;
const NARROWEST = 5;
const WIDEST = 34;

/** Columns that tell who somebody is: their cells are not shown, though nobody in the demo exists. */
const PERSONAL = /^(?:Фамилия|Имя|Отчество|СНИЛС|Дата рождения)$|ФИО/;

const PAGE = {
  paperSize: 8,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 1,
  showGridLines: true,
  showRowColHeaders: true,
  margins: { left: 0.3, right: 0.3, top: 0.3, bottom: 0.3, header: 0, footer: 0 },
};

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'msoko-pictures-'));
const out = join(root, 'docs', 'images', 'exports');

/** Opens files with LibreOffice and saves them otherwise, all at once: its start is the slow part. */
function convert(files, format, folder) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, ...files], {
    stdio: 'ignore',
  });
}

/** A workbook of one printed page: a part of a first sheet as it stands, columns wide enough to be read. */
async function printPart(from, to, { area, sheet: named }) {
  const source = new excel.Workbook();
  await source.xlsx.readFile(from);
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('part', { pageSetup: PAGE });
  const taken = named ? source.getWorksheet(named) : source.worksheets[0];
  const { rows, columns } = sizeOf(area);
  const personal = new Set();
  for (let row = 1; row <= rows; row += 1) {
    const cells = taken.getRow(row);
    for (let column = 1; column <= columns; column += 1) {
      const cell = sheet.getCell(row, column);
      const text = cells.getCell(column).text;
      cell.value = personal.has(column) && text ? '…' : text.slice(0, LONGEST);
      if (PERSONAL.test(text)) personal.add(column);
      cell.style = { ...cells.getCell(column).style, font: { name: 'Arial', size: 10 } };
    }
  }
  for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = widthOf(sheet, column);
  await workbook.xlsx.writeFile(to);
}

/** Rows and columns of an area that begins at A1 and ends before column Z does. */
function sizeOf(area) {
  const [, letter, rows] = /^A1:([A-Z])(\d+)$/.exec(area);
  return { rows: Number(rows), columns: letter.charCodeAt(0) - 64 };
}

/** As wide as its longest text; what stands alone in its row may run over its neighbours, as titles do. */
function widthOf(sheet, column) {
  const lengths = [NARROWEST];
  sheet.eachRow((row) => {
    const filled = row.values.filter((value) => value !== undefined && value !== '');
    if (filled.length > 2) lengths.push(Math.min(row.getCell(column).text.length + 1, WIDEST));
  });
  return Math.max(...lengths);
}

try {
  execFileSync(process.execPath, [join(root, 'bin', 'msoko.js'), 'demo', join(scratch, 'demo'), '--quiet'], {
    env: { ...process.env, MSOKO_HOME: join(scratch, 'keys') },
    stdio: 'ignore',
  });
  mkdirSync(join(scratch, 'parts'));
  for (const { name, file, ...part } of PICTURES) {
    const copy = join(scratch, `${name}${extname(file)}`);
    cpSync(join(scratch, 'demo', 'выгрузки', file), copy);
    await printPart(copy, join(scratch, 'parts', `${name}.xlsx`), part);
  }
  const parts = PICTURES.map(({ name }) => join(scratch, 'parts', `${name}.xlsx`));
  convert(parts, 'pdf', scratch);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const part of parts) {
    const name = basename(part, '.xlsx');
    pageToPng(join(scratch, `${name}.pdf`), join(out, name));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
