import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/regulation/systems/systems.ts';
import { inside, type PageElement, readPage, tableTexts } from '../reports/html/read-page.ts';
import type { Ran } from '../support/msoko.ts';
import { filesBelow, place } from '../support/place.ts';
import { type DocumentChapter, readDocument } from '../support/read-document.ts';
import { type Book, type BookTable, readBook } from '../support/read-workbook.ts';
import { numbersIn, saidNumber, says, saysCell } from '../support/said-number.ts';

/**
 * The demo writes every format, twice the same bytes; and every number of its page, schools' pages, public report and
 * terminal is held against the cell of the same table, row and column of the workbooks. All are read back by other
 * programs than those that wrote them.
 */
const at = place();
const IDS = SYSTEMS.map(({ id }) => id as string);
const directory = join(at.directory, 'пример');
const reports = join(directory, 'reports');
const books = new Map<string, Book>();
let ran: Ran;
let page: PageElement[];

beforeAll(async () => {
  ran = await at.run(['demo', 'пример', '--json']);
  for (const id of [...IDS, 'summary'])
    books.set(id, readBook(readFileSync(join(reports, `msoko-${id}-2021.xlsx`))));
  page = readPage(readFileSync(join(reports, 'msoko-2021.html'), 'utf8'));
}, 600_000);

describe('msoko demo', () => {
  it('makes exports, imports them, judges the schools and writes every format', async () => {
    expect(ran.exit).toBe(0);
    const { command, directory: written, totals, exports, files } = ran.json();
    expect([command, written]).toEqual(['demo', directory]);
    expect(totals).toMatchObject({ imported: exports, rejected: 0, unchanged: 0 });
    expect(files.map((file: string) => basename(file)).toSorted()).toEqual(
      [...IDS, 'summary']
        .map((id) => `msoko-${id}-2021.xlsx`)
        .concat('msoko-2021.html', 'msoko-2021.docx')
        .toSorted(),
    );
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(readdirSync(join(reports, 'schools'))).toHaveLength(8);
    expect(readdirSync(directory)).toEqual(
      expect.arrayContaining(['imports', 'msoko.json', 'reports', 'texts']),
    );
    const { summary } = await at.ask('risk-schools', '--year', '2021', '-C', 'пример');
    expect(summary).toMatchObject({ schools: 8, lowResults: 2, adverseConditions: 1 });
  });

  it('run again over itself imports anew and writes every file of every format the same, byte for byte', async () => {
    const before = filesBelow(reports);
    expect(new Set([...before.keys()].map((name) => extname(name)))).toEqual(
      new Set(['.xlsx', '.html', '.docx']),
    );
    const again = await at.run(['demo', 'пример']);
    expect(again.exit).toBe(0);
    expect(again.out).toContain('990103');
    const after = filesBelow(reports);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before]
      .filter(([name, bytes]) => !after.get(name)!.equals(bytes))
      .map(([name]) => name);
    expect(changed).toEqual([]);
  }, 600_000);
});

/** The table of a workbook with a title. */
function tableOf(id: string, title: string): BookTable {
  const found = books.get(id)!.tables.filter((table) => table.title === title);
  if (found.length !== 1) throw new Error(`${id}: ${found.length} tables «${title}»`);
  return found[0]!;
}

const titled = (table: BookTable, row: readonly unknown[], title: string) =>
  row[table.header.indexOf(title)] as number | string;

/** Holds a table of texts, its header first, against a table of a workbook. @returns how many cells were compared */
function hold([header, ...rows]: string[][], table: BookTable, where: string): number {
  expect(header, where).toEqual(table.header);
  expect(rows.length, where).toBe(table.rows.length);
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const cell = table.rows[row]![column]!;
      if (!saysCell(text, cell, table.above))
        expect.fail(`${where}, «${header![column]}», строка ${row + 1}: «${text}», в книге ${cell}`);
    });
  });
  return rows.length * header!.length;
}

const sectionsOf = (elements: readonly PageElement[]) =>
  elements.filter(({ name, attributes }) => name === 'section' && /^sheet\b/.test(attributes.class ?? ''));

describe('the page of the municipality', () => {
  it.each(IDS)('has every cell of the workbook of %s, and nothing else', (id) => {
    const chapter = page.find(
      ({ attributes }) => attributes.id === (id === 'quality' ? 'system-quality' : `system-${id}`),
    )!;
    const book = books.get(id)!;
    const sections = sectionsOf(inside(chapter, 'section'));
    expect(sections).toHaveLength(book.tables.length + book.empty.length);
    for (const section of sections) {
      const title = inside(section, 'h3')[0]!.text;
      const [shown] = inside(section, 'table');
      if (shown) hold(tableTexts(shown), tableOf(id, title), `${id}, «${title}»`);
      else expect(section.text).toContain(book.empty.find((one) => one.title === title)!.text);
    }
  });

  it('has the map of all systems as the summary has it', () => {
    const section = sectionsOf(page).find(({ attributes }) => attributes.id === 'overview-summary-map')!;
    const table = books.get('summary')!.tables.find(({ sheet }) => sheet === 'Карта полноты')!;
    expect(hold(tableTexts(inside(section, 'table')[0]!), table, table.title)).toBe(5 * IDS.length);
  });

  it('repeats in the list of schools what the sections say', () => {
    const [header, ...rows] = tableTexts(
      inside(page.find(({ attributes }) => attributes.id === 'schools')!, 'table')[0]!,
    );
    let compared = 0;
    header!.forEach((title, column) => {
      const [id, name] = title.split(' · ');
      if (name === undefined) return;
      const table = books
        .get(id!)!
        .tables.find(
          (one) =>
            one.header.includes(name) &&
            one.header[0] === 'Код ОО' &&
            new Set(one.rows.map(([code]) => code)).size === one.rows.length,
        )!;
      for (const row of rows) {
        const found = table.rows.find(([code]) => code === row[0])!;
        expect(
          saysCell(row[column]!, titled(table, found, name)),
          `${row[0]}, ${title}: ${row[column]}`,
        ).toBe(true);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(80);
  });
});

describe('what is drawn', () => {
  it('in a workbook is what its cells hold', () => {
    let compared = 0;
    for (const [id, { charts }] of books) {
      for (const { title, series } of charts) {
        for (const { values, cells } of series) {
          expect(values, `${id}, «${title}»`).toEqual(
            cells.map((cell) => (typeof cell === 'number' ? cell : null)),
          );
          compared += values.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('on the page, and in the public report, is what the workbook draws', () => {
    const document = Object.entries(unzipSync(readFileSync(join(reports, 'msoko-2021.docx'))));
    const svgs = document
      .filter(([path]) => path.endsWith('.svg'))
      .map(([, bytes]) => readPage(strFromU8(bytes)));
    expect(svgs.length).toBeGreaterThan(4);
    const drawn = [...svgs, page].flatMap((elements) => elements.filter(({ name }) => name === 'svg'));
    let compared = 0;
    for (const svg of drawn) {
      const [title, ...said] = inside(svg, 'title').map(({ text }) => text);
      const charts = [...books.values()]
        .flatMap(({ charts }) => charts)
        .filter((chart) => chart.title === title);
      // signs are held with their tables; the introduction's own picture, with its table
      if (title === 'Полнота показателей по системам') continue;
      if (charts.length === 0) {
        expect([title, said.every((text) => saidNumber(text.split(' — ').at(-1)!) === undefined)]).toEqual([
          title,
          true,
        ]);
        continue;
      }
      const told = charts.map((chart) =>
        said.filter((text) => !chart.series.some((one) => tells(one, text))),
      );
      expect(Math.min(...told.map((left) => left.length)), `«${title}»: ${told[0]}`).toBe(0);
      compared += said.length;
    }
    expect(compared).toBeGreaterThan(800);
  });

  /** Whether «школа 1, …: участников 24, 3,1» or «2019: индекс — 2,4 %» is a point of a series. */
  function tells({ title, names, values }: Book['charts'][number]['series'][number], text: string): boolean {
    return values.some((value, index) => {
      if (value === null) return false;
      const name = names[index]!;
      const starts = [`${name}: ${title} — `, `${name}: `].find((start) => text.startsWith(start));
      if (starts !== undefined) return says(text.slice(starts.length), value);
      const [place, number] = text.split(/, (?=[^ ]*(?:,\d+)?$)/);
      return number !== undefined && place!.endsWith(` ${name}`) && says(number, value);
    });
  }
});

describe('the pages of schools', () => {
  it('say of marks and of years what the workbooks say of the school', () => {
    const marks = books.get('1.1')!.tables.find(({ sheet }) => sheet === 'Отметки по школам')!;
    const years = books.get('1.2')!.tables.find(({ sheet }) => sheet === 'Динамика по школам')!;
    const files = readdirSync(join(reports, 'schools'));
    expect(files).toHaveLength(8);
    const compared = { marks: 0, years: 0 };
    for (const file of files) {
      const school = /msoko-(\d+)-/.exec(file)![1]!;
      const tables = sectionsOf(readPage(readFileSync(join(reports, 'schools', file), 'utf8'))).flatMap(
        (section) =>
          inside(section, 'table').map((table) => ({
            title: inside(section, 'h2')[0]!.text,
            table: tableTexts(table),
          })),
      );
      for (const { title, table } of tables) {
        const [header, ...rows] = table;
        const key = (row: string[], name: string) => row[header!.indexOf(name)]!;
        const cells = (row: string[], book: BookTable, found: BookTable['rows'][number]) => {
          const common = header!.filter((name) => book.header.includes(name) && saidNumber(key(row, name)));
          for (const name of common)
            expect(saysCell(key(row, name), titled(book, found, name)), `${school}, ${row}: ${name}`).toBe(
              true,
            );
          return common.length;
        };
        if (title.startsWith('Отметки школы рядом'))
          for (const row of rows) {
            const own = key(row, 'Где') === 'Школа';
            const found = marks.rows.find(
              (one) =>
                titled(marks, one, 'Работа') === key(row, 'Работа') &&
                (own
                  ? titled(marks, one, 'Код ОО') === school
                  : titled(marks, one, 'Где') === key(row, 'Где')),
            )!;
            compared.marks += cells(row, marks, found);
          }
        if (title.startsWith('Низкие результаты по годам'))
          for (const row of rows) {
            const found = years.rows.find(
              (one) =>
                titled(years, one, 'Код ОО') === school &&
                titled(years, one, 'Работа') === key(row, 'Работа') &&
                says(key(row, 'Год'), titled(years, one, 'Год') as number),
            );
            if (found) compared.years += cells(row, years, found);
          }
      }
    }
    expect(compared.marks).toBeGreaterThan(500);
    expect(compared.years).toBeGreaterThan(100);
  });
});

describe('the public report', () => {
  let chapters: DocumentChapter[];
  let regulated: DocumentChapter[];

  beforeAll(async () => {
    chapters = await readDocument(readFileSync(join(reports, 'msoko-2021.docx')));
    regulated = chapters.filter(({ title }) => /^\d\.\d\. /.test(title));
    expect(regulated).toHaveLength(10);
  });

  const idOf = ({ title }: DocumentChapter) => title.slice(0, 3);
  /** A row of the sheet «Показатели» by the indicator's title. */
  const indicator = (id: string, title: string) => {
    const table = tableOf(id, 'Показатели, 2021 год');
    const row = table.rows.find((one) => one[0] === title)!;
    return (name: string) => titled(table, row, name);
  };

  it('shows tables of the workbooks cell by cell, and no table of numbers besides', () => {
    const compared = { cells: 0, values: 0, changes: 0 };
    for (const chapter of regulated) {
      const id = idOf(chapter);
      for (const { title, texts } of chapter.tables) {
        const [header, ...rows] = texts as [string[], ...string[][]];
        const where = `${id}, «${title}»`;
        if (title === `Показатели системы ${id}`) {
          expect(
            rows.flat().every((text) => saidNumber(text) === undefined),
            where,
          ).toBe(true);
        } else if (title === `Значения показателей системы ${id}, 2021 год`) {
          for (const row of rows) {
            const cell = indicator(id, row[0]!);
            header.slice(1).forEach((name, column) => {
              expect(saysValue(row[column + 1]!, cell(name)), `${where}: ${row}, в книге ${cell(name)}`).toBe(
                true,
              );
            });
            compared.values++;
          }
        } else if (title === `Изменение показателей системы ${id}`) {
          for (const row of rows) {
            const cell = indicator(id, row[0]!);
            expect(row[1], where).toBe('2020');
            ['Год назад', 'Значение', 'Изменение'].forEach((name, column) => {
              expect(saysValue(row[column + 2]!, cell(name)), `${where}: ${row}, в книге ${cell(name)}`).toBe(
                true,
              );
            });
            compared.changes++;
          }
        } else {
          const book = tableOf(id, title);
          const columns = header.map((name) => book.header.indexOf(name));
          expect(columns, where).not.toContain(-1);
          const part = {
            ...book,
            header,
            rows: book.rows.map((row) => columns.map((column) => row[column]!)),
          };
          compared.cells += hold(texts, part, where);
        }
      }
    }
    expect(compared.cells).toBeGreaterThan(300);
    expect(compared.values).toBeGreaterThan(100);
    expect(compared.changes).toBeGreaterThan(100);
  });

  it('says in its introduction how full the systems are, as the summary does', () => {
    const [full, map] = chapters[0]!.tables;
    const summary = tableOf('summary', 'Как обстоят дела в каждой системе, 2021 год');
    const [names, ...lines] = full!.texts;
    for (const line of lines) {
      const [id, , all] = line;
      const shown = (name: string) => (names!.includes(name) ? Number(line[names!.indexOf(name)]) : 0);
      const row = summary.rows.find(([section]) => section === id)!;
      const count = (name: string) => titled(summary, row, name) as number;
      // an indicator that is left to the municipality is shown only where it has a value
      const open = SYSTEMS.find((system) => system.id === id)!.indicators.filter(
        ({ role, title }) => role === 'open' && typeof indicator(id!, title)('Значение') !== 'number',
      ).length;
      expect([shown('Вычислено'), shown('Неполно')], id).toEqual([count('Вычислено'), count('Неполно')]);
      expect(shown('Нет данных') + shown('Не применяется') + open, id).toBe(
        count('Нет данных') + count('Не применяется'),
      );
      expect(Number(all) + open, id).toBe(count('Всего'));
    }
    const years = books.get('summary')!.tables.find(({ sheet }) => sheet === 'Карта полноты')!;
    hold(
      map!.texts,
      { ...years, rows: years.rows.filter(([section]) => section !== 'качество') },
      map!.title,
    );
  });

  it('says in sentences nothing but the numbers of the indicator’s row', () => {
    let said = 0;
    for (const chapter of regulated) {
      const id = idOf(chapter);
      const { rows } = tableOf(id, 'Показатели, 2021 год');
      for (const { text } of chapter.items.filter(({ heading }) =>
        ['Результаты', 'Динамика'].includes(heading),
      )) {
        const title = rows
          .map(([name]) => String(name))
          .filter((name) => text.startsWith(`${name}: `))
          .sort((one, other) => other.length - one.length)[0];
        if (title === undefined) expect.fail(`${id}: «${text}»`);
        const cell = indicator(id, title);
        const note = String(cell('Чего не хватает, что учесть'));
        const lacking = (note.match(/(?<=Нет данных: ).*?(?=\.)/)?.[0] ?? '')
          .split(/, | и ещё /)
          .filter(Boolean).length;
        const cells = ['Значение', 'Числитель', 'Знаменатель', 'Год назад', 'Изменение']
          .map(cell)
          .filter((one) => typeof one === 'number');
        const allowed = [
          ...cells,
          ...cells.map(Math.abs),
          2020,
          2021,
          lacking,
          lacking + Number(cell('Знаменатель')),
        ];
        for (const number of numbersIn(text.slice(title.length))) {
          expect(
            allowed.some((one) => says(number, one)),
            `${id}: «${text}»: ${number} не из ${allowed}`,
          ).toBe(true);
          said++;
        }
      }
    }
    expect(said).toBeGreaterThan(500);
  });

  it('recommends what the workbooks recommend, for the same reasons', () => {
    let compared = 0;
    for (const chapter of regulated) {
      const { header, rows } = tableOf(idOf(chapter), 'Адресные рекомендации, 2021 год');
      const column = (row: (typeof rows)[number], name: string) =>
        String(row[header.indexOf(name)]).replaceAll('\u00a0', ' ');
      const texts = rows.map((row) => {
        const about = header.includes('О ком') ? column(row, 'О ком') : 'муниципалитет';
        const reason = column(row, 'Основание');
        expect(reason.toLowerCase()).toContain(column(row, 'Пункт Положения').toLowerCase());
        return `${about === 'муниципалитет' ? '' : `${about}. `}${column(row, 'Рекомендация')} Основание: ${reason}`;
      });
      const items = chapter.items.filter(({ text }) => text.includes(' Основание: ')).map(({ text }) => text);
      expect(items.toSorted()).toEqual(texts.toSorted());
      compared += items.length;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('counts the records of each file as the list of imports does', async () => {
    const { imports } = await at.ask('imports', '-C', directory);
    const rows = chapters.at(-1)!.tables[0]!.texts.slice(1);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const { records } = imports.find(({ file }: { file: string }) => file === row[0]);
      expect(
        says(
          row.at(-1)!,
          Object.values<number>(records).reduce((sum, count) => sum + count, 0),
        ),
        row.join(),
      ).toBe(true);
    }
  });

  /** The report says «есть» and «−3,2 п. п.» where the workbook has «да» and the number. */
  function saysValue(text: string, cell: number | string): boolean {
    const plain = text.replace('есть', 'да');
    if (typeof cell === 'number' && text.startsWith('менее')) return Math.abs(cell) < 0.1;
    return (
      saysCell(plain, cell) ||
      (text === '—' && typeof cell === 'string') ||
      (plain === 'вычислено' && cell === 'вычислен')
    );
  }
});

describe('the terminal', () => {
  const WIDE = { terminal: 3000 };
  /** Tables of an answer, the header first. */
  const tablesIn = (out: string) =>
    out
      .replaceAll(/\u001b\[[0-9;]*m/g, '')
      .split(/(?=┌)/)
      .filter((block) => block.startsWith('┌'))
      .map((block) =>
        block
          .split('\n')
          .filter((line) => line.startsWith('│'))
          .map((line) =>
            line
              .split('│')
              .slice(1, -1)
              .map((text) => text.trim()),
          ),
      );
  const answer = async (...args: string[]) => {
    const { out, exit } = await at.run([...args, '--year', '2021', '-C', directory], WIDE);
    expect(exit).toBe(0);
    return out;
  };

  it('shows the indicators of all systems as the workbooks do', async () => {
    const out = await answer('indicators');
    const tables = tablesIn(out);
    expect(tables).toHaveLength(IDS.length);
    IDS.forEach((id, index) => {
      const values = tableOf(id, 'Показатели, 2021 год');
      const cuts = books.get(id)!.tables.find(({ sheet }) => sheet === 'Разрезы');
      const [header, ...rows] = tables[index]!;
      for (const row of rows) {
        const found = [values, cuts].flatMap(
          (table) => table?.rows.filter(([title]) => title === row[0]) ?? [],
        );
        expect(
          found.some((cells) =>
            header!.every(
              (name, column) =>
                name.startsWith('Чего не хватает') ||
                saysCell(row[column]!, cells[values.header.indexOf(name)]!),
            ),
          ),
          `${id}: ${row}`,
        ).toBe(true);
      }
      expect(rows.length).toBeGreaterThanOrEqual(values.rows.length);
    });
  });

  it('shows the schools at risk, the flagged papers and the indices as the workbooks do', async () => {
    const schools = tableOf('1.2', 'Сводка по школам, 2021 год');
    const [header, ...rows] = tablesIn(await answer('risk-schools'))[0]!;
    expect(rows).toHaveLength(schools.rows.length);
    for (const row of rows) {
      const found = schools.rows.find(([code]) => code === row[0])!;
      header!.forEach((name, column) => {
        expect(saysCell(row[column]!, titled(schools, found, name)), `${row}: ${name}`).toBe(true);
      });
    }
    const [flagged, indices] = tablesIn(await answer('objectivity'));
    const external = tableOf('1.1', 'Школы: внешний индекс необъективности, 2021 год');
    for (const [code, , index, papers] of flagged!.slice(1).filter(([one]) => one !== '')) {
      const found = external.rows.find(([one]) => one === code)!;
      expect([index, papers]).toEqual([
        String(titled(external, found, 'Внешний индекс')),
        String(titled(external, found, 'Всего работ')),
      ]);
    }
    const cells = ['2.1'].flatMap((id) => books.get(id)!.tables).flatMap(({ rows }) => rows);
    for (const [name, ...numbers] of indices!.slice(1)) {
      const held = cells.some((row) =>
        numbers.every((text) => row.some((cell) => typeof cell === 'number' && says(text, cell))),
      );
      expect(held, `${name}: ${numbers}`).toBe(true);
    }
  });
});
