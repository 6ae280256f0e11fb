import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { atRest, standing } from './harness.js';

const require = createRequire(import.meta.url);

export type Visit = {
  readonly as: string;
  readonly path?: string;
  readonly link?: string;
  readonly theme?: string;
  readonly locale?: string;
};

/** Opens the tab inside a stand-in for Teams and waits until a page stands there. */
export const openTab = async (page: Page, url: string, visit: Visit): Promise<Frame> => {
  await page.route('https://res.cdn.office.net/**', (route) => route.abort());
  const query = new URLSearchParams({
    as: visit.as,
    theme: visit.theme ?? 'default',
    locale: visit.locale ?? 'en-gb',
    page: visit.link ?? '',
  });
  await page.goto(`${url}/host?${query}`);
  const tab = page.frames().find((frame) => frame.url().includes('/tab/'));
  if (tab === undefined) throw new Error('The host page framed nothing.');
  await tab.getByRole('heading', { level: 1 }).waitFor();
  if (visit.path !== undefined && visit.path !== '/') {
    await tab.evaluate((path) => {
      window.location.hash = path;
    }, visit.path);
  }
  await standing(tab);
  return tab;
};

/** What axe finds wrong inside the frame; Fluent's focus sentinels are left out, as they are never seen or read. */
export const violationsIn = async (tab: Frame): Promise<readonly { readonly rule: string; readonly where: readonly string[] }[]> => {
  await tab.evaluate(atRest);
  await tab.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return tab.evaluate(
    `axe.run({ include: ['html'], exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ html }) => html.slice(0, 160)) })))`,
  );
};

/** What stands on paper and outside of what is meant for it, whether a button is printed, and the height of what is printed. */
export const printed = async (page: Page, tab: Frame) => {
  await page.emulateMedia({ media: 'print' });
  const found = await tab.evaluate(() => {
    const paper = [...document.querySelectorAll('[data-paper]')];
    const isSeen = (one: Element): boolean => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
    const seen = (what: string): readonly Element[] => [...document.querySelectorAll(what)].filter(isSeen);
    const outside = seen('h1, h2, h3, p, li, td, text').filter((one) => one.closest('[data-paper]') === null);
    const height = Math.max(document.documentElement.scrollHeight, ...paper.map((one) => one.getBoundingClientRect().height));
    return { papers: paper.length, outside: outside.length, buttons: seen('button').length, height };
  });
  await page.emulateMedia({ media: null });
  return found;
};

/** What is pressed and is lower than a fingertip, 44 pixels, by name; links within a sentence and fields, whose frame is pressed too, are left out. */
export const tooLow = (tab: Frame): Promise<readonly string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('button, select, [role=tab], nav a, main header > a')]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44)
      .map((one) => `${one.getBoundingClientRect().height}: ${one.outerHTML.slice(0, 160)}`),
  );
