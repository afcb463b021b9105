import { academicYear } from '../../records/year.ts';
import type { AnnualReport } from './annual.ts';
import type { PaperDocument } from './blocks.ts';
import { systemChapter } from './chapter.ts';
import { conclusion, introduction, methodAppendix, sourcesAppendix } from './front-and-back.ts';
import { NO_TEXTS, type Texts } from './texts.ts';

/** The annual public report as a text: cover, introduction, a chapter for each system, appendices. */
export function composeAnnual(report: AnnualReport, texts: Texts = NO_TEXTS): PaperDocument {
  const { year, municipality, region, chapters } = report;
  return {
    year,
    title: 'Ежегодный публичный отчёт о муниципальной системе оценки качества образования',
    subtitle: `${academicYear(year)} учебный год`,
    issuer: region ? [municipality, region] : [municipality],
    imprint: [String(year)],
    runningTitle: `${municipality}. Муниципальная система оценки качества образования, ${academicYear(year)}`,
    chapters: [
      introduction(report, texts),
      ...chapters.map((chapter) => systemChapter(chapter, year, texts.chapters[chapter.system])),
      ...conclusion(texts),
      methodAppendix(report),
      sourcesAppendix(report),
    ],
  };
}
