import { describe, expect, it } from 'vitest';
import { MARKS_REPORT } from '../../../src/layouts/fis-oko/shares-reports.ts';
import { UNUSED_REPORTS } from '../../../src/layouts/fis-oko/unused-reports.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { preamble, recognised, SCHOOL } from './report.ts';

const TASKS: Shown[] = ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 1, 2, '5.1', '5.2'];

describe('reports that no indicator uses', () => {
  it.each([
    ['Выполнение заданий', TASKS],
    ['Выполнение заданий группами участников', TASKS],
    ['Достижение планируемых результатов', ['Проверяемые требования', 'Макс балл', 'Энская область', 'РФ']],
  ])('«%s» is known, and one error names the reports that are needed', (title, header) => {
    const rows = [...preamble(title), header as Shown[], [SCHOOL, null, 88, 90, 80, 65, 48]];
    expect(recognised(rows)).toBe(UNUSED_REPORTS);
    const { issues, records, rows: kinds } = readLayout(UNUSED_REPORTS, rowsOf(rows));
    expect(issues).toMatchObject([{ severity: 'error', code: 'report-not-used' }]);
    expect(issues[0]!.message).toContain(title);
    expect(issues[0]!.message).toContain('Статистику по отметкам');
    expect(records).toEqual({});
    expect(kinds.record).toBe(0);
  });

  it('are known without a title, by the tasks in the header', () => {
    expect(recognised([TASKS])).toBe(UNUSED_REPORTS);
    expect(recognised([['Блоки ПООП НОО', 'Макс балл', 'Энская область', 'РФ']])).toBe(UNUSED_REPORTS);
  });

  it('are known by the name of a sheet that Excel cut', () => {
    expect(recognised([TASKS], 'МА 4 Выполнение заданий группам')).toBe(UNUSED_REPORTS);
  });

  it('do not swallow «Статистика по отметкам»', () => {
    expect(recognised([['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5]])).toBe(
      MARKS_REPORT,
    );
  });
});
