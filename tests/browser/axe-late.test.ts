import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersOf } from '../acceptance/driver/board.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { all, type Onlooker, onlookersAt } from './axe-look.js';
import { type Browser, openBrowser } from './harness.js';
import { finds } from './sandbox-visit.js';

const leader = 'Helena Marsh';
const administrator = 'Noor Sayegh';
const newcomer = 'Felix Oram';

let sandbox: Sandbox;
let browser: Browser;
let inTab: Onlooker['inTab'];
let inChat: Onlooker['inChat'];
let round: Round;

/** A round of twelve whose six pairs are announced. */
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') }), openBrowser()]);
  ({ inTab, inChat } = await onlookersAt(sandbox, browser));
  const leaders = (await sandbox.people()).filter(({ id }) => /^T\d\d$/.test(id));
  const audience = { kind: 'list', entries: leaders.map(({ id }) => id) } as const;
  round = await sandbox.opens(administrator, { leader, peoplePartner: 'Ravi Menon', audience });
  await round.invites();
  await clicks(
    leaders.map(({ name }) => name),
    'join',
  );
  await round.does(routes.beginMatching);
  const { sent } = await round.sends();
  await clicks(sent.flatMap(membersOf), 'acceptProposal');
  await round.settles();
  await round.announces();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const step = (name: string): string => `/admin/${encodeURIComponent(round.id)}/${name}`;
const clicks = async (names: readonly string[], verb: string): Promise<void> => {
  for (const name of names) await sandbox.as(name).clicks(verb);
};
const looksWhoElse = async (tab: Frame): Promise<void> => {
  await tab.getByRole('button', { name: `Choose ${newcomer} for a change by hand` }).click();
  await tab.getByRole('button', { name: 'Who else is possible?' }).click();
  await tab.getByRole('heading', { name: /^Pairs that could take/u }).waitFor();
};
const asksThree = async (tab: Frame): Promise<void> => {
  await looksWhoElse(tab);
  const asking = tab.getByRole('button', { name: /^Ask .* to take .* in$/u });
  await asking.first().click();
  await tab.getByRole('button', { name: 'Go back' }).waitFor();
};

describe('axe objects to nothing in three themes at desk and phone width, where somebody joins late', { timeout: 600_000 }, () => {
  it('who is asked, and waits for a match', async () => {
    const personId = sandbox.as(newcomer).id;
    const asking = await inTab('late-ask', administrator, step('progress'), async (tab) => {
      await finds(tab, 'Whom to ask', newcomer);
      await tab.getByRole('button', { name: 'Ask to join' }).click();
      await tab.getByRole('alertdialog').waitFor();
    });
    await round.calls(routes.askLate, { personId });
    await round.settles();
    const asked = await inChat('late-invited', newcomer, 'Would you like to be in a coaching pair?');
    await clicks([newcomer], 'join');
    const managerId = sandbox.as(leader).id;
    await sandbox.as(administrator).calls(routes.correctPerson, { roundId: round.id, personId }, { managerId });
    await round.settles();
    const waiting = await all(
      () => inTab('late-waits', newcomer, '/'),
      () => inTab('late-pairs', administrator, step('matching'), looksWhoElse),
      () => inTab('late-three', administrator, step('matching'), asksThree),
    );
    expect([asking, asked, waiting].flat()).toEqual([]);
  });

  it('the pair that is asked to take them in, before and after a yes', async () => {
    const personId = sandbox.as(newcomer).id;
    const { pairs } = await sandbox.as(administrator).calls(routes.otherPartners, { roundId: round.id, personId });
    const [pair] = pairs ?? [];
    const [one = '', other = ''] = pair?.members.map(({ name }) => name) ?? [];
    await round.calls(routes.takeIn, { personId, pairId: pair?.id ?? '' });
    await round.settles();
    const asked = await all(
      () => inTab('third-question', one, '/'),
      () => inChat('third-card', other, /^Would you take .* in/u),
      () => inTab('third-newcomer', newcomer, '/'),
      () => inTab('third-board', administrator, step('matching')),
    );
    await clicks([one], 'acceptProposal');
    await round.settles();
    const accepted = await inTab('third-yes', one, '/');
    await clicks([other, newcomer], 'acceptProposal');
    await round.settles();
    const formed = await all(
      () => inTab('third-formed', one, '/'),
      () => inChat('third-formed-card', newcomer, /are a coaching trio/u),
    );
    expect([asked, accepted, formed].flat()).toEqual([]);
  });
});
