/** A number that a text states, and the letters it stands in. */
export interface StatedNumber {
  /** As it was computed: shares are fractions. */
  value: number;
  /** As it stands in the text: «25,0 %». */
  shown: string;
}

/** A piece of Russian text, a sentence or a part of one, that carries every number it states. */
export interface Phrase {
  text: string;
  numbers: readonly StatedNumber[];
}

/**
 * Composes a phrase of words and of phrases with numbers: ``say`Проверено ${count(3, WORKS)}.` ``. The numbers of the
 * parts become numbers of the whole.
 */
export function say(words: readonly string[], ...parts: readonly (Phrase | string)[]): Phrase {
  const whole = parts.map((part) => (typeof part === 'string' ? { text: part, numbers: [] } : part));
  return {
    text: words.map((word, index) => word + (whole[index]?.text ?? '')).join(''),
    numbers: whole.flatMap(({ numbers }) => numbers),
  };
}

/** Phrases as a Russian list: «а», «а и б», «а, б и в»; with a separator of one's own, that alone. */
export function listed(phrases: readonly (Phrase | string)[], separator?: string): Phrase {
  return phrases.reduce<Phrase>((list, phrase, index) => {
    if (index === 0) return say`${phrase}`;
    if (separator !== undefined) return say`${list}${separator}${phrase}`;
    return index === phrases.length - 1 ? say`${list} и ${phrase}` : say`${list}, ${phrase}`;
  }, say``);
}

/** The same phrase with a capital letter at its beginning. */
export function capital({ text, numbers }: Phrase): Phrase {
  return { text: text.charAt(0).toLocaleUpperCase('ru') + text.slice(1), numbers };
}
