import { createHash } from 'node:crypto';
import { academicYear } from '../../records/year.ts';
import { type Markup, markup, trusted } from '../markup.ts';
import type { Report, ReportSheet } from '../report.ts';
import { anchors } from './anchors.ts';
import { type Chapter, chapterOf } from './chapter.ts';
import { overviewSection } from './overview.ts';
import STYLE from './page.css?raw';
import SCRIPT from './page.js?raw';
import { schoolsSection } from './schools.ts';
import { sheetSection } from './sheet.ts';
import { columnWidths } from './table.ts';

export interface PageOptions {
  title: string;
  municipality: string;
  year: number;
  /** The page is of one school: it has no overview of systems and no list of schools. */
  school?: { code: string; name: string };
  /** Address of a school's own page, where it has one. */
  schoolPage?: (code: string) => string | undefined;
  /** Stands in the overview, after the systems. */
  overview?: ReportSheet;
}

/** What the overview's own sheet is a part of. */
const OVERVIEW = { id: 'overview', title: 'Десять систем', sheets: [] };

/** Size of a letter of the table, in its font's size: widths of columns are given in letters. */
const LETTER = 0.44;

/**
 * Reports as one HTML page that needs nothing but itself: overview of the ten systems, a chapter for each report,
 * the schools. It opens without network, asks for nothing, and its policy lets nothing else in. Equal reports give
 * equal text.
 */
export function renderPage(reports: readonly Report[], options: PageOptions): string {
  return [...pagePieces(reports, options)].join('');
}

/** The same page piece by piece: that of a region, a hundred megabytes of tables, is never whole in memory. */
export function* pagePieces(reports: readonly Report[], options: PageOptions): Generator<string> {
  const { title, municipality, year, school, schoolPage, overview } = options;
  const anchor = anchors();
  for (const taken of ['main', 'overview', 'schools', 'contents']) anchor(taken);
  const chapters = reports.map((report) => chapterOf(report, anchor, school !== undefined));
  const map = overview && sheetSection(OVERVIEW, overview, { anchor, level: 3 }).markup();
  const schools = school
    ? undefined
    : schoolsSection(reports, { id: anchor('schools-table'), linkOf: schoolPage });
  const style =
    STYLE + widthRules([...reports.flatMap(({ sheets }) => sheets), ...(overview ? [overview] : [])]);
  yield markup`<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — ${municipality}, ${academicYear(year)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Сразу к содержанию</a>
<header>
<p>${municipality} · ${academicYear(year)} учебный год</p>
<h1>${title}</h1>
</header>
<div class="columns">
${contents(chapters, schools !== undefined, school !== undefined)}
<main id="main" tabindex="-1">
${!school && overviewSection(reports, (report) => chapters.find((one) => one.report === report)!.id, map)}
`.markup;
  for (const { head, sheets, foot } of chapters) {
    yield head.markup;
    for (const sheet of sheets) yield sheet.markup().markup;
    yield foot.markup;
  }
  yield markup`
${schools}
</main>
</div>
<footer><p>Составлено программой msoko. Числа — те же, что в книгах Excel; «нет данных» — не ноль.</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.markup;
}

/** The page asks for nothing; only its own style and script, known by their hashes, are let in. */
function policy(style: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function contents(chapters: readonly Chapter[], hasSchools: boolean, alone: boolean): Markup {
  const links = ({ sheets }: Chapter) =>
    sheets.map(({ id, name }) => markup`<li><a href="#${id}">${name}</a></li>`);
  return markup`<nav id="contents" aria-label="Содержание">
<p class="contents">Содержание</p>
<ul>
${
  alone
    ? chapters.map(links)
    : [
        markup`<li><a href="#overview">Десять систем</a></li>
`,
        ...chapters.map(
          (chapter) => markup`<li><a href="#${chapter.id}">${chapter.name}</a><ul>${links(chapter)}</ul></li>
`,
        ),
      ]
}${hasSchools && markup`<li><a href="#schools">Школы</a></li>`}
</ul>
</nav>`;
}

function widthRules(sheets: readonly ReportSheet[]): string {
  const widths = new Set([...columnWidths(sheets.map(({ table }) => table)), 36]);
  return [...widths].map((width) => `.w${width}{min-width:${(width * LETTER).toFixed(1)}em}\n`).join('');
}
