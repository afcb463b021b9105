import { Failure } from '../failure.ts';
import type { Manifest } from './manifest.ts';

/**
 * The import that the first characters of an id name.
 * @throws Failure `unknown-import` where none does, or several
 */
export function findImport(imports: readonly Manifest[], id: string): Manifest {
  const matching = imports.filter((manifest) => manifest.import.startsWith(id.toUpperCase().trim()));
  if (matching.length === 1) return matching[0]!;
  const message =
    matching.length === 0 ? `Нет загрузки «${id}».` : `«${id}» подходит к нескольким загрузкам.`;
  throw new Failure('unknown-import', message, { hint: 'Список загрузок: msoko imports.' });
}
