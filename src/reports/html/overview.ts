import { SYSTEMS } from '../../regulation/systems/systems.ts';
import { type Markup, markup } from '../markup.ts';
import type { Report, ReportRow, ReportTable, Tone } from '../report.ts';
import { STATUS_WORDS } from '../system/words.ts';
import { sectionNumber } from './section-number.ts';

/** How a system stands in the year. */
interface SystemState {
  word: string;
  tone: Tone;
  /** How many of its indicators are computed, where it lists them. */
  indicators: string | undefined;
}

/**
 * «Десять систем»: each system of the Положение with its state, the main sentence, and the way to its chapter.
 * @param map of their completeness
 */
export function overviewSection(
  reports: readonly Report[],
  idOf: (report: Report) => string,
  map?: Markup,
): Markup {
  const systems = SYSTEMS.filter(({ notInRegulation }) => notInRegulation === undefined);
  const built = systems.filter(({ id }) => reportOf(reports, id)).length;
  return markup`<section id="overview">
<h2>Десять систем</h2>
<p class="lead">Системы Положения о МСОКО, всего ${systems.length}; отчётов о них на этой странице ${built}.</p>
<ol class="systems">
${systems.map(({ id, title }) => systemItem(id, title, reportOf(reports, id), idOf))}</ol>
${map}</section>
`;
}

/** The report of a system. */
function reportOf(reports: readonly Report[], number: string): Report | undefined {
  return reports.find((report) => sectionNumber(report) === number);
}

function systemItem(
  number: string,
  title: string,
  report: Report | undefined,
  idOf: (report: Report) => string,
): Markup {
  const { word, tone, indicators } = stateOf(report);
  // how many indicators are known is said above it
  const main = report?.summary.find((sentence) => !/показател/.test(sentence));
  const name = markup`<span class="number">${number}</span> ${title}`;
  return markup`<li${!report && markup` class="absent"`}>
<h3>${report ? markup`<a href="#${idOf(report)}">${name}</a>` : name}</h3>
<p><span class="state ${tone}">${word}</span>${indicators !== undefined && markup` ${indicators}`}</p>
${main !== undefined && markup`<p>${main}</p>`}
</li>
`;
}

function stateOf(report: Report | undefined): SystemState {
  if (!report) return { word: 'отчёта на странице нет', tone: 'muted', indicators: undefined };
  const table = report.sheets.find(({ name }) => name === 'Показатели')?.table;
  if (!table) return { word: 'отчёт построен', tone: 'good', indicators: undefined };
  const computed = count(table, STATUS_WORDS.computed);
  const incomplete = count(table, STATUS_WORDS.incomplete);
  const lacking = count(table, STATUS_WORDS['no-data']);
  const withheld = table.rows.filter(isHidden).length;
  const indicators = `Показателей ${table.rows.length}: вычислено ${computed}, по неполным данным ${incomplete}, ${withheld > 0 ? `скрыто ${withheld}, ` : ''}нет данных ${lacking}.`;
  if (incomplete + lacking === 0) return { word: 'данные полные', tone: 'good', indicators };
  return computed + incomplete + withheld === 0
    ? { word: 'нет данных', tone: 'warning', indicators }
    : { word: 'данные неполные', tone: 'warning', indicators };
}

function count({ rows }: ReportTable, word: string): number {
  return rows.filter((row) => row.status === word && !isHidden(row)).length;
}

/** There is a value, and a public report does not show it. */
const isHidden = ({ withheld }: ReportRow): boolean => typeof withheld === 'string';
