import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const FONT_FILES = ['400Regular/PTSans_400Regular.ttf', '700Bold/PTSans_700Bold.ttf'];
const FAMILY = 'PT Sans';

const place = createRequire(import.meta.url);

let renderer: Promise<Renderer> | undefined;

type Renderer = (svg: string, width: number) => Uint8Array;

/**
 * Draws an SVG as PNG on white, with the same letters on every system.
 * @param width of the picture in pixels
 */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  renderer ??= loadRenderer();
  return (await renderer)(svg, width);
}

/** Loaded when the first picture is drawn, once: the program may be started only once in a process. */
async function loadRenderer(): Promise<Renderer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(place.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = await Promise.all(
    FONT_FILES.map(async (file) => readFile(place.resolve(`@expo-google-fonts/pt-sans/${file}`))),
  );
  const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY, serifFamily: FAMILY };
  return (svg, width) => {
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: width }, background: 'white' });
    const image = drawing.render();
    const bytes = image.asPng();
    image.free();
    drawing.free();
    return bytes;
  };
}
