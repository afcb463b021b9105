import type { Reference, Sitting } from '../../facts/sitting.ts';
import { hasGrade, paperId } from '../../records/paper.ts';
import type { Procedure } from '../../records/procedure.ts';
import { benjaminiHochberg } from '../../statistics/false-discovery.ts';
import type { Parameters } from '../parameters/parameters.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type Finding, notAssessable } from './finding.ts';
import {
  type PaperSigns,
  type ProcedureIndex,
  type SchoolObjectivity,
  SIGN_IDS,
  type SignAnswer,
  type SignId,
} from './objectivity.ts';
import { ownPaperTails } from './own-papers.ts';
import { type PaperYear, paperYears } from './paper-year.ts';
import { type Comparison, comparisonNote } from './reference.ts';
import { b1 } from './signs/b1.ts';
import { b2 } from './signs/b2.ts';
import { b3 } from './signs/b3.ts';
import { b4 } from './signs/b4.ts';
import { b5 } from './signs/b5.ts';
import { b6 } from './signs/b6.ts';
import { b7 } from './signs/b7.ts';
import { type BiasMarker, b8 } from './signs/b8.ts';

/** What the signs look at. */
export interface SignFacts {
  schools: readonly { code: string; name: string }[];
  /** Sittings of every year of `signYears`. */
  sittings: readonly Sitting[];
  /** Rows of the region, where they were published. */
  published: readonly Reference[];
  markers: readonly BiasMarker[];
}

/** Signs of every school, and what to mind about them. */
export interface SignVerdicts {
  schools: readonly SchoolObjectivity[];
  /** Papers of the year, and where each sitting stands among schools after the last pass. */
  papers: readonly PaperYear[];
  /** Russian: against what the schools were held. */
  notes: readonly string[];
}

type Findings = Readonly<Record<SignId, Finding>>;

interface Judged {
  sitting: Sitting;
  findings: Findings;
  raised: boolean;
  agreement: Agreement | null;
}

/** Years whose sittings the signs of a year need: the window of ОГЭ and ЕГЭ before it, and the year after. */
export function signYears(year: number, parameters: Parameters): number[] {
  const window = parameters.number('objectivity.corroboration-years');
  return Array.from({ length: window + 1 }, (_, step) => year - window + 1 + step);
}

/** Signs B1…B8 of every paper of the year, the flag of each, and the внешний индекс необъективности of each school. */
export function judgeSigns(year: number, facts: SignFacts, parameters: Parameters): SignVerdicts {
  const { current, judged } = weigh(year, facts, parameters);
  const flags = flagsOf(judged, parameters);

  const bySitting = new Map(judged.map((one, index) => [one.sitting, flags[index]!]));
  const taken = new Map<string, Sitting[]>(facts.schools.map(({ code }) => [code, []]));
  for (const sitting of facts.sittings) if (sitting.year === year) taken.get(sitting.school)?.push(sitting);
  const schools = facts.schools.map(({ code, name }): SchoolObjectivity => {
    const papers = taken
      .get(code)!
      .map((sitting) => bySitting.get(sitting) ?? tooFew(sitting, facts.markers, parameters));
    const unread = facts.markers.filter(
      (marker) =>
        marker.school === code &&
        marker.year === year &&
        marker.marker &&
        !papers.some(({ paper }) => paper === marker.paper),
    );
    const signs = [...papers, ...unread.map(({ paper }) => onlyListed(paper))].toSorted((first, second) =>
      first.paper < second.paper ? -1 : 1,
    );
    const externalIndex = signs.filter(({ flagged }) => flagged).length;
    return { school: code, name, externalIndex, papers: signs.length, signs };
  });
  return { schools, papers: current, notes: notesOf(current) };
}

/**
 * Findings of the year, reached in passes: what one pass suspects is left out of what the next compares with, as
 * items are purified in the study of test bias (Holland, Thayer 1988). Otherwise many biased papers make each other
 * look usual.
 */
function weigh(
  year: number,
  facts: SignFacts,
  parameters: Parameters,
): { current: readonly PaperYear[]; judged: readonly Judged[] } {
  const passes = parameters.number('objectivity.passes');
  const level = parameters.number('objectivity.suspect-level');
  let suspects: ReadonlySet<Sitting> = new Set();
  for (let pass = 1; ; pass += 1) {
    const years = paperYears(facts.sittings, facts.published, suspects, parameters);
    const judged = judgeYear(year, years, facts.markers, parameters);
    if (pass >= passes) return { current: years.filter((one) => one.year === year), judged };
    // The year after is compared with, too.
    const all = [...judged, ...judgeYear(year + 1, years, facts.markers, parameters)];
    suspects = new Set(
      all.flatMap(({ sitting, agreement }) => (agreement && agreement.p <= level ? [sitting] : [])),
    );
  }
}

function judgeYear(
  year: number,
  years: readonly PaperYear[],
  markers: readonly BiasMarker[],
  parameters: Parameters,
): Judged[] {
  const vpr = (at: number) => years.filter((one) => one.year === at && one.paper.procedure === 'vpr');
  const own = ownPaperTails(vpr(year), [...vpr(year), ...vpr(year + 1)], parameters);
  return years
    .filter((one) => one.year === year)
    .flatMap((one) => judgePaperYear(one, years, own, markers, parameters));
}

function judgePaperYear(
  paperYear: PaperYear,
  years: readonly PaperYear[],
  own: ReadonlyMap<string, number>,
  markers: readonly BiasMarker[],
  parameters: Parameters,
): Judged[] {
  const { paper, year, sittings } = paperYear;
  const next = years.find(
    (one) =>
      one.year === year + 1 &&
      hasGrade(paper.procedure) &&
      paper.grade !== undefined &&
      one.id === paperId({ ...paper, grade: paper.grade + 1 }),
  );
  const window = parameters.number('objectivity.corroboration-years');
  const exams = years.filter(
    (one) => ['oge', 'ege'].includes(one.paper.procedure) && one.year <= year && one.year > year - window,
  );
  const journal = b5(paperYear, parameters);
  const found: Readonly<Record<SignId, readonly Finding[]>> = {
    B1: b1(paperYear, own, parameters),
    B2: b2(paperYear, parameters),
    B3: b3(paperYear, parameters),
    B4: b4(paperYear, next, parameters),
    B5: journal,
    B6: b6(paperYear, exams, parameters),
    B7: b7(paperYear, parameters),
    B8: b8(paperYear, markers),
  };
  return sittings.map((sitting, index) => {
    const findings = bySign((id) => found[id][index]!);
    const evidence = Object.fromEntries(
      SIGN_IDS.flatMap((id) => (findings[id].evidence === null ? [] : [[id, findings[id].evidence]])),
    );
    return {
      sitting,
      findings,
      raised: journal[index]!.raised,
      agreement: agreementOf(evidence, parameters),
    };
  });
}

/** q of every sign over all papers of the year, then the states and the flags. */
function flagsOf(judged: readonly Judged[], parameters: Parameters): PaperSigns[] {
  const q = bySign((id) => adjusted(judged.map(({ findings }) => findings[id].p)));
  const together = adjusted(judged.map(({ agreement }) => agreement?.p ?? null));
  const needed = parameters.number('objectivity.flag-signs');
  const level = parameters.number('objectivity.agreement-level');
  const either = parameters.word('objectivity.journal-direction') === 'either';
  const joins = parameters.word('objectivity.agreement') === 'on';

  return judged.map(({ sitting, findings, raised, agreement }, index) => {
    const signs = bySign((id) => answerOf(findings[id], q[id][index]!));
    const yes = SIGN_IDS.filter((id) => signs[id].state === 'yes');
    const counted = yes.filter((id) => id !== 'B8' && (id !== 'B5' || raised || either));
    const own = counted.length >= needed;
    const qTogether = together[index]!;
    const agree =
      joins && agreement !== null && qTogether !== null && qTogether <= level && agreement.groups >= 2;
    const listed = signs.B8.state === 'yes';
    return {
      paper: paperId(sitting),
      participants: sitting.participants,
      flagged: listed || own || agree,
      by: agree ? SIGN_IDS.filter((id) => yes.includes(id) || agreement.signs.includes(id)) : yes,
      agreement: agreement && { p: agreement.p, q: qTogether!, signs: agreement.signs },
      signs,
    };
  });
}

function answerOf(finding: Finding, q: number | null): SignAnswer {
  const { lacking, p, value, reason } = finding;
  if (lacking !== null) return { state: 'not-assessable', p: null, q: null, value: null, reason: lacking };
  return { state: finding.stands(q) ? 'yes' : 'no', p, q, value, reason };
}

/** Benjamini–Hochberg over the values that are known. */
function adjusted(p: readonly (number | null)[]): (number | null)[] {
  const known = p.flatMap((value) => (value === null ? [] : [value]));
  const q = benjaminiHochberg(known);
  let next = 0;
  return p.map((value) => (value === null ? null : q[next++]!));
}

function tooFew(sitting: Sitting, markers: readonly BiasMarker[], parameters: Parameters): PaperSigns {
  const reason =
    sitting.scores.length === 0
      ? 'нет распределения баллов или отметок'
      : `участников ${sitting.participants}, признаки рассматриваются от ${parameters.number('objectivity.minimum-participants')}`;
  const { paper, id, year } = { paper: sitting, id: paperId(sitting), year: sitting.year };
  const lone: PaperYear = {
    paper,
    id,
    year,
    sittings: [sitting],
    standings: [null],
    suspected: [false],
    many: false,
  };
  const listed = answerOf(b8(lone, markers)[0]!, null);
  return withoutResults(id, sitting.participants, reason, listed);
}

function onlyListed(paper: string): PaperSigns {
  const listed: SignAnswer = {
    state: 'yes',
    p: null,
    q: null,
    value: 1,
    reason: 'школа в списке с маркером; результаты работы не загружены',
  };
  return withoutResults(paper, 0, 'результаты работы не загружены', listed);
}

function withoutResults(paper: string, participants: number, reason: string, listed: SignAnswer): PaperSigns {
  const flagged = listed.state === 'yes';
  const signs = bySign((id) => (id === 'B8' ? listed : answerOf(notAssessable(reason), null)));
  return { paper, participants, flagged, by: flagged ? ['B8'] : [], agreement: null, signs };
}

function bySign<T>(of: (id: SignId) => T): Record<SignId, T> {
  return Object.fromEntries(SIGN_IDS.map((id) => [id, of(id)])) as Record<SignId, T>;
}

function notesOf(current: readonly PaperYear[]): string[] {
  const scopes = current.map(
    ({ standings }) => standings.find((standing) => standing !== null)?.comparison.scope,
  );
  const notes = (['published', 'counted', 'municipality'] satisfies Comparison['scope'][]).flatMap(
    (scope) => {
      const papers = scopes.filter((one) => one === scope).length;
      return papers > 0 ? [comparisonNote(scope, papers)] : [];
    },
  );
  const alone = scopes.filter((one) => one === undefined).length;
  return [
    'Признаки — повод проверить работу школы, а не доказательство: список Рособрнадзора строится по неопубликованным правилам.',
    ...notes,
    ...(alone > 0
      ? [`Работ, где сравнить не с чем: ${alone}. Загрузите результаты других школ или региона.`]
      : []),
  ];
}

/**
 * Индекс необъективности оценочной процедуры (2.1): participants in flagged papers ÷ all participants, of every
 * procedure as a whole and of each paper; weighted by pupils.
 */
export function procedureIndices(schools: readonly SchoolObjectivity[]): ProcedureIndex[] {
  const totals = new Map<string, { participants: number; inRiskZone: number }>();
  const count = (key: string, { participants, flagged }: PaperSigns) => {
    const total = totals.get(key) ?? { participants: 0, inRiskZone: 0 };
    total.participants += participants;
    if (flagged) total.inRiskZone += participants;
    totals.set(key, total);
  };
  for (const signs of schools.flatMap((school) => school.signs)) {
    count(procedureOf(signs.paper), signs);
    count(signs.paper, signs);
  }
  return [...totals]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([key, { participants, inRiskZone }]) => ({
      procedure: procedureOf(key),
      paper: key === procedureOf(key) ? null : key,
      participants,
      inRiskZone,
      index: participants > 0 ? inRiskZone / participants : null,
    }));
}

function procedureOf(paper: string): Procedure {
  return paper.split('-')[0] as Procedure;
}
