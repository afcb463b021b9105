import type { Source, TraceStep } from '../facts/trace.ts';
import { paperName } from '../records/paper-name.ts';
import type { Criterion } from '../regulation/criteria/criterion.ts';
import type { CriterionVerdict, PaperEvidence, YearEvidence } from '../regulation/verdict.ts';
import { parameterLine } from '../reports/low/describe.ts';
import { branchWords, certaintyWord, VERDICT_WORDS } from '../reports/low/words.ts';
import { formatNumber, formatShare } from '../reports/number-format.ts';
import { type Bar, histogramLines } from '../reports/terminal/histogram.ts';
import type { Assessment } from './assessment.ts';

/** Scores of a school in one paper and year, with the borders of low and high results. */
export interface PaperHistogram {
  paper: string;
  title: string;
  year: number;
  scores: readonly Bar[];
  borders: readonly { from: number; name: string }[];
}

/** How a school's verdict on a criterion came about, in words. */
export function explainCriterionText(
  { parameters }: Assessment,
  criterion: Criterion,
  verdict: CriterionVerdict,
  school: { school: string; name: string },
  trace: readonly TraceStep[],
  histograms: readonly PaperHistogram[],
): string {
  const lines = [
    `Критерий ${criterion.number}. ${criterion.title} — ${school.name} (${school.school})`,
    `Вывод: ${VERDICT_WORDS[verdict.verdict]}${verdict.certainty ? ` (${certaintyWord(verdict.certainty)})` : ''}`,
    ...(verdict.reason ? [`Причина: ${verdict.reason}`] : []),
    '',
    `Положение, ${criterion.clause}:`,
    `  «${criterion.text}»`,
    `Как считается: ${criterion.formula}.`,
    ...(verdict.required > 0 && verdict.window.length > 1
      ? [`Окно: ${verdict.window.join(', ')}; нужно лет: ${verdict.required}.`]
      : [`Год: ${verdict.window.join(', ')}.`]),
    '',
  ];
  for (const year of verdict.years) {
    lines.push(...yearLines(year, criterion));
    for (const step of trace.filter((one) => one.year === year.year)) lines.push(...stepLines(step));
  }
  for (const { title, year, scores, borders } of histograms) {
    lines.push('', `${title}, ${year}: сколько участников с каждым баллом`);
    lines.push(...histogramLines(scores, borders).map((line) => `    ${line}`));
  }
  lines.push('', 'Параметры:');
  for (const parameter of parameters.all()) {
    if (!criterion.parameters.includes(parameter.id)) continue;
    const { name, value, source, overridden } = parameterLine(parameter);
    lines.push(`  ${name} = ${value}${overridden ? ' (задано в msoko.json)' : ''} [${source}]`);
  }
  return lines.join('\n');
}

function yearLines(year: YearEvidence, { category }: Criterion): string[] {
  const head = `${year.year}: ${VERDICT_WORDS[year.verdict]}${year.branches.length > 0 ? ` — ${branchWords(year.branches, category)}` : ''}`;
  return [
    head,
    ...numbersOf(year).map((text) => `    ${text}`),
    ...(year.interval
      ? [
          `    точный доверительный интервал 95 %: ${formatShare(year.interval[0])} … ${formatShare(year.interval[1])}${year.certainty ? ` — ${certaintyWord(year.certainty)}` : ''}`,
        ]
      : []),
    ...(year.reason ? [`    ${year.reason}`] : []),
    ...(year.papers ?? []).flatMap((paper) => [
      `    ${paperName(paper.paper)}: ${VERDICT_WORDS[paper.verdict]}`,
      ...numbersOf(paper).map((text) => `      ${text}`),
    ]),
  ];
}

function numbersOf({
  low,
  participants,
  share,
  top,
}: Pick<PaperEvidence, 'low' | 'participants' | 'share' | 'top'>): string[] {
  const high = top === null ? '' : `; высоких результатов ${top}`;
  if (share !== null && low !== null && participants !== null)
    return [`${formatNumber(low)} ÷ ${formatNumber(participants)} = ${formatShare(share)}${high}`];
  return low !== null ? [`значение ${formatNumber(low)}`] : [];
}

function stepLines({ title, sources }: TraceStep): string[] {
  return sources.map((source) => `    источник (${title}): ${sourceText(source)}`);
}

/** A source in words: file, sheet and rows. */
export function sourceText({ file, sheet, rows, import: id }: Source): string {
  return `${file}${sheet ? `, лист «${sheet}»` : ''}, ${rows.length === 1 ? 'строка' : 'строки'} ${ranges(rows)} [загрузка ${id}]`;
}

/** Rows as a person writes them: 3–7, 9. */
export function ranges(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end + 1 < rows.length && rows[end + 1] === rows[end]! + 1) end++;
    parts.push(start === end ? `${rows[start]}` : `${rows[start]}–${rows[end]}`);
    start = end + 1;
  }
  return parts.join(', ');
}
