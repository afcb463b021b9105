import { type Markup, markup } from '../markup.ts';
import type { Report, ReportColumn, ReportTable, ReportValue } from '../report.ts';
import { sectionNumber } from './section-number.ts';
import { tableMarkup } from './table.ts';

/** The table of a report that has one row for each school, with the columns that answer on it. */
interface SchoolAnswers {
  report: Report;
  table: ReportTable;
  columns: readonly ReportColumn[];
}

/**
 * «Школы»: one line for each school with the answers of every report side by side.
 * @param linkOf address of a school's own page
 */
export function schoolsSection(
  reports: readonly Report[],
  { id, linkOf }: { id: string; linkOf?: ((code: string) => string | undefined) | undefined },
): Markup | undefined {
  const answers = reports.flatMap(answersOf);
  const names = new Map(
    answers.flatMap(({ table }) => table.rows.map(({ school, name }) => [String(school), String(name)])),
  );
  if (names.size === 0) return undefined;
  const codes = [...names.keys()].sort();
  const table: ReportTable = {
    id: 'schools',
    empty: 'Школ нет.',
    columns: [
      { key: 'school', title: 'Код ОО', type: 'text' },
      { key: 'name', title: 'Школа', type: 'text', width: 36, wrap: true },
      ...answers.flatMap(({ report, columns }) =>
        columns.map((column) => ({
          ...column,
          key: `${report.id} ${column.key}`,
          title: `${sectionNumber(report) ?? report.title} · ${column.title}`,
        })),
      ),
    ],
    rows: codes.map((code) => ({
      school: code,
      name: names.get(code)!,
      ...Object.fromEntries(answers.flatMap((one) => answersOn(code, one))),
    })),
  };
  return markup`<section id="schools" class="sheet wide">
<h2>Школы</h2>
<p class="lead">Ответы всех отчётов по каждой школе. Основания — в разделах систем${linkOf && ' и на страницах школ'}.</p>
${tableMarkup(table, {
  id,
  caption: 'Школы: ответы всех отчётов',
  frozenColumns: 2,
  cell: (column, { school, name }) => {
    const address = column.key === 'name' ? linkOf?.(String(school)) : undefined;
    return address === undefined ? undefined : markup`<a href="${address}">${String(name)}</a>`;
  },
})}
</section>
`;
}

/** The first table of a report with exactly one line for each of its schools and a verdict on it. */
function answersOf(report: Report): SchoolAnswers[] {
  const found = report.sheets.find(({ table: { columns, rows } }) => {
    const keys = new Set(columns.map(({ key }) => key));
    const codes = new Set(rows.map(({ school }) => school));
    return (
      rows.length > 0 &&
      keys.has('school') &&
      keys.has('name') &&
      codes.size === rows.length &&
      columns.some(({ type }) => type === 'verdict')
    );
  });
  if (!found) return [];
  const { table } = found;
  const columns = table.columns.filter(({ type }) => type === 'verdict' || type === 'integer');
  return [{ report, table, columns }];
}

function answersOn(
  code: string,
  { report, table, columns }: SchoolAnswers,
): [key: string, value: ReportValue][] {
  const row = table.rows.find(({ school }) => school === code);
  return columns.map(({ key }) => [`${report.id} ${key}`, row?.[key] ?? null]);
}
