import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canary, enquires, type InEngagement, offersTwoTwo, plus } from '../acceptance/driver/engagement.js';
import { inRepository } from '../acceptance/driver/product.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { all, type Onlooker, onlookersAt } from './axe-look.js';
import { type Browser, openBrowser } from './harness.js';

const clients = ['Oskar Lind', 'Mira Chandra'] as const;
const coaches = ['Clara Dubois', 'Ines Aldana'] as const;
const four = [...clients, ...coaches];
const [manager, report] = clients;
const [clara, ines] = coaches;
const sponsor = 'Helena Marsh';
const coordinator = 'Edith Larkin';
const outsider = 'Felix Oram';

let sandbox: Sandbox;
let browser: Browser;
let inTab: Onlooker['inTab'];
let theirs: InEngagement;
const page = (rest = '') => `/2-2/engagements/${theirs.params.engagementId}${rest}`;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') }), openBrowser()]);
  const onlookers = await onlookersAt(sandbox, browser);
  // Each look begins with a new frame, so that what others have done meanwhile is there.
  inTab = (name, who, path, prepare = (tab) => tab.title()) => onlookers.inTab(name, who, path, prepare);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

it('axe objects to nothing before 2:2 Coaching is offered, and in the way in', { timeout: 1_200_000 }, async () => {
  const off = await inTab('2-2-off', coordinator, '/2-2/coordinator');
  await offersTwoTwo(sandbox, coordinator, coaches);
  theirs = await enquires(sandbox, { dyad: 'manager-and-report', clients, sponsor });
  const enquired = await all(
    () => inTab('2-2-coordinator', coordinator, '/2-2/coordinator'),
    () => inTab('2-2-register', coordinator, '/2-2/coordinator/coaches'),
    () => inTab('2-2-explainer', outsider, '/2-2'),
    () => inTab('2-2-enquire', outsider, '/2-2/engagements/new'),
    () => inTab('2-2-none', outsider, page()),
    () => inTab('2-2-consent', report, page()),
    () => inTab('2-2-entry', clara, '/2-2/me'),
  );
  for (const name of clients) await theirs.does(name, { kind: 'consent', version: 1 });
  const ready = await inTab('2-2-find', coordinator, `/2-2/coordinator/engagements/${theirs.params.engagementId}`);
  await theirs.assigns(coordinator, clients, sponsor);
  const discovery = await inTab('2-2-discovery', manager, page());
  const recommend = await inTab('2-2-recommend', clara, page());
  expect([off, enquired, ready, discovery, recommend].flat()).toEqual([]);
});

it('axe objects to nothing in an engagement, to its end', { timeout: 1_200_000 }, async () => {
  await theirs.does(clara, { kind: 'recommend', base: 0, sessions: 6, minutes: 60, everyWeeks: 2 });
  const structure = await inTab('2-2-structure', manager, page());
  for (const name of clients) await theirs.does(name, { kind: 'accept-frame', version: 1 });
  const agreeing = await all(
    () => inTab('2-2-agreement', report, page()),
    () => inTab('2-2-terms', sponsor, page()),
  );
  for (const name of four) await theirs.does(name, { kind: 'accept-terms', terms: 1, words: 0 });
  await sandbox.as(sponsor).calls(routes.acceptAsSponsor, theirs.params, { terms: 1 });
  await theirs.does(report, { kind: 'focus', base: [], focus: ['tension', 'trust'] });
  await theirs.does(ines, {
    kind: 'suggest-goal',
    goalId: 'g-1',
    what: 'We decide together',
    sign: 'In the meeting',
    firstStep: 'Ask first',
  });
  for (const name of clients) await theirs.does(name, { kind: 'agree-goal', goalId: 'g-1' });
  await theirs.does(report, { kind: 'add-entry', entryId: 'n-1', audience: 'all-four', text: canary(report) });
  await theirs.does(clara, { kind: 'word-summary', base: 0, observations: 'They decide together', takeAways: 'Fewer detours' });
  const { others } = await sandbox.as(manager).calls(routes.meetingTimes, { ...theirs.params, about: 'session' });
  await theirs.books(manager, 'session', others.at(-1) ?? '', { keepFree: true });
  await theirs.books(clara, 'session', plus(others.at(-1) ?? '', 14 * 86_400_000));
  const [first] = (await theirs.meetings(report)).sessions;
  const working = await all(
    () => inTab('2-2-client', report, page()),
    () => inTab('2-2-coach', clara, page()),
    () => inTab('2-2-session', report, page(`/sessions/${first?.id ?? ''}`)),
    () => inTab('2-2-sponsor', sponsor, page()),
    () => inTab('2-2-mine', report, '/2-2/engagements'),
    () => inTab('2-2-coordinating', coordinator, '/2-2/coordinator/engagements'),
    () => inTab('2-2-ending', ines, page(), (tab) => tab.getByRole('button', { name: 'End it' }).click()),
  );
  await theirs.does(report, { kind: 'end' });
  const ended = await all(
    () => inTab('2-2-ended', manager, page()),
    () => inTab('2-2-ended-sponsor', sponsor, page()),
  );
  expect([structure, agreeing, working, ended].flat()).toEqual([]);
});
