import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Locator, Page } from 'playwright-core';
import { atRest } from './harness.js';

const require = createRequire(import.meta.url);

export const desk = { width: 1280, height: 800 };
export const phone = { width: 375, height: 740 };
export const themes = { default: 'Light', dark: 'Dark', contrast: 'High contrast' } as const;
export type ThemeName = keyof typeof themes;
/** What the app in its frame calls them. */
const inApp = { default: 'light', dark: 'dark', contrast: 'contrast' } as const satisfies Record<ThemeName, string>;

/** Somebody at the sandbox's page, who does everything by pointing and typing. */
export type Visitor = {
  readonly page: Page;
  /** Becomes somebody else by the switcher at the top right. */
  readonly becomes: (name: string) => Promise<void>;
  readonly opens: (app: 'Chat' | 'Coaching Pairs' | 'Calendar') => Promise<void>;
  /** The app's own page inside its frame, once it stands there. */
  readonly tab: () => Promise<Frame>;
  /** The newest card of the conversation that has this heading. */
  readonly card: (heading: string | RegExp) => Locator;
  readonly choosesTheme: (theme: ThemeName) => Promise<void>;
  /** What the browser complained about: refused by a policy, or failed. */
  readonly complaints: readonly string[];
};

/** One address outside is asked for, by the library that speaks to Teams; nothing leaves the machine in a test. */
const outside = 'https://res.cdn.office.net/**';

const listenTo = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.startsWith('https://res.cdn.office.net/')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
};

const tabOf = async (page: Page): Promise<Frame> => {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The app stands in no frame.');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  return frame;
};

/**
 * A page of the app that begins in its frame takes the focus there, as it does in Teams, and so closes the menu: then it is opened
 * once more, as anybody would.
 */
const chooseTheme = async (page: Page, name: string, tries = 5): Promise<void> => {
  const item = page.getByRole('menuitemradio', { name, exact: true });
  const timeout = 5_000;
  try {
    if (!(await item.isVisible())) await page.getByRole('button', { name: /^Theme: / }).click();
    await item.click({ timeout });
    await page.getByRole('button', { name: `Theme: ${name}` }).waitFor({ timeout });
  } catch (fault) {
    if (tries <= 1) throw fault;
    await chooseTheme(page, name, tries - 1);
  }
};

/** Opens the sandbox's page; whoever can open a round is there first. */
export const visitSandbox = async (page: Page, url: string): Promise<Visitor> => {
  const complaints = listenTo(page);
  await page.route(outside, (route) => route.abort());
  await page.goto(url);
  const switcher = page.getByRole('button', { name: /^You are .* Change person$|Change person/ });
  await switcher.waitFor();
  return {
    page,
    complaints,
    becomes: async (name) => {
      await switcher.click();
      const list = page.getByRole('region', { name: 'Be somebody else' });
      await page.getByRole('searchbox', { name: 'Search name, title or department' }).fill(name);
      await list.getByRole('button', { name }).first().click();
      await page.getByRole('button', { name: `You are ${name}` }).waitFor();
    },
    opens: async (app) => {
      await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: app }).click();
    },
    tab: () => tabOf(page),
    card: (heading) =>
      page
        .getByRole('group', { name: 'Card from Coaching Pairs' })
        .filter({ has: page.getByRole('heading', { name: heading }) })
        .last(),
    choosesTheme: async (theme) => {
      await chooseTheme(page, themes[theme]);
      const app = await (
        await page
          .locator('iframe')
          .elementHandle({ timeout: 1 })
          .catch(() => null)
      )?.contentFrame();
      await app?.locator(`html[data-theme="${inApp[theme]}"]`).waitFor();
    },
  };
};

/** Types into a field that searches, and takes what is found. */
export const finds = async (tab: Frame, label: string, name: string): Promise<void> => {
  const field = tab.getByRole('combobox', { name: label });
  await field.fill('');
  await field.pressSequentially(name.slice(0, 6));
  await tab.getByRole('option', { name }).first().click();
};

/** Presses a button that asks once more, and says yes. */
export const confirms = async (tab: Frame, button: string | RegExp, yes: string | RegExp): Promise<void> => {
  await tab.getByRole('main').getByRole('button', { name: button }).click();
  const dialog = tab.getByRole('alertdialog');
  await dialog.getByRole('button', { name: yes }).click();
  await dialog.waitFor({ state: 'detached' });
};

const axe = readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe objects to in a page or a frame, in words. Fluent's focus sentinels are left out, as they are never seen or read.
 */
export const violationsIn = async (
  place: Page | Frame,
): Promise<readonly { readonly rule: string; readonly where: readonly string[] }[]> => {
  if (!(await place.evaluate(`'axe' in window`))) await place.evaluate(await axe);
  // A notice that came or went meanwhile was seen half faded: then everything is looked at once more, when they are gone.
  return place.evaluate(
    `(async () => {
      const moving = () => document.getAnimations().some(({ effect, playState }) =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
      const notices = () => [...document.querySelectorAll('.fui-ToastTitle')].map(({ id }) => id).join();
      const quiet = async () => {
        for (const until = Date.now() + 10_000; notices() !== '' && Date.now() < until; )
          await new Promise((resolve) => setTimeout(resolve, 100));
      };
      const look = async (tries) => {
        if (tries < 5) await quiet();
        await ${atRest};
        const before = notices();
        const found = await axe.run({ include: ['html'], exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'], iframes: false });
        return tries > 0 && (moving() || notices() !== before) ? look(tries - 1) : found;
      };
      const { violations } = await look(5);
      return violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ html }) => html.slice(0, 160)) }));
    })()`,
  );
};
