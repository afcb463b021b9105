import { openEngine } from '../facts/engines/open-engine.ts';
import { scoreHistograms } from '../facts/score-histogram.ts';
import type { TraceStep } from '../facts/trace.ts';
import { EXIT, Failure } from '../failure.ts';
import { paperId, paperTitle } from '../records/paper.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import type { Criterion } from '../regulation/criteria/criterion.ts';
import { SIGN_IDS } from '../regulation/objectivity/objectivity.ts';
import { borderOf } from '../regulation/risk-schools.ts';
import { indicatorById, SYSTEMS } from '../regulation/systems/systems.ts';
import type { CriterionVerdict } from '../regulation/verdict.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { type Assessment, assess } from './assessment.ts';
import { didYouMean } from './describe-failure.ts';
import { explainIndex, isIndexQuestion } from './explain-index.ts';
import { explainIndicator } from './explain-indicator.ts';
import { explainSigns, isSignQuestion } from './explain-sign.ts';
import { explainCriterionText, type PaperHistogram } from './explain-text.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';
import { judgedSchool } from './risk-schools.ts';
import { traceCriterion } from './trace-criterion.ts';

interface ExplainOptions extends GlobalOptions {
  year: number;
  school?: string;
  paper?: string;
  output?: string;
}

/** `msoko explain ID`: the clause, the formula with its numbers, the parameters in force, and the cells behind them. */
export async function explain(io: Io, id: string, options: ExplainOptions): Promise<number> {
  if (isSignQuestion(id, options.school)) return explainSigns(io, id, options);
  if (isIndexQuestion(id)) return explainIndex(io, id, options);
  const criterion = CRITERIA.find((known) => known.id === id || String(known.number) === id);
  if (criterion && options.school !== undefined) {
    const assessment = await assess(requireWorkspace(options.workspace, io.directory), options.year);
    const school = await judgedSchool(assessment, options.school);
    const verdict = school.criteria.find((one) => one.id === criterion.id)!;
    const trace = await traceCriterion(assessment, criterion, verdict, school.school);
    const histograms = await histogramsOf(assessment, criterion, verdict, school.school);
    const content = options.json
      ? jsonText(criterionJson(assessment, criterion, verdict, school, trace, histograms))
      : explainCriterionText(assessment, criterion, verdict, school, trace, histograms);
    deliver(io, content, options.output);
    return EXIT.done;
  }
  const indicator = indicatorById(criterion?.id ?? id);
  if (indicator) return explainIndicator(io, indicator, options);
  throw await unknownId(id);
}

/** How the scores of a school lay, paper by paper and year by year, with the borders in force. */
async function histogramsOf(
  { workspace, parameters }: Assessment,
  { papers }: Criterion,
  { window }: CriterionVerdict,
  school: string,
): Promise<PaperHistogram[]> {
  if (papers.length === 0) return [];
  const engine = await openEngine(workspace);
  try {
    const found: PaperHistogram[] = [];
    for (const paper of papers) {
      for (const { year, scores } of await scoreHistograms(workspace, engine, school, paper, window)) {
        const { scale, minimumTestScore, topTestScore } = borderOf(paper, year, parameters);
        const borders = [
          ...(scale ? scale.map((highest, index) => ({ from: highest + 1, name: `«${index + 3}»` })) : []),
          ...(minimumTestScore === undefined ? [] : [{ from: minimumTestScore, name: 'минимальный балл' }]),
          ...(topTestScore === undefined ? [] : [{ from: topTestScore, name: 'высокий результат' }]),
        ];
        found.push({ paper: paperId(paper), title: paperTitle(paper), year, scores, borders });
      }
    }
    return found;
  } finally {
    engine.close();
  }
}

function criterionJson(
  { parameters, risk }: Assessment,
  criterion: Criterion,
  verdict: CriterionVerdict,
  school: { school: string; name: string },
  trace: readonly TraceStep[],
  histograms: readonly PaperHistogram[],
) {
  const { number, title, clause, text, formula, category, parameters: ids } = criterion;
  return {
    command: 'explain',
    year: risk.year,
    number,
    title,
    clause,
    text,
    formula,
    category,
    school: school.school,
    name: school.name,
    parameters: parameters.all().filter((parameter) => ids.includes(parameter.id)),
    ...verdict,
    trace,
    histograms,
  };
}

async function unknownId(id: string): Promise<Failure> {
  const known = [
    ...[...CRITERIA, ...SYSTEMS.flatMap(({ indicators }) => indicators)].map((one) => one.id),
    ...SIGN_IDS,
  ];
  return new Failure('unknown-id', `Нет критерия или показателя «${id}».`, {
    hint: `${await didYouMean(id, known)}Список: msoko rules.`,
    exit: EXIT.usage,
  });
}
