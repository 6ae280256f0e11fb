import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { looks } from './axe-hours.js';
import { fakedTab } from './faked-tab.js';
import { screenshot } from './harness.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();

const open = (path: string, theme = 'default', size = { width: 1280, height: 800 }): Promise<Frame> =>
  faked.opens([roundAt('inviting')], { as: peoplePartnerId, path, theme, size });

describe('how the product is', () => {
  it('is found below the rounds; what was given up is sent again, or dropped after a question', async () => {
    const tab = await open('/admin');
    await tab.getByRole('link', { name: 'How the product is' }).click();
    await tab.getByText('Microsoft Graph has not answered for more than an hour.').waitFor();
    await tab.getByText('a permission or role is missing').waitFor();
    await tab.getByRole('button', { name: 'Send all again: Teams took no message for too long' }).click();
    await tab.getByText('The message is on the way again.').waitFor();
    await tab.getByRole('button', { name: 'Drop all: Has blocked the app' }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('Drop 4 messages?').waitFor();
    await dialog.getByRole('button', { name: 'Drop all' }).click();
    await tab.getByText('4 messages are dropped.').waitFor();
    expect(faked.api.calls.filter(({ name }) => name.endsWith('Everywhere')).map(({ name, body }) => ({ name, body }))).toMatchObject([
      { name: 'retryEverywhere', body: { reason: 'too-busy' } },
      { name: 'dropEverywhere', body: { reason: 'blocked' } },
    ]);
  });

  it.each(looks)('has nothing that axe finds wrong, and nothing wider than the page: $theme, $width', async ({ theme, width, height }) => {
    const tab = await open('/admin/health', theme, { width, height });
    await tab.getByRole('heading', { name: 'Given up' }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    expect(await faked.overflow(tab)).toBe(0);
    await faked.page.setViewportSize({ width, height: 1700 });
    await screenshot(faked.page, `health-${theme}-${width}`);
  });
});
