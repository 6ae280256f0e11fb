import type { Engagement, EngagementMove, SponsorView } from '@coaching-pairs/shared/wire/engagement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CoachesSection } from '../../tab/src/pages/two-two/engagement/coaches-section.js';
import { EngagementPage } from '../../tab/src/pages/two-two/engagement/engagement-page.js';
import { EntriesSection } from '../../tab/src/pages/two-two/engagement/entries-section.js';
import { GoalsSection } from '../../tab/src/pages/two-two/engagement/goals-section.js';
import { SummarySection } from '../../tab/src/pages/two-two/engagement/summary-section.js';
import { type OfEngagement, useEngagement } from '../../tab/src/pages/two-two/engagement/use-engagement.js';
import { Refusal } from '../../tab/src/refusal.js';
import { engagementAt, ines, karl, lena, rosa, sam } from './fake/engagement-paper.js';
import { worked } from './fake/engagement-work.js';
import { Refuse } from './fake/world.js';
import { overBot } from './over-bot.js';

// Whether something is hidden is asked nowhere here, and takes most of the time of a query.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
afterEach(cleanup);

const parties = { client: rosa, coach: ines } as const;
const goal = { id: 'g-1', what: 'Decide on budgets together', sign: 'None comes back', firstStep: 'A list', suggestedBy: karl };
const suggested = { ...goal, agreed: false, mine: false, closedAt: null };
const draft = { version: 1, observations: 'They plan together', takeAways: 'Decisions take a day', by: ines, mine: false };
const note = { version: 1, opens: 'Ines', watches: '', handOver: '', debrief: '', savedBy: karl, savedAt: '2026-11-20T09:00:00.000Z' };
const heldEntry = {
  id: 'n-1',
  version: 'v1',
  author: sam,
  audience: 'held',
  text: 'For Karl',
  changedAt: '2026-11-20T09:00:00.000Z',
} as const;

type Part = (of: OfEngagement) => Parameters<typeof render>[0];
/** One part of the page, as it stands while the engagement is read again. */
const Live = ({ part: Shown }: { readonly part: Part }) => {
  const { data } = useEngagement('e-1');
  return data === undefined ? null : <Shown engagement={data} />;
};

/** A part of the page over a bot that keeps one engagement; what was asked of it is told in order. */
const desk = (part: Part, engagement: Engagement) => {
  const bot = { engagement, moves: [] as EngagementMove[], reads: 0 };
  const me = parties[engagement.party];
  const call = async (route: unknown, given: { readonly body: { readonly opId: string; readonly change: EngagementMove } }) => {
    if (route === routes.engagements)
      return { engagements: [{ id: 'e-1', party: engagement.party, clients: [rosa, sam], stage: 'active' }] };
    if (route === routes.engagement) {
      bot.reads += 1;
      return routes.engagement.answer.parse(bot.engagement);
    }
    if (route !== routes.changeEngagement) throw new Refusal({ code: 'not-found', status: 404 });
    const { change, opId } = routes.changeEngagement.body.parse(given.body);
    try {
      bot.engagement = worked(bot.engagement, change, me, opId);
    } catch (fault) {
      if (!(fault instanceof Refuse)) throw fault;
      throw new Refusal({ code: fault.code, message: fault.message, status: fault.status }, { cause: fault });
    }
    bot.moves.push(change);
    return {};
  };
  render(overBot(<Live part={part} />, call, { userId: me.id }));
  return bot;
};

const region = async (name: string | RegExp) => within(await screen.findByRole('region', { name }));
const press = async (name: string | RegExp, inside: Pick<typeof screen, 'findByRole'>): Promise<void> =>
  void fireEvent.click(await inside.findByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('alertdialog'));
const confirm = (asked: Pick<typeof screen, 'getByRole'>, name: string): void => void fireEvent.click(asked.getByRole('button', { name }));
const write = (label: string | RegExp, text: string, inside: Pick<typeof screen, 'getByLabelText'>): void =>
  void fireEvent.change(inside.getByLabelText(label), { target: { value: text } });
const told = <T extends { readonly kind: string }>(moves: readonly T[]) => moves.map(({ kind }) => kind);

it('[TT-20] [R-12] a client chooses focus areas over what they were shown; who was slower reads the other choice and decides anew', async () => {
  const bot = desk(GoalsSection, engagementAt('active', 'client'));
  const work = await region('What you work on');
  fireEvent.click(await work.findByRole('checkbox', { name: /Trust/u }));
  bot.engagement = { ...bot.engagement, focus: ['roles'] };
  await press('Save focus areas', work);
  expect(await work.findByText(/Somebody has changed this meanwhile/u)).toBeDefined();
  await waitFor(() => expect(work.getByRole<HTMLInputElement>('checkbox', { name: /Roles/u }).checked).toBe(true));
  expect(work.getByRole<HTMLInputElement>('checkbox', { name: /Trust/u }).checked).toBe(false);
  fireEvent.click(work.getByRole('checkbox', { name: /Trust/u }));
  await press('Save focus areas', work);
  await waitFor(() => expect(bot.moves).toEqual([{ kind: 'focus', base: ['roles'], focus: ['trust', 'roles'] }]));
});

it('[TT-21] a client suggests a goal with what, sign and first step, says yes to another’s, and takes back what is not agreed', async () => {
  const bot = desk(GoalsSection, engagementAt('active', 'client', { goals: [suggested] }));
  const work = await region('What you work on');
  await press('Suggest a goal', work);
  write(/What do you want to reach/u, 'Speak first', work);
  expect((await work.findByRole('button', { name: 'Suggest it' })).getAttribute('aria-disabled')).toBe('true');
  write(/How will you both see/u, 'No surprise in meetings', work);
  await press('Suggest it', work);
  expect(await work.findByText('Speak first')).toBeDefined();
  await press('Say yes to it: Decide on budgets together', work);
  await waitFor(() => expect(work.getAllByText(/You have said yes/u)).toHaveLength(2));
  await press('Take it back: Speak first', work);
  confirm(await dialog(), 'Take it back');
  await waitFor(() => expect(told(bot.moves)).toEqual(['suggest-goal', 'agree-goal', 'drop-goal']));
});

it('[TT-21] both said yes: a client closes a goal and opens it again, and a coach does neither', async () => {
  const goals = [{ ...suggested, agreed: true, mine: true }];
  const bot = desk(GoalsSection, engagementAt('active', 'client', { goals }));
  const work = await region('What you work on');
  await press('Close it: Decide on budgets together', work);
  await press('Open it again: Decide on budgets together', work);
  await waitFor(() => expect(told(bot.moves)).toEqual(['close-goal', 'reopen-goal']));
  cleanup();
  desk(GoalsSection, engagementAt('active', 'coach', { goals: [...goals, { ...suggested, id: 'g-2', what: 'Meet weekly' }] }));
  const theirs = await region('What you work on');
  expect(theirs.queryByRole('checkbox')).toBeNull();
  expect(theirs.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Suggest a goal']);
  expect(theirs.getByText(/You are not told who has/u)).toBeDefined();
});

it('[TT-60] a note is one’s own from its first letter; showing it and taking it back are asked once more', async () => {
  const bot = desk(EntriesSection, engagementAt('active', 'client'));
  const notes = await region('Notes');
  await press('Write a note', notes);
  expect(notes.getByRole('radiogroup').getAttribute('aria-disabled') ?? 'true').toBe('true');
  write('Your note', 'I avoid the topic', notes);
  await waitFor(() => expect(bot.moves).toMatchObject([{ kind: 'add-entry', audience: 'only-me', text: 'I avoid the topic' }]));
  const choose = async (name: string, how: string): Promise<void> => {
    fireEvent.click(await notes.findByRole('radio', { name }));
    const asked = await dialog();
    expect(asked.getByText(/What has been read cannot be unread/u)).toBeDefined();
    confirm(asked, how);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  };
  await choose('You and Ines Falk', 'Show it');
  expect(bot.engagement.entries).toMatchObject([{ audience: 'held', text: 'I avoid the topic' }]);
  await choose('Only you', 'Change it');
  expect(bot.engagement.entries).toMatchObject([{ audience: 'only-me' }]);
  await press('Close the note', notes);
  expect((await notes.findByText('I avoid the topic')).parentElement?.textContent).toContain('Only you');
  await press(/Open your note/u, notes);
  await press('Delete', notes);
  await waitFor(() => expect(bot.engagement.entries).toEqual([]));
});

it('[TT-60] [R-12] two devices: what the other one wrote is shown, and nothing is written over before its author chooses', async () => {
  const mine = { ...heldEntry, author: rosa, text: 'Before' };
  const bot = desk(EntriesSection, engagementAt('active', 'client', { entries: [mine] }));
  const notes = await region('Notes');
  await press(/Open your note/u, notes);
  bot.engagement = { ...bot.engagement, entries: [{ ...mine, version: 'v2', text: 'Elsewhere' }] };
  write('Your note', 'Here', notes);
  expect(await notes.findByText('Elsewhere')).toBeDefined();
  await press('Keep what is here', notes);
  await waitFor(() => expect(bot.engagement.entries).toMatchObject([{ text: 'Here', audience: 'held' }]));
});

it('[TT-60] what is shown to somebody says for whom it is, and is theirs to read only; after the end it is its author’s alone', async () => {
  desk(EntriesSection, engagementAt('active', 'coach', { entries: [{ ...heldEntry, author: rosa, text: 'For you' }] }));
  const notes = await region('Notes');
  expect((await notes.findByText('For you')).parentElement?.textContent).toContain('You and Rosa Marin');
  expect(notes.queryByRole('button', { name: /Open your note/u })).toBeNull();
  cleanup();
  const bot = desk(EntriesSection, engagementAt('closed', 'client', { entries: [{ ...heldEntry, author: rosa }] }));
  const over = await region('Notes');
  expect(over.getByText('Only you')).toBeDefined();
  expect(over.queryByRole('button', { name: 'Write a note' })).toBeNull();
  await press('Delete your note: For Karl', over);
  await waitFor(() => expect(bot.moves).toMatchObject([{ kind: 'delete-entry', version: 'v1' }]));
});

it('[TT-60] the two coaches have a note between them, which says what does not belong there; a client finds none', async () => {
  const bot = desk(CoachesSection, engagementAt('active', 'coach', { coachesNote: note }));
  const between = await region('Between the two coaches');
  expect(between.getByText(/What a client told one of you alone does not belong here/u)).toBeDefined();
  await press('Write in it', between);
  write(/To hand over/u, 'The last topic is open', between);
  bot.engagement = { ...bot.engagement, coachesNote: { ...note, version: 2, watches: 'Karl' } };
  await press('Save', between);
  expect(await between.findByText(/Karl Brandt has saved a newer version/u)).toBeDefined();
  await press('Save', between);
  await waitFor(() =>
    expect(bot.engagement.coachesNote).toMatchObject({ version: 3, watches: 'Karl', handOver: 'The last topic is open' }),
  );
  cleanup();
  const other = desk(CoachesSection, engagementAt('active', 'client'));
  await waitFor(() => expect(other.reads).toBeGreaterThan(0));
  expect(screen.queryByRole('region', { name: 'Between the two coaches' })).toBeNull();
});

it('[TT-62] a client approves the exact words, after reading them once more, and takes that back; a coach words, and is not told who approved', async () => {
  const bot = desk(SummarySection, engagementAt('active', 'client', { summary: { draft, released: null } }));
  const summary = await region('Summary for Lena Hoff');
  await press('Approve this wording', summary);
  const asked = await dialog();
  expect(asked.getByText('Decisions take a day')).toBeDefined();
  confirm(asked, 'Approve this wording');
  await press('Take my approval back', summary);
  await waitFor(() =>
    expect(bot.moves).toEqual([{ kind: 'approve-summary', version: 1 }, { kind: 'take-back-approval' }] satisfies EngagementMove[]),
  );
  cleanup();
  const other = desk(SummarySection, engagementAt('active', 'coach', { summary: { draft, released: null } }));
  const words = await region('Summary for Lena Hoff');
  expect(words.getByText(/you are not told who has/u)).toBeDefined();
  expect(words.queryByRole('button', { name: 'Approve this wording' })).toBeNull();
  await press('Word it anew', words);
  write(/Observations/u, 'They argue well', words);
  await press('Save', words);
  await waitFor(() => expect(other.moves).toMatchObject([{ kind: 'word-summary', base: 1, observations: 'They argue well' }]));
});

it('[TT-33] [TT-61] a sponsor accepts both terms first, then reads whether it is active, how many sessions, and what both approved', async () => {
  const view: SponsorView = {
    clients: [rosa, sam],
    active: true,
    sessions: 6,
    held: 2,
    summary: null,
    acceptedAt: '2026-11-20T09:00:00.000Z',
  };
  let accepted = false;
  const asked: unknown[] = [];
  const call = async (route: unknown) => {
    asked.push(route);
    if (route === routes.engagements) return { engagements: [{ id: 'e-1', party: 'sponsor', clients: [rosa, sam], stage: 'active' }] };
    if (route === routes.acceptAsSponsor) accepted = true;
    if (route === routes.engagement) throw new Refusal({ code: 'two-two-not-for-sponsors', status: 403 });
    if (!accepted) throw new Refusal({ code: 'two-two-terms-first', status: 403 });
    return { ...view, summary: { observations: draft.observations, takeAways: '', at: '2026-11-20T09:00:00.000Z' } };
  };
  render(overBot(<EngagementPage engagementId="e-1" />, call, { userId: lena.id }));
  const terms = await region('Two terms of a sponsor');
  const accept = await terms.findByRole('button', { name: 'I accept both' });
  expect(accept.getAttribute('aria-disabled')).toBe('true');
  for (const box of terms.getAllByRole('checkbox')) fireEvent.click(box);
  await press('I accept both', terms);
  expect((await region('How it stands')).getByText('6 sessions are planned. 2 were held so far.')).toBeDefined();
  expect((await region('Summary')).getByText('They plan together')).toBeDefined();
  expect(screen.queryByRole('region', { name: 'Notes' })).toBeNull();
});
