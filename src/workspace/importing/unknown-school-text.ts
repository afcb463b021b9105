import type { SchoolReference } from '../../layouts/layout.ts';

/**
 * What to do where a file names a school that a closed roster lacks: in which column of the roster the file's word
 * belongs. Protocols of exams know schools by codes of their own, which are no codes of the roster.
 * @param namesakes codes of the schools that a name may mean
 */
export function unknownSchoolText(
  { by, key, name }: SchoolReference,
  namesakes: readonly string[] = [],
): string {
  const [only, ...others] = namesakes;
  if (others.length > 0)
    return `Название «${key}» в реестре ОО у нескольких школ: ${namesakes.join(', ')}. Впишите в файл код школы${by === 'name' ? ' или полное название, которое есть только у неё' : ''}.`;
  if (only !== undefined)
    return `«${key}» — название школы, а нужен код. В реестре ОО это школа ${only}: впишите её код.`;
  const named = name ? ` (${name})` : '';
  const [which, column] = {
    code: [`${key}${named}`, 'Код ОО'],
    login: [`с логином ФИС ОКО ${key}${named}`, 'Логин ФИС ОКО'],
    oge: [`с кодом ОГЭ ${key}${named}`, 'Код ОГЭ'],
    ege: [`с кодом ЕГЭ ${key}${named}`, 'Код ЕГЭ'],
    name: [`«${key}»`, 'Краткое наименование'],
  }[by];
  const what = by === 'name' ? 'название' : 'код';
  return `Школы ${which} нет в реестре ОО. Впишите её в реестр (столбец «${column}») и загрузите реестр, или исправьте ${what} в файле.`;
}
