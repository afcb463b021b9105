// exceljs reads a whole workbook into memory: node exceljs-load.mjs FILE
import ExcelJS from 'exceljs';

const [file] = process.argv.slice(2);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(file);
console.log(book.worksheets[0].rowCount);
