/**
 * Remembers what a text was read as: in a column few texts come again and again, and a look-up costs less than
 * reading. The memory is emptied when it has grown to `limit` texts.
 */
export function memo<T>(read: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, { result: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.result;
    if (known.size >= limit) known.clear();
    const result = read(text);
    known.set(text, { result });
    return result;
  };
}
