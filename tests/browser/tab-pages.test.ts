import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosingRound, roundAt } from '../tab/fake/scenarios.js';
import { type FakeApi, startFakeApi } from '../tab/fake-api.js';
import { type Browser, openBrowser } from './harness.js';
import { openTab, violationsIn } from './tab-visit.js';

const wide = { width: 1280, height: 900 };
const phone = { width: 375, height: 740 };
const themes = ['default', 'dark', 'contrast'] as const;

/** Every page by the moment it belongs to, who looks, and where in the tab. */
const pages = {
  'a leader before the kick-off': ['kick-off', 'leader-4', '/'],
  'a leader who is invited': ['inviting', 'leader-3', '/'],
  'a leader who sat out': ['inviting', 'leader-6', '/'],
  'the round leader with a proposed match': ['proposed', 'leader-1', '/'],
  'a leader whose match is reworked': ['proposed', 'leader-3', '/'],
  'a leader with a partner': ['active', 'leader-4', '/'],
  'somebody in no round': ['active', 'robin', '/'],
  'what this is': ['active', 'robin', '/about'],
  'the rounds': ['active', 'leader-2', '/admin'],
  'a new round': ['active', 'leader-2', '/admin/new'],
  'audience, not chosen': ['draft', 'leader-2', '/admin/round-draft/audience'],
  'audience, read': ['kick-off', 'leader-2', '/admin/round-kick-off/audience'],
  organisation: ['kick-off', 'leader-2', '/admin/round-kick-off/organisation'],
  'kick-off': ['kick-off', 'leader-2', '/admin/round-kick-off/kick-off'],
  invitations: ['inviting', 'leader-2', '/admin/round-inviting/invitations'],
  'the end of joining time': ['inviting', 'leader-2', '/admin/round-inviting/matching'],
  'the board for choosing partners, asking and asked': ['choosing', 'leader-3', '/round/round-choosing/choose'],
  'the same board, led and in a pair': ['choosing', 'leader-1', '/round/round-choosing/choose'],
  'pairs on a screen': ['choosing', 'leader-2', '/round/round-choosing/choose/screen'],
  'freezing the board': ['choosing', 'leader-2', '/admin/round-choosing/matching'],
  'drafted matches': ['matching', 'leader-2', '/admin/round-matching/matching'],
  'matches that were sent': ['proposed', 'leader-2', '/admin/round-proposed/matching'],
  'announcing the pairs': ['proposed', 'leader-2', '/admin/round-proposed/announce'],
  'announced pairs': ['active', 'leader-2', '/admin/round-active/announce'],
  'the feedback pairs, not asked for': ['active', 'leader-2', '/admin/round-active/awayday-pairs'],
} as const;

let browser: Browser;
let api: FakeApi;
beforeAll(async () => {
  browser = await openBrowser();
  const rounds = (['draft', 'kick-off', 'inviting', 'matching', 'proposed', 'active'] as const).map((moment) => roundAt(moment));
  rounds[1]?.uncertain.set('leader-9', 'No manager is named in the directory.');
  api = await startFakeApi([...rounds, choosingRound()]);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** The page with only the round of one moment in the world. */
const visit = async (name: keyof typeof pages, options: { readonly locale?: string } = {}): Promise<{ page: Page; tab: Frame }> => {
  const [moment, as, path] = pages[name];
  const all = api.world.rounds;
  api.world.rounds = all.filter((round) => round.state === moment);
  const page = await browser.page(wide);
  const tab = await openTab(page, api.url, { as, path, locale: options.locale ?? 'en-gb' });
  api.world.rounds = all;
  return { page, tab };
};

/** Whatever is shown or read out; runs in the page. */
const readWords = (): string[] => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('script,style,[aria-hidden=true]') === null) found.push(node.textContent ?? '');
  }
  for (const name of ['aria-label', 'placeholder', 'title']) {
    for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name) ?? '');
  }
  return found.map((text) => text.trim()).filter((text) => text !== '');
};
const isBracketed = (text: string): boolean => text.startsWith('[') || text.endsWith(']') || /^[\p{P}\p{N}\s·]*$/u.test(text);
const isData = (text: string): boolean => {
  const people = api.world.everybody.flatMap((one) => [one.name, one.functionName ?? '']);
  const rounds = api.world.rounds.flatMap((round) => [
    round.plan.name,
    round.audience ?? '',
    round.proof ?? '',
    round.kickOff?.commonApproach ?? '',
    ...round.uncertain.values(),
    ...round.proposals.flatMap((one) => one.reasons),
  ]);
  return ['coachingpairs.com', ...people, ...rounds].includes(text) || text.startsWith('Everybody else who is free works in ');
};

describe.each(Object.keys(pages) as (keyof typeof pages)[])('the page for %s', (name) => {
  it('has nothing that axe objects to, in three themes at desk and phone width, and never scrolls sideways', async () => {
    const faults: unknown[] = [];
    const { page, tab } = await visit(name);
    for (const theme of themes) {
      await page.evaluate(`setTheme('${theme}')`);
      for (const size of [wide, phone]) {
        await page.setViewportSize(size);
        await page.waitForTimeout(150);
        faults.push(...(await violationsIn(tab)).map((one) => ({ theme, width: size.width, ...one })));
        const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push({ theme, width: size.width, overflow });
      }
    }
    await page.close();
    expect(faults).toEqual([]);
  });

  it('takes every word from the catalogue', async () => {
    const { page, tab } = await visit(name, { locale: 'qps-ploc' });
    const texts = await tab.evaluate(readWords);
    expect(texts.filter((text) => !isBracketed(text) && !isData(text))).toEqual([]);
    await page.close();
  });
});

describe.each(['a new round', 'audience, not chosen', 'organisation', 'kick-off'] as const)('the fields of the page for %s', (name) => {
  it('[C-01] says beside every text field who will read it', async () => {
    const { page, tab } = await visit(name);
    const unsaid = await tab.evaluate(() => {
      const fields = [...document.querySelectorAll('textarea, input[type=text], input[role=combobox], input:not([type])')];
      const said = (field: Element): string =>
        (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ');
      return fields
        .filter((field) => field.getAttribute('role') !== 'spinbutton' && !/(see|sees|read) (this|function)/.test(said(field)))
        .map((field) => field.outerHTML);
    });
    expect(unsaid).toEqual([]);
    await page.close();
  });
});
