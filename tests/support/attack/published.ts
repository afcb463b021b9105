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

/** Finds groups by what a report calls them; all schools together without a school, all papers without a paper. */
export type FindGroup = (year: number, paper?: string, school?: string) => Group | undefined;

/** Which marks an indicator counts, by its title. */
const MARKS = new Map(
  SYSTEMS.flatMap(({ indicators }) => indicators).flatMap(({ id, title }) => {
    const marks = {
      'head.below-lower-bound-share': [0],
      'head.not-below-average-share': [2, 3],
      'head.basic-level-band-share': [1, 2],
      'head.high-level-subject-share': [3],
      'gift.high-results-subject-index': [3],
    }[id as string];
    return marks ? [[title, marks] as const] : [];
  }),
);

/** Every table of a written file, its header first. */
async function tablesOf(file: string): Promise<Cell[][][]> {
  const bytes = readFileSync(file);
  if (file.endsWith('.xlsx')) return readBook(bytes).tables.map(({ header, rows }) => [header, ...rows]);
  if (file.endsWith('.docx'))
    return (await readDocument(bytes)).flatMap(({ tables }) => tables.map((one) => one.texts));
  return readPage(bytes.toString('utf8'))
    .filter(({ name }) => name === 'table')
    .map(tableTexts);
}

/** What the tables of written files say of groups, as equations and inequalities over unknown counts. */
export async function readPublished(
  files: readonly string[],
  year: number,
  find: FindGroup,
): Promise<Constraint[]> {
  const tables = (await Promise.all(files.map(tablesOf))).flat();
  return tables.flatMap(([header, ...rows]) =>
    rows.flatMap((row) => readRow(header!.map(String), row, year, find)),
  );
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
    const group = find(of, plain(at('Работа')), header.includes('Код ОО') ? plain(at('Код ОО')) : undefined);
    const all = find(of, plain(at('Работа')));
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
  const known = [...MARKS].find(([name]) => title === name || title.startsWith(`${name}: `));
  if (!known) return [];
  const paper = title === known[0] ? undefined : title.slice(known[0].length + 2);
  const part = (group: Group) => sum(...known[1].map((mark) => group[mark]!));
  const share = (of: number, cell: Cell | undefined) => {
    const group = find(of, paper);
    return group ? shared(part(group), sum(...group), cell) : [];
  };
  const group = find(year, paper);
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

/** A share with all its digits is a fraction of small numbers: so many of so many. */
function shared(part: Terms, whole: Terms, cell: Cell | undefined): Constraint[] {
  if (typeof cell !== 'number') return [];
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
