import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, membersOf, type OnBoard, partnerIn } from '../acceptance/driver/board.js';
import { toNoonOfWeekday } from '../acceptance/driver/days.js';
import { readOrganisation } from '../acceptance/driver/organisation.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { all, type Onlooker, onlookersAt } from './axe-look.js';
import { type Browser, openBrowser } from './harness.js';
import { desk, phone, violationsIn } from './sandbox-visit.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const { leaders } = readOrganisation(file);
const names = leaders.map(({ name }) => name);
/** Leads the round and is not among those it is for. */
const leader = 'Judith Amsel';
const administrator = 'Noor Sayegh';
const outsider = 'Felix Oram';
const away = 'Helena Marsh';

let sandbox: Sandbox;
let browser: Browser;
let inTab: Onlooker['inTab'];
let inChat: Onlooker['inChat'];
let round: Round;
let trio: readonly string[];
let first: readonly OnBoard[];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: file }), openBrowser()]);
  ({ inTab, inChat } = await onlookersAt(sandbox, browser));
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const idOf = (name: string): string => sandbox.as(name).id;
const step = (name: string): string => `/admin/${encodeURIComponent(round.id)}/${name}`;
const clicks = async (who: readonly string[], verb: string): Promise<void> => {
  for (const name of who) await sandbox.as(name).clicks(verb);
};
const leads = (name: string): boolean => leaders.some(({ managerId }) => managerId === idOf(name));
/** The directory now says that one of the two manages the other, who manages nobody. */
const bringsIntoLine = async (match: OnBoard): Promise<void> => {
  const [below = ''] = membersOf(match).filter((name) => !leads(name));
  await sandbox.moves(below, { managerId: idOf(partnerIn(match, below)) });
};
const asks = async (tab: Frame, button: string): Promise<void> => {
  await tab.getByRole('button', { name: button, exact: true }).click();
  await tab.getByRole('alertdialog').waitFor();
};

describe('axe objects to nothing in three themes at desk and phone width, where things end', { timeout: 600_000 }, () => {
  it('a draft that may still be changed, and pages that are not for everybody', async () => {
    const entries = names.map(idOf);
    const audience = { kind: 'list', entries } as const;
    round = await sandbox.opens(administrator, { leader, peoplePartner: 'Ravi Menon', administrators: [away], audience });
    const faults = await all(
      () => inTab('administrators', administrator, step('administrators')),
      () => inTab('administrator-removed', administrator, step('administrators'), (tab) => asks(tab, `Remove ${away}`)),
      () => inTab('administrator-leaves', administrator, step('administrators'), (tab) => asks(tab, `Remove ${administrator}`)),
      () =>
        inTab('administrator-searched', administrator, step('administrators'), async (tab) => {
          await tab.getByRole('combobox', { name: 'Person' }).pressSequentially('Ravi');
          await tab.getByRole('option').first().waitFor();
        }),
      () => inTab('plan', administrator, `/admin/${encodeURIComponent(round.id)}/plan`),
      () => inTab('not-for-you', outsider, '/admin'),
      () => inTab('elsewhere', outsider, `/round/${encodeURIComponent(round.id)}`),
    );
    expect(faults).toEqual([]);
  });

  it('a match of three, and a round leader whom the round is not for', async () => {
    await round.calls(routes.confirmTops, { personIds: [idOf('Helena Marsh')] });
    await round.invites();
    await clicks([away], 'sitOut');
    await clicks(
      names.filter((name) => name !== away),
      'join',
    );
    await round.does(routes.beginMatching);
    const drafted = await inTab('drafted-trio', administrator, step('matching'));
    first = (await round.sends()).sent;
    trio = membersOf(first.find(({ members }) => members.length === 3) ?? matchOf(first, ''));
    const [one = ''] = trio;
    const asked = await all(
      () => inTab('leads-from-outside', leader, '/'),
      () => inChat('trio', one, /be good partners for you\?/),
      () => inTab('home-trio', one, '/'),
    );
    await clicks([one], 'acceptProposal');
    const waiting = await all(
      () => inChat('trio-waiting', one, 'You have said yes'),
      () => inTab('home-trio-waiting', one, '/'),
    );
    await clicks(trio.slice(1), 'acceptProposal');
    await round.settles();
    const formed = await all(
      () => inChat('trio-formed', one, /are a coaching trio/),
      () => inTab('home-trio-formed', one, '/'),
    );
    expect([...drafted, ...asked, ...waiting, ...formed]).toEqual([]);
  });

  it('matches whose last day is over, of which people were reminded', async () => {
    const [open = ''] = first.filter(({ members }) => members.length === 2).flatMap(membersOf);
    for (const wait of ['P4D', 'P4D', 'P4D']) {
      const now = await sandbox.advancesClock(wait);
      await round.settles();
      // Whenever this is run: reminders come in working hours, and all of these people work in Europe.
      await sandbox.advancesClock(toNoonOfWeekday(now));
      await round.settles();
    }
    const faults = await all(
      () => inChat('match-reminder', open, /good partner for you\?/),
      () => inChat('matches-overdue', administrator, /still open/),
      () => inTab('home-overdue', open, '/'),
      () => inTab('board-overdue', administrator, step('matching'), (tab) => tab.getByRole('tab', { name: /^With their people/ }).click()),
      () => inTab('delivery-reminders', administrator, step('delivery')),
    );
    expect(faults).toEqual([]);
  });

  it('matches that end, each in its way', async () => {
    const pairs = first.filter(({ members }) => members.length === 2);
    const movable = pairs.filter((match) => membersOf(match).some((name) => !leads(name)));
    const [ended, inLine] = movable;
    const [declined, blocked] = pairs.filter((match) => match !== ended && match !== inLine);
    if (ended === undefined || inLine === undefined || declined === undefined || blocked === undefined) throw new Error('Too few matches.');
    const [decliner = '', other = ''] = membersOf(declined);
    const [gone = '', left = ''] = membersOf(blocked);
    await clicks([decliner], 'declineProposal');
    await clicks(membersOf(inLine), 'acceptProposal');
    await bringsIntoLine(ended);
    await bringsIntoLine(inLine);
    await sandbox.moves(gone, { enabled: false });
    await round.does(routes.syncDirectory);
    await round.settles();
    const faults = await all(
      () => inChat('declined-own', decliner, 'Your match is being reworked'),
      () => inChat('declined-by-other', other, 'Your match is being reworked'),
      () => inChat('blocked', left, 'Your match is being reworked'),
      () => inChat('in-one-line', membersOf(ended)[0] ?? '', 'The organisation has changed'),
      () => inChat('pair-in-one-line', membersOf(inLine)[0] ?? '', 'The organisation has changed'),
      () => inTab('home-in-one-line', membersOf(ended)[0] ?? '', '/'),
      () => inTab('organisation-changed', administrator, step('organisation')),
      () => inTab('board-after-ends', administrator, step('matching'), (tab) => tab.getByRole('tab', { name: /^Being reworked/ }).click()),
      () => inTab('announce-alone', administrator, step('announce')),
    );
    expect(faults).toEqual([]);
  });

  it('what is answered to whoever types', async () => {
    const [one = ''] = trio;
    for (const text of ['help', 'status', 'my pair', 'something else']) await sandbox.as(one).says(text);
    for (const text of ['help', 'my pair']) await sandbox.as(outsider).says(text);
    const faults = await all(
      () => inChat('answers-typed', one, 'Where you stand'),
      () => inChat('answers-outsider', outsider, 'Hello, this is Coaching Pairs'),
    );
    expect(faults).toEqual([]);
  });

  it('a closed round', async () => {
    const [one = ''] = trio;
    const closing = await inTab('close', administrator, step('matching'), async (tab: Frame) => {
      await tab.getByRole('button', { name: 'More for this round' }).click();
      await tab.getByRole('menuitem', { name: 'Close this round' }).click();
      await tab.getByRole('alertdialog').waitFor();
    });
    await round.calls(routes.closeRound);
    await round.settles();
    const faults = await all(
      () => inChat('closed', membersOf(first[0] ?? matchOf(first, ''))[0] ?? '', /./),
      () => inChat('closed-away', away, 'Not this time'),
      () => inTab('home-closed', one, '/', (tab) => tab.getByRole('button', { name: 'One past round' }).click()),
      () => inTab('round-closed', one, `/round/${encodeURIComponent(round.id)}`),
      () => inTab('closed-audience', administrator, step('audience')),
      () => inTab('closed-organisation', administrator, step('organisation')),
      () => inTab('closed-invitations', administrator, step('invitations')),
      () => inTab('closed-matching', administrator, step('matching')),
      () => inTab('closed-announce', administrator, step('announce')),
      () => inTab('closed-rounds', administrator, '/admin'),
      () => inTab('next-round', administrator, step('next')),
    );
    expect([...closing, ...faults]).toEqual([]);
  });

  it('the pages that stand alone', async () => {
    const page = await browser.page(desk);
    const faults: string[] = [];
    const looks = async (name: string): Promise<void> => {
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        for (const { rule, where } of await violationsIn(page)) faults.push(`${name}, ${size.width}: ${rule} ${where.join(' ')}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) faults.push(`${name}, ${size.width}: ${over} px over`);
      }
    };
    await page.route('https://res.cdn.office.net/**', (route) => route.abort());
    for (const colours of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', forcedColors: 'active' }] as const) {
      await page.emulateMedia(colours satisfies Parameters<Page['emulateMedia']>[0]);
      // Where the system forces its colours, axe still reads those of the design system, which nobody sees.
      for (const path of ['privacy.html', 'terms.html', ...('forcedColors' in colours ? [] : [''])]) {
        await page.goto(`${sandbox.url()}/tab/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await looks(`${path}, ${JSON.stringify(colours)}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
