// Writes an invented export of ВПР 2021, all cells shared strings: node vpr-2021-workbook.mjs FILE ROWS
import ExcelJS from 'exceljs';
import { mixed } from './mixed.mjs';

const SCHOOLS = 300;
const MAXIMA = [4, 3, 3, 1, 2, 2, 1, 2, 1, 2, 3, 2, 2, 2, 1];
const TEXTBOOKS = [
  'Ивина А.Б. Русский язык (в 2 частях) 4 класс Ивовое издательство',
  'Ольхин В.Г., Ольхина Д.Е. Русский язык 4 класс Ольховое издательство',
  'Тополев Ж.З. Русский язык (в 2 частях) 4 класс Тополиное издательство',
];
const HEADER = [
  ...['логин школы', 'регион', 'номер обучающегося', 'код обучающегося'],
  ...['отметка за предыдущую четверть/триместр', 'пол', 'класс', 'вариант', 'всего баллов'],
  ...MAXIMA.map((_, index) => `балл за ${index + 1}`),
  ...['Учебник', 'Др.уч. автор', 'Др.уч. название'],
];

const [filename, count] = process.argv.slice(2);
const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true });
const sheet = book.addWorksheet('Sheet');
sheet.addRow(HEADER).commit();
for (let row = 0; row < Number(count); row++) sheet.addRow(participant(row)).commit();
sheet.commit();
await book.commit();

function participant(row) {
  const school = row % SCHOOLS;
  const number = Math.floor(row / SCHOOLS) + 1;
  const scores = MAXIMA.map((maximum, task) => {
    const drawn = mixed(row * MAXIMA.length + task) % (maximum + 2);
    return drawn > maximum ? 'X' : String(drawn);
  });
  const total = scores.reduce((sum, score) => sum + (score === 'X' ? 0 : Number(score)), 0);
  const other = mixed(row + 4) % 20 === 0;
  return [
    ...[`sch${990_001 + school}`, 'Ивовский муниципальный район', String(number), String(40_000 + number)],
    ...[String(3 + (mixed(row) % 3)), 'жм'[mixed(row + 1) % 2], 'АБВГ'[mixed(row + 2) % 4]],
    ...[String(1 + (mixed(row + 3) % 2)), String(total), ...scores],
    ...(other ? ['Другой', 'Автор Я.Ю.', 'Учебник русского языка'] : [TEXTBOOKS[school % 3], '-', '-']),
  ];
}
