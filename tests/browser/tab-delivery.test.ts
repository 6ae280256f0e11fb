import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { undeliveredTo } from '../tab/fake/delivery.js';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { looks } from './axe-hours.js';
import { fakedTab } from './faked-tab.js';
import { screenshot } from './harness.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

type Opening = {
  readonly people?: number;
  readonly undelivered?: number;
  readonly toDeliver?: number;
  readonly theme?: string;
  readonly size?: { width: number; height: number };
};

const open = ({ people = 300, undelivered = 6, toDeliver = 0, ...look }: Opening = {}): Promise<Frame> => {
  const round = roundAt('inviting', people);
  round.undelivered = undeliveredTo(round.people.slice(0, undelivered));
  round.toDeliver = toDeliver;
  return faked.opens([round], { as: peoplePartnerId, path: `/admin/${round.id}/delivery`, ...look });
};
const undelivered = (tab: Frame) => tab.getByRole('region', { name: 'Could not be delivered' });

describe('what was delivered', () => {
  it('is found in the menu of the round, and says how far a sending is without being asked again', async () => {
    const tab = await open({ toDeliver: 82 });
    await tab.getByText('218 of 300 are done').waitFor();
    const [round] = faked.api.world.rounds;
    if (round !== undefined) round.toDeliver = 10;
    await tab.getByText('290 of 300 are done').waitFor();
    await tab.getByRole('link', { name: 'Leadership team, spring' }).click();
    await tab.getByRole('button', { name: 'More for this round' }).click();
    await tab.getByRole('menuitem', { name: 'What was delivered' }).click();
    await tab.getByRole('heading', { level: 1, name: 'What was delivered' }).waitFor();
  });

  it('[R-07] names those who could not be reached, why and what helps; one is sent again, all of a reason are dropped after a question', async () => {
    const tab = await open();
    await undelivered(tab).getByText('They can open the app in Teams and unblock it.').waitFor();
    expect(await undelivered(tab).getByRole('listitem').count()).toBe(6);
    const retry = undelivered(tab)
      .getByRole('button', { name: /^Send again to/u })
      .first();
    await retry.click();
    await tab.getByText('The message is on the way again.').waitFor();
    await expect.poll(() => undelivered(tab).getByRole('listitem').count()).toBe(5);
    await undelivered(tab).getByRole('button', { name: 'Drop all: Does not have the app' }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('cannot be brought back').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(faked.api.calls.filter(({ name }) => name === 'dropMessages')).toEqual([]);
    await undelivered(tab).getByRole('button', { name: 'Drop all: Does not have the app' }).click();
    await dialog.getByRole('button', { name: 'Drop all' }).click();
    await tab.getByText('2 messages are dropped.').waitFor();
    await expect.poll(() => undelivered(tab).getByRole('listitem').count()).toBe(3);
    expect(faked.api.calls.filter(({ name }) => name === 'dropMessages')).toMatchObject([
      { body: { which: { kind: 'reason', reason: 'not-installed' } } },
    ]);
  });

  it('[R-07] lists whom nothing can be sent to, each with a text and a link to hand over that tell nothing of what waits', async () => {
    const tab = await open();
    await faked.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const people = tab.getByRole('region', { name: 'People who cannot be reached' });
    const first = people.getByRole('button', { name: /^Copy a text for/u }).first();
    await first.click();
    await tab.getByText('Copied.').first().waitFor();
    const copied = (): Promise<string> => tab.evaluate(() => navigator.clipboard.readText());
    const link = /https:\/\/teams\.microsoft\.com\/l\/entity\/app\/home\?context=\S+/u;
    expect(await copied()).toMatch(link);
    expect(await copied()).toContain('“Leadership team, spring”');
    expect((await copied()).replace(link, '')).not.toMatch(/invit|match|declin/iu);
    await people.getByRole('button', { name: 'Copy the link alone' }).click();
    await expect.poll(copied).toMatch(new RegExp(`^${link.source}$`, 'u'));
    expect(await people.getByRole('listitem').filter({ hasText: 'Does not have the app' }).count()).toBeGreaterThan(10);
  });

  it('stays light with five thousand people: a part at a time', async () => {
    const tab = await open({ people: 5_000, undelivered: 3_000 });
    await undelivered(tab).getByText('30 of 1,000 shown').first().waitFor();
    expect(await undelivered(tab).getByRole('listitem').count()).toBe(90);
  });

  it.each(looks)('has nothing that axe finds wrong, and nothing wider than the page: $theme, $width', async ({ theme, width, height }) => {
    const tab = await open({ toDeliver: 82, theme, size: { width, height } });
    await undelivered(tab).getByRole('listitem').first().waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
    await screenshot(faked.page, `delivery-${theme}-${width}`);
    await undelivered(tab)
      .getByRole('button', { name: /^Drop the message/u })
      .first()
      .click();
    await tab.getByRole('alertdialog').waitFor();
    expect(await violationsIn(tab)).toEqual([]);
  });
});
