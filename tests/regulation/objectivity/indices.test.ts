import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchedCandidate } from '../../../src/facts/medal-candidates.ts';
import type { MatchedHolder } from '../../../src/facts/olympiad-holders.ts';
import { judgeSigns, procedureIndices } from '../../../src/regulation/objectivity/judge.ts';
import { medalistIndex } from '../../../src/regulation/objectivity/medalists.ts';
import { olympiadIndices } from '../../../src/regulation/objectivity/olympiads.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { sitting } from './invented-sittings.ts';

// A thousand random municipalities. What is expected is counted here one by one, pupil by pupil, with the numbers of
// the medal orders and admission rules written out; nothing of it is shared with the program.
const MUNICIPALITIES = { numRuns: 1000 };

/** Signs of ours switched off, so that a marker of the imported list alone flags a paper. */
const LISTED_ONLY = loadParameters({
  'objectivity.agreement': 'off',
  'objectivity.flag-signs': 9,
  'objectivity.passes': 1,
});
const DEFAULTS = loadParameters();

const PAPERS = ['vpr-4-mathematics', 'vpr-5-russian', 'oge-russian', 'ege-mathematics-profile'] as const;
const SCHOOLS = ['A', 'B', 'C', 'D', 'E'] as const;

const partOf = (paper: string) => {
  const [procedure, ...rest] = paper.split('-');
  return procedure === 'vpr'
    ? { procedure: 'vpr' as const, grade: Number(rest[0]), subject: rest.slice(1).join('-') }
    : { procedure: procedure as 'oge' | 'ege', subject: rest.join('-'), grade: undefined };
};

const taken = fc.uniqueArray(
  fc.record({
    school: fc.constantFrom(...SCHOOLS),
    paper: fc.constantFrom(...PAPERS),
    pupils: fc.integer({ min: 1, max: 40 }),
    listed: fc.boolean(),
  }),
  { selector: ({ school, paper }) => `${school} ${paper}`, maxLength: 20 },
);

describe('on a thousand random municipalities, counted again the slow way,', () => {
  it('the external index of every school and the index of every procedure are the same', () => {
    fc.assert(
      fc.property(taken, (rows) => {
        const { schools } = judgeSigns(
          2021,
          {
            schools: SCHOOLS.map((code) => ({ code, name: code })),
            sittings: rows.map(({ school, paper, pupils }) =>
              sitting(school, { ...partOf(paper), scores: [{ score: 7, count: pupils }] }),
            ),
            published: [],
            markers: rows.map(({ school, paper, listed }) => ({ school, paper, year: 2021, marker: listed })),
          },
          LISTED_ONLY,
        );
        for (const code of SCHOOLS) {
          let index = 0;
          let papers = 0;
          for (const row of rows) {
            if (row.school !== code) continue;
            papers += 1;
            if (row.listed) index += 1;
          }
          expect(schools.find(({ school }) => school === code)).toMatchObject({
            externalIndex: index,
            papers,
          });
        }
        const indices = procedureIndices(schools);
        for (const what of ['vpr', 'oge', 'ege', ...PAPERS]) {
          let all = 0;
          let inRisk = 0;
          for (const row of rows) {
            if (row.paper !== what && row.paper.slice(0, 3) !== what) continue;
            for (let pupil = 0; pupil < row.pupils; pupil += 1) {
              all += 1;
              if (row.listed) inRisk += 1;
            }
          }
          const found = indices.find(({ procedure, paper }) => (paper ?? procedure) === what);
          if (all === 0) expect(found).toBeUndefined();
          else expect(found).toMatchObject({ participants: all, inRiskZone: inRisk, index: inRisk / all });
        }
      }),
      MUNICIPALITIES,
    );
  });

  it('the index of medalists is the same in every year of the rules', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025),
        fc.array(candidate, { maxLength: 25 }),
        (year, candidates) => {
          let held = 0;
          let far = 0;
          let short = 0;
          for (const one of candidates) {
            if (one.match !== 'matched') continue;
            if (Object.keys(one.scores).length === 0 && one.baseMathematics === null) continue;
            held += 1;
            const missed = shortfallOf(year, one);
            if (missed.far) far += 1;
            if (missed.any) short += 1;
          }
          const index = medalistIndex(year, candidates, DEFAULTS);
          expect(index).toMatchObject({ candidates: candidates.length, withEge: held });
          if (year === 2020) expect(index).toMatchObject({ unconfirmed: null, index: null });
          else {
            expect(index).toMatchObject({ unconfirmed: far, unconfirmedStrict: short });
            expect(index.index).toBe(held === 0 ? null : far / held);
          }
        },
      ),
      MUNICIPALITIES,
    );
  });

  it('the index of every olympiad is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(2015, 2021), fc.array(holder, { maxLength: 25 }), (year, holders) => {
        const threshold = year === 2015 ? 65 : 75;
        const exam = {
          mathematics: 'mathematics-profile',
          law: 'social-studies',
          art: null,
          physics: 'physics',
        };
        const indices = olympiadIndices(year, holders, DEFAULTS);
        for (const stage of ['municipal', 'regional'] as const) {
          for (const [subject, needed] of Object.entries(exam)) {
            let all = 0;
            let withExam = 0;
            let below = 0;
            for (const one of holders) {
              if (one.stage !== stage || one.subject !== subject) continue;
              all += 1;
              const score = needed === null ? undefined : one.scores[needed];
              if (score === undefined) continue;
              withExam += 1;
              if (score < threshold) below += 1;
            }
            const found = indices.find((one) => one.stage === stage && one.subject === subject);
            if (all === 0) expect(found).toBeUndefined();
            else {
              expect(found).toMatchObject({ holders: all, withEge: withExam, unconfirmed: below, threshold });
              expect(found!.index).toBe(withExam === 0 ? null : below / withExam);
            }
          }
        }
      }),
      MUNICIPALITIES,
    );
  });
});

const score = fc.integer({ min: 0, max: 100 });

const candidate: fc.Arbitrary<MatchedCandidate> = fc
  .record({
    match: fc.constantFrom('matched', 'matched', 'matched', 'unmatched', 'ambiguous'),
    degree: fc.constantFrom(1, 2, null),
    scores: fc.dictionary(fc.constantFrom('russian', 'mathematics-profile', 'physics', 'history'), score, {
      noNullPrototype: true,
    }),
    baseMathematics: fc.constantFrom(null, null, 2, 3, 4, 5),
  })
  .map(({ match, degree, scores, baseMathematics }) => ({
    school: 'A',
    year: 2021,
    status: 'candidate',
    degree,
    match: match as MatchedCandidate['match'],
    // Nothing is known of people who were not found.
    scores: match === 'matched' ? scores : {},
    baseMathematics: match === 'matched' ? baseMathematics : null,
  }));

const holder: fc.Arbitrary<MatchedHolder> = fc
  .record({
    stage: fc.constantFrom('municipal', 'regional'),
    subject: fc.constantFrom('mathematics', 'law', 'art', 'physics'),
    match: fc.constantFrom('matched', 'matched', 'unmatched', 'ambiguous'),
    scores: fc.dictionary(fc.constantFrom('mathematics-profile', 'social-studies', 'physics'), score, {
      noNullPrototype: true,
    }),
  })
  .map(({ stage, subject, match, scores }) => ({
    olympiad: 'vsosh',
    stage: stage as MatchedHolder['stage'],
    subject,
    school: 'A',
    year: 2020,
    status: 'winner',
    match: match as MatchedHolder['match'],
    scores: match === 'matched' ? scores : {},
    baseMathematics: null,
  }));

/** The medal orders written out: whether any requirement is missed at all, and whether by ten points or with a «3». */
function shortfallOf(
  year: number,
  { scores, baseMathematics, degree }: MatchedCandidate,
): { any: boolean; far: boolean } {
  const { russian, 'mathematics-profile': profile, physics, history } = scores;
  let any = false;
  let far = false;
  const points = (had: number | undefined, needed: number) => {
    if (had !== undefined && had < needed) any = true;
    if (had !== undefined && had <= needed - 10) far = true;
  };
  if (year === 2020) return { any, far };
  if (year >= 2024) {
    const needed = degree === 2 ? 60 : 70;
    points(russian, needed);
    const rest = [profile, physics, history].filter((one) => one !== undefined);
    if (rest.length > 0) points(Math.max(...rest), needed);
    else if (baseMathematics !== null) {
      if (baseMathematics < 5) any = true;
      if (baseMathematics <= 3) far = true;
    }
    return { any, far };
  }
  points(russian, year === 2018 ? 24 : 70);
  if (year === 2021) {
    points(profile, 27);
    points(physics, 36);
    points(history, 32);
    return { any, far };
  }
  // Profile mathematics or base mathematics, whichever is enough.
  const [neededPoints, neededMark] = year === 2018 ? [27, 3] : [70, 5];
  const ways: { any: boolean; far: boolean }[] = [];
  if (profile !== undefined) ways.push({ any: profile < neededPoints, far: profile <= neededPoints - 10 });
  if (baseMathematics !== null) {
    const below = baseMathematics < neededMark;
    ways.push({ any: below, far: below && baseMathematics <= 3 });
  }
  if (ways.length > 0 && ways.every((way) => way.any)) any = true;
  if (ways.length > 0 && ways.every((way) => way.far)) far = true;
  return { any, far };
}
