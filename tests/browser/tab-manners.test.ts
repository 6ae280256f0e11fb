import type { Frame, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';

const faked = fakedTab();

const open = (rounds: FakeRound[], path: string, theme = 'default', as = peoplePartnerId): Promise<Frame> =>
  faked.opens(rounds, { as, path, theme });

const presses = async (button: Locator): Promise<void> => {
  await button.focus();
  await faked.page.keyboard.press('Enter');
};
const focused = (tab: Frame): Promise<string> =>
  tab.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);

/** A round whose matches are all settled. */
const settledRound = (): FakeRound => {
  const round = roundAt('proposed');
  round.proposals = round.proposals.filter((one) => one.state === 'formed');
  return round;
};

describe('the keyboard goes on where something was done', () => {
  it('announcing takes the form away, and reading goes on at what stands in its place', async () => {
    const tab = await open([settledRound()], '/admin/round-proposed/announce');
    await tab.getByRole('checkbox', { name: 'I know that these people stay' }).check();
    await presses(tab.getByRole('button', { name: /^Announce \d+ pairs$/ }));
    await faked.page.route('**/pairs', async (route) => {
      await faked.page.waitForTimeout(500);
      await route.continue();
    });
    await presses(tab.getByRole('alertdialog').getByRole('button', { name: 'Announce now' }));
    await faked.page.waitForTimeout(200);
    expect(await focused(tab), 'while it is under way').toBe('BUTTON Announce now');
    await tab.getByRole('alertdialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(tab)).toMatch(/^H2 Pairs/);
  });

  it('so it is when the kick-off was held', async () => {
    const tab = await open([roundAt('kick-off')], '/admin/round-kick-off/kick-off');
    await tab.getByRole('textbox', { name: 'Our common approach' }).fill('We meet in person.');
    await presses(tab.getByRole('button', { name: 'It was held' }));
    await expect.poll(() => focused(tab)).toMatch(/^H2 The kick-off was held/);
  });
});

describe('a round leader whom the round is not for', () => {
  it('[CP-03] reads why there is no page of it, on the first page and where a link leads', async () => {
    const round = roundAt('proposed');
    round.plan = { ...round.plan, leaderId: 'somebody-else' };
    const tab = await open([round], '/', 'default', 'somebody-else');
    await tab.getByRole('heading', { name: 'You lead Leadership team, spring' }).waitFor();
    await tab.getByText('Sam Byrne, its people partner, can tell you more.').waitFor();
    expect(await tab.getByText('You are not part of a round').count()).toBe(0);
    await tab.evaluate(() => {
      window.location.hash = '/round/round-proposed';
    });
    await tab.getByRole('heading', { name: 'Leadership team, spring', level: 1, exact: true }).waitFor();
    await tab.getByText('whom it is for was settled before its kick-off').waitFor();
    expect(await tab.getByText('This round is not open to you').count()).toBe(0);
  });
});

describe('a dialog', () => {
  it('leaves the page as wide as it was, and shades all of it', async () => {
    const tab = await open([roundAt('matching', 60)], '/admin/round-matching/matching');
    const left = (): Promise<number> => tab.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().left ?? 0);
    const before = await left();
    await tab.getByRole('button', { name: /^Approve and send/ }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await left()).toBe(before);
    const uncovered = await tab.evaluate(
      () => window.innerWidth - (document.querySelector('.fui-DialogSurface__backdrop')?.getBoundingClientRect().right ?? 0),
    );
    expect(uncovered).toBe(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await left()).toBe(before);
    expect(await tab.evaluate(() => document.body.style.paddingRight)).toBe('');
  });
});

describe('the current step', () => {
  it('is the one in a frame where colours are few', async () => {
    const tab = await open([roundAt('proposed')], '/admin/round-proposed/matching', 'contrast');
    const framed = await tab
      .getByRole('navigation', { name: 'Steps of this round' })
      .getByRole('link')
      .evaluateAll((links) =>
        links.filter((link) => getComputedStyle(link).borderBottomColor === getComputedStyle(link).color).map((link) => link.textContent),
      );
    expect(framed).toEqual(['5Matching']);
  });
});

describe('a search for people', () => {
  const search = async (typed: string): Promise<{ tab: Frame; box: Locator }> => {
    const tab = await open([], '/admin/new');
    const box = tab.getByRole('combobox', { name: 'Round leader' });
    await box.pressSequentially(typed);
    await tab.getByRole('option').first().waitFor();
    await tab.getByText('Looking in the directory…').waitFor({ state: 'detached' });
    return { tab, box };
  };

  it('takes the only one found when Enter is pressed, marked or not, and does not send the form', async () => {
    const { tab, box } = await search('priya s');
    await faked.page.waitForTimeout(400);
    await box.press('ArrowLeft');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('Priya Shah');
    expect(await tab.getByText('things are still missing').count()).toBe(0);
  });

  it('says why Enter has chosen nobody', async () => {
    const { tab, box } = await search('zzz');
    await tab.getByText('Nothing found that begins so.').waitFor();
    await box.press('Enter');
    await tab.getByRole('combobox', { name: 'Round leader' }).and(tab.locator('[aria-describedby]')).waitFor();
    expect(await box.inputValue()).toBe('zzz');
    expect(await tab.getByText('Nothing found that begins so.').last().isVisible()).toBe(true);
  });
});

describe('a round that is over', () => {
  it.each(['organisation', 'matching'])('shows nothing to be changed in its step %s, and nobody by an id', async (step) => {
    const tab = await open([roundAt('closed')], `/admin/round-closed/${step}`);
    await tab.getByText('Nothing here can be changed any more').waitFor();
    await tab.getByText('This round is over. There is nothing left to do.').waitFor();
    expect(await tab.getByRole('main').getByRole('button').allTextContents()).toEqual(['Open the next round']);
  });

  it('reads to somebody of a pair as what was, not as what to do', async () => {
    const tab = await open([roundAt('closed')], '/round/round-closed', 'default', 'leader-4');
    await tab.getByRole('heading', { name: 'Your coaching partner' }).waitFor();
    expect(await tab.getByText('What comes next').count()).toBe(0);
  });

  it('once announced has no drafts on its board', async () => {
    const tab = await open([roundAt('active')], '/admin/round-active/matching');
    await tab.getByRole('tab', { name: /^Pairs/ }).waitFor();
    expect(await tab.getByRole('tab', { name: /^Drafts/ }).count()).toBe(0);
    expect(await tab.getByRole('region', { name: 'Next' }).getByRole('button').count()).toBe(0);
  });
});
