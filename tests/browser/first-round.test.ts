import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, membersOf, type OnBoard, partnerIn } from '../acceptance/driver/board.js';
import { readOrganisation } from '../acceptance/driver/organisation.js';
import { inRepository } from '../acceptance/driver/product.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Browser, openBrowser, screenshot } from './harness.js';
import { confirms, desk, finds, phone, type Visitor, visitSandbox } from './sandbox-visit.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const names = organisation.leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
const peoplePartner = 'Ravi Menon';
const administrator = 'Noor Sayegh';
/** Whoever answers by hand at a phone; the others say the same through the sandbox. */
const byHand = ['Leila Nasser', 'Jonas Weber', 'Mira Chandra', 'Clara Dubois'];
const roundName = 'Leadership team, spring';

let sandbox: Sandbox;
let browser: Browser;
let noor: Visitor;
let leaders: Visitor;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: file }), openBrowser()]);
  noor = await visitSandbox(await browser.page(desk), sandbox.url());
  leaders = await visitSandbox(await browser.page(phone), sandbox.url());
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const see = (who: Visitor, name: string): Promise<string> => screenshot(who.page, `first-round-${name}`);

const step = async (tab: Frame, name: string): Promise<void> => {
  await tab.getByRole('navigation', { name: 'Steps of this round' }).getByRole('link', { name }).click();
};

/** Switches to somebody, opens their chat, and answers how many taps that and the answer took them. */
const answers = async (name: string, heading: string | RegExp, button: string): Promise<number> => {
  await leaders.becomes(name);
  await leaders.opens('Chat');
  let taps = 0;
  await leaders.page.getByRole('link', { name: /^Coaching Pairs .*(unread|:\d\d)/ }).click();
  taps += 1;
  const yes = leaders.card(heading).getByRole('button', { name: button, exact: true });
  await yes.waitFor();
  expect(await yes.evaluate((one) => one.getBoundingClientRect().bottom <= window.innerHeight), `${button} can be seen at once`).toBe(true);
  await yes.click();
  taps += 1;
  return taps;
};

const goesBack = async (): Promise<void> => {
  await leaders.page.getByRole('link', { name: 'Back to the chats' }).click();
};

const board = async (): Promise<Awaited<ReturnType<ReturnType<Sandbox['round']>['board']>>> => {
  const id = /\/admin\/([^/]+)/.exec((await noor.tab()).url())?.[1] ?? '';
  return sandbox.round(administrator, decodeURIComponent(id)).board();
};

describe('the first round of twelve leaders, at the page', () => {
  it('the administrator opens it as a draft', async () => {
    await sandbox.moves('Oskar Lind', { managerId: null });
    await noor.opens('Coaching Pairs');
    const tab = await noor.tab();
    await tab.getByRole('link', { name: 'Administration' }).click();
    await tab.getByRole('button', { name: 'New round' }).click();
    await tab.getByRole('radio', { name: 'A list' }).click();
    await tab.getByRole('textbox', { name: 'Ids or mail addresses' }).fill(organisation.leaders.map(({ id }) => id).join('\n'));
    await finds(tab, 'Round leader', leader);
    await finds(tab, 'People partner', peoplePartner);
    await see(noor, 'four-questions');
    await tab.getByRole('button', { name: 'Name, introduction, administrators and dates' }).click();
    await tab.getByRole('textbox', { name: 'Name' }).fill(roundName);
    await finds(tab, 'Further administrators', administrator);
    await see(noor, 'plan');
    await tab.getByRole('button', { name: 'Open as a draft' }).click();
    await tab.getByRole('heading', { name: roundName }).waitFor();
  });

  it('reads the directory for a list of people, and puts right what is uncertain', async () => {
    const tab = await noor.tab();
    await tab.getByText('12 people · 0 joined').waitFor();
    await step(tab, 'Organisation');
    // The notice above the page says it as well.
    await tab
      .getByText(/For 3 people it is not certain/)
      .first()
      .waitFor();
    await see(noor, 'uncertain');
    await tab.getByRole('button', { name: 'Enter manager: Oskar Lind' }).click();
    const dialog = tab.getByRole('alertdialog');
    await finds(tab, 'Enter manager', leader);
    await see(noor, 'manager');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('Every line of management leads to the top.').waitFor();
    for (const { name, departments } of organisation.groups)
      for (const one of departments) await tab.getByLabel(`Function of the department ${one}`, { exact: true }).fill(name);
    await tab.getByRole('button', { name: 'Save functions' }).click();
    await tab.getByText('The functions are saved.').last().waitFor();
    await see(noor, 'organisation');
  });

  it('calls the kick-off, records it, and invites', async () => {
    const tab = await noor.tab();
    await step(tab, 'Kick-off');
    await tab.getByRole('button', { name: 'Look at a dry run first' }).click();
    await tab.getByText('12 people of 12 would have the message.').waitFor();
    await tab.getByText('Would you like to be in a coaching pair?').waitFor();
    await see(noor, 'dry-run');
    await tab.getByRole('link', { name: 'Back to the round' }).click();
    await step(tab, 'Kick-off');
    await tab.getByLabel('Day of the kick-off').fill(new Date().toISOString().slice(0, 10));
    await confirms(tab, 'Call the kick-off', 'Call the kick-off');
    await tab.getByRole('textbox', { name: 'Our common approach' }).fill('We listen before we advise.');
    await tab.getByRole('button', { name: 'It was held' }).click();
    await tab.getByRole('heading', { name: 'The kick-off was held' }).waitFor();
    await see(noor, 'kick-off');
    await step(tab, 'Invitations');
    await confirms(tab, 'Send 12 invitations', 'Send now');
    await tab.getByText('0 of 12 joined').waitFor();
  });

  it('four leaders join in two taps at a phone, and so do the others', async () => {
    const invitation = 'Would you like to be in a coaching pair?';
    for (const name of byHand) {
      if (name === byHand[0]) {
        await leaders.becomes(name);
        await leaders.page.getByRole('link', { name: /^Coaching Pairs .*(unread|:\d\d)/ }).click();
        await leaders.card(invitation).waitFor();
        await see(leaders, 'invitation');
        await goesBack();
      }
      expect(await answers(name, invitation, "I'm in")).toBe(2);
      await leaders.card("You're in").waitFor();
      await goesBack();
    }
    for (const name of names.filter((one) => !byHand.includes(one))) await sandbox.as(name).clicks('join');
    const tab = await noor.tab();
    await tab.getByText('12 of 12 joined').waitFor();
    await see(noor, 'answers');
  });

  it('matches are drafted, looked through and sent', async () => {
    const tab = await noor.tab();
    await step(tab, 'Matching');
    await confirms(tab, 'Draft the first matches', /Draft/);
    await tab.getByRole('tab', { name: 'Drafts (6)' }).waitFor();
    await see(noor, 'drafts');
    await confirms(tab, 'Approve and send 6 matches', 'Approve and send');
    await tab.getByRole('tab', { name: 'With their people (6)' }).waitFor();
  });

  it('two leaders decline with one click; their matches alone are reworked', async () => {
    const { sent } = await board();
    const declining = ['Leila Nasser', 'Jonas Weber'];
    const [one = '', other = ''] = declining;
    expect(partnerIn(matchOf(sent, one), one)).not.toBe(other);
    for (const name of declining) {
      expect(await answers(name, /good partner for you\?/, "I'd rather not")).toBe(2);
      await leaders.card('Your match is being reworked').waitFor();
      await see(leaders, `declined-${name === one ? 'first' : 'second'}`);
      await goesBack();
    }
    const freed = declining.flatMap((name) => membersOf(matchOf(sent, name)));
    for (const name of names.filter((one) => !freed.includes(one))) {
      if (!byHand.includes(name)) await sandbox.as(name).clicks('acceptProposal');
      else expect(await answers(name, /good partner for you\?/, 'Accept')).toBe(2);
      if (byHand.includes(name)) await goesBack();
    }
    const tab = await noor.tab();
    await tab.getByRole('tab', { name: 'Pairs (4)' }).waitFor();
    await tab.getByRole('tab', { name: 'Being reworked (2)' }).click();
    await see(noor, 'reworked');
  });

  it('the four are asked again in a second wave, and all accept', async () => {
    const tab = await noor.tab();
    await confirms(tab, 'Draft matches', /Draft/);
    await tab.getByRole('tab', { name: 'Drafts (2)' }).waitFor();
    await confirms(tab, 'Approve and send 2 matches', 'Approve and send');
    await tab.getByRole('tab', { name: 'With their people (2)' }).waitFor();
    const { sent } = await board();
    for (const name of sent.flatMap(membersOf)) {
      if (!byHand.includes(name)) {
        await sandbox.as(name).clicks('acceptProposal');
        continue;
      }
      expect(await answers(name, /good partner for you\?/, 'Accept')).toBe(2);
      await leaders.card(/You have said yes|are a coaching pair/).waitFor();
      await see(leaders, 'accepted');
      await goesBack();
    }
    await tab.getByRole('tab', { name: 'Pairs (6)' }).waitFor();
  });

  it('the pairs are announced, and everybody reads theirs', async () => {
    const tab = await noor.tab();
    await step(tab, 'Announce');
    await confirms(tab, 'Announce 6 pairs', 'Announce now');
    await tab.getByRole('heading', { name: 'Pairs (6)' }).waitFor();
    await see(noor, 'announced');
    const { pairs }: { pairs: readonly OnBoard[] } = await board();
    for (const name of byHand.slice(0, 2)) {
      await leaders.becomes(name);
      await leaders.page.getByRole('link', { name: /^Coaching Pairs .*(unread|:\d\d)/ }).click();
      const card = leaders.card('The coaching pairs are formed');
      await card.getByText(`Your coaching partner is ${partnerIn(matchOf(pairs, name), name)}`).waitFor();
      await see(leaders, 'announced-phone');
      await card.getByRole('link', { name: 'See all pairs' }).click();
      const home = await leaders.tab();
      await home.getByRole('heading', { name: 'Your coaching partner' }).waitFor();
      await see(leaders, 'home-phone');
      await leaders.opens('Chat');
    }
  });

  it('[S-12] nothing was refused by the content policy, and nothing failed, in the whole of it', () => {
    expect([...noor.complaints, ...leaders.complaints]).toEqual([]);
  });
});
