import { foldText } from '../../records/fold.ts';
import type { OlympiadStage } from '../../records/olympiad.ts';
import { findSubject } from '../../records/subject.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { parseDate } from '../date.ts';
import { parseInteger } from '../number.ts';
import { olympiadIn } from './olympiad-id.ts';

/** What the lines above a table say of it. */
export interface Heading {
  olympiad?: string;
  stage?: OlympiadStage;
  subject?: string;
  year?: number;
  grade?: number;
  maximum?: number;
}

const STAGE_STEMS: readonly (readonly [stem: string, stage: OlympiadStage])[] = [
  ['школьн', 'school'],
  ['муниципальн', 'municipal'],
  ['районн', 'municipal'],
  ['городск', 'municipal'],
  ['региональн', 'regional'],
  ['республиканск', 'regional'],
  ['областн', 'regional'],
  ['краев', 'regional'],
  ['заключительн', 'final'],
];
const ADJECTIVE = `(?<![а-я])(${STAGE_STEMS.map(([stem]) => stem).join('|')})(?:ый|ого|ом|ому|ым|ой)(?![а-я])`;
const BEFORE_STAGE = new RegExp(`${ADJECTIVE}(?:\\s*[(/][^)]{0,30}\\)?)?\\s+(?:этап|тур)`);
const AFTER_STAGE = new RegExp(`(?:этап|тур)[а-я]*\\s*[:—–-]?\\s*${ADJECTIVE}`);
const ALONE = new RegExp(ADJECTIVE);
const ABBREVIATIONS: Record<string, OlympiadStage> = {
  ШЭ: 'school',
  МЭ: 'municipal',
  РЭ: 'regional',
  ЗЭ: 'final',
};

/** Stage that a line names: «муниципального этапа», «Этап: школьный», «МЭ». */
export function stageIn(text: string): OlympiadStage | undefined {
  const folded = foldText(text);
  const stem = (BEFORE_STAGE.exec(folded) ?? AFTER_STAGE.exec(folded))?.[1];
  if (stem) return stageOf(stem);
  const short = /(?<![а-яё])(ШЭ|МЭ|РЭ|ЗЭ)(?![а-яё])/iu.exec(text)?.[1];
  return short === short?.toUpperCase() ? ABBREVIATIONS[short ?? ''] : undefined;
}

/** Stage in a text that has nothing else to mean by the word: a cell of «Этап», the name of a file. */
export function stageNamed(text: string): OlympiadStage | undefined {
  const stem = ALONE.exec(foldText(text))?.[1];
  const found = stageIn(text) ?? (stem ? stageOf(stem) : undefined);
  if (found) return found;
  const latin = /(?<![a-z])(municipal|regional|final|school(?![\s_-]*\d{5}))(?![a-z])/i.exec(text)?.[1];
  return latin?.toLowerCase() as OlympiadStage | undefined;
}

function stageOf(stem: string): OlympiadStage {
  return STAGE_STEMS.find(([known]) => known === stem)![1];
}

/** Subject that a line names: a part of it between dashes, or what stands after «по». */
export function subjectIn(text: string): string | undefined {
  for (const part of text.split(/\s*[—–|;:,]\s*|\s+-\s+/)) {
    const found = findSubject(part);
    if (found) return found;
  }
  for (const [, after] of text.matchAll(/(?<![а-яё])по(?:\s+предмету)?[\s:]+(?=(.*))/giu)) {
    const words = after!.split(/\s+/).slice(0, 8);
    for (let size = words.length; size > 0; size--) {
      const found = findSubject(
        words
          .slice(0, size)
          .join(' ')
          .replace(/[.,;]+$/, ''),
      );
      if (found) return found;
    }
  }
  return undefined;
}

/** Year in which the academic year of a line ends: «2025/2026», or of a date «14.11.2025». */
export function yearIn(text: string): number | undefined {
  const academic = /(?<!\d)20\d\d\s*[/–—-]\s*(?:20)?\d\d(?![\d.-])/.exec(text)?.[0];
  const ends = academic && parseYear(academic);
  if (ends) return ends;
  const written = /(?<!\d)(?:\d\d?\.\d\d?\.20\d\d|20\d\d-\d\d-\d\d)(?!\d)/.exec(text)?.[0];
  const date = written && parseDate(written);
  if (!date) return undefined;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month >= 8 ? year + 1 : year;
}

/** Texts of a row, each merged one once. */
export function ownTexts(row: Row): string[] {
  return row.cells.flatMap((cell) =>
    cell && !cell.master && cell.text.trim() ? [cell.text.replace(/[\s\u00a0]+/g, ' ').trim()] : [],
  );
}

/** Reads a line above or between tables: what it says comes over what lines before it said. */
export function readHeading(row: Row, before: Heading): Heading {
  const texts = ownTexts(row);
  const whole = texts.join(' ');
  const folded = foldText(whole);
  const heading: Heading = { ...before };
  if (/^макс/.test(folded)) {
    const maximum = maximumIn(texts);
    if (maximum !== undefined) heading.maximum = maximum;
    return heading;
  }
  const grade = /(?<![\d–—-]\s?)(\d{1,2})\s*(?:-?(?:й|го|ый))?\s*(?:класс|кл\.)(?!ы|ов|ах)/.exec(folded)?.[1];
  if (grade && Number(grade) >= 1 && Number(grade) <= 12) heading.grade = Number(grade);
  if (!/олимпиад|этап|протокол|предмет|результат|учебн\S* год|дата|всош/.test(folded)) return heading;
  const found = {
    olympiad: olympiadIn(whole),
    stage: stageIn(whole),
    subject: texts.map(subjectIn).find((subject) => subject !== undefined) ?? subjectIn(whole),
    year: yearIn(whole),
  };
  return { ...heading, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)) };
}

/** «Максимальное количество баллов – 100», or with the number in a cell of its own. */
function maximumIn(texts: readonly string[]): number | undefined {
  const alone = texts.slice(1).map(parseInteger);
  const ending = parseInteger(/(\d+)\s*(?:балл[а-я]*)?\.?$/.exec(texts.join(' '))?.[1] ?? '');
  const maximum = alone.find((number) => number !== undefined) ?? ending;
  return maximum !== undefined && maximum >= 1 && maximum <= 10_000 ? maximum : undefined;
}
