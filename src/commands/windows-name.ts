import { win32 } from 'node:path';

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i;

/**
 * Says why Windows would not write a file of this path, or would write it where nobody finds it: what stands behind a
 * colon becomes a hidden stream of another file.
 * @param path absolute, with a drive
 */
export function windowsNameFault(path: string): string | undefined {
  const { root } = win32.parse(path);
  for (const name of path.slice(root.length).split(/[\\/]+/)) {
    const letter = /[<>:"|?*\u0000-\u001f]/.exec(name)?.[0];
    if (letter) return `в имени «${name}» стоит знак ${letter}`;
    if (DEVICE.test(name)) return `имя «${name}» занято устройством`;
    if (/[. ]$/.test(name) && !/^\.{1,2}$/.test(name)) return `имя «${name}» кончается точкой или пробелом`;
  }
  return undefined;
}
