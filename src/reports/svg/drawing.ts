import type { Markup } from '../markup.ts';

/** Where a picture is drawn: its width, and the id that begins the ids inside it. */
export interface Canvas {
  width: number;
  id: string;
}

/** A picture's body. */
export interface Drawing {
  height: number;
  body: readonly Markup[];
  /** How many fills of bars it uses. */
  fills: number;
}

/** The rectangle between the axes. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Space left at the edges of a picture. */
export const EDGE = 8;
