/** What a scan of XML tells. Names are keys of local names (see `nameKey`): prefixes are left out. */
export interface XmlHandler {
  /** `source.slice(from, to)` holds the attributes. An empty element is opened and closed. */
  open(name: number, source: string, from: number, to: number): void;
  close(name: number): void;
  /** A stretch of text between tags; `literal` where it comes from CDATA, and `&` means itself. */
  text(source: string, from: number, to: number, literal: boolean): void;
}

export interface XmlScan {
  /** Takes the next stretch of the document, cut anywhere. */
  write(chunk: string): void;
  end(): void;
}

/** What is wrong with the document; whoever knows the file's name says it to the person. */
export class XmlTrouble extends Error {
  readonly kind: 'doctype' | 'damaged' | 'too-long';

  constructor(kind: 'doctype' | 'damaged' | 'too-long') {
    super(kind);
    this.kind = kind;
  }
}

const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** The number that stands for a local name while scanning: comparing numbers spares a string for each tag. */
export function nameKey(name: string): number {
  let key = 0;
  for (let index = 0; index < name.length; index++) key = (key * 31 + name.charCodeAt(index)) | 0;
  return key;
}

/**
 * Scans XML that comes in chunks. Knows what workbooks hold: elements, attributes, text, CDATA, comments;
 * refuses document types, and with them entities of the document's own.
 * @param longest characters of one tag or one stretch of text
 * @throws XmlTrouble from `write` and `end`
 */
export function xmlScan(handler: XmlHandler, longest: number): XmlScan {
  let rest = '';
  let depth = 0;

  function write(chunk: string): void {
    const source = rest === '' ? chunk : rest + chunk;
    let position = 0;
    for (;;) {
      const tag = nextTag(source, position);
      if (tag === -1) break;
      if (tag > position) handler.text(source, position, tag, false);
      position = tag;
      const next = scanTag(source, tag);
      if (next === -1) break;
      position = next;
    }
    rest = position === 0 ? source : source.slice(position);
    if (rest.length > longest) throw new XmlTrouble('too-long');
  }

  /** @returns where the scan goes on, or -1 where the tag is not whole yet */
  function scanTag(source: string, tag: number): number {
    const first = source.charCodeAt(tag + 1);
    if (first === SLASH) return scanClosing(source, tag);
    if (first === BANG) return scanDeclaration(source, tag);
    if (first === QUESTION) {
      const end = source.indexOf('?>', tag + 2);
      return end === -1 ? -1 : end + 2;
    }
    let key = 0;
    let at = tag + 1;
    for (; ; at++) {
      const code = source.charCodeAt(at);
      if (code === COLON) key = 0;
      else if (code > 32 && code !== GREATER && code !== SLASH) key = (key * 31 + code) | 0;
      else break;
    }
    let end = at;
    for (let code = source.charCodeAt(end); code !== GREATER; code = source.charCodeAt(++end)) {
      if (end >= source.length) return -1;
      if (code !== QUOTE && code !== APOSTROPHE) continue;
      end = source.indexOf(code === QUOTE ? '"' : "'", end + 1);
      if (end === -1) return -1;
    }
    const empty = source.charCodeAt(end - 1) === SLASH;
    handler.open(key, source, at, empty ? end - 1 : end);
    if (empty) handler.close(key);
    else depth++;
    return end + 1;
  }

  function scanClosing(source: string, tag: number): number {
    let key = 0;
    let at = tag + 2;
    for (; ; at++) {
      const code = source.charCodeAt(at);
      if (code === COLON) key = 0;
      else if (code > 32 && code !== GREATER) key = (key * 31 + code) | 0;
      else break;
    }
    const end = source.indexOf('>', at);
    if (end === -1) return -1;
    if (--depth < 0) throw new XmlTrouble('damaged');
    handler.close(key);
    return end + 1;
  }

  function scanDeclaration(source: string, tag: number): number {
    if (source.length < tag + 9) return -1;
    if (source.startsWith('<!--', tag)) {
      const end = source.indexOf('-->', tag + 4);
      return end === -1 ? -1 : end + 3;
    }
    if (!source.startsWith('<![CDATA[', tag)) throw new XmlTrouble('doctype');
    const end = source.indexOf(']]>', tag + 9);
    if (end === -1) return -1;
    handler.text(source, tag + 9, end, true);
    return end + 3;
  }

  return {
    write,
    end() {
      if (depth !== 0 || rest.trim() !== '') throw new XmlTrouble('damaged');
    },
  };
}

/** Where the next tag begins, or -1. Tags mostly follow at once or after a short number: a search is dearer there. */
function nextTag(source: string, from: number): number {
  const near = Math.min(from + 8, source.length);
  for (let at = from; at < near; at++) if (source.charCodeAt(at) === LESS) return at;
  return source.indexOf('<', near);
}

/** Calls back with each attribute of `source.slice(from, to)`: the key of its local name, and where its value lies. */
export function eachAttribute(
  source: string,
  from: number,
  to: number,
  visit: (name: number, valueFrom: number, valueTo: number) => void,
): void {
  let at = from;
  while (at < to) {
    let key = 0;
    let code = source.charCodeAt(at);
    for (; at < to && code !== EQUALS; code = source.charCodeAt(++at)) {
      if (code === COLON) key = 0;
      else if (code > 32) key = (key * 31 + code) | 0;
    }
    do code = source.charCodeAt(++at);
    while (at < to && code !== QUOTE && code !== APOSTROPHE);
    if (at >= to) return;
    const end = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
    // Quotes that stand where a name should be pair otherwise than the tag's end was found by.
    if (end === -1 || end >= to) return;
    visit(key, at + 1, end);
    at = end + 1;
  }
}

/** The attributes of a tag by local name, references resolved: for parts where speed does not count. */
export function attributesOf(source: string, from: number, to: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  let nameFrom = from;
  eachAttribute(source, from, to, (_, valueFrom, valueTo) => {
    const name = source.slice(nameFrom, source.lastIndexOf('=', valueFrom - 2)).trim();
    attributes[name.split(/[\s:]/).at(-1)!] = resolveReferences(source.slice(valueFrom, valueTo));
    nameFrom = valueTo + 1;
  });
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Text with its references resolved: the five named ones and numbers.
 * @throws XmlTrouble for any other name
 */
function resolveReferences(raw: string): string {
  let at = raw.indexOf('&');
  if (at === -1) return raw;
  let text = '';
  let done = 0;
  for (; at !== -1; at = raw.indexOf('&', done)) {
    const end = raw.indexOf(';', at);
    if (end === -1 || end - at > 12) throw new XmlTrouble('damaged');
    text += raw.slice(done, at) + resolve(raw.slice(at + 1, end));
    done = end + 1;
  }
  return text + raw.slice(done);
}

function resolve(name: string): string {
  if (name[0] !== '#') {
    const character = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (character === undefined) throw new XmlTrouble('damaged');
    return character;
  }
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!(code > 0 && code <= 0x10ffff)) throw new XmlTrouble('damaged');
  return String.fromCodePoint(code);
}

/** Text as Excel means it: references and its own `_x000D_` escapes resolved, line ends as `\n`. */
export function spreadsheetText(raw: string, literal: boolean): string {
  let text = literal ? raw : resolveReferences(raw);
  if (text.includes('_x')) {
    text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
