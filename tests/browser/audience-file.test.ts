import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrganisation } from '../acceptance/driver/organisation.js';
import { inRepository } from '../acceptance/driver/product.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Browser, openBrowser, screenshot } from './harness.js';
import { desk, type Visitor, visitSandbox } from './sandbox-visit.js';

const people = inRepository('tests/data/twelve-leaders.csv');
const { leaders } = readOrganisation(people);
const idOf = (name: string): string => leaders.find((one) => one.name === name)?.id ?? name;

let sandbox: Sandbox;
let browser: Browser;
let noor: Visitor;
let tab: Frame;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people }), openBrowser()]);
  const plan = {
    ...{ name: 'Spring', introduction: 'chief-executive' as const, administratorIds: [] },
    ...{ leaderId: idOf('Helena Marsh'), peoplePartnerId: idOf('Ravi Menon') },
    ...{ answersBy: '2027-01-04', startsOn: '2027-01-11', endsOn: '2027-07-11' },
  };
  const { id } = await sandbox.as('Noor Sayegh').calls(routes.openRound, {}, { opId: 'audience-file', plan });
  noor = await visitSandbox(await browser.page(desk), sandbox.url());
  await noor.opens('Coaching Pairs');
  tab = await noor.tab();
  await tab.evaluate((place) => {
    window.location.hash = place;
  }, `/admin/${id}/audience`);
  await tab.getByRole('radio', { name: 'A list' }).click();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

/** Takes a file of these lines, as somebody does who presses the button and chooses it. */
const takes = async (...lines: readonly string[]): Promise<void> => {
  const [chooser] = await Promise.all([
    noor.page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: 'Take from a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'leaders.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
};
const reads = () => tab.getByRole('button', { name: 'Choose and read the directory' });

describe('the file of an audience', () => {
  it('is refused with every line that names nobody', async () => {
    await takes('name,id', `Helena Marsh,${leaders[0]?.id}`, 'Nobody,', '', `Somebody,${leaders[1]?.id}`, 'Nobody else,');
    await tab.getByText('Lines 3 and 6 name nobody.').waitFor();
    expect(await reads().isDisabled()).toBe(true);
    await reads().focus();
    await tab.getByText('Put the lines right that name nobody.').first().waitFor({ state: 'attached' });
    await screenshot(noor.page, 'audience-file-nameless');
    expect(await tab.getByText(/12 people/).count()).toBe(0);
  });

  it('is refused with every address that the directory does not know', async () => {
    await takes('mail', 'nobody@example.com', 'helena.marsh@example.com', 'stranger@example.com');
    await tab.getByText('3 entries').waitFor();
    await reads().click();
    const refusal = tab.getByText(/^Not in the directory: .*Please check the spelling\.$/);
    await refusal.waitFor();
    for (const address of ['nobody@example.com', 'stranger@example.com']) expect(await refusal.textContent()).toContain(address);
    await screenshot(noor.page, 'audience-file-unknown');
  });

  it('is read when it is right, whatever the spreadsheet made of it', async () => {
    await takes('\uFEFFname;id', ...leaders.map(({ id, name }) => `"${name}";${id}`));
    await tab.getByText('12 entries').waitFor();
    await reads().click();
    await tab.getByText('12 people · 0 joined').waitFor();
    expect(noor.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});
