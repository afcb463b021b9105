import { execFileSync } from 'node:child_process';

const DPI = '80';
const MARGIN = 6;
const PAPER = 250;

/**
 * Draws the first page of a PDF without its white margins.
 * @param target path of the picture, without `.png`
 */
export function pageToPng(pdf, target) {
  const page = ['-singlefile', '-r', DPI, pdf];
  const grey = execFileSync('pdftoppm', ['-gray', ...page], { maxBuffer: 1 << 28 });
  const { left, top, width, height } = inkOf(grey);
  const crop = ['-x', left, '-y', top, '-W', width, '-H', height].map(String);
  execFileSync('pdftoppm', ['-png', ...crop, ...page, target]);
}

/** The box of everything that is not paper, and a little around it. A grey PNM: `P5 width height 255`, then a byte a point. */
function inkOf(pnm) {
  const [head, across, down] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pnm.subarray(0, 64).toString('latin1'));
  const [columns, rows] = [Number(across), Number(down)];
  let [left, right, top, bottom] = [columns, 0, rows, 0];
  for (let index = head.length; index < pnm.length; index += 1) {
    if (pnm[index] >= PAPER) continue;
    const [row, column] = [Math.floor((index - head.length) / columns), (index - head.length) % columns];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = row;
  }
  const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)];
  return {
    left: x,
    top: y,
    width: Math.min(columns, right + MARGIN + 1) - x,
    height: Math.min(rows, bottom + MARGIN + 1) - y,
  };
}
