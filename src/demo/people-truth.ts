import { medalCandidates } from './medals.ts';
import { egeScores, olympiadEntries } from './olympiad-entries.ts';

/** What is true of the people of the demo, counted straight from them. */
export interface PeopleTruth {
  /** Medal candidates of 2021 by school. */
  medals: {
    school: string;
    candidates: number;
    /** Those who are found among the participants of ЕГЭ by their full name. */
    withEge: number;
    /** With less than 70 in Russian, which the medal of 2021 required; nobody fell below the minimum elsewhere. */
    below: number;
    /** With 60 and less. */
    farBelow: number;
  }[];
  /** Winners and prize-winners of the municipal stage of 2020/21, by subject. */
  olympiads: {
    subject: 'russian' | 'mathematics';
    holders: number;
    /** With ЕГЭ of 2021 in the subject (for mathematics the profile paper). */
    withEge: number;
    /** With less than 75 points there. */
    unconfirmed: number;
  }[];
}

/** The truth about medal candidates and holders of diplomas. */
export function peopleTruth(): PeopleTruth {
  const egeOf = egeScores();
  const candidates = medalCandidates();
  const schools = [...new Set(candidates.map(({ school }) => school.code))];
  return {
    medals: schools.map((code) => {
      const own = candidates.filter(({ school }) => school.code === code);
      const scores = own
        .filter(({ withoutPatronymic }) => !withoutPatronymic)
        .flatMap(({ school, pupil }) => egeOf(school, pupil).russian ?? []);
      return {
        school: code,
        candidates: own.length,
        withEge: scores.length,
        below: scores.filter((score) => score < 70).length,
        farBelow: scores.filter((score) => score <= 60).length,
      };
    }),
    olympiads: (['russian', 'mathematics'] as const).map((subject) => {
      const holders = olympiadEntries(subject).filter(({ status }) => status !== 'участник');
      const scores = holders
        .filter(({ grade }) => grade === 11)
        .flatMap(({ school, pupil }) => egeOf(school, pupil)[subject] ?? []);
      return {
        subject,
        holders: holders.length,
        withEge: scores.length,
        unconfirmed: scores.filter((score) => score < 75).length,
      };
    }),
  };
}
