import { ImageRun, Paragraph } from 'docx';
import { printable } from '../plain-text.ts';
import type { ReportChart } from '../report.ts';
import { rasterise } from './raster.ts';
import { STYLE } from './styles.ts';

/** Pixels of the fallback picture in one pixel of the page: sharp in print. */
const SHARPNESS = 2.5;

/** Size of a drawing in its own units, from its `viewBox` or its width and height. */
export function drawingSize(svg: string): { width: number; height: number } {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = /\bviewBox="\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const side = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)`).exec(root)?.[1]);
  const [width, height] = box ? [Number(box[1]), Number(box[2])] : [side('width'), side('height')];
  if (!(width > 0 && height > 0)) throw new Error('a drawing without a size');
  return { width, height };
}

/** A chart as a picture: SVG for programs that draw it, PNG for the others, with a description for those who do not see it. */
export async function wordPicture(
  chart: ReportChart,
  svg: string,
  room: { width: number; height: number },
): Promise<Paragraph> {
  const size = drawingSize(svg);
  const scale = Math.min(room.width / size.width, room.height / size.height);
  const transformation = {
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
  };
  return new Paragraph({
    style: STYLE.picture,
    children: [
      new ImageRun({
        type: 'svg',
        data: new TextEncoder().encode(svg),
        fallback: { type: 'png', data: await rasterise(svg, Math.round(transformation.width * SHARPNESS)) },
        transformation,
        altText: {
          name: printable(chart.title),
          title: printable(chart.title),
          description: printable(chart.description),
        },
      }),
    ],
  });
}
