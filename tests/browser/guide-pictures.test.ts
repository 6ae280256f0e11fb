import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { matchOf, membersOf, type OnBoard, partnerIn } from '../acceptance/driver/board.js';
import { inPair } from '../acceptance/driver/pair.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { photographs } from './guide-camera.js';
import { type Browser, openBrowser, standing } from './harness.js';
import { finds, type Visitor, visitSandbox } from './sandbox-visit.js';

const leader = 'Helena Marsh';
const peoplePartner = 'Margaret Lowe';
const administrator = 'Noor Sayegh';
/** Whose part of the round is shown. */
const priya = 'Priya Sharma';

const phone = { width: 375, height: 812 };
/** As wide as a page of a guide; as high as what is to be seen there. */
const wide = (height: number) => ({ width: 1040, height });

let sandbox: Sandbox;
let browser: Browser;
let visitor: Visitor;
let round: Round;
let pair: OnBoard;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  visitor = await visitSandbox(await browser.page(wide(700)), sandbox.url());
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const idOf = (name: string): string => sandbox.as(name).id;
const ofRound = (name: string): string => `/round/${encodeURIComponent(round.id)}/${name}`;
const ofAdministrator = (name: string): string => `/admin/${encodeURIComponent(round.id)}/${name}`;

/** By way of the chats, so that the frame is a new one and nothing is open in it. */
const appAt = async (who: string, path: string): Promise<Frame> => {
  const { page } = visitor;
  const goes = (hash: string): Promise<void> =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
  await goes(`/${idOf(who)}/chat`);
  await page.locator('iframe').waitFor({ state: 'detached' });
  await goes(`/${idOf(who)}/app`);
  const tab = await visitor.tab();
  await tab.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await standing(tab);
  return tab;
};

type Shown = { readonly size?: typeof phone; readonly from?: string; readonly prepare?: (tab: Frame) => Promise<unknown> };

/** A page of the app as it stands in its frame, from its top or from the heading `from` on. */
const ofApp = async (name: string, who: string, path: string, { size = wide(700), from, prepare }: Shown = {}): Promise<void> => {
  await visitor.page.setViewportSize(size);
  const tab = await appAt(who, path);
  await prepare?.(tab);
  const top = from === undefined ? tab.locator('body') : tab.getByRole('heading', { name: from }).first();
  await top.evaluate(
    (one, above) => {
      window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - above);
    },
    from === undefined ? 0 : 40,
  );
  await photographs(name, tab, tab.locator('body'), visitor.page.locator('iframe'));
};

/** Somebody's chat, at the end of the card that has this heading. */
const ofChat = async (name: string, who: string, heading: string | RegExp, size: typeof phone): Promise<void> => {
  const { page } = visitor;
  await page.setViewportSize(size);
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    `/${idOf(who)}/chat/bot`,
  );
  await page.getByRole('button', { name: `You are ${who}` }).waitFor();
  const card = visitor.card(heading);
  await card.waitFor();
  await card.evaluate((one) => one.scrollIntoView({ block: 'end' }));
  await photographs(name, page, card, page);
};

describe('the pictures of the guides', { timeout: 600_000 }, () => {
  it('a round is opened, looked at and called', async () => {
    await ofApp('guides/partners-new-round', administrator, '/admin/new', {
      size: wide(1120),
      prepare: async (tab) => {
        await finds(tab, 'Person', leader);
        await finds(tab, 'People partner', peoplePartner);
      },
    });
    round = await sandbox.opens(administrator, { name: 'Leadership team, spring', leader, peoplePartner });
    await ofApp('guides/partners-dry-run', administrator, ofAdministrator('dry-run'), { size: wide(820) });
  });

  it('invitations, wishes and answers', async () => {
    await round.invites('We keep our dates, and nothing leaves the pair.');
    await ofChat('phone-invitation', 'Arjun Mehta', 'Would you like to be in a coaching pair?', phone);
    const names = (await round.people()).map(({ person }) => person.name);
    const silent = ['Yuki Tanabe', 'Marcus Hale'];
    for (const name of names.filter((one) => !silent.includes(one))) await sandbox.as(name).clicks('join', 'as-sent');
    const [closely = '', trusted = ''] = ['Camille Roux', 'Owen Gallagher'].map(idOf);
    await sandbox.as(priya).calls(routes.saveWishes, { roundId: round.id }, { closely: [closely], trusted: [trusted] });
    await ofApp('guides/leaders-wishes', priya, ofRound('wishes'), { size: wide(900) });
    await ofApp('guides/partners-answers', administrator, ofAdministrator('invitations'), { size: wide(860) });
  });

  it('matches', async () => {
    await round.does(routes.beginMatching);
    await ofApp('matching-board', administrator, ofAdministrator('matching'), {
      size: wide(860),
      from: 'Matching board',
      prepare: async (tab) => {
        const arrows = tab.getByRole('button', { name: /^Choose .* for a change by hand$/ });
        for (const at of [0, 2]) await arrows.nth(at).click();
        await tab.getByText('Asking the rules…').waitFor({ state: 'detached' });
      },
    });
    const { sent } = await round.sends();
    pair = matchOf(sent, priya);
    await ofChat('match-card', priya, /good partner for you\?/, { width: 1000, height: 760 });
    for (const name of sent.flatMap(membersOf)) await sandbox.as(name).clicks('acceptProposal', 'as-sent');
    await round.settles();
    const alone = (await round.people()).filter(({ standing: at }) => at !== 'paired').map(({ person }) => person.id);
    await round.announces(alone);
  });

  it('a pair', async () => {
    const partner = partnerIn(pair, priya);
    await ofApp('guides/leaders-sessions', priya, ofRound('sessions'), { size: wide(900) });
    await inPair(sandbox, round, priya).books();
    await inPair(sandbox, round, priya).agrees('Nothing leaves the two of us, unless we both say so.');
    for (const name of [priya, partner]) await inPair(sandbox, round, name).confirms(1);
    await ofApp('guides/leaders-pair', priya, ofRound('pair'), { size: wide(940) });
    await inPair(sandbox, round, priya).notes('first-note', 'I prepare every meeting of mine alone, and could let Camille open them.');
    await ofApp('guides/leaders-notes', priya, '/notes');
  });

  it('the end of a round', async () => {
    const params = { roundId: round.id };
    const day = { form: 'full', day: '2099-05-28', time: '09:00', zone: 'Europe/London', minutes: 420, location: 'The boathouse' } as const;
    await sandbox.as(administrator).calls(routes.planAwayday, params, { revision: 0, ...day });
    await ofApp('guides/partners-awayday', administrator, ofAdministrator('awayday'), { size: wide(900), from: 'Agenda' });
    await ofApp('guides/leaders-feedback', priya, ofRound('awayday-guide'), { size: phone });
    await ofApp('guides/round-leaders-page', leader, ofRound('leading'));
    await ofApp('guides/round-leaders-ties', leader, ofRound('leading'), { size: wide(760), from: 'Functions tied together' });
    await ofApp('guides/it-health', administrator, '/admin/health', { size: wide(760), from: 'What it cannot do without' });
  });
});
