import { expect, test } from 'vitest';
import { withElements } from '../../../src/reports/xlsx/worksheet-xml.ts';

test('elements come into the order that Excel insists on', () => {
  const xml =
    '<?xml version="1.0"?><worksheet xmlns="x"><sheetData><row r="1"><c r="A1"/></row></sheetData><pageMargins left="1"/>' +
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts><legacyDrawing r:id="rId2"/></worksheet>';
  const mended = withElements(xml, [
    '<drawing r:id="rId3"/>',
    '<hyperlinks><hyperlink ref="A1"/></hyperlinks>',
  ]);
  expect(mended).toBe(
    '<?xml version="1.0"?><worksheet xmlns="x"><sheetData><row r="1"><c r="A1"/></row></sheetData>' +
      '<hyperlinks><hyperlink ref="A1"/></hyperlinks><pageMargins left="1"/><drawing r:id="rId3"/>' +
      '<legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
  );
});

test('an element that no worksheet has is a defect', () => {
  expect(() => withElements('<worksheet><invented/></worksheet>', [])).toThrow('invented');
});
