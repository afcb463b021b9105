/** Twentieths of a point in a millimetre: the unit of lengths in the file. */
const TWIPS = 1440 / 25.4;
/** Pixels in a millimetre, 96 to the inch: the unit of pictures. */
const PIXELS = 96 / 25.4;

const A4 = { short: 210, long: 297 };
/** Millimetres; the wider margin is for the binder. */
const BINDING = 30;
const EDGE = 15;
const VERTICAL = 20;
/** From the paper's edge to the header and the footer. */
const RUNNING = 10;
/** Room that a picture leaves for its caption and the text before it. */
const BESIDE_PICTURE = 45;

const twips = (millimetres: number): number => Math.round(millimetres * TWIPS);

/** One way to lay the paper: the margins, and the room inside them. */
export interface PageShape {
  margin: { top: number; right: number; bottom: number; left: number; header: number; footer: number };
  /** Room for the text in twips. */
  textWidth: number;
  /** Largest picture in pixels. */
  picture: { width: number; height: number };
}

function shape(width: number, height: number, top: number, left: number): PageShape {
  const textWidth = width - left - EDGE;
  const textHeight = height - top - VERTICAL;
  return {
    margin: {
      top: twips(top),
      right: twips(EDGE),
      bottom: twips(VERTICAL),
      left: twips(left),
      header: twips(RUNNING),
      footer: twips(RUNNING),
    },
    textWidth: twips(textWidth),
    picture: {
      width: Math.floor(textWidth * PIXELS),
      height: Math.floor((textHeight - BESIDE_PICTURE) * PIXELS),
    },
  };
}

/** Sides of a sheet A4 in twips. */
export const PAPER = { width: twips(A4.short), height: twips(A4.long) };
export const UPRIGHT = shape(A4.short, A4.long, VERTICAL, BINDING);
/** Turned by a quarter, the page is bound along its upper edge. */
export const TURNED = shape(A4.long, A4.short, BINDING, EDGE);
