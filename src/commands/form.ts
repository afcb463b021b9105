import { join, resolve } from 'node:path';
import type { ObservedValues } from '../facts/observed-values.ts';
import { registeredMeasures } from '../facts/registered-measures.ts';
import { EXIT, Failure } from '../failure.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import type { Respondent } from '../records/variables/variable.ts';
import { questionsAsked } from '../regulation/systems/questions.ts';
import type { System } from '../regulation/systems/system.ts';
import { SYSTEMS, systemById } from '../regulation/systems/systems.ts';
import type { CollectionForm, FormOwner } from '../reports/forms/form.ts';
import { writeForm } from '../reports/forms/write-form.ts';
import { writeRegister } from '../reports/forms/write-register.ts';
import { counted } from '../reports/number-format.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import type { School } from '../workspace/schools.ts';
import { didYouMean } from './describe-failure.ts';
import { fileNamesOf } from './file-names.ts';
import { namedSchool } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { knownValues } from './known-values.ts';
import { jsonText, writeWhole } from './output.ts';

/** The word for the register of measures in place of a section. */
const REGISTER = 'measures';

interface FormOptions extends GlobalOptions {
  year: number;
  out: string;
  school?: string;
  allSchools?: boolean;
}

/**
 * `msoko form SYSTEM --year Y [--school CODE] [--all-schools] --out DIR`: the form by which an organisation, each of
 * them, or the authority itself supplies what no export holds.
 */
export async function form(io: Io, section: string, options: FormOptions): Promise<number> {
  if (section === REGISTER) return registerForm(io, options);
  const system = systemById(section);
  if (!system) {
    throw new Failure('unknown-system', `Формы для раздела «${section}» нет.`, {
      hint: `Есть формы разделов: ${SYSTEMS.map(({ id }) => id).join(', ')}; реестр мер — ${REGISTER}.`,
      exit: EXIT.usage,
    });
  }
  if (options.allSchools && options.school !== undefined) {
    throw new Failure('bad-option', 'Указаны и --school, и --all-schools.', {
      hint: 'Оставьте один из них.',
      exit: EXIT.usage,
    });
  }
  const workspace = openWorkspace(requireWorkspace(options.workspace, io.directory));
  const owners = await ownersOf(workspace, options);
  const asked = owners.filter(({ kind }) => questionsAsked(system, kind).length > 0);
  if (asked.length === 0) throw nothingAsked(system, owners);
  const values = await knownValues(workspace, options.year);
  const codes = fileNamesOf(asked.flatMap(({ code }) => code ?? []));
  const files: { school: string | null; file: string }[] = [];
  for (const owner of asked) {
    const code = owner.code === undefined ? '' : `-${codes.get(owner.code)}`;
    const name = `msoko-form-${system.id}-${options.year}${code}.xlsx`;
    const path = join(resolve(io.directory, options.out), name);
    writeWhole(path, await writeForm(formFor(system, options.year, owner, values)));
    files.push({ school: owner.code ?? null, file: path });
  }
  if (options.json) {
    io.out(jsonText({ command: 'form', system: system.id, year: options.year, files }));
  } else {
    io.out(files.map(({ file }) => `${file}\n`).join(''));
    const silent = owners.length - asked.length;
    if (silent > 0 && !options.quiet) {
      const who = counted(silent, ['организации', 'организациям', 'организациям']);
      io.err(`Ещё ${who} раздел ${system.id} вопросов не задаёт.\n`);
    }
  }
  return EXIT.done;
}

/** The form of one owner, with what is known of it already. */
export function formFor(
  system: System,
  year: number,
  owner: FormOwner,
  values: ObservedValues,
): CollectionForm {
  return {
    system: system.id,
    title: system.title,
    year,
    owner,
    questions: questionsAsked(system, owner.kind),
    answer: ({ variable, breakdown }) =>
      values.get(owner.code ?? OWN_MUNICIPALITY, variable.id, year, breakdown)?.value,
  };
}

async function ownersOf({ schools, settings }: Workspace, options: FormOptions): Promise<FormOwner[]> {
  if (options.allSchools) {
    if (schools.all().length === 0) {
      throw new Failure('no-schools', 'В рабочем каталоге нет ни одной организации.', {
        hint: 'Загрузите реестр ОО (README.ru.md, «Реестр школ»), потом выпустите формы.',
      });
    }
    return schools.all().map(ownerOf);
  }
  if (options.school === undefined) {
    return [{ kind: 'municipality', name: settings.municipality || 'Орган управления образованием' }];
  }
  const key = options.school;
  const found = namedSchool(schools, key);
  if (found) return [ownerOf(found)];
  const hint = await didYouMean(
    key,
    schools.all().map(({ code }) => code),
  );
  throw new Failure('unknown-school', `Организации «${key}» нет в рабочем каталоге.`, {
    hint: `${hint}Добавьте её в реестр ОО и загрузите его.`,
  });
}

function ownerOf({ kind, code, name }: School): FormOwner {
  return { kind, code, name };
}

function nothingAsked(system: System, [owner]: readonly FormOwner[]): Failure {
  const ofAuthority = owner?.kind === 'municipality';
  const others: readonly Respondent[] = ofAuthority
    ? ['school', 'preschool', 'additional']
    : ['municipality'];
  const elsewhere = others.some((kind) => questionsAsked(system, kind).length > 0);
  const way = ofAuthority
    ? `Формы организаций: msoko form ${system.id} … --all-schools.`
    : `Форма органа управления: msoko form ${system.id} … без --school.`;
  return new Failure(
    'nothing-asked',
    `Формы раздела ${system.id} для ${ofAuthority ? 'органа управления' : 'этих организаций'} нет: он ни о чём их не спрашивает.`,
    { hint: elsewhere ? way : 'Показатели раздела вычисляются из выгрузок: msoko import.' },
  );
}

/** `msoko form measures --year Y`: the register of measures and decisions, with those registered already. */
async function registerForm(io: Io, options: FormOptions): Promise<number> {
  const workspace = openWorkspace(requireWorkspace(options.workspace, io.directory));
  const path = join(resolve(io.directory, options.out), `msoko-measures-${options.year}.xlsx`);
  const measures = registeredMeasures(workspace).filter(({ year }) => year === options.year);
  writeWhole(path, await writeRegister(options.year, SYSTEMS, measures));
  const files = [{ school: null, file: path }];
  if (options.json) io.out(jsonText({ command: 'form', system: REGISTER, year: options.year, files }));
  else io.out(`${path}\n`);
  return EXIT.done;
}
