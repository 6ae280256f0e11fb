import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import type { EngagementMeeting, EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SessionPage } from '../../tab/src/pages/two-two/sessions/session-page.js';
import { SessionsSection } from '../../tab/src/pages/two-two/sessions/sessions-section.js';
import { Refusal } from '../../tab/src/refusal.js';
import { engagementAt, ines, karl, rosa, sam } from './fake/engagement-paper.js';
import { overBot } from './over-bot.js';

// Whether something is hidden is asked nowhere here, and takes most of the time of a query.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
afterEach(cleanup);

const hours = (from: number): string => new Date(Date.now() + from * 3_600_000).toISOString();
const members = [rosa, sam, ines, karl];
const meeting = (more: Partial<EngagementMeeting> = {}): EngagementMeeting => ({
  ...{ id: 's-1', kind: 'session', number: 1, purpose: 'opening', start: hours(100), minutes: 90, place: 'in-person', isPrivate: true },
  ...{ organiser: rosa, mine: true, held: false, inOutlook: true, pending: null, movesTo: null, joinUrl: null, recordable: false },
  ...{ people: members, cancelled: false, shortNotice: null, keptFree: false },
  ...more,
});
const page = (more: Partial<EngagementMeetings> = {}): EngagementMeetings => ({
  ...{ members, zones: members.map((person) => ({ person, zone: 'UTC' })), bookable: ['intake', 'session'], planned: 6, held: 0 },
  ...{ minutes: 90, sessions: [], left: 0, calendar: 'fine', claims: null },
  ...more,
});

/** The meetings of one engagement over a bot that keeps what it was asked. */
const desk = (
  meetings: EngagementMeetings,
  engagement: Engagement = engagementAt('active', 'client'),
  shown: 'section' | 'page' = 'section',
  guest = false,
) => {
  const asked: (readonly [string, Record<string, unknown>])[] = [];
  const names = Object.entries(routes);
  const call = async (route: unknown, given: { readonly body?: Record<string, unknown>; readonly params?: Record<string, string> }) => {
    const name = names.find(([, one]) => one === route)?.[0] ?? '';
    if (name === 'engagement') return engagement;
    if (name === 'me') return { guest, rounds: [] };
    if (name === 'meetings' || name === 'followMeetings') return meetings;
    if (name === 'meetingTimes')
      return { minutes: 90, others: ['2030-12-10T10:00:00.000Z'], stretch: 0, unread: [karl], calendar: 'fine', claims: null };
    if (name === 'meetingClashes') return { clashes: ['before'] };
    if (given.body === undefined) throw new Refusal({ code: 'not-found', status: 404 });
    const { opId: _opId, ...body } = given.body;
    asked.push([name, body]);
    return meetings;
  };
  const part = shown === 'page' ? <SessionPage engagementId="e-1" sessionId="s-1" /> : <SessionsSection engagement={engagement} />;
  render(overBot(part, call, { userId: rosa.id }));
  return asked;
};

const press = async (name: string | RegExp, inside: Pick<typeof screen, 'findByRole'> = screen): Promise<void> =>
  void fireEvent.click(await inside.findByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('alertdialog'));

it('[TT-34] says what comes first while nothing can be booked', async () => {
  desk(page({ bookable: [] }), engagementAt('agreed', 'client'));
  expect(await screen.findByText(/once all four of you have accepted/u)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Book/u })).toBeNull();
});

it('[TT-41] a time that meets something is warned of and booked all the same; whose calendar is not known is asked', async () => {
  const asked = desk(page());
  await press('Book a session');
  const asking = await dialog();
  fireEvent.click(await asking.findByRole('radio', { name: /10 December/u }));
  expect(await asking.findByText(/in the ten minutes before\. You can book it all the same/u)).toBeDefined();
  expect(asking.getByText(/please ask: the calendar of Karl Brandt/u)).toBeDefined();
  expect((asking.getByRole('checkbox', { name: /ten minutes free/u }) as HTMLInputElement).checked).toBe(true);
  await press('Book it', asking);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toEqual([
    'bookMeeting',
    {
      ...{ kind: 'session', start: '2030-12-10T10:00:00.000Z', minutes: 90, place: 'teams', isPrivate: true, outlook: true },
      ...{ keepFree: true, having: 0 },
    },
  ]);
});

it.each([
  [100, false, 'Cancel session'],
  [20, true, 'Cancel it all the same'],
])('[TT-40] %i hours before, short notice is %s: it says so and asks', async (before, confirmed, button) => {
  const asked = desk(page({ sessions: [meeting({ start: hours(before) })] }));
  await press(/^Cancel: Session 1/u);
  const asking = await dialog();
  expect(asking.queryByText(/everybody who comes is told/u) !== null).toBe(confirmed);
  await press(button, asking);
  await waitFor(() => expect(asked).toEqual([['cancelMeeting', { confirmed }]]));
});

it('[TT-40] what was cancelled at short notice stays in sight, marked', async () => {
  desk(page({ sessions: [meeting({ cancelled: true, shortNotice: { what: 'cancelled', from: hours(5) } })] }));
  expect(await screen.findByText('Short notice')).toBeDefined();
  expect(screen.getByText(/Cancelled less than 24 hours before/u)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Move/u })).toBeNull();
});

it('[TT-12] [TT-50] [TT-53] the page of a session shows its purpose, its goals and nine stages in order', async () => {
  const goal = { id: 'g-1', what: 'Decide on budgets together', sign: 'None comes back', firstStep: '', suggestedBy: karl };
  const goals = [{ ...goal, agreed: true, mine: true, closedAt: null }];
  desk(page({ sessions: [meeting()] }), engagementAt('active', 'client', { goals }), 'page');
  expect(await screen.findByText(/what success will look like/u)).toBeDefined();
  expect(screen.getByText('Decide on budgets together')).toBeDefined();
  const stages = within(await screen.findByRole('list', { name: 'Parts of the session' })).getAllByRole('listitem');
  expect(stages.map(({ textContent }) => textContent?.replace(/\d.*$/u, ''))).toEqual([
    ...['Arrive and settle', 'One word each', 'Look back', 'Choose today’s topic', 'Talk it through, live'],
    ...['Pause', 'Ask, and try again', 'Agree', 'One take-away each'],
  ]);
});

it('[TT-13] the page of an intake says on which terms something comes before all four, and has no flow', async () => {
  const written = { version: 1, broughtIn: 'Only what both say', confidentiality: '', contact: '', savedBy: sam, savedAt: hours(-100) };
  const { agreement } = engagementAt('active', 'client');
  const engagement = engagementAt('active', 'client', { agreement: { ...agreement, written: [written] } });
  desk(page({ sessions: [meeting({ kind: 'intake', number: null, purpose: null, people: [rosa, ines] })] }), engagement, 'page');
  expect(await screen.findByText('Only what both say')).toBeDefined();
  expect(screen.queryByRole('timer')).toBeNull();
});

it.each([
  ['a guest', true, page({ sessions: [meeting({ inOutlook: false })] })],
  [
    'somebody of the organisation without a mailbox',
    false,
    page({ sessions: [meeting({ inOutlook: false })], calendar: 'mailbox-missing' }),
  ],
])(
  '[TT-41] [S-04] %s is offered nothing in an Outlook that they do not have, and keeps the calendar file',
  async (_who, guest, meetings) => {
    desk(meetings, engagementAt('active', 'coach'), 'section', guest);
    expect(await screen.findByRole('button', { name: /^Move: Session 1/u })).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull());
    expect(screen.queryByRole('button', { name: /Outlook|Try again/u })).toBeNull();
    expect(screen.getByRole('button', { name: /calendar/iu })).toBeDefined();
  },
);

it('[TT-41] whoever has a mailbox is offered to put it there, and ten minutes around it', async () => {
  desk(page({ sessions: [meeting({ inOutlook: false })] }));
  expect(await screen.findByRole('button', { name: 'Put it into my Outlook' })).toBeDefined();
  expect(screen.getByRole('checkbox', { name: /ten minutes/u })).toBeDefined();
});
