import { foldText } from '../../records/fold.ts';
import { headersOf, matchesHeader } from '../columns.ts';
import type { Layout, Preview } from '../layout.ts';
import { parseTaskHeader } from '../task.ts';
import { type ReportTitle, titleOf } from './report-title.ts';

const UNUSED: readonly ReportTitle[] = [
  'Выполнение заданий группами участников',
  'Выполнение заданий',
  'Достижение планируемых результатов',
];

/** Which of the reports that no indicator uses this sheet is. */
function unusedReport(preview: Pick<Preview, 'rows' | 'sheetName'>): ReportTitle | undefined {
  const title = titleOf(preview);
  if (title) return UNUSED.includes(title) ? title : undefined;
  for (const row of preview.rows) {
    const headers = headersOf(row).map(({ header }) => header);
    if (headers.some((header) => /блоки пооп|проверяемые требования/.test(foldText(header)))) {
      return headers.length >= 3 ? 'Достижение планируемых результатов' : undefined;
    }
    if (!headers.some((header) => matchesHeader(header, ['группы участников']))) continue;
    const tasks = headers.filter((header) => parseTaskHeader(header));
    if (tasks.includes('1') && !tasks.includes('0')) return 'Выполнение заданий';
  }
  return undefined;
}

/**
 * Reports of «Аналитика» on tasks and planned results: known, and of no use here, because no indicator of the
 * Положение is computed from them. Reading one says which report to export instead.
 */
export const UNUSED_REPORTS: Layout = {
  id: 'fis-oko-unused',
  title: 'ФИС ОКО: отчёты, которые показателям не нужны',
  source: 'fis-oko',
  recognise(preview) {
    const report = unusedReport(preview);
    return report && { confidence: 0.95, why: `отчёт «${report}»` };
  },
  open(reading) {
    let told = false;
    return {
      row(row) {
        if (!told) {
          told = true;
          const title = unusedReport({ rows: [row], sheetName: reading.sheetName });
          reading.error(
            'report-not-used',
            `${title ? `Отчёт «${title}»` : 'Отчёт о заданиях и планируемых результатах'} не нужен: ни один показатель Положения по нему не считается. ` +
              'Выгрузите из ФИС ОКО «Статистику по отметкам», «Сравнение отметок с отметками по журналу», «Распределение первичных баллов» или «Индивидуальные результаты».',
            { row: row.number },
          );
        }
        return 'rejected';
      },
    };
  },
};
