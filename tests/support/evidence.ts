import type { Place } from './place.ts';

/** What `risk-schools` says of one criterion of a school in one year of its window. */
export async function evidence(
  at: Place,
  school: string,
  criterion: string,
  past: number,
  year = 2021,
  // biome-ignore lint/suspicious/noExplicitAny: the answer of a command
): Promise<any> {
  const answer = await at.ask('risk-schools', '--year', String(year));
  const verdicts = answer.schools.find((one: { school: string }) => one.school === school);
  const { years } = verdicts.criteria.find((one: { id: string }) => one.id === criterion);
  return years.find((one: { year: number }) => one.year === past);
}

/** Participants of ВПР in Russian of grade 4, as `risk-schools` counts them; `null` without data. */
export async function participants(at: Place, school: string, past: number): Promise<number | null> {
  return (await evidence(at, school, 'low.vpr4-russian-low', past)).participants;
}
