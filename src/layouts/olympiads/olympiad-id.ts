import { foldText } from '../../records/fold.ts';
import { VSOSH } from '../../records/olympiad.ts';

const LATIN: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/** Words of an olympiad's title that are not its name. */
const COMMON = /^(предметн|школьн|муниципальн|региональн|заключительн|районн|городск)/;

/**
 * Id of the olympiad that a title names: `vsosh` for the all-Russian one (всероссийская олимпиада школьников),
 * otherwise its name in Latin letters (олимпиада «Ломоносов» → `lomonosov`).
 * @returns `undefined` where the text names none: «Олимпиада по физике»
 */
export function olympiadIn(text: string): string | undefined {
  const folded = foldText(text);
  if (/всероссийск|(^|[^а-я])в(с|се)?ош([^а-я]|$)|vsosh/.test(folded)) return VSOSH;
  const quoted = /олимпиад[а-я]*(?:\s+школьников)?\s*[«"“„]([^»"”]*[а-яa-z][^»"”]*)[»"”]/i.exec(text)?.[1];
  if (quoted) return latinId(quoted) || undefined;
  const adjective = /(?:^|[^а-я])([а-я-]{5,}(?:ая|ой))\s+олимпиад/.exec(folded)?.[1];
  return adjective && !COMMON.test(adjective) ? latinId(adjective.replace(/ой$/, 'ая')) : undefined;
}

/** Id of the olympiad named in a cell of its own: «ВсОШ», «Ломоносов». */
export function olympiadNamed(text: string): string | undefined {
  return olympiadIn(text) ?? (latinId(text.replace(/олимпиада/i, '')) || undefined);
}

function latinId(text: string): string {
  return [...foldText(text)]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
}
