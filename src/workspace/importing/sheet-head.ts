import type { Row } from '../../sheets/sheet.ts';

/** Words of which column heads are made. A text with any other word may be a name, and is not shown. */
const HEAD_WORD =
  /^(код|балл|баллы|баллов|оценка|отметка|класс|предмет|кол|во|количество|название|наименование|логин|вариант|участник|участника|участников|доля|год|показатель|значение|номер|дата|школа|школы|оо|огэ|егэ|гвэ|впр|мсу|ппэ|муниципалитет|регион|первичный|тестовый|итого|всего|за|по|учебный|процедура|этап|статус)$/;

/** What an unknown sheet looks like: its widest row near the top, and what can only be heads of columns in it. */
export function describeHead(rows: readonly Row[]): string {
  const widest = rows.slice(0, 15).reduce((best, row) => (filled(row) > filled(best) ? row : best));
  const heads = widest.cells
    .map((cell) => cell?.text.replace(/\s+/g, ' ').trim() ?? '')
    .filter((text) => text.length <= 60 && isHead(text));
  const shown = heads.length > 1 ? ` («${heads.slice(0, 4).join('», «')}»)` : '';
  return `строка ${widest.number}, заполнено ячеек: ${filled(widest)}${shown}`;
}

function isHead(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => HEAD_WORD.test(word));
}

function filled(row: Row): number {
  return row.cells.reduce((count, cell) => count + (cell && cell.text.trim() !== '' ? 1 : 0), 0);
}
