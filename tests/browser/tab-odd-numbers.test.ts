import type { Frame, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeRound } from '../tab/fake/round.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { everything } from './axe-hours.js';
import { fakedTab } from './faked-tab.js';
import { screenshot } from './harness.js';
import { violationsIn } from './tab-visit.js';

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const themes = everything ? (['default', 'dark', 'contrast'] as const) : (['default', 'contrast'] as const);

const faked = fakedTab();

const open = (round: FakeRound, theme = 'default'): Promise<Frame> =>
  faked.opens([round], { as: peoplePartnerId, path: `/admin/${round.id}/matching`, theme });

const dialogOf = (tab: Frame): Locator => tab.getByRole('alertdialog');
const offer = (tab: Frame, name: string): Locator => dialogOf(tab).getByRole('radio', { name });
const sent = (name: Parameters<typeof faked.asked>[0]): unknown => faked.asked(name).at(-1);

/** Thirteen have joined and are asked for the first matches. */
const thirteen = (): FakeRound => {
  const round = roundAt('inviting', 13);
  for (const one of round.people) round.answers.set(one.id, 'joined');
  return round;
};

/** Chooses Omar, or whoever else is called, to stand by, by keyboard. */
const choosesReserve = async (tab: Frame, typed: string, name: string): Promise<void> => {
  await offer(tab, 'Somebody stands by').focus();
  await faked.page.keyboard.press('Space');
  await dialogOf(tab).getByRole('combobox', { name: 'Who stands by' }).focus();
  await faked.page.keyboard.type(typed);
  await tab.getByRole('option', { name }).waitFor();
  await faked.page.keyboard.press('Enter');
};

/** What axe finds, and how far something reaches over the edge, at both widths; a picture of each is kept. */
const look = async (tab: Frame, name: string): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const size of [desk, phone]) {
    await faked.page.setViewportSize(size);
    found.push(...(await violationsIn(tab)));
    const over = await tab.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    if (over > 0) found.push(`${over} px over at ${size.width}`);
    if (process.env.CI === undefined) {
      await faked.page.setViewportSize({ ...size, height: 1_500 });
      await screenshot(faked.page, `odd-${name}-${size.width}`);
    }
  }
  await faked.page.setViewportSize(desk);
  return found;
};

describe('an odd number of people to match', () => {
  it('is never decided silently: three offers, a match of three as what stands there, and its links on the board', async () => {
    const tab = await open(thirteen());
    await tab.getByRole('button', { name: 'Draft the first matches' }).click();
    await dialogOf(tab).getByText('13 people are to be matched, an odd number').waitFor();
    expect(await dialogOf(tab).getByRole('radio').count()).toBe(3);
    expect(await offer(tab, 'One match of three').isChecked()).toBe(true);
    await dialogOf(tab).getByRole('button', { name: 'Draft the first matches' }).click();
    const trio = tab.getByRole('listitem').filter({ hasText: 'A trio: it forms only when all three say yes.' });
    await trio.waitFor();
    expect(await trio.getByRole('list', { name: /^What speaks for .+ and .+$/ }).count()).toBe(3);
    expect(sent('beginMatching')).toMatchObject({ odd: { kind: 'trio' } });
  });

  it('leads whoever would rather invite one more there, and drafts nothing', async () => {
    const tab = await open(thirteen());
    await tab.getByRole('button', { name: 'Draft the first matches' }).click();
    await offer(tab, 'Invite one more first').check();
    await dialogOf(tab).getByRole('button', { name: 'Go to Invitations' }).click();
    await tab.getByRole('heading', { name: 'Answers' }).waitFor();
    expect(sent('beginMatching')).toBeUndefined();
  });

  it('lets somebody stand by, who is found by name and by keyboard alone; drafted again, they still stand by', async () => {
    const tab = await open(thirteen());
    await tab.getByRole('button', { name: 'Draft the first matches' }).click();
    await offer(tab, 'Somebody stands by').check();
    const draft = dialogOf(tab).getByRole('button', { name: 'Draft the first matches' });
    expect(await draft.isDisabled()).toBe(true);
    await choosesReserve(tab, 'Sam', 'Sam Byrne');
    await draft.focus();
    await faked.page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Without a match (1)' }).waitFor();
    await tab.getByText('Stands by', { exact: true }).waitFor();
    expect(sent('beginMatching')).toMatchObject({ odd: { kind: 'reserve', personId: peoplePartnerId } });
    await tab.getByRole('button', { name: 'Draft again' }).click();
    await dialogOf(tab).getByText('13 people are to be matched').waitFor();
    expect(await offer(tab, 'Somebody stands by').isChecked()).toBe(true);
    expect(await dialogOf(tab).getByRole('combobox', { name: 'Who stands by' }).inputValue()).toBe('Sam Byrne');
  });

  it('where the number is even nothing is asked, and it is said what would become of somebody left over', async () => {
    const tab = await open(roundAt('matching'));
    await tab.getByRole('button', { name: 'Draft again' }).click();
    await dialogOf(tab).getByText('12 people are to be matched, an even number').waitFor();
    expect(await dialogOf(tab).getByRole('radio').count()).toBe(0);
    await dialogOf(tab).getByRole('button', { name: 'Choose otherwise' }).click();
    await expect.poll(() => dialogOf(tab).getByRole('radio').count()).toBe(2);
  });

  it.each(themes)('axe objects to nothing at desk and phone width: %s', async (theme) => {
    const tab = await open(thirteen(), theme);
    await tab.getByRole('button', { name: 'Draft the first matches' }).click();
    await dialogOf(tab).getByText('13 people are to be matched').waitFor();
    expect(await look(tab, `offers-${theme}`)).toEqual([]);
    await offer(tab, 'Somebody stands by').check();
    expect(await look(tab, `reserve-${theme}`)).toEqual([]);
    await choosesReserve(tab, 'Sam', 'Sam Byrne');
    await dialogOf(tab).getByRole('button', { name: 'Draft the first matches' }).click();
    await tab.getByRole('heading', { name: 'Without a match (1)' }).waitFor();
    expect(await look(tab, `stands-by-${theme}`)).toEqual([]);
    await tab.getByRole('button', { name: 'Draft again' }).click();
    await offer(tab, 'One match of three').check();
    await dialogOf(tab).getByRole('button', { name: 'Draft again' }).click();
    await tab.getByText('A trio: it forms only when all three say yes.').waitFor();
    expect(await look(tab, `trio-${theme}`)).toEqual([]);
  });
});
