import { createHash } from 'node:crypto';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cellText } from '../../../src/reports/cell-text.ts';
import { pagePieces, renderPage } from '../../../src/reports/html/page.ts';
import { lowReport } from '../../../src/reports/low/report.ts';
import { objectivityIndicesReport } from '../../../src/reports/objectivity/indices-report.ts';
import { objectivityReport } from '../../../src/reports/objectivity/report.ts';
import type { Report, ReportSheet } from '../../../src/reports/report.ts';
import { writeWorkbook } from '../../../src/reports/xlsx/write.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT } from '../objectivity-sample.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../sample.ts';
import { hostileReport, PAYLOADS } from './hostile.ts';
import { inside, type PageElement, readPage, tableTexts } from './read-page.ts';

const REPORTS = [
  objectivityReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
  lowReport(RISK_SCHOOLS, LOW_CONTEXT),
  objectivityIndicesReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
];
const OPTIONS = { title: 'Оценка качества', municipality: 'Вымышленный округ', year: 2022 };
const PAGE = renderPage(REPORTS, OPTIONS);
const ELEMENTS = readPage(PAGE);

const named = (elements: readonly PageElement[], name: string): PageElement[] =>
  elements.filter((element) => element.name === name);
const byId = (elements: readonly PageElement[], id: string): PageElement =>
  elements.find(({ attributes }) => attributes.id === id)!;

/** The section of a report's sheet on the page. */
function sectionOf(report: Report, { title }: ReportSheet): PageElement {
  const sections = inside(byId(ELEMENTS, `system-${report.id}`), 'section');
  return sections.find((section) => inside(section, 'h3')[0]!.text === title)!;
}

test('the page is made sheet by sheet', () => {
  const tables = [...pagePieces(REPORTS, OPTIONS)].map((piece) => piece.split('<table').length - 1);
  expect(Math.max(...tables)).toBe(1);
  expect(tables.filter((count) => count === 1).length).toBe(PAGE.split('<table').length - 1);
});

describe('the page says what the workbook says', () => {
  for (const report of REPORTS) {
    test(`every cell of ${report.id}: ${report.title}`, () => {
      for (const sheet of report.sheets) {
        const { columns, rows, empty } = sheet.table;
        const section = sectionOf(report, sheet);
        const shown = inside(section, 'table').map(tableTexts)[0];
        if (rows.length === 0) {
          expect(shown).toBeUndefined();
          expect(section.text).toContain(empty);
          continue;
        }
        expect(shown).toEqual([
          columns.map(({ title }) => title),
          ...rows.map((row) => columns.map(({ key, type }) => cellText(row[key] ?? null, type))),
        ]);
      }
    });

    test(`every number of ${report.id}, against the workbook read back by another program`, async () => {
      const book = XLSX.read(await writeWorkbook(report));
      let compared = 0;
      for (const sheet of report.sheets) {
        const { name, table } = sheet;
        if (table.rows.length === 0) continue;
        const [header, ...body] = tableTexts(inside(sectionOf(report, sheet), 'table')[0]!);
        const lines = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true });
        const top = lines.findIndex((line) => JSON.stringify(line) === JSON.stringify(header));
        expect(top, name).toBeGreaterThan(0);
        body.forEach((texts, row) => {
          texts.forEach((text, column) => {
            const value = lines[top + 1 + row]![column];
            if (typeof value !== 'number') return;
            compared++;
            const [number, unit] = readNumber(text);
            expect(Math.abs(number - value), `${name}: ${text} — ${value}`).toBeLessThanOrEqual(
              unit / 2 + 1e-9,
            );
          });
        });
      }
      expect(compared).toBeGreaterThan(50);
    });
  }

  test('what a picture draws are the numbers of the table that it draws from', () => {
    for (const report of REPORTS) {
      const cells = new Set(
        report.sheets.flatMap(({ table: { columns, rows } }) =>
          rows.flatMap((row) => columns.map(({ key, type }) => cellText(row[key] ?? null, type))),
        ),
      );
      const chapter = byId(ELEMENTS, `system-${report.id}`);
      const said = inside(chapter, 'title').filter(({ parent }) => parent!.name !== 'svg');
      expect(said.length).toBeGreaterThan(5);
      for (const { text } of said) {
        const shown = [...cells].some(
          (cell) => text.endsWith(`— ${cell}`) || text.endsWith(`: ${cell}`) || text.endsWith(`, ${cell}`),
        );
        expect(shown, text).toBe(true);
      }
    }
  });

  test('two runs give the same bytes', () => {
    expect(renderPage(REPORTS, OPTIONS)).toBe(PAGE);
  });
});

/** A number as the page shows it, and the unit of its last digit; a share is turned back into a fraction. */
function readNumber(text: string): [value: number, unit: number] {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (plain === '<0.0001') return [0.00005, 0.0001];
  const scale = plain.endsWith('%') ? 100 : 1;
  const digits = plain.replace('%', '');
  return [Number(digits) / scale, 10 ** -(digits.split('.')[1]?.length ?? 0) / scale];
}

describe('the page is whole in itself', () => {
  test('lets in nothing but its own style and script, by their hashes', () => {
    const policy = named(ELEMENTS, 'meta').find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )!.attributes.content!;
    const hash = (name: string) =>
      `'sha256-${createHash('sha256').update(named(ELEMENTS, name)[0]!.text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash('style')}`,
      `script-src ${hash('script')}`,
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(named(ELEMENTS, 'style')).toHaveLength(1);
    expect(named(ELEMENTS, 'script')).toHaveLength(1);
    expect(ELEMENTS.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  test('every link leads to a place on it, every id is one, every reference has its target', () => {
    const ids = ELEMENTS.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of ELEMENTS) {
      if (attributes.href !== undefined) expect(ids).toContain(attributes.href.replace(/^#/, ''));
      for (const name of ['aria-labelledby', 'aria-describedby'])
        if (attributes[name] !== undefined) expect(ids).toContain(attributes[name]);
      expect(attributes).not.toHaveProperty('src');
    }
  });

  test('its headings go down one level at a time', () => {
    const levels = ELEMENTS.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test('every table has a caption, and headers of columns and rows', () => {
    for (const table of named(ELEMENTS, 'table')) {
      expect(inside(table, 'caption')[0]!.text).not.toBe('');
      const [head, ...rows] = inside(table, 'tr');
      expect(head!.children.every(({ attributes }) => attributes.scope === 'col')).toBe(true);
      expect(rows.every(({ children }) => children[0]!.attributes.scope === 'row')).toBe(true);
    }
  });
});

describe('the overview', () => {
  test('lists the ten systems, and says of each how it stands', () => {
    const items = inside(byId(ELEMENTS, 'overview'), 'li').map(({ text }) =>
      text.replace(/\s+/g, ' ').trim(),
    );
    expect(items.map((text) => /^\d\.\d/.exec(text)![0])).toEqual(
      '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 3.1'.split(' '),
    );
    expect(items[0]).toContain(
      'данные неполные Показателей 2: вычислено 1, по неполным данным 0, нет данных 1.',
    );
    expect(items[2]).toContain('отчёта на странице нет');
    expect(items[4]).toContain('отчёт построен');
  });
});

describe('the schools', () => {
  test('stand once each, with the answers of every report, in words where a report has none', () => {
    const [header, ...rows] = tableTexts(inside(byId(ELEMENTS, 'schools'), 'table')[0]!);
    expect(header!.slice(0, 5)).toEqual([
      'Код ОО',
      'Школа',
      '1.1 · Внешний индекс',
      '1.1 · Всего работ',
      '1.1 · Зона риска',
    ]);
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
    const only = OBJECTIVITY.schools.find(
      ({ school }) => !RISK_SCHOOLS.schools.some((one) => one.school === school),
    )!;
    const row = rows.find(([code]) => code === only.school)!;
    const risk = header!.flatMap((title, index) => (title.startsWith('1.2 ·') ? [row[index]] : []));
    expect(risk.length).toBeGreaterThan(2);
    expect(new Set(risk)).toEqual(new Set(['нет данных']));
  });

  test('link to their own pages where there are such', () => {
    const page = renderPage(REPORTS, { ...OPTIONS, schoolPage: (code) => `schools/msoko-${code}-2022.html` });
    const links = inside(byId(readPage(page), 'schools'), 'a');
    expect(links[0]!.attributes.href).toMatch(/^schools\/msoko-\d+-2022\.html$/);
  });
});

describe('hostile texts', () => {
  /** All that a page of our own making consists of. */
  const shape = (html: string): Set<string> =>
    new Set(
      readPage(html).flatMap(({ name, attributes }) => [
        name,
        ...Object.keys(attributes).map((attribute) => `${name} ${attribute}`),
      ]),
    );
  const plain = (text: string): string =>
    renderPage([hostileReport(text)], {
      title: text,
      municipality: text,
      year: 2021,
      schoolPage: () => '#main',
    });

  const ours = new Set([...shape(plain('слово')), ...shape(plain('много слов '.repeat(20)))]);

  for (const payload of PAYLOADS) {
    test(`stay text: ${JSON.stringify(payload)}`, () => {
      const page = plain(payload);
      expect([...shape(page)].filter((part) => !ours.has(part))).toEqual([]);
      const [cell] = inside(named(readPage(page), 'tbody')[0]!, 'th');
      expect(cell!.text).toBe(payload.replace('\u0000', '').replace('\ud800', '\ufffd'));
    });
  }
});
