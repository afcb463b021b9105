import type { Layout, Preview } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { rejectAll } from '../vpr/reject-all.ts';
import { preambleReader } from './preamble.ts';
import { reportPaper } from './report-paper.ts';
import { titleOf } from './report-title.ts';
import { type SharesKind, sharesTableFinder, sharesTableReader } from './shares-table.ts';

function sharesReport(id: string, title: string, kind: SharesKind, expected: string): Layout {
  return {
    id,
    title: `ФИС ОКО: «${title}»`,
    source: 'fis-oko',
    recognise(preview: Preview) {
      const find = sharesTableFinder(kind);
      if (!preview.rows.some((row) => find(row))) return undefined;
      const named = titleOf(preview);
      if (named !== undefined && named !== title) return undefined;
      return named
        ? { confidence: 0.99, why: `название отчёта «${title}» и строка заголовков ${expected}` }
        : { confidence: 0.9, why: `строка заголовков ${expected}` };
    },
    open(reading) {
      const find = sharesTableFinder(kind);
      const { see, preamble } = preambleReader();
      return searchHeader(reading, expected, (row) => {
        const table = find(row);
        if (!table) {
          see(row);
          return undefined;
        }
        const paper = reportPaper(reading, preamble, { row: row.number });
        return paper ? sharesTableReader(reading, table, paper, kind) : rejectAll;
      });
    },
  };
}

/** «Статистика по отметкам» (Ф3): share of each mark in each group; also the two-row header of older cabinets. */
export const MARKS_REPORT = sharesReport(
  'fis-oko-marks',
  'Статистика по отметкам',
  'marks',
  '«Группы участников», «Кол-во участников», 2, 3, 4, 5',
);

/** «Распределение первичных баллов»: share of each primary score in each group. */
export const SCORES_REPORT = sharesReport(
  'fis-oko-primary-scores',
  'Распределение первичных баллов',
  'scores',
  '«Группы участников», «Кол-во участников», 0, 1, 2 …',
);
