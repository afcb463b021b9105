import { describe, expect, it } from 'vitest';
import { judgeSigns, procedureIndices, signYears } from '../../../src/regulation/objectivity/judge.ts';
import { SIGN_IDS } from '../../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { judged, others, sign, sitting } from './invented-sittings.ts';

const ID = 'vpr-4-mathematics';
const marker = (given: object = {}) => ({ school: 'own', year: 2021, paper: ID, marker: true, ...given });
const high = { scores: [{ score: 20, count: 25 }] };
const SCHOOLS = [
  { code: 'own', name: 'Своя' },
  { code: 'other-0', name: 'Другая' },
];

describe('B8, the imported list', () => {
  it('stands by a marker, and flags alone', () => {
    const paper = judged([sitting('own'), ...others(4)], { markers: [marker()] });
    expect(paper).toMatchObject({ flagged: true, by: ['B8'] });
  });

  it('says no of a school that a list of the paper does not mark', () => {
    const facts = [sitting('own'), ...others(4)];
    expect(sign('B8', facts, { markers: [marker({ marker: false })] }).state).toBe('no');
    expect(sign('B8', facts, { markers: [marker({ school: 'other-0' })] }).state).toBe('no');
  });

  it('is not assessable where no list covers the paper or the year', () => {
    const facts = [sitting('own'), ...others(4)];
    expect(sign('B8', facts).state).toBe('not-assessable');
    expect(sign('B8', facts, { markers: [marker({ year: 2020, school: 'other-0' })] }).state).toBe(
      'not-assessable',
    );
  });

  it('counts a listed paper whose results were not imported', () => {
    const [school] = judgeSigns(
      2021,
      { schools: SCHOOLS, sittings: [], published: [], markers: [marker()] },
      loadParameters(),
    ).schools;
    expect(school).toMatchObject({ externalIndex: 1, papers: 1 });
    expect(school!.signs[0]).toMatchObject({ paper: ID, participants: 0, flagged: true });
  });
});

describe('the flag', () => {
  it('is never raised on one sign of ours, however strong', () => {
    const paper = judged([sitting('own', high), ...others(6)]);
    expect(paper.signs.B1.state).toBe('yes');
    expect(paper).toMatchObject({ by: ['B1'], flagged: false });
  });

  it('is raised on two', () => {
    const journal = { compared: 25, lowered: 0, confirmed: 5, raised: 20, wide: 10 };
    const paper = judged([sitting('own', { ...high, journal }), ...others(6)]);
    expect(paper).toMatchObject({ by: ['B1', 'B5'], flagged: true });
  });

  it('takes as many signs as the parameter says', () => {
    const one = { overrides: { 'objectivity.flag-signs': 1 } };
    expect(judged([sitting('own', high), ...others(6)], one).flagged).toBe(true);
  });

  it('is never raised under five participants but by the list', () => {
    const four = [sitting('own', { scores: [{ score: 20, count: 4 }] }), ...others(6)];
    expect(judged(four)).toMatchObject({ flagged: false, agreement: null });
    expect(SIGN_IDS.every((id) => judged(four).signs[id].state === 'not-assessable')).toBe(true);
    expect(judged(four, { markers: [marker()] }).flagged).toBe(true);
  });

  it('does not call usual schools biased', () => {
    const { schools } = judgeSigns(
      2021,
      { schools: SCHOOLS, sittings: [sitting('own'), ...others(40)], published: [], markers: [] },
      loadParameters(),
    );
    expect(schools.map(({ externalIndex, papers }) => [externalIndex, papers])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('the correction for many papers', () => {
  it('makes q of the p of one sign over all papers of the year', () => {
    const papers = ['russian', 'mathematics', 'world-around'].flatMap((subject) => [
      sitting('own', { subject, ...(subject === 'mathematics' ? high : {}) }),
      ...others(6, { subject }),
    ]);
    const { schools } = judgeSigns(
      2021,
      { schools: SCHOOLS.slice(0, 1), sittings: papers, published: [], markers: [] },
      loadParameters(),
    );
    const paper = schools[0]!.signs.find((one) => one.paper === ID)!;
    // The least of 21 p values: q = 21·p.
    expect(paper.signs.B1.q).toBeCloseTo(21 * paper.signs.B1.p!, 9);
  });
});

describe('procedure indices', () => {
  it('weigh flagged papers by their pupils, of the procedure and of each paper', () => {
    const small = { subject: 'russian', scores: [{ score: 20, count: 10 }] };
    const { schools } = judgeSigns(
      2021,
      {
        schools: SCHOOLS,
        sittings: [sitting('own'), sitting('own', small), sitting('other-0')],
        published: [],
        markers: [marker()],
      },
      loadParameters(),
    );
    expect(procedureIndices(schools)).toEqual([
      { procedure: 'vpr', paper: null, participants: 60, inRiskZone: 25, index: 25 / 60 },
      { procedure: 'vpr', paper: ID, participants: 50, inRiskZone: 25, index: 0.5 },
      { procedure: 'vpr', paper: 'vpr-4-russian', participants: 10, inRiskZone: 0, index: 0 },
    ]);
  });

  it('are null and not zero where no participant is known', () => {
    const { schools } = judgeSigns(
      2021,
      { schools: SCHOOLS, sittings: [], published: [], markers: [marker()] },
      loadParameters(),
    );
    expect(procedureIndices(schools)[0]).toMatchObject({ participants: 0, index: null });
  });
});

it('asks for the window of exams and for the year after', () => {
  expect(signYears(2021, loadParameters())).toEqual([2019, 2020, 2021, 2022]);
});
