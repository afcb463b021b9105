import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Io } from '../src/commands/io.ts';
import { buildProgram } from '../src/commands/program.ts';
import { LAYOUTS } from '../src/layouts/registry.ts';
import { LOW_VARIABLES } from '../src/records/variables/low.ts';
import { CRITERIA } from '../src/regulation/criteria/criteria.ts';
import { loadParameters } from '../src/regulation/parameters/parameters.ts';
import { LOW_INDICATORS } from '../src/regulation/systems/low.ts';

const ROOT = resolve(import.meta.dirname, '..');
const EXPORTS = read('docs/exports.md');
const PAGES = ['exports', 'reports', 'method', 'troubleshooting', 'first-walk'].map(
  (name) => `docs/${name}.md`,
);
const DOCUMENTS = Object.fromEntries(
  ['README.md', 'README.ru.md', 'CHANGELOG.md', ...PAGES].map((name) => [name, read(name)]),
);

function read(name: string): string {
  return readFileSync(resolve(ROOT, name), 'utf8');
}

/** The program, of which only the names of commands and options are asked. */
const { program } = buildProgram({} as Io);

/** Every `msoko …` of a document: lines of code blocks, and code within sentences. */
function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/```\n(.*?)```/gs)].flatMap(([, block]) => block!.split('\n'));
  const lines = blocks
    .map((line) => line.trim().replace(/\s+#.*$/, ''))
    .filter((line) => line.startsWith('msoko '));
  const inline = [...text.matchAll(/`msoko ([^`\n]+)`/g)].map(([, rest]) => `msoko ${rest}`);
  return [...new Set([...lines, ...inline])];
}

/** What in a command line the program does not know. */
function unknownIn(line: string): string[] {
  const words = line.split(/\s+/).slice(1);
  const first = program.commands.find((one) => one.name() === words[0]);
  if (!first) return words[0]!.startsWith('--') ? [] : [words[0]!];
  const command = first.commands.find((one) => one.name() === words[1]) ?? first;
  const options = [...command.options, ...program.options].flatMap(({ short, long }) => [short, long]);
  return words.filter((word) => /^--?[a-z]/.test(word) && word !== '--help' && !options.includes(word));
}

/** The places of a page that links may name. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Rows of the tables under a heading: the cells of each. */
function tableUnder(heading: string): string[][] {
  const from = EXPORTS.indexOf(`\n${heading}\n`);
  expect(from).toBeGreaterThan(0);
  const rest = EXPORTS.slice(from + heading.length + 2);
  const end = rest.search(/^#{2,3} /m);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

describe.each(Object.entries(DOCUMENTS))('%s', (name, text) => {
  test.each(commandsOf(text))('the program has what it names: %s', (line) => {
    expect(unknownIn(line)).toEqual([]);
  });

  test('the files and places that it links to exist', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    for (const link of links.filter((one) => !one.startsWith('http'))) {
      const [file, anchor] = link.split('#');
      const target = file ? resolve(ROOT, dirname(name), file) : resolve(ROOT, name);
      expect([link, existsSync(target)]).toEqual([link, true]);
      if (anchor) expect(anchorsOf(readFileSync(target, 'utf8'))).toContain(anchor);
    }
  });

  test('the criteria, indicators and parameters that it names exist', () => {
    const known = [...CRITERIA, ...LOW_INDICATORS, ...loadParameters().all()].map(({ id }) => id);
    for (const [id] of text.matchAll(
      /(?<![\w/])(?:low|vpr-scale|ege-minimum|calendar)\.[a-z0-9.-]*[a-z0-9]/g,
    ))
      expect(known).toContain(id);
  });
});

describe('the guide', () => {
  test('names every layout by the title that an import prints, and no other', () => {
    const named = tableUnder('## Какие выгрузки понимает msoko').map(([title]) => title!);
    const plain = ['roster', 'school-values-long', 'school-values-wide', 'plain-results'];
    const titles = LAYOUTS.filter(({ id }) => !plain.includes(id)).map(({ title }) =>
      title.replace(/, строками$/, ''),
    );
    expect(new Set(named.filter((title) => !['Выгрузка', 'Файл'].includes(title)))).toEqual(new Set(titles));
  });

  test('has every school-year value with its id and title', () => {
    const rows = tableUnder('### Показатели школ за год').filter(([id]) => id!.startsWith('`'));
    expect(rows.map(([id, title]) => [id!.replaceAll('`', ''), title])).toEqual(
      LOW_VARIABLES.map(({ id, title }) => [id, title]),
    );
  });

  test('says which criteria each school-year value is for', () => {
    for (const [id, , , purpose] of tableUnder('### Показатели школ за год').filter(([cell]) =>
      cell!.startsWith('`'),
    )) {
      const variable = id!.replaceAll('`', '');
      const numbers = CRITERIA.filter(({ variables }) => variables.includes(variable)).map(
        ({ number }) => number,
      );
      const told = [...(/критери[йи] (.*)$/.exec(purpose!)?.[1] ?? '').matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(
        ([, from, to]) =>
          Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => Number(from) + index),
      );
      expect([variable, told]).toEqual([variable, numbers]);
    }
  });
});

describe('commands of the project that documents name', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const pages = readdirSync(resolve(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);

  test.each(['README.md', 'README.ru.md', ...pages])('exist: %s', (name) => {
    const named = [...read(name).matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
