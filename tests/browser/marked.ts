import type { Locator } from 'playwright-core';

/** Whatever is shown or read out below the element, but for what lies inside of `passedOver`. */
const readWords = (top: Element, passedOver: string): string[] => {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(passedOver) === null) found.push(node.textContent ?? '');
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
    for (const element of top.querySelectorAll(`[${name}]`))
      if (element.parentElement?.closest(passedOver) === null) found.push(element.getAttribute(name) ?? '');
  }
  return found.map((text) => text.trim()).filter((text) => text !== '');
};

const neverRead = 'script,style,[aria-hidden=true]';

/** The texts below an element as its readers meet them; `passedOver` selects further parts that are somebody else's words. */
export const textsIn = (top: Locator, passedOver: readonly string[] = []): Promise<readonly string[]> =>
  top.evaluate(readWords, [neverRead, ...passedOver].join(','));

/** Whether a text, or the piece of one that stands in an element of its own, bears the marks of the pseudo-locale or has no words. */
export const isMarked = (text: string): boolean => text.startsWith('[') || text.endsWith(']') || /^[\p{P}\p{N}\s·•]*$/u.test(text);
