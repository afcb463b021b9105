/** What a CommonJS package exports, whether it is bundled (all of it stands in `default`) or loaded by Node itself. */
export function exportsOf<T extends object>(loaded: T): T {
  return 'default' in loaded ? (loaded.default as T) : loaded;
}
