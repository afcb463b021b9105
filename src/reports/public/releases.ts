import type { Parameters } from '../../regulation/parameters/parameters.ts';
import type { Answer } from '../../regulation/systems/answer.ts';
import { EGE_PREPARATION_ID } from '../../regulation/systems/computed/ege-preparation.ts';
import { OBJECTIVITY_IDS } from '../../regulation/systems/computed/objectivity-values.ts';
import { PARTICIPANT_LEVEL_IDS } from '../../regulation/systems/computed/participant-levels.ts';
import type { Indicator, Measure } from '../../regulation/systems/system.ts';
import { SYSTEMS } from '../../regulation/systems/systems.ts';
import type { Relation, Release } from '../../statistics/disclosure/release.ts';
import { atom, plus, type Sum } from '../../statistics/disclosure/sum.ts';
import { countsParticipants, type ParticipantSums, participantSums } from './participants.ts';
import { countsPeople, type ReportedSums } from './reported.ts';
import { LEVEL_OF, type Level, type SittingSums } from './sittings.ts';

/** How a number of an answer may be published. */
export type Publishing =
  /** It counts no people. */
  | { kind: 'open' }
  /** It counts people, so many of a group: the numbers of a release. */
  | { kind: 'release'; id: string; part: string }
  /** It counts schools by verdicts on people. */
  | { kind: 'verdicts' }
  /** What it adds up to is not known here, so that nothing can be said of what it gives away. */
  | { kind: 'closed' };

/** What the releases of a year are made from. */
export interface YearFacts {
  year: number;
  answers: readonly Answer[];
  sittings: readonly SittingSums[];
  reported: ReportedSums;
  parameters: Parameters;
}

/** The releases of a year and which of them each answer shows. */
export interface YearReleases {
  releases: readonly Release[];
  /** What anybody knows of their counts. */
  relations: readonly Relation[];
  publishing(answer: Answer): Publishing;
}

const INDICATORS = new Map(
  SYSTEMS.flatMap(({ indicators }) => indicators.map((one) => [one.id, one] as const)),
);

/** Counts of schools by what is known of them, or by a list or flags that no count of pupils follows from. */
const OPEN_COMPUTED = new Set<string>([
  'head.heads-basic-preparation-determined-share',
  'head.heads-high-preparation-determined-share',
  'head.heads-objectivity-determined-share',
  OBJECTIVITY_IDS.list,
  OBJECTIVITY_IDS.external,
]);

/** Counts of people by their results that no other published count is a part of: names of the count and its whole. */
const BY_RESULTS: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  [OBJECTIVITY_IDS.medalists]: ['medalists-unconfirmed', 'medalists'],
  [OBJECTIVITY_IDS.olympiads]: ['olympiads-unconfirmed', 'olympiads'],
};

/** Everything of a year that may be published about people: results by paper and school, indicators and their cuts. */
export function yearReleases(facts: YearFacts): YearReleases {
  const { year, answers, sittings } = facts;
  const releases = new Map<string, Release>(resultReleases(sittings, year).map((one) => [one.id, one]));
  const relations: Relation[] = [];
  const published = new Map<string, Publishing>();
  for (const answer of answers) {
    if (answer.unit !== 'municipality') continue;
    const { indicator, measure } = measureOf(answer);
    const key = keyOf(answer);
    if (published.has(key)) continue;
    const found = measured(answer, indicator, measure, facts, releases);
    if ('release' in found) {
      releases.set(found.release.id, found.release);
      relations.push(...(found.relations ?? []));
      published.set(key, { kind: 'release', id: found.release.id, part: found.part });
    } else published.set(key, found);
  }
  return {
    releases: [...releases.values()],
    relations,
    publishing: (answer) => published.get(keyOf(answer)) ?? { kind: 'closed' },
  };
}

/** Ids of the releases of results: of a paper over all schools, and of a school in it. */
export const paperRelease = (year: number, paper: string): string => `${year} paper ${paper}`;
export const schoolRelease = (year: number, paper: string, school: string): string =>
  `${paperRelease(year, paper)} ${school}`;

/** Two answers that are one number, a reference and what it refers to, have one key. */
function keyOf(answer: Answer): string {
  const { indicator } = measureOf(answer);
  return [indicator.id, answer.variant, answer.breakdown ?? ''].join('|');
}

function measureOf({ id, variant }: Answer): { indicator: Indicator; measure: Measure } {
  let indicator = INDICATORS.get(id)!;
  let measure = variant === 'monitoring' ? indicator.monitoring!.measure : indicator.measure;
  while (measure.from === 'reference') {
    indicator = INDICATORS.get(measure.to)!;
    measure = indicator.measure;
  }
  return { indicator, measure };
}

function resultReleases(sittings: readonly SittingSums[], year: number): Release[] {
  const papers = [...new Set(sittings.map(({ paper }) => paper))].sort();
  return papers.flatMap((paper): Release[] => {
    const own = sittings.filter((one) => one.paper === paper);
    const id = paperRelease(year, paper);
    return [
      { id, year, ...totalOf(own) },
      ...own.map(({ school, whole, levels }) => ({
        id: schoolRelease(year, paper, school),
        year,
        within: id,
        whole,
        parts: levels as Record<string, Sum>,
      })),
    ];
  });
}

/** Levels that are known of all sittings. */
function totalOf(sittings: readonly SittingSums[]): Pick<Release, 'whole' | 'parts'> {
  const levels = Object.keys(sittings[0]?.levels ?? {}).filter((level) =>
    sittings.every((one) => one.levels[level as Level] !== undefined),
  );
  return {
    whole: plus(...sittings.map(({ whole }) => whole)),
    parts: Object.fromEntries(
      levels.map((level) => [level, plus(...sittings.map((one) => one.levels[level as Level]!))]),
    ),
  };
}

type Measured = { release: Release; part: string; relations?: readonly Relation[] } | Publishing;

const CLOSED: Publishing = { kind: 'closed' };
const OPEN: Publishing = { kind: 'open' };

function measured(
  answer: Answer,
  indicator: Indicator,
  measure: Measure,
  facts: YearFacts,
  releases: ReadonlyMap<string, Release>,
): Measured {
  if (answer.numerator === null && answer.denominator === null && answer.value === null) return OPEN;
  switch (measure.from) {
    case 'organisations':
    case 'scores':
    case 'presence':
    case 'open':
      return OPEN;
    case 'per-organisation': {
      const part = facts.reported.sumOf(answer.numerator ?? Number.NaN, [measure.part], facts.year, null, []);
      return part
        ? { release: releaseOf(answer, indicator, facts.year, undefined, part), part: PART }
        : CLOSED;
    }
    case 'values':
      return reportedValue(answer, indicator, measure, facts);
    case 'computed':
      return computedValue(answer, indicator, facts, releases);
    case 'reference':
      return CLOSED;
  }
}

const PART = 'count';

function releaseOf(
  { breakdown, variant }: Answer,
  { id }: Indicator,
  year: number,
  whole: Sum | undefined,
  part: Sum,
): Release {
  const total = `${year} ${id} ${variant}`;
  return {
    id: breakdown === null ? total : `${total} ${breakdown}`,
    year,
    ...(breakdown === null ? {} : { within: total }),
    ...(whole ? { whole } : {}),
    parts: { [PART]: part },
  };
}

function reportedValue(
  answer: Answer,
  indicator: Indicator,
  measure: Measure & { from: 'values' },
  { year, answers, reported, parameters }: YearFacts,
): Measured {
  const { breakdown, numerator, denominator, value } = answer;
  if (!countsPeople([...measure.part, ...(measure.whole ?? [])])) return OPEN;
  const codes = answers
    .filter(
      (one) =>
        one.id === answer.id &&
        one.unit === 'school' &&
        one.variant === answer.variant &&
        one.breakdown === breakdown &&
        one.value !== null,
    )
    .map(({ code }) => code);
  if (measure.cumulative) {
    const runningYears = parameters.number('systems.running-total-years');
    const years = Array.from({ length: runningYears }, (_, index) => year - runningYears + 1 + index);
    const sum = reported.runningOf(value ?? Number.NaN, measure.part, years, breakdown);
    return sum ? { release: releaseOf(answer, indicator, year, undefined, sum), part: PART } : CLOSED;
  }
  const part = reported.sumOf(numerator ?? value ?? Number.NaN, measure.part, year, breakdown, codes);
  if (!part) return CLOSED;
  if (!measure.whole) return { release: releaseOf(answer, indicator, year, undefined, part), part: PART };
  const of = (cut: string | null) =>
    reported.sumOf(denominator ?? Number.NaN, measure.whole!, year, cut, codes);
  const whole = of(breakdown) ?? of(null);
  return whole ? { release: releaseOf(answer, indicator, year, whole, part), part: PART } : CLOSED;
}

function computedValue(
  answer: Answer,
  indicator: Indicator,
  facts: YearFacts,
  releases: ReadonlyMap<string, Release>,
): Measured {
  const { breakdown, numerator, denominator, value } = answer;
  const { year, answers, sittings } = facts;
  const { id } = indicator;
  if (OPEN_COMPUTED.has(id)) return OPEN;
  if (id.startsWith('low.')) return { kind: 'verdicts' };
  if (numerator === null || denominator === null || value === null) return CLOSED;
  const agrees = (release: Release, part: string) =>
    release.whole?.value === denominator && release.parts[part]?.value === numerator;
  const level = LEVEL_OF[id];
  if (level) {
    if (breakdown !== null) {
      const release = releases.get(paperRelease(year, breakdown.replace(/^paper:/, '')));
      return release && agrees(release, level) ? { release, part: level } : CLOSED;
    }
    const known = sittings.filter((one) => one.levels[level]);
    if (known.length === 0) return CLOSED;
    const all = releaseOf(
      answer,
      indicator,
      year,
      plus(...known.map(({ whole }) => whole)),
      plus(...known.map(({ levels }) => levels[level]!)),
    );
    return agrees(all, PART) ? { release: all, part: PART } : CLOSED;
  }
  const sumsOf = sumsByResults(id, facts);
  if (!sumsOf) return CLOSED;
  const counted = answers.filter(
    (one) => one.id === answer.id && one.value !== null && one.denominator !== null,
  );
  // the finest numbers that there are: of schools, otherwise of the municipality; cuts where there are any
  const ofSchools = counted.filter(({ unit }) => unit === 'school');
  const rows = ofSchools.length > 0 ? ofSchools : counted;
  const isCut = breakdown === null && rows.some((row) => row.breakdown !== null);
  const summed = rows.filter((row) => (isCut ? row.breakdown !== null : row.breakdown === breakdown));
  const cuts = [...new Set(summed.map((row) => row.breakdown))];
  const sums = cuts.map((cut) => sumsOf(summed.filter((row) => row.breakdown === cut)));
  const whole = plus(...sums.map((one) => one.whole));
  const part = plus(...sums.map((one) => one.part));
  const release = releaseOf(answer, indicator, year, whole, part);
  const relations = sums.flatMap((one) => one.relations);
  return agrees(release, PART) ? { release, part: PART, relations } : CLOSED;
}

/** The counts of answers in one cut, of schools or of the municipality where nothing finer is known, as sums. */
function sumsByResults(
  indicator: string,
  facts: YearFacts,
): ((answers: readonly Answer[]) => ParticipantSums) | undefined {
  const { year, sittings, parameters } = facts;
  if (countsParticipants(indicator)) return (answers) => participantSums(answers, sittings, year, parameters);
  if (indicator === EGE_PREPARATION_ID) return (answers) => preparedSums(answers, facts);
  const names = BY_RESULTS[indicator];
  if (!names) return undefined;
  const [part, whole] = names;
  return (answers) => {
    const sumOf = (name: string, value: (answer: Answer) => number | null) =>
      plus(
        ...answers.map((one) => atom(`${year} ${name} ${one.code} ${one.breakdown ?? ''}`, value(one) ?? 0)),
      );
    return {
      part: sumOf(part, ({ numerator }) => numerator),
      whole: sumOf(whole, ({ denominator }) => denominator),
      relations: [],
    };
  };
}

/** Prepared graduates, of graduates as the schools reported them; of participants where these stand for them. */
function preparedSums(
  answers: readonly Answer[],
  { year, answers: all, sittings, reported, parameters }: YearFacts,
): ParticipantSums {
  const part = plus(
    ...answers.map(({ code, numerator }) => atom(`${year} prepared ${code}`, numerator ?? 0)),
  );
  const graduates = answers.filter(
    ({ code, denominator }) => reported.of(code, 'graduates-11', year)?.value === denominator,
  );
  const others = answers.filter((one) => !graduates.includes(one));
  const codes = new Set(others.map(({ code }) => code));
  const participants = all.filter(
    ({ id, code, breakdown }) =>
      id === PARTICIPANT_LEVEL_IDS.highAny && breakdown === 'procedure:ege' && codes.has(code),
  );
  const taking = participants.length > 0 ? [participantSums(participants, sittings, year, parameters)] : [];
  const whole = plus(
    ...graduates.map(({ code }) => reported.of(code, 'graduates-11', year)!),
    ...taking.map((one) => one.whole),
  );
  return { part, whole, relations: taking.flatMap(({ relations }) => relations) };
}
