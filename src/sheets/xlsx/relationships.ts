import { damaged } from '../sheet-failure.ts';
import { type Package, partFailure, partText } from './part.ts';
import { attributesOf, nameKey, type XmlHandler, xmlScan } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** A link from one part of the package to another. */
export interface Relationship {
  id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`; the same in transitional and strict books. */
  type: string;
  /** Full name of the part, in lower case. */
  target: string;
}

/** Bytes of a part that tells of the book itself; what it lists is kept in memory. */
const SMALL_PART = 32 * 1024 ** 2;

/** Longest tag or text in such a part. */
const LONGEST = 4 * 1024 ** 2;

/** Runs a part's XML through a handler. */
export async function scanPart(
  pack: Package,
  entry: ZipEntry,
  handler: XmlHandler,
  { largest, longest } = { largest: Math.min(SMALL_PART, pack.limits.unpackedBytes), longest: LONGEST },
): Promise<void> {
  const scan = xmlScan(handler, longest);
  try {
    for await (const text of partText(pack, entry, largest)) scan.write(text);
    scan.end();
  } catch (error) {
    throw partFailure(error, pack, entry.name);
  }
}

/** Scans a small part, calling back with each element's name key and attributes. */
export async function eachElement(
  pack: Package,
  entry: ZipEntry,
  open: (name: number, attributes: Record<string, string>) => void,
  close: (name: number) => void = () => {},
): Promise<void> {
  await scanPart(pack, entry, {
    open: (name, source, from, to) => open(name, attributesOf(source, from, to)),
    close,
    text() {},
  });
}

/** The entry of a part that must be there. */
export function entryOf(pack: Package, name: string): ZipEntry {
  const entry = pack.entries.get(name.toLowerCase());
  if (!entry) throw damaged(pack, `нет части ${name}`);
  return entry;
}

const RELATIONSHIP = nameKey('Relationship');

/** Reads where a part points to; `part` is empty for the package itself. External links are left out. */
export async function relationshipsOf(pack: Package, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = pack.entries.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`.toLowerCase());
  const relationships: Relationship[] = [];
  if (!entry) return relationships;
  await eachElement(pack, entry, (name, { Id, Type, Target, TargetMode }) => {
    if (name !== RELATIONSHIP || !Id || !Type || !Target || TargetMode === 'External') return;
    relationships.push({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: resolveTarget(part, Target),
    });
  });
  return relationships;
}

function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}
