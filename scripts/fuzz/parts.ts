import fc from 'fast-check';
import { nastyText } from './nasty.ts';
import { share } from './share.ts';

/** The parts of a workbook by name, unpacked. */
export type Parts = Record<string, Uint8Array>;

/** A change to the parts of a workbook; numbers choose among what there is. */
export type PartChange =
  | { change: 'drop' | 'case' | 'empty'; part: number }
  | { change: 'swap'; part: number; other: number }
  | { change: 'add'; name: string; text: string }
  | { change: 'xml'; part: number; edits: XmlEdit[] };

/** A change to the text of an XML part. */
export type XmlEdit =
  | { edit: 'drop-tag' | 'double-tag' | 'drop-text'; at: number }
  | { edit: 'attribute'; at: number; value: string }
  | { edit: 'text'; at: number; text: string }
  | { edit: 'swap-text'; at: number; other: number }
  | { edit: 'insert'; at: number; text: string }
  | { edit: 'wrap'; text: string };

const index = fc.noBias(fc.nat(9999));

const ATTRIBUTE_VALUES = [
  '',
  '0',
  '-1',
  '1',
  '99999999999',
  '1e9',
  'NaN',
  's',
  'str',
  'b',
  'e',
  'd',
  'n',
  'inlineStr',
  'A1',
  'XFD1048576',
  'XFE1',
  'A0',
  'ZZZZZZ1',
  'A1:XFD1048576',
  'B2:A1',
  'rId1',
  'rId999',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  '&lol;',
  '&#x110000;',
  '14',
  'veryHidden',
];

const INSERTED = [
  '<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
  '<![CDATA[<v>5</v>]]>',
  '<!-- -- -->',
  '<?xml version="1.0" encoding="windows-1251"?>',
  '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
  '<row><c t="s"><v>99999</v></c></row>',
  '<c r="XFD1"><v>1</v></c>',
  '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  '<row r="2"/>',
  '</row>',
  '<f>SUM(A1:A9)</f>',
  '&unknown;',
  '&',
  '<',
  '>',
  '\u0000',
  '<rPh><t>чтение</t></rPh>',
  '<is><t>текст</t></is>',
];

const xmlEdit: fc.Arbitrary<XmlEdit> = fc.oneof(
  fc.record({ edit: fc.constantFrom('drop-tag' as const, 'double-tag', 'drop-text'), at: share }),
  fc.record({
    edit: fc.constant('attribute' as const),
    at: share,
    value: fc.oneof(fc.constantFrom(...ATTRIBUTE_VALUES), nastyText),
  }),
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('text' as const), at: share, text: nastyText }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('swap-text' as const), at: share, other: share }) },
  fc.record({ edit: fc.constant('insert' as const), at: share, text: fc.constantFrom(...INSERTED) }),
  fc.record({
    edit: fc.constant('wrap' as const),
    text: fc.constantFrom('\ufeff', ' ', '<a>', INSERTED[0]!),
  }),
);

/** Surgery on a workbook: parts dropped, swapped, added, and their XML edited. */
export const partChange: fc.Arbitrary<PartChange> = fc.oneof(
  fc.record({ change: fc.constantFrom('drop' as const, 'case', 'empty'), part: index }),
  fc.record({ change: fc.constant('swap' as const), part: index, other: index }),
  fc.record({
    change: fc.constant('add' as const),
    name: fc.constantFrom(
      '../../evil.xlsx',
      '/etc/evil',
      'C:\\evil',
      'a\\..\\..\\b',
      'xl/vbaProject.bin',
      'xl/',
    ),
    text: fc.string({ maxLength: 20 }),
  }),
  {
    weight: 8,
    arbitrary: fc.record({
      change: fc.constant('xml' as const),
      part: index,
      edits: fc.array(xmlEdit, { minLength: 1, maxLength: 5 }),
    }),
  },
);

/** Sheets and shared strings hold what is read: they are chosen as often as all others together. */
function chosenPart(parts: Parts, number: number): string {
  const names = Object.keys(parts).sort();
  const inner = names.filter((name) => /sheet\d*\.xml$|sharedStrings\.xml$/.test(name));
  const from = number % 2 === 0 && inner.length > 0 ? inner : names;
  return from[Math.floor(number / 2) % from.length] ?? '';
}

/** The parts after a change; the given ones stay as they are. */
export function changeParts(parts: Parts, given: PartChange): Parts {
  if (given.change === 'add') return { ...parts, [given.name]: Buffer.from(given.text) };
  const name = chosenPart(parts, given.part);
  const part = parts[name];
  if (!part) return parts;
  const { [name]: _, ...others } = parts;
  switch (given.change) {
    case 'drop':
      return others;
    case 'case':
      return { ...others, [name.toUpperCase()]: part };
    case 'empty':
      return { ...parts, [name]: new Uint8Array() };
    case 'swap': {
      const other = chosenPart(parts, given.other);
      return { ...parts, [name]: parts[other]!, [other]: part };
    }
    case 'xml': {
      const text = Buffer.from(part).toString('utf8');
      return { ...parts, [name]: Buffer.from(given.edits.reduce(editXml, text)) };
    }
  }
}

const TAG = /<[^>]*>/g;
const ATTRIBUTE = /="[^"]*"/g;
const TEXT = /(?<=>)[^<>]+(?=<)/g;

function editXml(xml: string, edit: XmlEdit): string {
  if (edit.edit === 'wrap') return edit.text + xml;
  if (edit.edit === 'insert') {
    const tags = [...xml.matchAll(TAG)];
    const at = tags[Math.min(Math.floor(edit.at * tags.length), tags.length - 1)]?.index ?? 0;
    return xml.slice(0, at) + edit.text + xml.slice(at);
  }
  const pattern = edit.edit.endsWith('tag') ? TAG : edit.edit === 'attribute' ? ATTRIBUTE : TEXT;
  const found = [...xml.matchAll(pattern)];
  const pick = (at: number) => found[Math.min(Math.floor(at * found.length), found.length - 1)];
  const match = pick(edit.at);
  if (!match) return xml;
  const put = ({ index, 0: old }: RegExpExecArray, text: string, into = xml) =>
    into.slice(0, index) + text + into.slice(index + old.length);
  switch (edit.edit) {
    case 'drop-tag':
    case 'drop-text':
      return put(match, '');
    case 'double-tag':
      return put(match, match[0] + match[0]);
    case 'attribute':
      return put(match, `="${edit.value.replaceAll('"', '&quot;')}"`);
    case 'text':
      return put(match, escaped(edit.text));
    case 'swap-text': {
      const other = pick(edit.other)!;
      const [first, second] = match.index < other.index ? [match, other] : [other, match];
      return put(first, second[0], put(second, first[0]));
    }
  }
}

/** Most texts are escaped as a program would; those that look like markup stay what they are. */
function escaped(text: string): string {
  return /^(&|<|\]\]>)/.test(text) ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
