import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, membersOf, partnerIn } from '../acceptance/driver/board.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { all, type Onlooker, onlookersAt } from './axe-look.js';
import { type Browser, openBrowser } from './harness.js';

const leader = 'Helena Marsh';
const peoplePartner = 'Ravi Menon';
const administrator = 'Noor Sayegh';
const outsider = 'Felix Oram';

let sandbox: Sandbox;
let browser: Browser;
let inTab: Onlooker['inTab'];
let inChat: Onlooker['inChat'];
let round: Round;
/** Who says no to their match, and is without a partner at the end. */
let decliner: string;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') }), openBrowser()]);
  ({ inTab, inChat } = await onlookersAt(sandbox, browser));
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const idOf = (name: string): string => sandbox.as(name).id;
const step = (name: string): string => `/admin/${encodeURIComponent(round.id)}/${name}`;
const mine = (name: string): string => `/round/${encodeURIComponent(round.id)}/${name}`;
const clicks = async (names: readonly string[], verb: string): Promise<void> => {
  for (const name of names) await sandbox.as(name).clicks(verb);
};

describe('axe objects to nothing in three themes at desk and phone width', { timeout: 600_000 }, () => {
  it('before the first round', async () => {
    const faults = await all(
      () => inChat('welcome', administrator, 'Hello, this is Coaching Pairs'),
      () => inTab('outsider', outsider, '/'),
      () => inTab('resources', outsider, '/resources'),
      () => inTab('privacy', outsider, '/resources/privacy'),
      () => inTab('assessment', outsider, '/resources/assessment'),
      () => inTab('resource-guide', outsider, '/resources/guides/meeting-1'),
      () => inTab('about', outsider, '/about'),
      () => inTab('no-rounds', administrator, '/admin'),
      () =>
        inTab('new-round', administrator, '/admin/new', async (tab) => {
          await tab.getByRole('button', { name: 'Open as a draft' }).click();
        }),
    );
    expect(faults).toEqual([]);
  });

  it('a draft and its kick-off', async () => {
    await sandbox.moves('Oskar Lind', { managerId: null });
    const leaders = (await sandbox.people()).filter(({ id }) => /^T\d\d$/.test(id));
    round = await sandbox.opens(administrator, {
      leader,
      peoplePartner,
      administrators: [administrator],
      audience: { kind: 'list', entries: leaders.map(({ id }) => id) },
    });
    const faults = await all(
      () => inTab('audience', administrator, step('audience')),
      () => inTab('administrators', administrator, step('administrators')),
      () => inTab('organisation', peoplePartner, step('organisation')),
      () =>
        inTab('manager', administrator, step('organisation'), (tab) =>
          tab.getByRole('button', { name: 'Enter manager: Oskar Lind' }).click(),
        ),
      () => inTab('kick-off', administrator, step('kick-off')),
      () => inTab('dry-run', administrator, step('dry-run')),
      () => inTab('words', administrator, step('words')),
      () => inTab('kit', administrator, step('kit'), (tab) => tab.getByRole('button', { name: 'Change it' }).click()),
      () => inTab('house-notes', administrator, step('guidance')),
    );
    await sandbox
      .as(administrator)
      .calls(routes.correctPerson, { roundId: round.id, personId: idOf('Oskar Lind') }, { managerId: idOf(leader) });
    expect(faults).toEqual([]);
  });

  it('invitations and answers', async () => {
    await round.invites('We listen before we advise.');
    await clicks(['Leila Nasser'], 'tellMore');
    const faults = await all(
      () => inChat('invitation', 'Mira Chandra', 'Would you like to be in a coaching pair?'),
      () => inChat('invitation-more', 'Leila Nasser', 'Would you like to be in a coaching pair?'),
      () => inTab('invited', 'Mira Chandra', '/'),
    );
    const names = (await round.people()).map(({ person }) => person.name);
    await clicks(['Peter Novak'], 'sitOut');
    await clicks(
      names.filter((name) => name !== 'Peter Novak'),
      'join',
    );
    const later = await all(
      () => inChat('joined', 'Mira Chandra', "You're in"),
      () => inChat('sat-out', 'Peter Novak', 'Not this time'),
      () => inTab('home-joined', 'Mira Chandra', '/'),
      () => inTab('home-sat-out', 'Peter Novak', '/'),
      () => inTab('wishes', 'Mira Chandra', mine('wishes')),
      () => inTab('answers', administrator, step('invitations')),
      () => inTab('begin', administrator, step('matching')),
    );
    await clicks(['Peter Novak'], 'join');
    expect([...faults, ...later]).toEqual([]);
  });

  it('the matching board', async () => {
    await round.does(routes.beginMatching);
    const faults = await all(
      () => inTab('drafts', administrator, step('matching')),
      () => inTab('proof', administrator, step('proof')),
      () =>
        inTab('swap', administrator, step('matching'), async (tab) => {
          await tab
            .getByRole('button', { name: /^Take apart: / })
            .first()
            .click();
          await tab.getByRole('heading', { name: /^Without a match/ }).waitFor();
          await tab.getByRole('button', { name: 'Choose Leila Nasser for a change by hand' }).click();
          await tab.getByRole('button', { name: 'Choose Ravi Menon for a change by hand' }).click();
        }),
      () => inTab('send', administrator, step('matching'), (tab) => tab.getByRole('button', { name: /^Approve and send/ }).click()),
    );
    await round.does(routes.draftAgain);
    expect(faults).toEqual([]);
  });

  it('proposed matches', async () => {
    const { sent } = await round.sends();
    const mira = 'Mira Chandra';
    const busy = [leader, peoplePartner, administrator, ...membersOf(matchOf(sent, mira))];
    decliner = sent.flatMap(membersOf).find((name) => !busy.includes(name)) ?? '';
    const asked = await all(
      () => inChat('proposal', mira, /good partner for you\?/),
      () => inTab('home-asked', mira, '/'),
      () => inTab('rather-not', mira, '/', (tab) => tab.getByRole('button', { name: "I'd rather not" }).click()),
      () => inTab('round-leader', leader, '/'),
      () =>
        inTab('withdraw', administrator, step('matching'), (tab) =>
          tab
            .getByRole('button', { name: /^Withdraw this match: / })
            .first()
            .click(),
        ),
    );
    await clicks([mira], 'acceptProposal');
    await clicks([decliner], 'declineProposal');
    const free = sent.filter((match) => match !== matchOf(sent, mira) && match !== matchOf(sent, decliner));
    await clicks(free.flatMap(membersOf), 'acceptProposal');
    await round.settles();
    const view = (name: RegExp) => async (tab: Frame) => tab.getByRole('tab', { name }).click();
    const answered = await all(
      () => inChat('waiting', mira, 'You have said yes'),
      () => inChat('reworked', decliner, 'Your match is being reworked'),
      () => inChat('pair', membersOf(free[0] ?? sent[0] ?? matchOf(sent, mira))[0] ?? '', /are a coaching pair/),
      () => inTab('home-waiting', mira, '/'),
      () => inTab('home-reworked', decliner, '/'),
      () => inTab('sent', administrator, step('matching'), view(/^With their people/)),
      () => inTab('reworking', peoplePartner, step('matching'), view(/^Being reworked/)),
      () => inTab('pairs', administrator, step('matching'), view(/^Pairs/)),
      () => inTab('announce', administrator, step('announce')),
    );
    await clicks([partnerIn(matchOf(sent, mira), mira)], 'acceptProposal');
    expect([...asked, ...answered]).toEqual([]);
  });

  it('the space of a pair, and notes', async () => {
    const mira = 'Mira Chandra';
    await round.settles();
    const faults = await all(
      () => inTab('pair-space', mira, mine('pair')),
      () => inTab('agreement', mira, mine('pair/agreement')),
      () => inTab('guides', mira, mine('guides')),
      () => inTab('guide', mira, mine('guides/meeting-2')),
      () => inTab('timer', mira, mine('timer/2')),
      () => inTab('sessions', mira, mine('sessions')),
      () => inTab('notes', mira, '/notes'),
      () => inTab('note', mira, '/notes/new/note/a-note-of-mine'),
      () => inTab('my-data', mira, '/my-data'),
    );
    expect(faults).toEqual([]);
  });

  it('announced pairs', async () => {
    await round.settles();
    const alone = (await round.people()).filter(({ standing }) => standing !== 'paired').map(({ person }) => person.id);
    await round.announces(alone);
    const mira = sandbox.as('Mira Chandra');
    for (const text of ['help', 'status', 'my pair', 'what is the weather']) await mira.says(text);
    const day = { form: 'full', day: '2099-05-28', time: '09:00', zone: 'Europe/London', minutes: 420, location: 'The boathouse' } as const;
    await sandbox.as(administrator).calls(routes.planAwayday, { roundId: round.id }, { revision: 0, ...day });
    const until = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    await sandbox.as(administrator).calls(routes.openPulse, { roundId: round.id }, { until });
    await sandbox.as(administrator).calls(routes.putUpWall, { roundId: round.id }, {});
    await mira.calls(routes.addInsight, { roundId: round.id }, { text: 'I ask before I advise.' });
    await sandbox.as(administrator).calls(routes.askNames, { roundId: round.id }, { namesBy: until });
    const faults = await all(
      () => inChat('announced', mira.name, 'Where you stand'),
      () => inChat('without-partner', decliner, 'The coaching pairs are formed'),
      () => inTab('home-paired', mira.name, '/'),
      () => inTab('home-without-partner', decliner, '/'),
      () => inTab('announced', administrator, step('announce')),
      () => inTab('board-announced', administrator, step('matching')),
      () => inTab('rounds', administrator, '/admin'),
      () => inTab('audience-held', administrator, step('audience')),
      () => inTab('kick-off-held', administrator, step('kick-off')),
      () => inTab('awayday-plan', administrator, step('awayday')),
      () => inTab('awayday', mira.name, mine('awayday')),
      () => inTab('awayday-guide', mira.name, mine('awayday-guide')),
      () => inTab('awayday-names', mira.name, mine('names')),
      () => inTab('awayday-pairs', administrator, step('awayday-pairs')),
      () => inTab('closing', administrator, step('closing')),
      () => inTab('people', administrator, step('people')),
      () => inTab('audit', administrator, step('audit')),
      () => inTab('progress', administrator, step('progress')),
      () => inTab('pictures', administrator, step('pictures')),
      () => inTab('leading', leader, mine('leading')),
      () => inTab('pulse', mira.name, mine('pulse')),
      () => inTab('insights', mira.name, mine('insights')),
    );
    expect(faults).toEqual([]);
  });
});
