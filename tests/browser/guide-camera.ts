import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { root } from '../house/documented.js';
import { type Labels, labelsSaid, readLabels } from '../house/guide-labels.js';
import { atRest, drawn } from './harness.js';

/** `PICTURES=write` makes the pictures of the documentation anew; without it the pages are compared with what the pictures show. */
const isWriting = process.env['PICTURES'] === 'write';
const listed = join(root, 'docs/images/labels.json');

const keep = (name: string, labels: readonly string[]): void => {
  const all: Labels = { ...readLabels(), [name]: labels };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => one.localeCompare(other)));
  writeFileSync(listed, `${JSON.stringify(sorted, null, 2)}\n`);
};

/** What stands on the buttons, links, tabs and headings that can be seen. */
const seenIn = (place: Locator): Promise<readonly string[]> =>
  place.evaluate((whole) =>
    [...whole.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, legend, [role="tab"], [role="heading"]')].flatMap((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return height > 1 && top >= 0 && bottom <= window.innerHeight ? [one.innerText.trim()] : [];
    }),
  );

/** Photographs are loaded, what opens has opened, and what was said for a moment is gone. */
const calm = async (place: Page | Frame): Promise<void> => {
  await drawn(place);
  await place.locator('.fui-ToastTitle').first().waitFor({ state: 'detached' });
  await place.evaluate(atRest);
  await expect.poll(() => place.evaluate(() => [...document.images].every(({ complete }) => complete)), { timeout: 10_000 }).toBe(true);
};

/**
 * Takes a picture of the documentation, docs/images/<name>.png, and notes which words of the product can be read on it; or, when none
 * are to be written, looks whether the page still has the words of the picture that is there.
 * @param words where its words are; @param framed what is photographed, where that is more
 */
export const photographs = async (name: string, place: Page | Frame, words: Locator, framed: Locator | Page = words): Promise<void> => {
  await calm(place);
  const labels = labelsSaid(await seenIn(words));
  if (!isWriting) {
    expect({ name, labels }, 'after a change that is meant: npm run docs:pictures').toEqual({ name, labels: readLabels()[name] });
    return;
  }
  const path = join(root, `docs/images/${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await framed.screenshot({ path, animations: 'disabled' });
  keep(name, labels);
};
