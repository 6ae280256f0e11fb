import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';

const output = fileURLToPath(new URL('../.output/', import.meta.url));
const require = createRequire(import.meta.url);

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** Where a browser is: CHROME_PATH, else one that is installed, else the one that came with the packages. */
export const browserPath = async (): Promise<string> => {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') return chosen;
  const found = installed[process.platform]?.find((path) => existsSync(path));
  if (found !== undefined) return found;
  // The package unpacks its own system libraries only where it believes to be on the service it was made for, and looks once, when imported.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
};

export type Browser = {
  readonly context: BrowserContext;
  /** A new page of the given width and height in CSS pixels; a phone is 360 × 740. */
  readonly page: (size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type BrowserOptions = {
  /** Further command line flags, e.g. host resolver rules. */
  readonly flags?: readonly string[];
  /** Accept the certificates of loopback servers that nobody signed. */
  readonly ignoreHTTPSErrors?: boolean;
  readonly locale?: string;
  readonly timezoneId?: string;
};

/** Starts a headless Chromium with a profile of its own, which is deleted when the browser is closed. */
export const openBrowser = async (options: BrowserOptions = {}): Promise<Browser> => {
  const profile = await mkdtemp(join(tmpdir(), 'browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await browserPath(),
    args: [...flags, ...(options.flags ?? [])],
    ignoreHTTPSErrors: options.ignoreHTTPSErrors ?? false,
    locale: options.locale ?? 'en-GB',
    timezoneId: options.timezoneId ?? 'UTC',
    viewport: { width: 1280, height: 800 },
  });
  return {
    context,
    page: async (size) => {
      const page = await context.newPage();
      if (size !== undefined) await page.setViewportSize(size);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Resolves once what a new place, width or theme changes has been laid out and drawn. */
export const drawn = (place: Page | Frame): Promise<void> =>
  place.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** Resolves once a page of the app stands there: it has its heading, and no grey lines wait for an answer any more. */
export const standing = async (tab: Frame): Promise<void> => {
  await drawn(tab);
  await tab.locator('.fui-Skeleton').first().waitFor({ state: 'detached' });
  await tab.getByRole('heading', { level: 1 }).waitFor();
};

type Violation = { readonly rule: string; readonly what: string; readonly where: readonly string[] };

/** To be evaluated in a page: resolves once what opens or fades has come to rest; what turns for ever is not waited for. */
export const atRest = `Promise.race([
  Promise.all(document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    .map(({ finished }) => finished.catch(() => undefined))),
  new Promise((resolve) => setTimeout(resolve, 2000)),
]).then(() => undefined)`;

/**
 * What axe finds wrong on a page, in words: empty when nothing is. Fluent's focus sentinels are left out, as they are never seen or read.
 * The page may forbid injected scripts by its headers; axe is brought in through the debugger, which is exempt.
 */
export const axeViolations = async (page: Page, within?: string): Promise<readonly Violation[]> => {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  await page.evaluate(atRest);
  const run = `axe.run({ include: [${JSON.stringify(within ?? 'html')}], exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, help, nodes }) => ({ rule: id, what: help, where: nodes.map(({ html }) => html.slice(0, 200)) })))`;
  return page.evaluate<readonly Violation[]>(run);
};

/** Keeps a picture of the page as tests/.output/<name>.png and answers its path. */
export const screenshot = async (page: Page, name: string): Promise<string> => {
  mkdirSync(output, { recursive: true });
  const path = join(output, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
};
