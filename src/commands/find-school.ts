import { Failure } from '../failure.ts';
import type { Workspace } from '../workspace/open.ts';
import type { School, Schools } from '../workspace/schools.ts';
import { didYouMean } from './describe-failure.ts';

/**
 * Code of an organisation of any kind by its code or any of its keys.
 * @param list the command that lists the organisations
 * @throws Failure `unknown-school`
 */
export async function findOrganisation(
  { workspace, organisations }: { workspace: Workspace; organisations: readonly { code: string }[] },
  key: string,
  list: string,
): Promise<string> {
  const known = organisations.map(({ code }) => ({ school: code }));
  return (await findSchool(workspace, known, key, list)).school;
}

/**
 * A school of an answer by its code or any of its keys.
 * @param list the command that lists the schools of the answer
 * @throws Failure `unknown-school`
 */
export async function findSchool<S extends { school: string }>(
  { schools }: Workspace,
  answered: readonly S[],
  key: string,
  list: string,
): Promise<S> {
  const code = namedSchool(schools, key)?.code ?? key;
  const found = answered.find(({ school }) => school === code);
  if (found) return found;
  const hint = await didYouMean(
    key,
    answered.map(({ school }) => school),
  );
  throw new Failure('unknown-school', `Школы «${key}» нет в рабочем каталоге.`, {
    hint: `${hint}Список школ: ${list}.`,
  });
}

/**
 * The organisation that a code, another key, or a name means.
 * @throws Failure `unknown-school` where several have the name
 */
export function namedSchool(schools: Schools, key: string): School | undefined {
  const found = schools.resolve({ by: 'code', key }) ?? schools.resolve({ by: 'name', key });
  const namesakes = found ? [] : schools.namesakes(key);
  if (namesakes.length < 2) return found;
  const listed = namesakes.map(({ code, municipality }) =>
    municipality ? `${code} (${municipality})` : code,
  );
  throw new Failure('unknown-school', `Так названы несколько организаций: «${key}».`, {
    hint: `Укажите код: ${listed.join(', ')}.`,
  });
}
