import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CONTENT_TYPES = '[Content_Types].xml';
const DOCUMENT = 'word/document.xml';
const DOCUMENT_LINKS = 'word/_rels/document.xml.rels';
const CORE = 'docProps/core.xml';

/**
 * Packs the parts of a written document so that equal documents are equal byte for byte: one time in the zip, the
 * report's year in the properties.
 */
export function finishPackage(written: Uint8Array, year: number): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(written)));
  const dated = strFromU8(parts.get(CORE)!).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${year}-08-31T00:00:00Z`,
  );
  parts.set(CORE, strToU8(dated));
  evenNames(parts);
  const paths = [...parts.keys()]
    .filter((path) => path !== CONTENT_TYPES && !path.endsWith('/'))
    .sort((one, other) => (one < other ? -1 : 1));
  const files = Object.fromEntries(
    [CONTENT_TYPES, ...paths].map((path) => [path, parts.get(path)!] as const),
  );
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}

/**
 * Gives bookmarks, links and pictures names by their order: the library counts some over the whole life of the
 * process, and draws others by lot.
 */
function evenNames(parts: Map<string, Uint8Array>): void {
  const bookmarks = byOrder('_Toc');
  const links = byOrder('rIdLink');
  const places = byOrder('');
  const pictures = byOrder('');
  for (const path of [DOCUMENT, DOCUMENT_LINKS]) {
    const xml = strFromU8(parts.get(path)!)
      .replace(/\b_Toc\d+\b/g, bookmarks)
      .replace(/(?<=\b(?:r:id|Id)=")rId(?!\d+")[^"]*/g, links)
      .replace(/(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+/g, places)
      .replace(/(?<=<wp:docPr id=")\d+/g, pictures);
    parts.set(path, strToU8(xml));
  }
}

/** A name for each thing by the order in which the things are met. */
function byOrder(prefix: string): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const known = names.get(name) ?? `${prefix}${names.size + 1}`;
    names.set(name, known);
    return known;
  };
}
