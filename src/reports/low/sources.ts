import type { ReportSheet } from '../report.ts';
import type { LowContext } from './context.ts';

/** «Источники»: from which imported files the numbers behind each met criterion came. */
export function sourcesSheet({ sources }: LowContext, year: number): ReportSheet {
  return {
    name: 'Источники',
    title: `Источники: файлы за каждым выполненным критерием, ${year} год`,
    lead: 'Из каких загруженных файлов взяты числа листа «Основания».',
    notes: ['Строки файла показывает команда msoko explain НОМЕР_КРИТЕРИЯ --year ГОД --school КОД.'],
    frozenColumns: 2,
    table: {
      id: 'low-sources',
      empty: 'Ни один критерий не выполнен ни в одной школе.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 24, wrap: true },
        { key: 'criterion', title: 'Критерий', type: 'text', width: 30, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'what', title: 'Что', type: 'text', width: 30, wrap: true },
        { key: 'file', title: 'Файл', type: 'text', width: 50, wrap: true },
      ],
      rows: sources.map(({ school, name, criterion, year: of, what, file }) => ({
        school,
        name,
        criterion,
        year: of,
        what,
        file,
      })),
    },
  };
}
