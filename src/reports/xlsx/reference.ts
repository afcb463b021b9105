/** A sheet's name as formulas and links write it: `'Сводка по школам'`. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
