import { type Paper, paperId } from '../../records/paper.ts';
import type { PaperEvidence, YearEvidence } from '../verdict.ts';
import { weakestNeeded } from './certainty.ts';
import { type Criterion, clauseOf, type Question, yearsBefore } from './criterion.ts';
import { judgePaperYear } from './paper-year.ts';
import { overWindow, unknownYear } from './window.ts';

const ID = 'low.vpr56-two-papers-low';

const PAPERS: readonly Paper[] = [5, 6].flatMap((grade) =>
  ['russian', 'mathematics'].map((subject) => ({ procedure: 'vpr' as const, grade, subject })),
);

/** Criterion 8: low results in two or more of the papers РУ5, МА5, РУ6, МА6, in each of the two years before. */
export const TWO_PAPERS: Criterion = {
  id: ID,
  number: 8,
  title: 'ВПР, русский язык и математика, 5–6 классы',
  clause: clauseOf(8),
  text: 'Процентная доля обучающихся, получивших по двум и более проверочным работам (ВПР) по предмету «Русский язык» 5, 6 классы и/или «Математика» 5, 6 классы оценку «2», 30 % и более и/или отсутствуют обучающиеся, получившие оценку «5», за два учебных года, предшествующих учебному году идентификации',
  formula:
    'в каждом из двух лет не менее двух работ из четырёх, где доля отметок «2» не ниже порога или нет отметок «5»',
  category: 'low-results',
  sufficient: true,
  parameters: [
    'low.vpr56-low-share',
    'low.vpr56-papers',
    'low.vpr56-window-years',
    'low.vpr56-reading',
    'low.low-mark',
    'low.top-mark',
    ...PAPERS.map((paper) => `vpr-scale.${paperId(paper).replace('vpr-', '')}`),
  ],
  papers: PAPERS,
  variables: [],
  window: (year, parameters) => yearsBefore(year, parameters.number('low.vpr56-window-years')),
  judge(question) {
    const { parameters } = question;
    const window = yearsBefore(question.year, parameters.number('low.vpr56-window-years'));
    if (parameters.word('low.vpr56-reading') === 'any-two-paper-years')
      return judgeTogether(window, question);
    const years = window.map((year) => judgeYear(year, question));
    return overWindow(ID, years, { required: window.length, minimumKnown: window.length });
  },
};

function papersOf(year: number, question: Question): { evidence: YearEvidence; paper: PaperEvidence }[] {
  const threshold = question.parameters.number('low.vpr56-low-share');
  return PAPERS.map((paper) => {
    const evidence = judgePaperYear(paper, year, threshold, question);
    const { verdict, branches, participants, low, top, share, reason } = evidence;
    return {
      evidence,
      paper: {
        paper: paperId(paper),
        verdict,
        branches,
        participants,
        low,
        top,
        share,
        ...(reason ? { reason } : {}),
      },
    };
  });
}

function judgeYear(year: number, question: Question): YearEvidence {
  const needed = question.parameters.number('low.vpr56-papers');
  const judged = papersOf(year, question);
  const papers = judged.map(({ paper }) => paper);
  const met = judged.filter(({ evidence }) => evidence.verdict === 'met');
  const known = judged.filter(({ evidence }) => evidence.verdict === 'met' || evidence.verdict === 'not-met');
  if (known.length < needed) {
    const missing = papers.some(({ verdict }) => verdict === 'no-data');
    return {
      ...unknownYear(
        year,
        missing ? 'no-data' : 'not-applicable',
        missing
          ? `есть результаты ${known.length} из ${papers.length} работ, нужно не менее ${needed}`
          : 'участников не было',
      ),
      papers,
    };
  }
  const isMet = met.length >= needed;
  const supporting = isMet ? met : known.filter(({ evidence }) => evidence.verdict === 'not-met');
  return {
    ...unknownYear(year, 'no-data', ''),
    verdict: isMet ? 'met' : 'not-met',
    branches: [...new Set(met.flatMap(({ evidence }) => evidence.branches))],
    certainty: weakestNeeded(
      supporting.flatMap(({ evidence }) => (evidence.certainty ? [evidence.certainty] : [])),
      isMet ? needed : known.length - needed + 1,
    ),
    reason: known.find(({ evidence }) => evidence.reason)?.evidence.reason ?? null,
    basis: known[0]?.evidence.basis ?? null,
    papers,
  };
}

/** The other reading: two or more papers in both years taken together. */
function judgeTogether(window: readonly number[], question: Question) {
  const needed = question.parameters.number('low.vpr56-papers');
  const years = window.map((year): YearEvidence => {
    const judged = papersOf(year, question);
    const known = judged.filter(
      ({ evidence }) => evidence.verdict === 'met' || evidence.verdict === 'not-met',
    );
    const met = judged.filter(({ evidence }) => evidence.verdict === 'met');
    const missing = judged.some(({ evidence }) => evidence.verdict === 'no-data');
    return {
      ...(missing
        ? unknownYear(year, 'no-data', 'нет результатов работ')
        : unknownYear(year, 'not-applicable', 'участников не было')),
      ...(known.length > 0
        ? { verdict: met.length > 0 ? ('met' as const) : ('not-met' as const), reason: null }
        : {}),
      branches: [...new Set(met.flatMap(({ evidence }) => evidence.branches))],
      papers: judged.map(({ paper }) => paper),
    };
  });
  const papers = years.flatMap(({ papers: all }) => all ?? []);
  const met = papers.filter(({ verdict }) => verdict === 'met').length;
  const known = papers.filter(({ verdict }) => verdict === 'met' || verdict === 'not-met').length;
  const whole = overWindow(ID, years, { required: window.length, minimumKnown: window.length });
  if (met >= needed) return { ...whole, verdict: 'met' as const, certainty: null, reason: null };
  const enough = known >= needed && years.every(({ verdict }) => verdict !== 'no-data');
  return enough
    ? { ...whole, verdict: 'not-met' as const, certainty: null, reason: null }
    : {
        ...whole,
        verdict: whole.verdict === 'not-applicable' ? whole.verdict : ('insufficient-data' as const),
      };
}
