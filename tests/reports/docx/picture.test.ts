import { expect, test } from 'vitest';
import { drawingSize } from '../../../src/reports/docx/picture.ts';
import { rasterise } from '../../../src/reports/docx/raster.ts';

test.each([
  ['<svg viewBox="0 0 640 280" width="100%">', { width: 640, height: 280 }],
  ['<svg xmlns="x" viewBox="-5,-5 64.5,28"></svg>', { width: 64.5, height: 28 }],
  ['<svg width="300px" height="200"></svg>', { width: 300, height: 200 }],
])('the size of %s', (svg, size) => {
  expect(drawingSize(svg)).toEqual(size);
});

test('a drawing without a size is a defect', () => {
  expect(() => drawingSize('<svg></svg>')).toThrow();
});

test('a picture has the wished width, and Russian letters are drawn whatever font is asked for', async () => {
  const drawing = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><text x="5" y="25" font-family="Arial, sans-serif">${text}</text></svg>`;
  const [words, blank, latin] = await Promise.all(
    ['Школа № 5', '', 'A'].map((text) => rasterise(drawing(text), 400)),
  );
  const view = new DataView(words!.buffer, words!.byteOffset);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([400, 80]);
  expect(words!.length).toBeGreaterThan(blank!.length + 500);
  expect(words!.length).toBeGreaterThan(latin!.length);
});
