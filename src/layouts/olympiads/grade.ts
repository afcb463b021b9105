/**
 * Reads a grade or a joint group of grades: `9`, `9А`, `9 «А»`, `9 класс`, `9-11`.
 * @returns `undefined` where the text begins with no grade
 */
export function parseGrades(text: string): { from: number; to: number } | undefined {
  const found = /^(\d{1,2})(?!\d)(?:\s*[-–—]\s*(\d{1,2})(?!\d))?(?!\s*[-./]\d)/.exec(text.trim());
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  return from >= 1 && to <= 12 && from <= to ? { from, to } : undefined;
}
