import type { ResultRecord } from '../records/schemas.ts';
import type { HeaderMatcher } from './columns.ts';
import type { Reading } from './layout.ts';
import { birthKey, documentDigits, documentInOneCell, foldName, isWholeName, snilsDigits } from './person.ts';

/** Columns by which tables outside of ГИА name a person. Order matters: exact ones first. */
export const PERSON_HEADERS = {
  snils: [/^снилс/],
  fullName: [
    /^ф\. ?и\. ?о\.?( участника| обучающегося| ученика| выпускника)?$/,
    /^фио( участника| обучающегося| ученика| школьника| выпускника)?( \(.*\))?$/,
    /^фамилия,? имя,?( и)?( отчество)?( участника| обучающегося| выпускника)?( \(.*\))?$/,
  ],
  surname: [/^фамилия( участника| обучающегося| выпускника)?$/],
  name: [/^имя( участника| обучающегося| выпускника)?$/],
  patronymic: [/^отчество( участника| обучающегося| выпускника)?( \(.*\))?$/],
  birth: [/^дата рождения/, 'др', /^д\. ?р\.?$/],
  series: [/^серия( документа| паспорта)?$/],
  documentNumber: [/^номер (документа|паспорта)$/],
  document: [/^документ/, 'паспорт', 'серия и номер документа', 'серия и номер паспорта'],
  participant: ['участник', 'код участника', 'выпускник'],
} satisfies Record<string, readonly HeaderMatcher[]>;

export type PersonField = keyof typeof PERSON_HEADERS;

/** What a row says of a person. It lives no longer than its row: only pseudonyms of it are stored. */
export interface Person {
  /** Folded full name, or what stands in «Участник». */
  name: string;
  /** The name may be looked for in other files of the school and year: it is whole, without initials. */
  joins: boolean;
  birth: string;
  snils: string;
  document: string;
}

/** Reads the columns of a person; every part is empty where the row lacks it. */
export function readPerson(text: (field: PersonField) => string): Person {
  const full = text('fullName');
  const named = foldName(full ? [full] : [text('surname'), text('name'), text('patronymic')]);
  const name = named || foldName([text('participant')]);
  const inOneCell = text('document');
  return {
    name,
    joins: named ? isWholeName(named) : name !== '',
    birth: birthKey(text('birth')),
    snils: snilsDigits(text('snils')),
    document: inOneCell
      ? documentInOneCell(inOneCell)
      : documentDigits(text('series'), text('documentNumber')),
  };
}

/**
 * Pseudonyms of a person: `participant` of the strongest key (document, СНИЛС, name with birth date, name
 * within the school), `person` of the whole name and `document` for joins with ГИА.
 * @param within what keeps namesakes without birth dates apart: school, class
 * @param code a code of this paper with what makes it unique, for those who have no whole name
 * @returns `undefined` where the row names nobody
 */
export function personKeys(
  reading: Pick<Reading, 'pseudonym'>,
  { name, joins, birth, snils, document }: Person,
  within: readonly string[],
  code?: readonly string[],
): Pick<ResultRecord, 'participant' | 'person' | 'document'> | undefined {
  const strongest: readonly string[] | undefined = document
    ? ['document', document]
    : snils
      ? ['snils', snils]
      : name && birth
        ? ['name', name, birth]
        : code && !joins
          ? ['participant-code', ...code]
          : name
            ? ['name', name, ...within]
            : undefined;
  if (!strongest) return undefined;
  const [kind, ...parts] = strongest as [string, ...string[]];
  return {
    participant: reading.pseudonym(kind, ...parts),
    ...(joins ? { person: reading.pseudonym('person', name) } : {}),
    ...(document ? { document: reading.pseudonym('document', document) } : {}),
  };
}
