import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, people } from '../bot/api/company.js';
import { ask, tabAppId } from '../bot/api/house.js';
import { paperDirectory } from '../bot/api/paper-directory.js';
import { pathOf } from '../bot/api/played-round.js';
import { clients, type Engagements, type Lived, liveEngagement, openEngagements } from '../bot/engagement/engagement-house.js';
import { paperOutlook } from '../bot/engagement/paper-outlook.js';
import { builtTab } from '../tab/built-tab.js';
import { guest, inPlaceOfEntra, phone, signsIn } from './guest-sign-in.js';
import { axeViolations, type Browser, openBrowser, screenshot } from './harness.js';

const outlook = paperOutlook();
let house: Engagements;
let lived: Lived;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const tabFolder = await builtTab();
  const more = { tabFolder, directory: paperDirectory(people, [guest]), now: Date.now() };
  [house, browser] = await Promise.all([openEngagements(true, outlook.calendarOf, more), openBrowser()]);
  lived = await liveEngagement(house);
  const from = { kind: 'external', name: guest.name, mail: guest.mail };
  const { coaches } = await house.does('Stella', 'addCoach', { from, capacity: 2 });
  await house.does('Stella', 'linkCoach', {}, { coachId: gina(coaches) });
  page = await browser.page(phone);
  complaints = await inPlaceOfEntra(page, house, { who: 'Gina', refuses: false });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const gina = (coaches: readonly { readonly id: string; readonly name: string }[]): string =>
  coaches.find(({ name }) => name === guest.name)?.id ?? expect.unreachable();
const presses = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const reads = (text: string | RegExp) => page.getByText(text).first().waitFor();
const inDays = (days: number): string =>
  `${new Date(Date.parse(house.clock.now()) + days * 86_400_000).toISOString().slice(0, 11)}10:00:00.000Z`;

/** What a call of her own answers, whatever her pages show. */
const statusOf = async (name: 'rounds' | 'searchToCoach' | 'coachRegister' | 'coordinating' | 'enquire' | 'engagement', params = {}) => {
  const token = await house.tokens.token('Gina', { acct: 1, azp: tabAppId });
  const { method, body } = routes[name];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await ask(`${house.origin}${pathOf(name, params)}`, { method, headers, ...(body === null ? {} : { body: '{}' }) })).status;
};

/** The way into a browser that stands in the event of the newest meeting that Ben has booked. */
const linkInMail = (): string => {
  const mailed = outlook.in(idOf('Ben')).filter(({ to }) => to.includes(guest.name));
  const [, link] = /href="https:\/\/pairs\.example\.com([^"]+)"/u.exec(mailed.at(-1)?.body ?? '') ?? expect.unreachable();
  return `${house.origin}${link}`;
};

it('[TT-01] [TT-02] [S-04] a coach from outside lives a whole engagement in a browser, on a phone, from the link of the mail to its sessions', async () => {
  await signsIn(page, `${house.origin}/tab/#/2-2/me`);
  await page.getByLabel('Your name').fill(guest.name);
  await presses('I follow this code');
  await reads(/accepted the Code of Ethics/u);

  await lived.consents();
  const { coaches } = await house.does('Stella', 'coachRegister');
  const holdings = [
    { clientId: idOf('Ben'), coachId: idOf('Vera') },
    { clientId: idOf('Finn'), coachId: gina(coaches) },
  ];
  await house.does('Stella', 'coordinateEngagement', { change: { kind: 'assign', holdings } }, lived.at);
  const call = { kind: 'discovery', start: inDays(3), minutes: 45, place: 'teams', isPrivate: true, outlook: true, keepFree: false };
  await house.does('Ben', 'bookMeeting', { ...call, having: 0 }, lived.at);

  await page.goto('about:blank');
  await page.goto(linkInMail());
  await reads('Back to the engagement');
  await page.getByText('Back to the engagement').first().click();
  await page.getByLabel('Number of sessions').fill('6');
  await page.getByLabel('Minutes of each').fill('90');
  await page.getByLabel('Weeks from one to the next').fill('3');
  await presses('Recommend this');
  await reads('The clients read your recommendation');

  await lived.agrees();
  await lived.accepts(['Ben', 'Finn', 'Vera']);
  await page.reload();
  await presses('Read the agreement');
  await presses(`I accept, as ${guest.name}`);
  await reads('All four of you have accepted. Sessions can be booked.');
  expect(await lived.seen('Finn')).toMatchObject({ state: 'active', mayBook: true });

  // Her times are asked and not read: she proposes one, and it stands in an Outlook once one of the others puts it there.
  await presses('Book a session');
  const dialog = page.getByRole('alertdialog');
  expect(await dialog.getByText('Without Outlook').count()).toBe(0);
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Book it' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(outlook.asked.flat()).not.toContain(guest.mail);
  const { sessions } = await house.does('Ben', 'meetings', undefined, lived.at);
  const session = sessions.find(({ kind }) => kind === 'session') ?? expect.unreachable();
  expect([session.inOutlook, session.organiser.id]).toEqual([false, guest.id]);
  await house.does('Ben', 'putMeetingInOutlook', {}, { ...lived.at, sessionId: session.id });
  expect(outlook.in(idOf('Ben')).filter(({ to }) => to.includes(guest.name))).toHaveLength(2);

  await presses('Write a note');
  await page.getByLabel('Your note').fill('He waits until she has spoken.');
  await presses('Close the note');
  await reads('He waits until she has spoken.');
  for (const who of [...clients, 'Vera']) expect((await lived.seen(who)).entries).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  expect(await axeViolations(page)).toEqual([]);
  await screenshot(page, 'guest-coach');
  expect(complaints).toEqual([]);
});

it('[S-04] [S-11] and finds nothing else: no round, no person, no register, and no engagement that is not hers', async () => {
  const opId = house.opId();
  await house.does('Ben', 'enquire', { ...lived.enquiry, opId, sponsorId: null, clientIds: [idOf('Ben'), idOf('Ana')] });
  expect(await statusOf('engagement', { engagementId: `e-${opId}` })).toBe(404);
  for (const name of ['rounds', 'searchToCoach', 'coachRegister', 'coordinating', 'enquire'] as const)
    expect([name, [403, 404].includes(await statusOf(name))]).toEqual([name, true]);
  for (const place of ['notes', `2-2/engagements/e-${opId}`, '2-2/coordinator']) {
    await page.goto(`${house.origin}/tab/#/${place}`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.getByRole('navigation').first().getByRole('link').allTextContents()).toEqual(['2:2 Coaching', 'My data']);
  }
});
