const NBSP = '\u00a0';

/** A short word that must not stay alone at the end of a line. */
const SHORT =
  /(?<=^|[\s(«„])(в|во|к|ко|с|со|о|об|у|и|а|но|не|ни|на|по|за|из|от|до|для|без|при|или|№|§|п\.|пп\.|ст\.|г\.|стр\.|рис\.|табл\.) (?=\S)/giu;

/** A number before the word that it counts or measures. */
const BEFORE_WORD = /(?<=\d)\s(?=[\p{Ll}%‰°])/gu;

/**
 * Puts no-break spaces where Russian typesetting wants them: after short words and «№», between a number and what it
 * counts, before a dash.
 */
export function typeset(text: string): string {
  // twice: of two short words in a row the first pass takes one
  return text
    .replace(SHORT, `$1${NBSP}`)
    .replace(SHORT, `$1${NBSP}`)
    .replace(BEFORE_WORD, NBSP)
    .replace(/ (?=[—–] )/g, NBSP);
}
