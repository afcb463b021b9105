import type { Sitting } from '../facts/sitting.ts';
import { type Source, type TracedNumber, withSources } from '../facts/trace.ts';
import { EXIT, Failure } from '../failure.ts';
import { paperId, paperTitle, parsePaperId } from '../records/paper.ts';
import type { PaperSigns, SchoolObjectivity, SignId } from '../regulation/objectivity/objectivity.ts';
import { SIGN_IDS } from '../regulation/objectivity/objectivity.ts';
import { borderOf } from '../regulation/risk-schools.ts';
import { formatDecimal } from '../reports/number-format.ts';
import { signTexts } from '../reports/objectivity/sign-texts.ts';
import { measureText, STATE_WORDS } from '../reports/objectivity/words.ts';
import { histogramLines } from '../reports/terminal/histogram.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { sourceText } from './explain-text.ts';
import { findSchool } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { assessObjectivity, type ObjectivityAssessment } from './objectivity-assessment.ts';
import { deliver, jsonText } from './output.ts';

interface SignOptions extends GlobalOptions {
  year: number;
  school?: string;
  paper?: string;
  output?: string;
}

/** Whether `explain` answers with the signs of a school: asked for one sign, or for the index that counts its papers. */
export function isSignQuestion(id: string, school: string | undefined): boolean {
  const ofIndex = id === 'objm.external-bias-index' || id === 'obj.ref-external-bias-index';
  return SIGN_IDS.includes(id as SignId) || (ofIndex && school !== undefined);
}

/** One paper of the answer: its signs, the scores behind them, and the rows that they were counted from. */
interface ExplainedPaper extends PaperSigns {
  title: string;
  scores: Sitting['scores'];
  borders: { from: number; name: string }[];
  sources: readonly Source[];
}

/** `msoko explain B2 --school CODE`: what a sign found in each paper, with the scores that show it. */
export async function explainSigns(io: Io, id: string, options: SignOptions): Promise<number> {
  if (options.school === undefined) {
    throw new Failure('school-needed', 'Признаки объясняются по одной школе: укажите её код.', {
      hint: `Например: msoko explain ${id} --year ${options.year} --school 990104`,
      exit: EXIT.usage,
    });
  }
  const assessment = await assessObjectivity(requireWorkspace(options.workspace, io.directory), options.year);
  const school = await findSchool(
    assessment.workspace,
    assessment.objectivity.schools,
    options.school,
    `msoko objectivity --year ${options.year}`,
  );
  const asked = school.signs.filter(({ paper }) => options.paper === undefined || paper === options.paper);
  const papers: ExplainedPaper[] = await withSources(
    assessment.workspace,
    asked.map((signs) => explainPaper(assessment, school.school, signs)),
  );
  const shown = SIGN_IDS.filter((sign) => sign === id || !SIGN_IDS.includes(id as SignId));
  const content = options.json
    ? jsonText({
        command: 'explain',
        id,
        year: options.year,
        ...school,
        papers,
        trace: papers.flatMap(({ sources }) => sources),
      })
    : textOf(school, papers, shown, assessment);
  deliver(io, content, options.output);
  return EXIT.done;
}

function explainPaper(
  { sittings, parameters, objectivity }: ObjectivityAssessment,
  school: string,
  signs: PaperSigns,
): Omit<ExplainedPaper, 'sources'> & { numbers: TracedNumber[] } {
  const paper = parsePaperId(signs.paper);
  const sitting = sittings.find((one) => one.school === school && paperId(one) === signs.paper);
  const { scale } = borderOf(paper, objectivity.year, parameters);
  const borders = sitting?.measure === 'primary' && scale ? scale : [];
  return {
    ...signs,
    title: paperTitle(paper),
    scores: sitting?.scores ?? [],
    borders: borders.map((highest, index) => ({ from: highest + 1, name: `«${index + 3}»` })),
    numbers: sitting ? [{ school, year: objectivity.year, subject: { paper, basis: sitting.basis } }] : [],
  };
}

function textOf(
  { name, school }: SchoolObjectivity,
  papers: readonly ExplainedPaper[],
  shown: readonly SignId[],
  { objectivity, parameters }: ObjectivityAssessment,
): string {
  const titles = new Map(signTexts(parameters).map(({ id, title }) => [id, title]));
  const lines = [`${name} (${school})`, ...objectivity.notes, ''];
  if (papers.length === 0) lines.push('Работ этого года с результатами нет.');
  for (const paper of papers) {
    const flag = paper.flagged ? ` — отмечена: ${paper.by.join(', ')}` : '';
    lines.push(`${paper.title}, участников ${paper.participants}${flag}`);
    for (const sign of shown) {
      const { state, p, q, value, reason } = paper.signs[sign];
      const numbers = [
        value === null ? '' : measureText(sign, value),
        p === null ? '' : chanceText('p', p),
        q === null ? '' : chanceText('q', q),
      ].filter((part) => part !== '');
      lines.push(
        `  ${sign} ${titles.get(sign)}: ${STATE_WORDS[state]}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''}`,
      );
      if (reason) lines.push(`     ${reason}`);
    }
    lines.push(...histogramLines(paper.scores, paper.borders).map((line) => `    ${line}`));
    lines.push(...paper.sources.map((source) => `  источник: ${sourceText(source)}`), '');
  }
  return lines.join('\n');
}

/** `p = 0,0312`, `p < 0,0001`. */
function chanceText(name: string, value: number): string {
  return value < 0.0001 ? `${name} < 0,0001` : `${name} = ${formatDecimal(value, 4)}`;
}
