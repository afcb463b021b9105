import { foldText } from '../../records/fold.ts';
import type { Preview } from '../layout.ts';

/** Reports of «Аналитика», by the titles in their first rows. */
const REPORT_TITLES = [
  'Статистика по отметкам',
  'Сравнение отметок с отметками по журналу',
  'Распределение первичных баллов',
  'Индивидуальные результаты',
  'Выполнение заданий группами участников',
  'Выполнение заданий',
  'Достижение планируемых результатов',
] as const;

export type ReportTitle = (typeof REPORT_TITLES)[number];

const FOLDED = REPORT_TITLES.map((title) => [foldText(title), title] as const);

/**
 * The title of a report: from the cells above its table, or from the name of the sheet, which Excel cuts to 31
 * characters (`МА 4 Сравнение отметок с отметк`).
 */
export function titleOf({ rows, sheetName }: Pick<Preview, 'rows' | 'sheetName'>): ReportTitle | undefined {
  for (const row of rows.slice(0, 8)) {
    for (const cell of row.cells) {
      if (!cell || cell.text.length > 80) continue;
      const text = foldText(cell.text);
      const found = FOLDED.find(([folded]) => text.startsWith(folded));
      if (found) return found[1];
    }
  }
  const cut = foldText(sheetName.replace(/^[А-ЯЁ]{2,3} \d{1,2} /u, ''));
  if (cut.length < 12) return undefined;
  return FOLDED.filter(([folded]) => folded.startsWith(cut) || cut.startsWith(folded)).at(-1)?.[1];
}
