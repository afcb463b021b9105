import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { headersOf, matchesHeader } from '../columns.ts';
import type { Layout, Preview } from '../layout.ts';

/** Federal statistical forms (ОО-1, ОО-2, 85-К, 1-ДО, 1-ДОП, СПО-1): told apart, and not read yet. */
export const federalForm: Layout = {
  id: 'federal-form',
  title: 'Форма федерального статистического наблюдения',
  source: 'statistics',
  recognise: ({ rows }: Preview) => recogniseForm(rows),
  open(reading) {
    const top: Row[] = [];
    let headed = false;
    const refuse = () => {
      const form = top.map(formOf).find((found) => found !== undefined);
      reading.error(
        'form-not-supported',
        `Форма федерального статистического наблюдения${form ? ` ${form}` : ''} пока не читается. ` +
          'Перенесите нужные числа в таблицу показателей школ со столбцами «Код ОО», «Год», «Показатель», «Значение» и загрузите её.',
        { row: top[0]?.number ?? 1 },
      );
    };
    return {
      row(row) {
        if (headed) return 'rejected';
        if (top.length < 60) top.push(row);
        if (isFormHeader(row)) {
          headed = true;
          refuse();
        }
        return 'preamble';
      },
      end() {
        if (!headed) refuse();
      },
    };
  },
};

function recogniseForm(rows: readonly Row[]) {
  const texts = rows.map(rowText);
  const form = rows.map(formOf).find((found) => found !== undefined);
  if (texts.some((text) => text.includes('федеральное статистическое наблюдение'))) {
    return { confidence: 0.95, why: 'слова «Федеральное статистическое наблюдение»' };
  }
  const units = texts.some((text) => /код по океи/.test(text));
  const header = rows.some(isFormHeader);
  if (form && (units || header))
    return { confidence: 0.9, why: `название формы ${form} и таблица с номерами строк` };
  return units && header
    ? { confidence: 0.8, why: '«Код по ОКЕИ» и столбец «№ строки», как в формах статистики' }
    : undefined;
}

function rowText(row: Row): string {
  return foldText(row.cells.map((cell) => (cell && !cell.master ? cell.text : '')).join(' '));
}

function formOf(row: Row): string | undefined {
  const text = rowText(row).slice(0, 2000);
  return /(?<![а-я\d])(оо-?[12]|85-?к|1-?доп?|спо-?1)(?![а-я\d])/.exec(text)?.[1]?.toUpperCase();
}

/** `Наименование показателя` beside `№ строки`. */
function isFormHeader(row: Row): boolean {
  const headers = headersOf(row).map(({ header }) => header);
  return headers.some((header) => matchesHeader(header, [/^(№|n) ?стро-? ?ки$/]));
}
