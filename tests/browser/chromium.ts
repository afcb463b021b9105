import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * The browser of the system.
 * @throws Error that says what to install: a test that cannot look at the page has not passed
 */
export async function launch(): Promise<Browser> {
  if (!existsSync(PROGRAM)) {
    throw new Error(
      `no browser at ${PROGRAM}: apt-get install chromium fonts-liberation, or set CHROMIUM to its path`,
    );
  }
  return await chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page opened as a file, as from an e-mail, with all that it asked for and all that went wrong on it. */
export interface OpenPage {
  page: Page;
  address: string;
  requests: readonly string[];
  /** Of them those that the page's policy stopped. */
  blocked: readonly string[];
  errors: readonly string[];
  close(): Promise<void>;
}

export async function open(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'msoko-page-'));
  const file = join(folder, 'msoko.html');
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ locale: 'ru-RU', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const blocked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') blocked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return {
    page,
    address,
    requests,
    blocked,
    errors,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true });
    },
  };
}
