import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import type { Respondent } from '../records/variables/variable.ts';
import { type FormAnswers, formAnswers } from '../regulation/systems/form-answers.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import type { Workspace } from '../workspace/open.ts';
import { knownValues } from './known-values.ts';

/** How the form of a section was answered, as `status --json` tells it. */
export type FormStatus = FormAnswers;

const WHO: Readonly<Record<Respondent, string>> = {
  school: 'школы',
  preschool: 'детские сады',
  additional: 'дополнительное образование',
  municipality: 'орган управления',
};

/** How many codes are named on a line. */
const NAMED = 12;

/** Who has answered the collection forms of a year, and who has not. */
export async function formStatus(workspace: Workspace, year: number): Promise<FormStatus[]> {
  const values = await knownValues(workspace, year);
  const organisations = workspace.schools.all().map(({ code, kind }) => ({ code, kind }));
  return formAnswers(
    SYSTEMS,
    [...organisations, { code: OWN_MUNICIPALITY, kind: 'municipality' }],
    (code, variable) => values.get(code, variable, year)?.value,
  );
}

/** The same for a person. */
export function formStatusLines(forms: readonly FormStatus[], year: number): string[] {
  const lines = ['Формы сбора:'];
  for (const { system, kind, asked, silent, partial } of forms) {
    const answered = asked - silent.length;
    const mark = silent.length === 0 && partial.length === 0 ? '✔' : '…';
    const half = partial.length > 0 ? `, из них не полностью ${partial.length}` : '';
    const way =
      silent.length > 0
        ? ` — форма: msoko form ${system} --year ${year}${kind === 'municipality' ? '' : ' --all-schools'}`
        : '';
    lines.push(`${mark} ${system}, ${WHO[kind]}: ответили ${answered} из ${asked}${half}${way}`);
    if (kind === 'municipality') continue;
    if (silent.length > 0 && silent.length < asked) lines.push(`    не ответили: ${listed(silent)}`);
    if (partial.length > 0) lines.push(`    не полностью: ${listed(partial.map(({ code }) => code))}`);
  }
  return lines;
}

function listed(codes: readonly string[]): string {
  return `${codes.slice(0, NAMED).join(', ')}${codes.length > NAMED ? ` … ещё ${codes.length - NAMED}` : ''}`;
}
