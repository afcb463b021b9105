import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { liveResults } from './live-results.ts';
import { type Found, PERSON_KEYS, type PersonKey } from './settle-matches.ts';

/** ЕГЭ of one person in one year, in one school. */
export interface ExamResults extends Found {
  school: string;
  /** Best valid test score (0…100) by subject. */
  scores: Readonly<Record<string, number>>;
  /** Best valid mark (2…5) of base mathematics. */
  baseMathematics: number | null;
}

/** ЕГЭ results of one school, by pseudonyms and by person. */
export interface ExamPool {
  having(key: PersonKey, pseudonym: string): readonly ExamResults[];
  of(id: string): readonly ExamResults[];
}

export const NO_EXAMS: ExamPool = { having: () => [], of: () => [] };

/**
 * ЕГЭ results of everybody who shares a pseudonym with somebody in a relation, in the schools of that relation.
 * @param wanted SQL relation with `school`, `participant`, `person`, `document`
 * @returns by school
 */
export async function examResults(
  workspace: Workspace,
  engine: Engine,
  wanted: string,
  years: readonly number[],
): Promise<Map<string, ExamPool>> {
  const live = liveResults(workspace, engine, years, {
    person: 'text',
    document: 'text',
    testScore: 'number',
    mark: 'integer',
    status: 'text',
  });
  if (!live) return new Map();
  const known = (key: string) => `e.${key} IN (SELECT ${key} FROM ${wanted} w WHERE ${key} IS NOT NULL)`;
  const rows = await engine.query(`
    SELECT e.school, e.year, e.participant, e.person, e.document, e.subject,
      MAX(CASE WHEN e.status = 'valid' THEN e.testScore END) AS score,
      MAX(CASE WHEN e.status = 'valid' THEN e.mark END) AS mark
    FROM ${live} e
    WHERE e.procedure = 'ege' AND ${known('school')}
      AND (${known('document')} OR ${known('participant')} OR ${known('person')})
    GROUP BY e.school, e.year, e.participant, e.person, e.document, e.subject
    ORDER BY e.school, e.year, e.participant, e.person, e.document, e.subject`);
  const bySchool = new Map<string, ExamResults[]>();
  for (const row of rows) {
    const [school, year, participant] = [String(row.school), Number(row.year), String(row.participant)];
    const document = textOf(row.document);
    const isBase = row.subject === 'mathematics-base';
    const held = bySchool.get(school) ?? [];
    bySchool.set(school, held);
    held.push({
      // Without a document nothing says that a participant of one year is that of another.
      id: document ? `document ${document}` : `${year} ${participant}`,
      school,
      year,
      participant,
      person: textOf(row.person),
      document,
      scores: isBase || row.score === null ? {} : { [String(row.subject)]: Number(row.score) },
      baseMathematics: isBase && row.mark !== null ? Number(row.mark) : null,
    });
  }
  return new Map([...bySchool].map(([school, results]) => [school, poolOf(results)]));
}

function poolOf(results: readonly ExamResults[]): ExamPool {
  const found = new Map<string, ExamResults[]>();
  const note = (name: string, result: ExamResults) => {
    const held = found.get(name);
    if (held) held.push(result);
    else found.set(name, [result]);
  };
  for (const result of results) {
    note(`id ${result.id}`, result);
    for (const key of PERSON_KEYS) if (result[key] !== null) note(`${key} ${result[key]}`, result);
  }
  return {
    having: (key, pseudonym) => found.get(`${key} ${pseudonym}`) ?? [],
    of: (id) => found.get(`id ${id}`) ?? [],
  };
}

type Best = Pick<ExamResults, 'scores' | 'baseMathematics'>;

/** The best of several results of one person. */
export function bestOf(results: readonly Best[]): Best {
  const scores: Record<string, number> = {};
  let baseMathematics: number | null = null;
  for (const result of results) {
    for (const [subject, score] of Object.entries(result.scores)) {
      scores[subject] = Math.max(score, scores[subject] ?? 0);
    }
    if (result.baseMathematics !== null)
      baseMathematics = Math.max(result.baseMathematics, baseMathematics ?? 0);
  }
  return { scores, baseMathematics };
}

/** A text of a row, `null` where there is none. */
export function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
