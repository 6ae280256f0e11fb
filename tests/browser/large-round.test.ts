import { existsSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { each } from '../acceptance/driver/ask.js';
import { type Organisation, readOrganisation } from '../acceptance/driver/organisation.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Hands, isMonthFirst, keyboardAt, mouseAt, type Spent } from './hands.js';
import { type Browser, openBrowser } from './harness.js';
import { desk, type Visitor, visitSandbox } from './sandbox-visit.js';

/** A published organisation that stands beside some checkouts; else an invented one of about the same size. */
const published = inRepository('../shared/data/revenue-346.csv');
const file = existsSync(published) ? published : inRepository('tests/data/organisation-350.csv');
const administrator = 'Noor Sayegh';
const peoplePartner = 'Judith Amsel';
const atOnce = 6;

type Told = {
  readonly hands: Hands;
  readonly visitor: Visitor;
  readonly sandbox: Sandbox;
  readonly organisation: Organisation;
  readonly parts: string[];
};
type Begun = Told & { readonly tab: Frame; readonly round: Round; readonly put: string };

let sandbox: Sandbox | undefined;
let browser: Browser | undefined;
afterEach(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const inMain = (tab: Frame, name: string | RegExp) => tab.getByRole('main').getByRole('button', { name }).first();

/** Waits until all that was to be sent has arrived. */
const arrives = ({ round }: Begun) =>
  expect.poll(async () => (await round.overview()).toDeliver, { timeout: 1_200_000, interval: 2_000 }).toBe(0);

const stepTo = ({ hands, tab }: Begun, name: string) =>
  hands.press(tab.getByRole('navigation', { name: 'Steps of this round' }).getByRole('link', { name }));

/** Presses a button that asks once more, and says yes. */
const says = async ({ hands, tab }: Begun, button: string | RegExp, yes: string | RegExp): Promise<void> => {
  await hands.press(inMain(tab, button));
  const dialog = tab.getByRole('alertdialog');
  await hands.press(dialog.getByRole('button', { name: yes }));
  await dialog.waitFor({ state: 'detached' });
};

/** What a part of the work has taken, beside what all before it took. */
const notes = ({ hands, parts }: Told, before: Spent, what: string): Spent => {
  const now = hands.spent();
  parts.push(`${what}: ${now.clicks - before.clicks} clicks, ${now.keys - before.keys} keys`);
  return now;
};

const opens = async (told: Told): Promise<Begun> => {
  const { hands, visitor, organisation } = told;
  const top = organisation.leaders.find(({ managerId }) => managerId === '')?.name ?? '';
  await hands.press(visitor.page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Coaching Pairs' }));
  const tab = await visitor.tab();
  await hands.press(tab.getByRole('link', { name: 'Administration' }));
  await hands.press(inMain(tab, 'New round'));
  await hands.find(tab, 'The person at the top', top);
  await hands.find(tab, 'People partner', peoplePartner);
  await hands.press(inMain(tab, 'Open as a draft'));
  await tab.getByText(`${organisation.leaders.length} people · 0 joined`).waitFor();
  const id = decodeURIComponent(/\/admin\/([^/]+)/.exec(tab.url())?.[1] ?? '');
  return { ...told, tab, round: told.sandbox.round(administrator, id), put: '' };
};

/** The largest departments that together have more than half of all people. */
const tooMany = ({ leaders }: Organisation): readonly string[] => {
  const sizes = new Map<string, number>();
  for (const { department } of leaders) sizes.set(department, (sizes.get(department) ?? 0) + 1);
  const chosen: string[] = [];
  let count = 0;
  for (const [department, size] of [...sizes].sort((one, other) => other[1] - one[1])) {
    if (count * 2 > leaders.length + 8) break;
    chosen.push(department);
    count += size;
  }
  return chosen;
};

/** Puts one function right, and gathers so many departments into one that it has more than half of the people. */
const corrects = async (begun: Begun): Promise<Begun> => {
  const { hands, tab, organisation } = begun;
  const one = organisation.leaders.at(-1) ?? expect.unreachable();
  await stepTo(begun, 'Organisation');
  await hands.press(inMain(tab, 'Look at people'));
  await hands.write(tab.getByRole('searchbox', { name: 'Search by name or function' }), one.name);
  await hands.press(inMain(tab, `Put right: ${one.name}`));
  await hands.write(tab.getByRole('alertdialog').getByRole('textbox', { name: 'Function' }), 'Legal advice');
  await hands.press(tab.getByRole('alertdialog').getByRole('button', { name: 'Save' }));
  await tab.getByRole('alertdialog').waitFor({ state: 'detached' });
  await hands.press(tab.getByRole('link', { name: /^Coaching Pairs from / }));
  await stepTo(begun, 'Organisation');
  for (const department of tooMany(organisation))
    await hands.write(tab.getByLabel(`Function of the department ${department}`, { exact: true }), 'Operations');
  await hands.press(inMain(tab, 'Save functions'));
  await tab.getByText('The functions are saved.').last().waitFor();
  return { ...begun, put: one.id };
};

const invites = async (begun: Begun): Promise<void> => {
  const { hands, tab, round, organisation, sandbox: running } = begun;
  await stepTo(begun, 'Kick-off');
  await hands.day(tab.getByLabel('Day of the kick-off'), new Date().toISOString().slice(0, 10));
  await says(begun, 'Call the kick-off', 'Call the kick-off');
  await hands.press(inMain(tab, 'It was held'));
  await tab.getByRole('heading', { name: 'The kick-off was held' }).waitFor();
  await round.settles();
  await stepTo(begun, 'Invitations');
  await says(begun, `Send ${organisation.leaders.length} invitations`, 'Send now');
  await tab.getByText(`0 of ${organisation.leaders.length} joined`).waitFor();
  await arrives(begun);
  await each(organisation.leaders, atOnce, async ({ id }) => void (await running.as(id).clicks('join', 'as-sent')));
};

/** The first drafts leave some over; one is locked, the offer is taken up, and drafting again gives everybody a partner. */
const matches = async (begun: Begun): Promise<void> => {
  const { hands, tab, organisation } = begun;
  const pairs = organisation.leaders.length / 2;
  await stepTo(begun, 'Matching');
  await says(begun, 'Draft the first matches', /Draft/);
  await tab.getByRole('heading', { name: 'What would help' }).waitFor();
  await hands.press(inMain(tab, /^Lock: /));
  await tab.getByRole('button', { name: /^Locked: / }).waitFor();
  await says(begun, 'Count them one by one', 'Count them one by one');
  await tab.getByText('Done. It counts when matches are drafted again.').waitFor();
  await says(begun, 'Draft again', 'Draft again');
  await tab.getByRole('tab', { name: `Drafts (${pairs})` }).waitFor();
  expect(await tab.getByRole('button', { name: /^Locked: / }).count()).toBe(1);
  await says(begun, `Approve and send ${pairs} matches`, 'Approve and send');
  await tab.getByRole('tab', { name: `With their people (${pairs})` }).waitFor();
  await arrives(begun);
};

/** Both rules for every pair, from the file alone but for what was put right; only the round leader may have somebody far below. */
const expectFit = async ({ organisation, sandbox: running, put }: Begun): Promise<void> => {
  const functionOf = (id: string): string =>
    id === put ? 'Legal advice' : (organisation.leaders.find((one) => one.id === id)?.department ?? '');
  const top = organisation.leaders.find(({ managerId }) => managerId === '')?.id;
  await each(organisation.leaders, atOnce, async ({ id }) => {
    const { match } = await running.as(id).round();
    const [partner, ...more] = match.kind === 'paired' ? match.partners : [];
    if (partner === undefined || more.length > 0) return expect.unreachable(`${id} has one partner`);
    expect(functionOf(id), `${id} and ${partner.id}`).not.toBe(functionOf(partner.id));
    const levels = organisation.levelsBetween(id, partner.id);
    if (levels !== undefined) expect([id, partner.id].includes(top ?? '') && levels > 1, `${id} and ${partner.id}`).toBe(true);
  });
};

const announces = async (begun: Begun): Promise<void> => {
  const { tab, organisation, sandbox: running } = begun;
  await each(organisation.leaders, atOnce, async ({ id }) => void (await running.as(id).clicks('acceptProposal', 'as-sent')));
  const pairs = organisation.leaders.length / 2;
  await tab.getByRole('tab', { name: `Pairs (${pairs})` }).waitFor();
  await stepTo(begun, 'Announce');
  await says(begun, `Announce ${pairs} pairs`, 'Announce now');
  await tab.getByRole('heading', { name: `Pairs (${pairs})` }).waitFor();
  await arrives(begun);
};

const ways = [
  { way: 'with a mouse', handsAt: mouseAt },
  { way: 'by keyboard alone', handsAt: keyboardAt },
] as const;

describe('a round of a whole organisation, from nothing to announced pairs, by one administrator in the tab', () => {
  it.each(ways)(
    '$way: [CP-20] [CP-22] one function too large is split by its offer, and everybody has a partner',
    async ({ way, handsAt }) => {
      [sandbox, browser] = await Promise.all([startSandbox({ people: file }), openBrowser()]);
      const page = await browser.page(desk);
      page.setDefaultTimeout(120_000);
      const monthFirst = await isMonthFirst(page);
      const visitor = await visitSandbox(page, sandbox.url());
      await page.bringToFront();
      const told: Told = { hands: handsAt(page, monthFirst), visitor, sandbox, organisation: readOrganisation(file), parts: [] };
      const opened = await opens(told);
      let spent = notes(told, { clicks: 0, keys: 0 }, 'opened');
      const begun = await corrects(opened);
      spent = notes(told, spent, 'organisation put right');
      await invites(begun);
      spent = notes(told, spent, 'kick-off and invitations');
      await matches(begun);
      spent = notes(told, spent, 'matches drafted, locked, helped and sent');
      await announces(begun);
      spent = notes(told, spent, 'announced');
      await expectFit(begun);
      expect(visitor.complaints).toEqual([]);
      console.info(
        `${told.organisation.leaders.length} people, ${way}: ${spent.clicks} clicks and ${spent.keys} keys (${told.parts.join('; ')})`,
      );
    },
  );
});
