import { readFileSync } from 'node:fs';
import { SYSTEMS } from '../../../src/regulation/systems/systems.ts';
import { readPage, tableTexts } from '../../reports/html/read-page.ts';
import { readDocument } from '../read-document.ts';
import { readBook } from '../read-workbook.ts';
import { saidNumber } from '../said-number.ts';
import type { Constraint } from './linear-program.ts';

type Cell = string | number;
export type Terms = ReadonlyMap<string, number>;

/** A group as its marks «2», «3», «4» and «5», each the sum of unknown counts. */
export type Group = readonly [Terms, Terms, Terms, Terms];

/** What a report calls a group; all schools together without a school, all papers without a cut. */
export interface GroupName {
  year: number;
  /** Name of a paper or of a procedure. */
  cut?: string | undefined;
  school?: string | undefined;
  /** Procedures only whose papers are joined by participant. */
  joined?: boolean;
}

export type FindGroup = (name: GroupName) => Group | undefined;

/**
 * Which marks an indicator counts, and whether of participants over all their papers: where a school has one paper in a
 * procedure, these are the participants of that paper.
 */
const COUNTED: Readonly<Record<string, { marks: readonly number[]; joined: boolean }>> = {
  'head.below-lower-bound-share': { marks: [0], joined: false },
  'head.not-below-average-share': { marks: [2, 3], joined: false },
  'head.basic-level-band-share': { marks: [1, 2], joined: false },
  'head.high-level-subject-share': { marks: [3], joined: false },
  'gift.high-results-subject-index': { marks: [3], joined: false },
  'head.below-bound-any-mass-subject-share': { marks: [0], joined: true },
  'head.not-below-average-mass-share': { marks: [2, 3], joined: true },
  'head.high-level-procedure-share': { marks: [3], joined: true },
  'head.high-level-any-subject-share': { marks: [3], joined: true },
  'gift.high-results-procedure-index': { marks: [3], joined: true },
};

/** The longer titles first: one may begin another. */
const BY_TITLE = SYSTEMS.flatMap(({ indicators }) => indicators)
  .flatMap(({ id, title }) => (COUNTED[id] ? [{ title, ...COUNTED[id] }] : []))
  .toSorted((one, other) => other.title.length - one.title.length);

interface Content {
  /** Every table, its header first. */
  tables: Cell[][][];
  sentences: string[];
}

async function contentOf(file: string): Promise<Content> {
  const bytes = readFileSync(file);
  if (file.endsWith('.xlsx')) {
    const tables = readBook(bytes).tables.map(({ header, rows }) => [header, ...rows]);
    return { tables, sentences: [] };
  }
  if (file.endsWith('.docx')) {
    const chapters = await readDocument(bytes);
    return {
      tables: chapters.flatMap(({ tables }) => tables.map((one) => one.texts)),
      sentences: chapters.flatMap(({ paragraphs, items }) => [
        ...paragraphs,
        ...items.map(({ text }) => text),
      ]),
    };
  }
  const elements = readPage(bytes.toString('utf8'));
  return {
    tables: elements.filter(({ name }) => name === 'table').map(tableTexts),
    sentences: elements.filter(({ name }) => ['p', 'li'].includes(name)).map(({ text }) => text),
  };
}

/** What the tables and sentences of written files say of groups, as equations and inequalities over unknown counts. */
export async function readPublished(
  files: readonly string[],
  year: number,
  find: FindGroup,
): Promise<Constraint[]> {
  const contents = await Promise.all(files.map(contentOf));
  return contents.flatMap(({ tables, sentences }) => [
    ...tables.flatMap(([header, ...rows]) =>
      rows.flatMap((row) => readRow(header!.map(String), row, year, find)),
    ),
    ...sentences.flatMap((sentence) => readSentence(plain(sentence), year, find)),
  ]);
}

/** «Доля …: ОГЭ: 12,5 % (5 из 40)», «…: доля по сравнению с 2020 годом выросла … с 10,0 % до 12,5 %». */
function readSentence(sentence: string, year: number, find: FindGroup): Constraint[] {
  const known = indicatorOf(sentence);
  if (!known) return [];
  const { title, joined, partOf } = known;
  const said = sentence.slice(title.length);
  const cut = /^: ([^:\d][^:]*): /.exec(said)?.[1];
  const of = (on: number) => find({ year: on, cut, joined });
  const share = (on: number, text: string | undefined): Constraint[] => {
    const group = of(on);
    return group && text !== undefined ? shared(partOf(group), sum(...group), text) : [];
  };
  const [, now, count, whole] = /: ([\d,]+ %) \(([\d ]+) из ([\d ]+)\)/.exec(said) ?? [];
  const [, before, from, to] = /по сравнению с (20\d\d) годом .* с ([\d,]+ %) до ([\d,]+ %)/.exec(said) ?? [];
  const group = of(year);
  return [
    ...share(year, now),
    ...(group && count !== undefined ? counted(partOf(group), count) : []),
    ...(group && whole !== undefined ? counted(sum(...group), whole) : []),
    ...share(Number(before), from),
    ...share(year, to),
  ];
}

interface Known {
  title: string;
  joined: boolean;
  /** What of a group the indicator counts. */
  partOf(group: Group): Terms;
}

/** The indicator that a text begins with. */
function indicatorOf(text: string): Known | undefined {
  const found = BY_TITLE.find(({ title }) => text === title || text.startsWith(`${title}: `));
  return found && { ...found, partOf: (group) => sum(...found.marks.map((mark) => group[mark]!)) };
}

function readRow(
  header: readonly string[],
  row: readonly Cell[],
  year: number,
  find: FindGroup,
): Constraint[] {
  const at = (title: string) => (header.includes(title) ? row[header.indexOf(title)] : undefined);
  if (header.includes('Участников') && header.includes('Работа')) {
    const of = Number(at('Год'));
    const name = { year: of, cut: plain(at('Работа')) };
    const group = find(header.includes('Код ОО') ? { ...name, school: plain(at('Код ОО')) } : name);
    const all = find(name);
    if (!group || !all) throw new Error(`no group: ${row.join(' | ')}`);
    return [
      ...counted(sum(...group), at('Участников'), true),
      ...counted(group[0], at('С низким результатом')),
      ...counted(group[3], at('С высоким результатом')),
      ...shared(group[0], sum(...group), at('Доля низких')),
      ...shared(group[3], sum(...group), at('Доля высоких')),
      ...shared(all[0], sum(...all), at('Низких в муниципалитете')),
      ...shared(all[3], sum(...all), at('Высоких в муниципалитете')),
    ];
  }
  const title = plain(at('Показатель') ?? '').replace(/^\d+\. /, '');
  const known = indicatorOf(title);
  if (!known) return [];
  const { joined, partOf: part } = known;
  const cut = title === known.title ? undefined : title.slice(known.title.length + 2);
  const share = (of: number, cell: Cell | undefined) => {
    const group = find({ year: of, cut, joined });
    return group ? shared(part(group), sum(...group), cell) : [];
  };
  const group = find({ year, cut, joined });
  if (!group) return [];
  return [
    ...counted(part(group), at('Числитель')),
    ...counted(sum(...group), at('Знаменатель'), true),
    ...share(year, at('Значение')),
    ...share(year - 1, at('Год назад')),
    ...header.flatMap((name) => (/^20\d\d$/.test(name) ? share(Number(name), at(name)) : [])),
  ];
}

const plain = (cell: Cell | undefined): string =>
  String(cell)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** A count: itself, or what the sign in place of a whole says. */
function counted(terms: Terms, cell: Cell | undefined, isWhole = false): Constraint[] {
  const value = typeof cell === 'number' ? cell : saidNumber(String(cell))?.value;
  if (value !== undefined) return [{ terms, sign: '=', right: value }];
  if (!isWhole || cell === undefined) return [];
  if (plain(cell) === 'скрыто') return [{ terms, sign: '>=', right: 10 }];
  if (plain(cell) !== '< 10') return [];
  return [
    { terms, sign: '<=', right: 9 },
    { terms, sign: '>=', right: 1 },
  ];
}

/** A share with all its digits is a fraction of small numbers: so many of so many; a rounded one lies between two. */
function shared(part: Terms, whole: Terms, cell: Cell | undefined): Constraint[] {
  if (typeof cell === 'string') {
    const said = cell.includes('%') ? saidNumber(cell) : undefined;
    if (!said) return [];
    const less = (value: number): Terms => sum(part, times(whole, -value));
    return [
      { terms: less(said.value + said.unit / 2), sign: '<=', right: 0 },
      { terms: less(said.value - said.unit / 2), sign: '>=', right: 0 },
    ];
  }
  if (cell === undefined) return [];
  for (let below = 1; below < 5000; below++) {
    const above = Math.round(cell * below);
    if (Math.abs(above / below - cell) < 1e-12)
      return [{ terms: sum(times(part, below), times(whole, -above)), sign: '=', right: 0 }];
  }
  throw new Error(`no fraction: ${cell}`);
}

const times = (terms: Terms, factor: number): Terms =>
  new Map([...terms].map(([id, one]) => [id, one * factor]));

export function sum(...all: readonly Terms[]): Terms {
  const total = new Map<string, number>();
  for (const [id, one] of all.flatMap((terms) => [...terms])) total.set(id, (total.get(id) ?? 0) + one);
  return new Map([...total].filter(([, one]) => one !== 0));
}
