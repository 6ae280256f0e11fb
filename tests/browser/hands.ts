import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What somebody has done so far: presses of the mouse, and of keys. */
export type Spent = { readonly clicks: number; readonly keys: number };

/** How somebody works at a page: everything that a hand does is counted. */
export type Hands = {
  readonly spent: () => Spent;
  /** A button or a link. */
  readonly press: (target: Locator) => Promise<void>;
  /** Replaces what stands in a field. */
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** A day, written as yyyy-mm-dd, into a field for days. */
  readonly day: (target: Locator, day: string) => Promise<void>;
  /** Looks for somebody in a field that searches, and takes them. */
  readonly find: (tab: Frame, label: string, name: string) => Promise<void>;
};

/** Counts in a page what a person does from now on. */
export const counting = async (tab: Frame) => {
  await tab.evaluate(() => {
    const done = { clicks: 0, keystrokes: 0 };
    Object.assign(window, { done });
    // Choosing from a list closes it before the click is heard.
    const count = (kind: keyof typeof done) => (): void => {
      done[kind] += 1;
    };
    addEventListener('mousedown', count('clicks'), true);
    addEventListener('keydown', count('keystrokes'), true);
  });
  return () => tab.evaluate<unknown>('window.done');
};

/** Letters after which somebody looks up at what was found. */
const letters = 8;
/** No way by keyboard is longer. */
const mostStops = 600;

type Reach = (target: Locator) => Promise<void>;

const typing = (page: Page) => {
  let keys = 0;
  const key = async (name: string): Promise<void> => {
    await page.keyboard.press(name);
    keys += 1;
  };
  const type = async (text: string): Promise<void> => {
    await page.keyboard.type(text);
    keys += text.length;
  };
  return { key, type, keys: () => keys };
};
type Typing = ReturnType<typeof typing>;

/** Whether this browser writes the month of a day first; tried out on an empty page. */
export const isMonthFirst = async (page: Page): Promise<boolean> => {
  await page.setContent('<input type="date" aria-label="Day" />');
  const field = page.getByLabel('Day');
  await field.focus();
  await page.keyboard.type('01022003');
  return (await field.inputValue()) === '2003-01-02';
};

/** Days are written in the order in which the browser shows them. */
const writesDay =
  (reach: Reach, { type }: Typing, monthFirst: boolean) =>
  async (target: Locator, day: string): Promise<void> => {
    const [year = '', month = '', date = ''] = day.split('-');
    await reach(target);
    await type(monthFirst ? `${month}${date}${year}` : `${date}${month}${year}`);
    await expect.poll(() => target.inputValue()).toBe(day);
  };

const writes =
  (reach: Reach, { key, type }: Typing): Hands['write'] =>
  async (target, text) => {
    await reach(target);
    await key('Control+a');
    await type(text);
    expect(await target.inputValue()).toBe(text);
  };

/** Points and clicks; the keyboard only writes. */
export const mouseAt = (page: Page, monthFirst: boolean): Hands => {
  let clicks = 0;
  const own = typing(page);
  const press: Reach = async (target) => {
    await target.click();
    clicks += 1;
  };
  return {
    spent: () => ({ clicks, keys: own.keys() }),
    press,
    write: writes(press, own),
    day: writesDay(press, own, monthFirst),
    find: async (tab, label, name) => {
      await press(tab.getByRole('combobox', { name: label }));
      await own.type(name.slice(0, letters));
      await press(tab.getByRole('option', { name }).first());
    },
  };
};

/** Whether the way to a stop leads back: runs in the document in which it stands. */
const isBefore = (target: Element): boolean => {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body || !document.hasFocus()) return false;
  return (target.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
};

const hasFocus = (target: Element): boolean => document.hasFocus() && target === document.activeElement;

/** Never touches the mouse: goes from stop to stop, whichever way is the shorter to think of. */
export const keyboardAt = (page: Page, monthFirst: boolean): Hands => {
  const own = typing(page);
  const reach: Reach = async (target) => {
    await target.waitFor();
    for (let stops = 0; stops < mostStops; stops += 1) {
      if (await target.evaluate(hasFocus)) return;
      await own.key((await target.evaluate(isBefore)) ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The keyboard does not reach ${target}.`);
  };
  const press: Reach = async (target) => {
    await reach(target);
    await own.key('Enter');
  };
  /** Goes down what was found, which may still change, until the one is named. */
  const goesDown = async (tab: Frame, field: Locator, name: string): Promise<void> => {
    await tab.getByRole('option', { name }).first().waitFor();
    for (let pressed = 0; pressed < 12; pressed += 1) {
      const at = await field.getAttribute('aria-activedescendant');
      const named =
        at === null || at === ''
          ? ''
          : await tab
              .locator(`[id="${at}"]`)
              .textContent({ timeout: 1_000 })
              .catch(() => '');
      if (named?.includes(name) === true) return;
      await own.key('ArrowDown');
    }
  };
  return {
    spent: () => ({ clicks: 0, keys: own.keys() }),
    press,
    write: writes(reach, own),
    day: writesDay(reach, own, monthFirst),
    find: async (tab, label, name) => {
      const field = tab.getByRole('combobox', { name: label });
      await reach(field);
      await own.type(name.slice(0, letters));
      await goesDown(tab, field, name);
      await own.key('Enter');
      expect(await field.inputValue()).toContain(name);
    },
  };
};
