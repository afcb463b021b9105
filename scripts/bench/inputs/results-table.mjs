// Writes an invented plain table of results: node results-table.mjs FILE ROWS [SCHOOLS [YEARS]]. The same bytes at
// each run.
import { closeSync, openSync, writeSync } from 'node:fs';
import { mixed } from './mixed.mjs';

const LAST_YEAR = 2021;
const PAPERS = [
  ['ВПР', 'Русский язык', 4],
  ['ВПР', 'Математика', 4],
  ['ВПР', 'Окружающий мир', 4],
  ['ВПР', 'Русский язык', 5],
  ['ВПР', 'Математика', 5],
  ['ВПР', 'Русский язык', 6],
  ['ВПР', 'Математика', 6],
  ['ВПР', 'Биология', 6],
  ['ОГЭ', 'Русский язык', 9],
  ['ОГЭ', 'Математика', 9],
];
const LETTERS = 'АБВГ';
const HEADER = 'Код ОО;Год;Процедура;Предмет;Класс;Участник;Первичный балл;Отметка\n';
const BUFFERED = 1 << 20;

const [path, count, schools = '300', years = '4'] = process.argv.slice(2);
const SCHOOLS = Number(schools);
const YEARS = Array.from({ length: Number(years) }, (_, index) => LAST_YEAR + 1 - Number(years) + index);
const file = openSync(path, 'w');
let pending = HEADER;
for (let row = 0; row < Number(count); row++) {
  pending += line(row);
  if (pending.length < BUFFERED) continue;
  writeSync(file, pending);
  pending = '';
}
writeSync(file, pending);
closeSync(file);

/** Row by row the school changes, then the paper, then the year: a participant's number grows with the rounds. */
function line(row) {
  const school = row % SCHOOLS;
  const [procedure, subject, grade] = PAPERS[Math.floor(row / SCHOOLS) % PAPERS.length];
  const year = YEARS[Math.floor(row / (SCHOOLS * PAPERS.length)) % YEARS.length];
  const number = Math.floor(row / (SCHOOLS * PAPERS.length * YEARS.length)) + 1;
  const mark = 2 + (Math.max(mixed(row) % 10, mixed(school) % 5) >> 2) + (mixed(row + 1) % 2);
  const score = (mark - 2) * 8 + (mixed(row + 2) % 8);
  const letter = LETTERS[mixed(row + 3) % LETTERS.length];
  return `${900_001 + school};${year};${procedure};${subject};${grade}${letter};${grade * 10_000 + number};${score};${mark}\n`;
}
