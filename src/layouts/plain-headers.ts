import { foldText } from '../records/fold.ts';

/** Headers of several words in the plain tables: in those, neither case nor spaces matter. */
const HEADERS = [
  'Код ОО',
  'Логин ФИС ОКО',
  'Код ОГЭ',
  'Код ЕГЭ',
  'Краткое наименование',
  'Первичный балл',
  'Тестовый балл',
  'Отметка по журналу',
  'Дата рождения',
];

const squeezed = (folded: string): string => folded.replaceAll(' ', '');

const bySqueezed = new Map(HEADERS.map(foldText).map((header) => [squeezed(header), header]));

/** A folded header with the spaces that a plain table's header has: «кодоо» → «код оо»; any other as it is. */
export function withUsualSpaces(folded: string): string {
  return bySqueezed.get(squeezed(folded)) ?? folded;
}
