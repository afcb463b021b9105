import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../src/reports/html/page.ts';
import { lowReport } from '../../src/reports/low/report.ts';
import { objectivityIndicesReport } from '../../src/reports/objectivity/indices-report.ts';
import { objectivityReport } from '../../src/reports/objectivity/report.ts';
import { schoolReport } from '../../src/reports/school/report.ts';
import { hostileReport, PAYLOADS } from '../reports/html/hostile.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT } from '../reports/objectivity-sample.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from '../reports/sample.ts';
import { SCHOOLS_YEAR } from '../reports/school-sample.ts';
import { launch, type OpenPage, open } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };

const OPTIONS = { title: 'Оценка качества', municipality: 'Вымышленный округ', year: 2022 };
const ALL = renderPage(
  [
    objectivityReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
    lowReport(RISK_SCHOOLS, LOW_CONTEXT),
    objectivityIndicesReport(OBJECTIVITY, OBJECTIVITY_CONTEXT),
  ],
  OPTIONS,
);
const SCHOOL = renderPage([schoolReport('990102', SCHOOLS_YEAR)], {
  ...OPTIONS,
  school: { code: '990102', name: 'Школа' },
});

let browser: Browser;
let opened: OpenPage | undefined;

beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
afterAll(async () => {
  await browser?.close();
});

async function show(html: string, options = {}): Promise<OpenPage> {
  opened = await open(browser, html, options);
  return opened;
}

/** Texts of the cells of one column, top down, of the rows that are to be seen. */
async function column(of: OpenPage, table: string, index: number): Promise<string[]> {
  return await of.page.evaluate(
    ([selector, at]) => {
      const rows = [...document.querySelectorAll<HTMLTableRowElement>(`${selector} tbody tr`)];
      return rows.filter((row) => row.offsetHeight > 0).map(({ cells }) => cells[at]!.textContent!);
    },
    [table, index] as const,
  );
}

describe('accessibility', () => {
  for (const [name, html] of [
    ['the page of the municipality', ALL],
    ['the page of a school', SCHOOL],
  ] as const) {
    for (const viewport of [{ width: 1280, height: 900 }, PHONE]) {
      test(`${name}, ${viewport.width} wide: axe finds no violation`, async () => {
        // the checker is injected, which the page's own policy rightly refuses
        const { page } = await show(html, { viewport, bypassCSP: true });
        await page.evaluate(AXE);
        const results = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
            resultTypes: ['violations'],
          }),
        );
        expect(results.passes.length).toBeGreaterThan(20);
        expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  }

  test('the first thing that Tab reaches leads past the contents', async () => {
    const { page } = await show(ALL);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Сразу к содержанию');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('main');
  });
});

describe('without network', () => {
  test('the page asks for nothing but itself, and breaks none of its own rules', async () => {
    const { page, requests, errors, address } = await show(ALL);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(300);
    expect(requests).toEqual([address]);
    expect(errors).toEqual([]);
  });

  test('what the policy forbids does not happen: no script, style or picture from elsewhere', async () => {
    const hostile = ALL.replace(
      '<main id="main"',
      '<img src="http://127.0.0.1:9/a.png"><p style="color:red">…</p><script>window.broken=1</script><main id="main"',
    );
    const { page, requests, blocked, errors, address } = await show(hostile);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(blocked).toEqual(['http://127.0.0.1:9/a.png']);
    expect(requests).toEqual([address, ...blocked]);
    expect(errors.length).toBeGreaterThanOrEqual(3);
  });

  test('hostile texts run nothing and ask for nothing', async () => {
    const all = PAYLOADS.join(' ');
    const html = renderPage(PAYLOADS.map(hostileReport), { title: all, municipality: all, year: 2021 });
    const { page, requests, errors, address } = await show(html);
    for (const button of (await page.locator('th button').all()).slice(0, 8)) await button.press('Enter');
    await page.locator('nav select').selectOption({ index: 3 });
    await page.waitForTimeout(300);
    expect(await page.locator('#schools tbody tr:visible').count()).toBe(1);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(requests).toEqual([address]);
    expect(errors).toEqual([]);
  });
});

const SCHOOLS = '[id="1.1-objectivity-schools"]';
const FUNNEL = '[id="1.1-objectivity-funnel"]';

describe('sorting, by keyboard', () => {
  test('numbers by size, then the other way, and the header says so', async () => {
    const shown = await show(ALL);
    const header = shown.page.locator(`${FUNNEL} thead th`).nth(4);
    await header.locator('button').focus();
    await shown.page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    const numbers = (texts: readonly string[]) =>
      texts.map((text) => Number(text.replace(/\s/g, '').replace(',', '.')));
    const rising = numbers(await column(shown, FUNNEL, 4));
    expect(rising.length).toBeGreaterThan(20);
    expect(rising).toEqual(rising.toSorted((one, other) => one - other));
    await shown.page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(numbers(await column(shown, FUNNEL, 4))).toEqual(rising.toReversed());
    expect(await shown.page.locator('body > [role=status]').textContent()).toMatch(/по убыванию/);
  });

  test('what is not known stays last, whichever way', async () => {
    const shown = await show(ALL);
    const counts = '[id="2.1-indices-history-counts"]';
    const button = shown.page.locator(`${counts} thead th button`).nth(4);
    for (const _ of ['up', 'down']) {
      await button.press('Enter');
      const texts = await column(shown, counts, 4);
      const first = texts.indexOf('нет данных');
      expect(first).toBeGreaterThan(0);
      expect(new Set(texts.slice(first))).toEqual(new Set(['нет данных']));
    }
  });
});

describe('filtering, by keyboard', () => {
  test('rows with all the words stay, and their number is said', async () => {
    const shown = await show(ALL);
    const search = shown.page.locator(`${SCHOOLS} input[type=search]`);
    await search.focus();
    await shown.page.keyboard.type('лесной средняя');
    expect(await column(shown, SCHOOLS, 0)).toEqual(['990102']);
    expect(await shown.page.locator(`${SCHOOLS} [role=status]`).textContent()).toBe(
      'Показано строк: 1 из 12',
    );
    await search.fill('');
    expect(await column(shown, SCHOOLS, 0)).toHaveLength(12);
  });

  test('one school can be chosen in all tables at once', async () => {
    const shown = await show(ALL);
    await shown.page.locator('nav select').selectOption('990103');
    for (const table of [SCHOOLS, FUNNEL, '#schools', '[id="1.2-low-schools"]'])
      expect(new Set(await column(shown, table, 0)), table).toEqual(new Set(['990103']));
    expect((await column(shown, '[id="1.2-low-totals"]', 0)).length).toBe(4);
  });
});

describe('without the script', () => {
  test('the tables are plain tables with all their rows', async () => {
    const { page } = await show(ALL, { javaScriptEnabled: false });
    expect(await page.locator('button, input, select').count()).toBe(0);
    expect(await page.locator(`${SCHOOLS} tbody tr`).count()).toBe(12);
    expect(await page.locator(`${SCHOOLS} tbody tr`).last().isVisible()).toBe(true);
  });
});

describe('on a phone', () => {
  test('the page is no wider than the screen: only tables and pictures scroll', async () => {
    for (const html of [ALL, SCHOOL]) {
      const { page } = await show(html, { viewport: PHONE });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
      await opened!.close();
      opened = undefined;
    }
  });
});

describe('on paper', () => {
  test('A4, wide tables across; without contents and fields; every row is there', async () => {
    const { page } = await show(ALL);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav', '.skip', '.tools label', 'footer'])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    // a button with a box would leave the header empty on every sheet but the first
    const boxed = await page.evaluate(
      () =>
        [...document.querySelectorAll('th button')].filter(
          (one) => getComputedStyle(one).display !== 'contents',
        ).length,
    );
    expect(boxed).toBe(0);
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.scroll')].filter((box) => box.scrollHeight > box.clientHeight + 2)
          .length,
    );
    expect(cut).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = new Set(
      [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
        ([, w, h]) => `${Math.round(Number(w))}×${Math.round(Number(h))}`,
      ),
    );
    expect(boxes).toEqual(new Set(['595×842', '842×595']));
  });
});
