import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { type FakeApi, startFakeApi } from '../tab/fake-api.js';
import { type Browser, openBrowser } from './harness.js';
import { openTab, type Visit } from './tab-visit.js';

type Opening = Visit & {
  readonly size?: { readonly width: number; readonly height: number };
  /** Makes the world what it shall be before anybody looks. */
  readonly prepare?: (api: FakeApi) => void;
};

/** The tab in front of a bot made of memory. */
export type FakedTab = {
  readonly api: FakeApi;
  readonly page: Page;
  readonly browser: Browser;
  /** Opens it as somebody; a bot and a page of its own for each test, which are gone after it. */
  readonly opens: (rounds: FakeRound[], opening: Opening) => Promise<Frame>;
  /** What the calls of a route carried, the first one first. */
  readonly asked: (name: FakeApi['calls'][number]['name']) => readonly unknown[];
  /** How far the page reaches over the right edge of its window, in pixels. */
  readonly overflow: (tab: Frame) => Promise<number>;
};

const there = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('The tab has not been opened yet.');
  return one;
};

/** What a failed test left on the page, and what it had asked the bot for, for whoever reads why it failed. */
const tellOf = async (page: Page | undefined, api: FakeApi | undefined): Promise<void> => {
  const text = await page
    ?.frames()
    .find((frame) => frame.url().includes('/tab/'))
    ?.evaluate(() => document.body.innerText)
    .catch(String);
  process.stderr.write(`The page when the test failed:\n${text}\nAsked for: ${api?.calls.map(({ name }) => name).join(' ')}\n`);
};

/** One browser for all tests of the file that calls this at its beginning. */
export const fakedTab = (): FakedTab => {
  let browser: Browser | undefined;
  let api: FakeApi | undefined;
  let page: Page | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellOf(page, api);
    await page?.close();
    await api?.close();
    [page, api] = [undefined, undefined];
  });
  return {
    get api() {
      return there(api);
    },
    get page() {
      return there(page);
    },
    get browser() {
      return there(browser);
    },
    opens: async (rounds, { size, prepare, ...visit }) => {
      api = await startFakeApi(rounds);
      prepare?.(api);
      page = await there(browser).page(size);
      return openTab(page, api.url, visit);
    },
    asked: (name) =>
      there(api)
        .calls.filter((one) => one.name === name)
        .map(({ body }) => body),
    overflow: (tab) => tab.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)),
  };
};
