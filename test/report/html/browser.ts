/** A real browser for tests: Chromium as the system has it. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The executable, from the folders of PATH; null if there is none. */
export function chromiumPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

export function launch(executablePath: string): Promise<Browser> {
  // a container has no sandbox of its own to give
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A page in a browser, and everything that went wrong in it or left it. */
export interface Opened {
  page: Page;
  /** Requests, console errors, exceptions, policy violations, dialogs: none is ever due. */
  troubles: string[];
  close(): Promise<void>;
}

export interface View {
  width?: number;
  height?: number;
  dark?: boolean;
  script?: boolean;
  hash?: string;
}

/** Opens markup as a file. */
export async function open(browser: Browser, markup: string, view: View = {}): Promise<Opened> {
  const { width = 1440, height = 900, dark = false, script = true, hash = '' } = view;
  const folder = mkdtempSync(join(tmpdir(), 'planlint-html-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, markup);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) troubles.push(`request ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url + hash);
  return {
    page,
    troubles,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
