import { damaged, sheetFailure } from '../sheet-failure.ts';
import type { Package } from './part.ts';
import { eachElement, entryOf, relationshipsOf } from './relationships.ts';
import { nameKey } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** What a workbook says of itself: its sheets in their order, and where the common parts are. */
export interface Workbook {
  /** Day 0 is 1904-01-01. */
  from1904: boolean;
  sheets: { name: string; hidden: boolean; entry: ZipEntry }[];
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

const SHEET = nameKey('sheet');
const WORKBOOK_PROPERTIES = nameKey('workbookPr');

/** Many books have a sheet for each school of a region; none has more. */
const MOST_SHEETS = 4096;

/** Reads the workbook part and follows its links. Sheets that hold a chart or a macro instead of cells are left out. */
export async function readWorkbook(pack: Package): Promise<Workbook> {
  const root = (await relationshipsOf(pack, '')).find(({ type }) => type === 'officeDocument');
  const part = root?.target ?? 'xl/workbook.xml';
  const links = new Map((await relationshipsOf(pack, part)).map((link) => [link.id, link]));
  const linked = (type: string) => {
    const link = [...links.values()].find((candidate) => candidate.type === type);
    return link && pack.entries.get(link.target);
  };
  const workbook: Workbook = {
    from1904: false,
    sheets: [],
    sharedStrings: linked('sharedStrings'),
    styles: linked('styles'),
  };
  await eachElement(pack, entryOf(pack, part), (name, attributes) => {
    if (name === WORKBOOK_PROPERTIES) workbook.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (name !== SHEET) return;
    const link = links.get(attributes.id ?? '');
    if (!link) throw damaged(pack, `лист «${attributes.name}» ни на что не указывает`);
    if (link.type !== 'worksheet') return;
    if (workbook.sheets.length === MOST_SHEETS) throw tooManySheets(pack);
    workbook.sheets.push({
      name: attributes.name ?? '',
      hidden: /^(hidden|veryHidden)$/.test(attributes.state ?? ''),
      entry: entryOf(pack, link.target),
    });
  });
  return workbook;
}

function tooManySheets(pack: Package) {
  const hint = 'Разделите книгу на несколько.';
  return sheetFailure('too-many-sheets', pack, `листов больше ${MOST_SHEETS}`, hint);
}
