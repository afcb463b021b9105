import { Failure } from '../../failure.ts';
import { positionOf } from '../ground.ts';
import type { Workspace } from '../open.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import type { Forgotten } from '../rewriting/rewritings.ts';
import { personRecords, type StoredPerson } from './person-records.ts';
import type { PersonSought } from './person-sought.ts';

/** What is stored of one person, and what the person would be met by. */
export interface FoundPerson {
  records: readonly StoredPerson[];
  participants: readonly string[];
  persons: Forgotten['persons'];
}

/** Pseudonyms to look for: those of one person alone, and those that namesakes share. */
export interface SoughtKeys {
  own: readonly string[];
  names: readonly string[];
  schools: readonly string[];
  years: readonly number[];
}

/** The pseudonyms under which layouts would have stored a person. */
export function soughtKeys(sought: PersonSought, pseudonym: Pseudonymise): SoughtKeys {
  const { name, birth, snils, document, schools, years } = sought;
  return {
    own: [
      ...(document ? [pseudonym('document', document)] : []),
      ...(snils ? [pseudonym('snils', snils)] : []),
      ...(name && birth ? [pseudonym('name', name, birth)] : []),
    ],
    names: spellingsOf(name).map((spelling) => pseudonym('person', spelling)),
    schools,
    years,
  };
}

/** A folded full name, and its initials as protocols write them. */
function spellingsOf(name: string): string[] {
  const [surname, ...given] = name.split(' ');
  if (!surname || given.length === 0) return name ? [name] : [];
  return [name, `${surname} ${given.map((word) => `${word[0]}.`).join(' ')}`];
}

/**
 * Finds what is stored of a person: by document, СНИЛС, name with birth date; and by the name alone in the schools
 * that were named or where the person was found otherwise, where nobody else can be meant.
 * @throws Failure `forget-ambiguous` where namesakes cannot be told apart
 */
export async function findPerson(workspace: Workspace, keys: SoughtKeys): Promise<FoundPerson> {
  const own = new Set(keys.own);
  const found = await ownRecords(workspace, own);
  const documents = new Set(found.flatMap(({ record }) => record.document ?? []));
  const schoolOf = ({ manifest, record }: StoredPerson) => workspace.resolveStored(manifest, record.school);
  const schools = new Set([...keys.schools.map((key) => schoolCode(workspace, key)), ...found.map(schoolOf)]);
  const named: StoredPerson[] = [];
  if (keys.names.length > 0 && schools.size > 0) {
    const names = new Set(keys.names);
    for await (const one of personRecords(workspace)) {
      const { participant, person, document, year } = one.record;
      if (person === undefined || !names.has(person) || !schools.has(schoolOf(one))) continue;
      if (keys.years.length > 0 && !keys.years.includes(year)) continue;
      if (participant !== undefined && own.has(participant)) continue;
      if (document !== undefined && documents.size > 0 && !documents.has(document)) continue;
      named.push(one);
    }
  }
  const taken = new Set(found.map(positionIn));
  const candidates = named.filter((one) => !taken.has(positionIn(one)));
  checkAlone(candidates, schoolOf);
  const records = [...found, ...candidates];
  const namesakes = named.filter((one) => !candidates.includes(one));
  return {
    records,
    participants: [
      ...new Set([...own, ...records.flatMap(({ record }) => [record.participant, record.document])]),
    ].filter((key) => key !== undefined),
    persons: personsOf(records, namesakes, schoolOf, documents),
  };
}

/** Records under the person's own pseudonyms; whatever stands beside one of them in a record is one too. */
async function ownRecords(workspace: Workspace, own: Set<string>): Promise<StoredPerson[]> {
  for (;;) {
    const before = own.size;
    const found: StoredPerson[] = [];
    if (before === 0) return found;
    for await (const one of personRecords(workspace)) {
      const keys = [one.record.participant, one.record.document].filter((key) => key !== undefined);
      if (!keys.some((key) => own.has(key))) continue;
      found.push(one);
      for (const key of keys) own.add(key);
    }
    if (own.size === before) return found;
  }
}

/** A school as it was typed: its code, login or code of ГИА; the text itself where none is known. */
function schoolCode({ schools }: Workspace, text: string): string {
  const found = (['code', 'oge', 'ege'] as const)
    .map((by) => schools.resolve({ by, key: text }))
    .find(Boolean);
  return found?.code ?? text;
}

/** Nobody stands twice in one place of one import: whoever else stands there is another person. */
function positionIn({ manifest, kind, record }: StoredPerson): string {
  const { identity: _identity, ...position } = positionOf(kind, record, manifest.layout);
  return JSON.stringify([manifest.import, position, 'grade' in record ? record.grade : null]);
}

function checkAlone(candidates: readonly StoredPerson[], schoolOf: (one: StoredPerson) => string): void {
  const documents = new Set(candidates.flatMap(({ record }) => record.document ?? []));
  const places = new Map<string, string | undefined>();
  for (const one of candidates) {
    const place = positionIn(one);
    const { participant, year } = one.record;
    const twice = places.has(place) && places.get(place) !== participant;
    if (twice || documents.size > 1) {
      throw new Failure(
        'forget-ambiguous',
        `В школе ${schoolOf(one)} (${year} год) так зовут не одного участника: по имени не решить, чьи это записи. Ничего не изменено.`,
        {
          hint: 'Добавьте документ, СНИЛС, дату рождения или год, либо укажите строку файла: msoko forget --import ID --row НОМЕР.',
        },
      );
    }
    places.set(place, participant);
  }
}

/** Schools and years in which the full name alone stands for this person. */
function personsOf(
  records: readonly StoredPerson[],
  namesakes: readonly StoredPerson[],
  schoolOf: (one: StoredPerson) => string,
  documents: ReadonlySet<string>,
): Forgotten['persons'] {
  const document = documents.size === 1 ? [...documents][0] : undefined;
  const shared = new Set(namesakes.map((one) => `${schoolOf(one)}|${one.record.year}`));
  const found = new Map<string, Forgotten['persons'][number]>();
  for (const one of records) {
    const { person, school: stored, year } = one.record;
    if (person === undefined || shared.has(`${schoolOf(one)}|${year}`)) continue;
    for (const school of new Set([stored, schoolOf(one)])) {
      const entry = { school, year, person, ...(document ? { document } : {}) };
      found.set(JSON.stringify(entry), entry);
    }
  }
  return [...found.values()];
}
