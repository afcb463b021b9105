import { type Markup, markup } from '../markup.ts';
import type { Report, ReportSheet } from '../report.ts';
import type { Anchors } from './anchors.ts';
import { numberedTitle, sectionNumber } from './section-number.ts';
import { type SheetSection, sheetSection } from './sheet.ts';

/** A report as a chapter: what it is about, what it says in sentences, its sheets. */
export interface Chapter {
  report: Report;
  id: string;
  /** Name in the contents. */
  name: string;
  sheets: readonly SheetSection[];
  /** What stands before the sheets and after them. */
  head: Markup;
  foot: Markup;
}

/** Method, parameters and sources are looked up: on a page they stand after the results. */
function isReference({ table }: ReportSheet): boolean {
  return /-(method|parameters|sources)$/.test(table.id);
}

/** @param alone whether the page is of this report only: then the page's title is the chapter's */
export function chapterOf(report: Report, anchor: Anchors, alone: boolean): Chapter {
  const id = anchor(`system-${sectionNumber(report) ?? report.id.replace(/^system-/, '')}`);
  const sheets = [...report.sheets]
    .sort((one, other) => Number(isReference(one)) - Number(isReference(other)))
    .map((sheet) => sheetSection(report, sheet, { anchor, level: alone ? 2 : 3 }));
  const front = markup`<p class="subtitle">${report.subtitle}</p>
<ul class="summary">${report.summary.map((sentence) => markup`<li>${sentence}</li>`)}</ul>
<dl class="facts">${report.facts.map(({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;
  return {
    report,
    id,
    name: numberedTitle(report),
    sheets,
    ...(alone
      ? {
          head: markup`<div id="${id}" class="chapter">
<section class="front">${front}</section>
`,
          foot: markup`</div>
`,
        }
      : {
          head: markup`<section id="${id}" class="chapter">
<h2>${numberedTitle(report)}</h2>
${front}`,
          foot: markup`</section>
`,
        }),
  };
}
