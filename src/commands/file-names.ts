/** Letters of a code that a file's name takes: with the rest of a path it must fit into 255 bytes and into Windows' 260. */
const LONGEST = 40;

/**
 * A part of a file's name for each code of a school. What a name may not hold becomes an underscore, and no two are
 * alike, not even on a disk that does not tell capital letters apart.
 */
export function fileNamesOf(codes: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const code of codes) {
    const plain = [...code.normalize('NFC').replace(/[^\p{L}\p{N}_-]+/gu, '_')].slice(0, LONGEST).join('');
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
    taken.add(name.toLowerCase());
    names.set(code, name);
  }
  return names;
}
