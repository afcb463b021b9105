import type { Markup } from '../markup.ts';

/** Where a picture is drawn. */
export interface Canvas {
  width: number;
}

/** A picture's body. */
export interface Drawing {
  /** Where it is not the canvas's own. */
  width?: number;
  height: number;
  body: readonly Markup[];
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
