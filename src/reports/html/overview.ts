import { type Markup, markup } from '../markup.ts';
import type { Report, ReportTable, Tone } from '../report.ts';
import { STATUS_WORDS } from '../section/indicators.ts';
import { SYSTEM_TITLES } from './system-titles.ts';

/** How a system stands in the year. */
interface SystemState {
  word: string;
  tone: Tone;
  /** How many of its indicators are computed, where it lists them. */
  indicators: string | undefined;
}

/** «Десять систем»: each system of the Положение with its state, the main sentence, and the way to its chapter. */
export function overviewSection(reports: readonly Report[], idOf: (report: Report) => string): Markup {
  const systems = Object.entries(SYSTEM_TITLES);
  const built = systems.filter(([number]) => reportOf(reports, number)).length;
  return markup`<section id="overview">
<h2>Десять систем</h2>
<p class="lead">Положение о МСОКО состоит из десяти систем; на этой странице отчёты по ${built} из них.</p>
<ol class="systems">
${systems.map(([number, title]) => systemItem(number, title, reportOf(reports, number), idOf))}</ol>
</section>
`;
}

/** The report of a system. */
function reportOf(reports: readonly Report[], number: string): Report | undefined {
  return reports.find(({ id }) => id === number);
}

function systemItem(
  number: string,
  title: string,
  report: Report | undefined,
  idOf: (report: Report) => string,
): Markup {
  const { word, tone, indicators } = stateOf(report);
  const name = markup`<span class="number">${number}</span> ${title}`;
  return markup`<li${!report && markup` class="absent"`}>
<h3>${report ? markup`<a href="#${idOf(report)}">${name}</a>` : name}</h3>
<p><span class="state ${tone}">${word}</span>${indicators !== undefined && markup` ${indicators}`}</p>
${report?.summary[0] !== undefined && markup`<p>${report.summary[0]}</p>`}
</li>
`;
}

function stateOf(report: Report | undefined): SystemState {
  if (!report) return { word: 'отчёта на странице нет', tone: 'muted', indicators: undefined };
  const table = report.sheets.find(({ table }) => table.id.endsWith('-indicators'))?.table;
  if (!table) return { word: 'отчёт построен', tone: 'good', indicators: undefined };
  const { rows } = table;
  const computed = count(table, STATUS_WORDS.computed);
  const lacking = count(table, STATUS_WORDS['no-data']) + count(table, STATUS_WORDS.incomplete);
  const indicators = `Показателей вычислено: ${computed} из ${rows.length}.`;
  if (lacking === 0) return { word: 'данные полные', tone: 'good', indicators };
  return computed === 0
    ? { word: 'показатели: нет данных', tone: 'warning', indicators }
    : { word: 'данные неполные', tone: 'warning', indicators };
}

function count({ rows }: ReportTable, word: string): number {
  return rows.filter(({ status }) => status === word).length;
}
