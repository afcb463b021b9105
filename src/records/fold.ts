const LOOK_ALIKE: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/**
 * Folds a Russian name or header so that spellings of the same words meet: case, ё, spaces, tabs and line
 * breaks, hyphenated breaks, quotes, a closing colon, and Latin look-alikes inside Cyrillic words.
 */
export function foldText(text: string): string {
  // Codes and numbers stand in millions of cells, and there is nothing in them to fold.
  if (/^\d*$/.test(text)) return text;
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/-\s*\n\s*/g, '')
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„]/g, '')
    .replace(/[\s\u00a0\u202f\u2007]+/g, ' ')
    .replace(/[a-zа-я]+/g, (word) =>
      /[а-я]/.test(word) ? word.replace(/[abcehkmoptxy]/g, (letter) => LOOK_ALIKE[letter]!) : word,
    );
  return withoutEnd(folded, /[\s:*]/).trim();
}

/**
 * A text without the signs at its end. An expression like `[\s:*]+$` looks for the end from each of them anew, which
 * for a cell of a hostile file takes minutes.
 */
function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
