/** A plain table as CSV: the header, then the rows. */
export function table(header: string, ...rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows.map((row) => row.map((cell) => cell ?? '').join(';'))]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Results: school, year, procedure, subject, class, participant, primary score, test score, mark. */
export const results = (...rows: readonly (readonly (string | number | null)[])[]): string =>
  table('Код ОО;Год;Процедура;Предмет;Класс;Участник;Первичный балл;Тестовый балл;Отметка', ...rows);

/** Roster: code, logins, code of ОГЭ, code of ЕГЭ, name, short name. */
export const roster = (...rows: readonly (readonly (string | number | null)[])[]): string =>
  table('Код ОО;Логин ФИС ОКО;Код ОГЭ;Код ЕГЭ;Наименование;Краткое наименование', ...rows);

/** School-year values, a row a value: school, year, variable, value. */
export const values = (...rows: readonly (readonly (string | number | null)[])[]): string =>
  table('Код ОО;Год;Показатель;Значение', ...rows);

/** `marks('990101', 2020, [2, 3])`: results of ВПР in Russian of grade 4, one participant a mark. */
export function marks(
  school: string,
  year: number,
  given: readonly number[],
  subject = 'Русский язык',
  grade = 4,
): string {
  return results(
    ...given.map((mark, index) => [school, year, 'ВПР', subject, grade, index + 1, null, null, mark]),
  );
}
