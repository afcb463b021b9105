/** A cell of the column «Класс»: grade, and the class where more than the grade stands there. */
export function parseClass(text: string): { grade: number; class?: string } | undefined {
  const found = /^(\d{1,2})(?:\s*-?\s*(?:й\s+)?(?:класс|кл\.?)?)?\s*(.*)$/i.exec(text);
  const grade = Number(found?.[1]);
  if (!(grade >= 1 && grade <= 12) || /^\d/.test(found![2]!)) return undefined;
  return found![2] && text.length <= 16 ? { grade, class: text } : { grade };
}
