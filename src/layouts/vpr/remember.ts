/** More spellings than this are no vocabulary but running text: the memory starts anew. */
const LIMIT = 20_000;

/**
 * A reader of cell texts that remembers what it answered: columns of marks and scores hold a few spellings in
 * millions of cells, and a look-up costs a fraction of an expression.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= LIMIT) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
