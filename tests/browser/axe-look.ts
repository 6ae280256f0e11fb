import type { Frame, Page } from 'playwright-core';
import type { Sandbox } from '../acceptance/sandbox.js';
import { everything } from './axe-hours.js';
import { type Browser, drawn, screenshot, standing } from './harness.js';
import { desk, phone, type ThemeName, type Visitor, violationsIn, visitSandbox } from './sandbox-visit.js';

/** `AXE_PICTURES=all` keeps a picture of every theme, not of the light one alone. */
const everyPicture = process.env.AXE_PICTURES === 'all';

const themes: readonly ThemeName[] = ['default', 'dark', 'contrast'];
const sizes = [desk, phone];

let places = 0;
/** By day every second place is looked at, each in the next theme, at desk and phone width in turn. */
const looksInTurn = () => {
  places += 1;
  const turn = Math.floor(places / 2);
  const theme = places % 2 === 0 ? themes[turn % themes.length] : undefined;
  return theme === undefined ? [] : [{ theme, sizes: [turn % 2 === 0 ? phone : desk] }];
};
const looksOf = () => (everything ? themes.map((theme) => ({ theme, sizes })) : looksInTurn());

/** How far something reaches over the right edge, in pixels, and what reaches farthest. */
const overflowOf = (place: Page | Frame): Promise<readonly string[]> =>
  place.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return [];
    const right = (one: Element): number => one.getBoundingClientRect().right;
    const [widest] = [...document.body.querySelectorAll('*')].sort((one, other) => right(other) - right(one));
    return [`${over} px over: ${widest?.outerHTML.slice(0, 200)}`];
  });

/** Goes to a page of the app, and resolves once it stands there: a page that is still to come takes the focus when it comes. */
const goesTo = async (tab: Frame, path: string): Promise<void> => {
  await tab.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await standing(tab);
};

/** What is wrong with a place, one line each. */
export type Faults = readonly string[];

export const all = async (...looks: readonly (() => Promise<Faults>)[]): Promise<Faults> =>
  (await Promise.all(looks.map((look) => look()))).flat();

const faultsOf = async (at: string, place: Page | Frame): Promise<Faults> => {
  await drawn(place);
  const found = await violationsIn(place);
  const overflow = await overflowOf(place);
  return [...found.map(({ rule, where }) => `${at}: ${rule} ${where.join(' ')}`), ...overflow.map((one) => `${at}: ${one}`)];
};

const pictured = async (page: Page, theme: ThemeName, name: string): Promise<void> => {
  if (process.env.CI !== undefined && !everyPicture) return;
  if (theme === 'default') await screenshot(page, `axe-${name}`);
  else if (everyPicture) await screenshot(page, `axe-${name}-${theme}`);
};

/** Looks at places of the sandbox in three themes at desk and phone width, as whoever is to see them. */
export type Onlooker = {
  /** The app as somebody at a place of it; `prepare` opens what shall be looked at there. */
  readonly inTab: (name: string, who: string, path: string, prepare?: (tab: Frame) => Promise<unknown>) => Promise<Faults>;
  /** Somebody's whole chat, once a card with this heading stands in it. */
  readonly inChat: (name: string, who: string, heading: string | RegExp) => Promise<Faults>;
};

const goingOf = ({ page, tab }: Visitor) => {
  /** Whose tab stands there with nothing opened in it. */
  let untouched: string | null = null;
  const goes = async (hash: string): Promise<void> => {
    untouched = null;
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
  };
  const tabOf = async (id: string): Promise<Frame> => {
    if (untouched === id) return tab();
    // By way of the chats, so that the frame is a new one and nothing is open in it.
    await goes(`/${id}/chat`);
    await page.locator('iframe').waitFor({ state: 'detached' });
    await goes(`/${id}/app`);
    untouched = id;
    return tab();
  };
  const touched = (): void => {
    untouched = null;
  };
  return { goes, tabOf, touched };
};

const onlookerAt = (sandbox: Sandbox, visitor: Visitor): Onlooker => {
  const { page } = visitor;
  const { goes, tabOf, touched } = goingOf(visitor);
  let shown: ThemeName = 'default';
  const at = async (name: string, place: Page | Frame): Promise<Faults> => {
    const faults: string[] = [];
    // The theme that is there already comes first, so that nothing is chosen twice.
    for (const { theme, sizes } of looksOf().toSorted((one, other) => Number(other.theme === shown) - Number(one.theme === shown))) {
      if (theme !== shown) await visitor.choosesTheme(theme);
      shown = theme;
      for (const size of sizes) {
        await page.setViewportSize(size);
        faults.push(...(await faultsOf(`${name}, ${theme}, ${size.width}`, place)));
        await pictured(page, theme, `${name}-${size.width}`);
      }
      await page.setViewportSize(desk);
    }
    return faults;
  };
  return {
    inTab: async (name, who, path, prepare) => {
      const tab = await tabOf(sandbox.as(who).id);
      await goesTo(tab, path);
      if (prepare !== undefined) touched();
      await prepare?.(tab);
      return at(name, tab);
    },
    inChat: async (name, who, heading) => {
      await goes(`/${sandbox.as(who).id}/chat/bot`);
      await page.getByRole('button', { name: `You are ${who}` }).waitFor();
      await visitor.card(heading).waitFor();
      return at(name, page);
    },
  };
};

/** Two who look at the same time, which keeps two cores busy; whoever is free takes the next place. */
export const onlookersAt = async (sandbox: Sandbox, browser: Browser): Promise<Onlooker> => {
  const free: Onlooker[] = [];
  const waiting: ((one: Onlooker) => void)[] = [];
  const gives = (one: Onlooker): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(one);
    else next(one);
  };
  const looks = async (look: (one: Onlooker) => Promise<Faults>): Promise<Faults> => {
    const one = free.pop() ?? (await new Promise<Onlooker>((resolve) => waiting.push(resolve)));
    return look(one).finally(() => gives(one));
  };
  for (let count = 0; count < 2; count += 1) gives(onlookerAt(sandbox, await visitSandbox(await browser.page(desk), sandbox.url())));
  return {
    inTab: (...given) => looks((one) => one.inTab(...given)),
    inChat: (...given) => looks((one) => one.inChat(...given)),
  };
};
