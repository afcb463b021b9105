import { isDateFormat } from '../dates.ts';
import type { Package } from './part.ts';
import { eachElement } from './relationships.ts';
import { nameKey } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const NUMBER_FORMAT = nameKey('numFmt');
const CELL_FORMATS = nameKey('cellXfs');
const FORMAT = nameKey('xf');
const DIFFERENTIAL_FORMATS = nameKey('dxfs');

/** For each style of a cell (`s="…"`), whether it shows a date. */
export async function readDateStyles(pack: Package, styles: ZipEntry | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  let inDifferential = false;
  if (styles) {
    await eachElement(
      pack,
      styles,
      (name, { numFmtId, formatCode }) => {
        if (name === CELL_FORMATS) inCellFormats = true;
        if (name === DIFFERENTIAL_FORMATS) inDifferential = true;
        if (name === NUMBER_FORMAT && !inDifferential && formatCode !== undefined)
          codes.set(Number(numFmtId), formatCode);
        if (name === FORMAT && inCellFormats) formats.push(Number(numFmtId ?? 0));
      },
      (name) => {
        if (name === CELL_FORMATS) inCellFormats = false;
        if (name === DIFFERENTIAL_FORMATS) inDifferential = false;
      },
    );
  }
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
