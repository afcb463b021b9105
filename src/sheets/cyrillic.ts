/** Share of each letter in Russian texts, per mille (Национальный корпус русского языка, rounded). */
const LETTER_SHARES: Readonly<Record<string, number>> = {
  о: 109,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ъ: 0.4,
  ё: 0.4,
}; // prettier-ignore

/** Frequent pairs of letters: what tells a word from a shuffle of the same letters. */
const FREQUENT_PAIRS = new Set(
  (
    'ст но то на ен ни ко ра ов ро го ал пр по не ре ер та во ос ка ли от ол ес ла од ва ет ор ть ом ло ль ан ' +
    'те ел ин ат да об ем за ны ск ле ит ри ам де ти он же ас вы ав ед ма ча ме до ки ик тр ог сл ис че ци ия ' +
    'ие ый ой ая ое ых их км шк кл сс ба лл ме чи об ще оц зу зы яз уч пе ср ру сп рг ищ му ин им дн дм ук ам'
  ).split(' '),
);

/** Signs that stand in Russian tables beside letters and say nothing against a reading. */
const NEUTRAL = new Set('\u00a0«»№–—…“”„’°±§·');

const SIGNS_AFTER_CONSONANTS_ONLY = new Set('ъьы');
const VOWELS = new Set('аеёиоуыэюя');

/**
 * How likely a text is Russian: the higher the better, about 0 for a text without letters beyond ASCII.
 * Letters, pairs and case count, so that a header of two words is enough to tell single-byte encodings apart.
 */
export function russianPlausibility(text: string): number {
  let score = 0;
  let previous = '';
  let previousIsLower = false;
  for (const character of text) {
    if (character < '\u0080') {
      previous = '';
      previousIsLower = false;
      continue;
    }
    const letter = character.toLowerCase();
    const share = LETTER_SHARES[letter];
    if (share === undefined) {
      if (!NEUTRAL.has(character)) score -= 4;
      previous = '';
      previousIsLower = false;
      continue;
    }
    const isLower = character === letter;
    score += Math.log2(share / 30);
    if (previousIsLower && !isLower) score -= 5;
    if (FREQUENT_PAIRS.has(previous + letter)) score += 1.5;
    const afterVowelOrStart = previous === '' || VOWELS.has(previous);
    if (SIGNS_AFTER_CONSONANTS_ONLY.has(letter) && afterVowelOrStart) score -= 4;
    previous = letter;
    previousIsLower = isLower;
  }
  return score;
}
