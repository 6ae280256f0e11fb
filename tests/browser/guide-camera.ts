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

/** What stands on the buttons, links, tabs and headings of a place: on those that a picture of it shows, or on all. */
const readIn = (place: Locator, which: 'shown' | 'all'): Promise<readonly string[]> =>
  place.evaluate(
    (whole, all) =>
      [...whole.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, legend, [role="tab"], [role="heading"]')].flatMap((one) => {
        const { top, bottom, height } = one.getBoundingClientRect();
        return height > 1 && (all || (top >= 0 && bottom <= window.innerHeight)) ? [one.innerText.trim()] : [];
      }),
    which === 'all',
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
  if (!isWriting) {
    const now = labelsSaid(await readIn(words, 'all'));
    const gone = readLabels()[name]?.filter((one) => !now.includes(one));
    expect({ name, gone }, 'after a change that is meant: npm run docs:pictures').toEqual({ name, gone: [] });
    return;
  }
  const path = join(root, `docs/images/${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await framed.screenshot({ path, animations: 'disabled' });
  keep(name, labelsSaid(await readIn(words, 'shown')));
};
