import { delegatedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import type { SessionView } from '@coaching-pairs/shared/wire/sessions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { pathOf } from '../api/played-round.js';
import { type MeetingHouse, openMeetingHouse } from './meeting-house.js';

let meeting: MeetingHouse;
let ana: string;
let ben: string;
let first: SessionView;

beforeAll(async () => {
  meeting = await openMeetingHouse();
  [ana, ben] = meeting.pair;
});
afterAll(() => meeting.close());

const change = (who: string, name: 'moveSession' | 'cancelSession' | 'keepSession' | 'putInOutlook', body: object = {}, id = first.id) =>
  meeting.round.does(who, name, body, { sessionId: id });

const hourAfter = (start: string): string => new Date(Date.parse(start) + 3_600_000).toISOString();

describe('the sessions of a pair, in Outlook', () => {
  it('[CP-70] [CP-41] six are suggested when both are at work and free, and booked as real events by whoever books', async () => {
    const suggested = await meeting.times(ana);
    expect(suggested).toMatchObject({ calendar: 'fine', missing: 0, unread: [] });
    const booked = await meeting.books(ana);
    expect(booked.sessions).toHaveLength(6);
    expect(booked.sessions.every(({ inOutlook, mine, pending }) => inOutlook && mine && pending === null)).toBe(true);
    for (const who of meeting.pair) {
      const events = meeting.calendar(who);
      expect(events.map(({ start }) => new Date(start).toISOString())).toEqual(suggested.sessions.map(({ start }) => start));
      expect(events.every(({ organizerId }) => organizerId === idOf(ana))).toBe(true);
    }
    first = booked.sessions[0] as SessionView;
    expect((await meeting.sees(ben)).sessions.map(({ mine, inOutlook }) => [mine, inOutlook])).toEqual(Array(6).fill([false, true]));
  });

  it('[S-18] [CP-71] the event says nothing: a neutral subject, the link to where the guide is, and private as was chosen', async () => {
    for (const event of meeting.calendar(ben)) {
      const said = [encodeURIComponent(`round/${meeting.round.id}/sessions`), 'canary'].map((text) => JSON.stringify(event).includes(text));
      expect([event.subject, event.sensitivity, event.online, ...said]).toEqual(['Conversation', 'private', true, true, false]);
      expect(event.body.content).toMatch(
        /^<p><a href="https:\/\/teams\.microsoft\.com\/l\/entity\/[^"]+">Open this conversation in Teams<\/a><\/p>$/,
      );
    }
  });

  it('[C-02] [S-11] nobody else learns of them: neither those who run the round nor those in it', async () => {
    for (const who of ['Priya', 'Omar', 'Maya', 'Stella', 'Toby', 'Nils']) {
      const { status } = await meeting.house.call(who, 'GET', pathOf('sessions', { roundId: meeting.round.id }));
      expect([404, 409], who).toContain(status);
    }
    const theirs = await meeting.house.call('Priya', 'GET', pathOf('overview', { roundId: meeting.round.id }));
    expect(theirs.text).not.toContain(first.start);
    const logged = meeting.house.lines.join('\n');
    expect(logged).not.toContain(first.start);
    expect(logged).not.toContain(first.id.slice(0, 12));
    const audit = await meeting.house.deps.rounds.audit(meeting.round.id as never);
    expect(JSON.stringify(audit)).not.toContain(first.start);
    expect(audit.some(({ action }) => action === 'sessions.book')).toBe(true);
  });

  it('[R-11] booked again with a lost answer, or by both at once, they are booked once', async () => {
    const again = await meeting.house.call(ben, 'POST', pathOf('bookSessions', { roundId: meeting.round.id }), {
      ...{ ...meeting.booking, opId: 'another-operation', starts: ['2027-01-13T14:00:00.000Z'] },
    });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('sessions-changed')]);
    expect(meeting.calendar(ana)).toHaveLength(6);
  });

  it('moved by the organiser it moves in Outlook; by the other it waits for the organiser’s one tap', async () => {
    const moved = await change(ana, 'moveSession', { start: hourAfter(first.start) });
    expect(moved.sessions[0]).toMatchObject({ start: hourAfter(first.start), pending: null });
    expect(new Date(meeting.calendar(ben)[0]?.start ?? 0).toISOString()).toBe(hourAfter(first.start));

    const wished = await change(ben, 'moveSession', { start: first.start });
    expect(wished.sessions[0]).toMatchObject({ start: hourAfter(first.start), pending: 'move', movesTo: first.start, mine: false });
    expect((await meeting.finishes(ben)).sessions[0]?.pending).toBe('move');
    // What somebody else wished for is done by a tap of its own.
    expect((await meeting.finishes(ana)).sessions[0]?.pending).toBe('move');
    expect((await change(ana, 'putInOutlook')).sessions[0]).toMatchObject({ start: first.start, pending: null });
    expect(new Date(meeting.calendar(ben)[0]?.start ?? 0).toISOString()).toBe(first.start);
  });

  it('a wish may be left as it is, and another time is offered', async () => {
    await change(ben, 'cancelSession');
    expect((await meeting.sees(ana)).sessions[0]?.pending).toBe('cancel');
    expect((await change(ana, 'keepSession')).sessions[0]?.pending).toBeNull();
    const { others } = await meeting.round.does(ben, 'otherTimes', undefined, { sessionId: first.id });
    expect(others.length).toBeGreaterThan(2);
    expect(others).not.toContain(first.start);
  });

  it('what is moved or cancelled in Outlook itself is followed when either opens the tab', async () => {
    const [one, other] = meeting.calendar(ana);
    const start = (one?.start ?? 0) + 7_200_000;
    meeting.graph.graph().calendars.move(idOf(ana), one?.id ?? '', start, start + 90 * 60_000);
    expect((await meeting.follows(ben)).sessions.find(({ id }) => id === first.id)).toMatchObject({
      ...{ start: new Date(start).toISOString(), minutes: 90 },
    });
    meeting.graph.graph().calendars.cancel(idOf(ana), other?.id ?? '');
    expect((await meeting.follows(ben)).sessions).toHaveLength(5);
    const mine = meeting.calendar(ben).find(({ cancelled }) => !cancelled);
    // Whoever declines one has it no longer; the meeting itself stands.
    meeting.graph.graph().calendars.cancel(idOf(ben), mine?.id ?? '');
    expect((await meeting.follows(ben)).sessions).toHaveLength(5);
    expect((await meeting.follows(ana)).sessions).toHaveLength(5);
  });

  it('called off by the organiser it is cancelled for both, and one that lacks is suggested again', async () => {
    const left = await change(ana, 'cancelSession');
    expect(left.sessions).toHaveLength(4);
    expect(meeting.calendar(ana)).toHaveLength(4);
    expect((await meeting.times(ben)).sessions).toHaveLength(2);
  });

  it('without Outlook they are kept as agreed, and go into it later by one tap of either', async () => {
    const agreed = await meeting.books(ben, { outlook: false, having: 4, place: 'walk' });
    expect(agreed.sessions.filter(({ inOutlook }) => !inOutlook)).toHaveLength(2);
    const before = meeting.calendar(ana).length;
    const id = agreed.sessions.find(({ inOutlook }) => !inOutlook)?.id ?? '';
    const there = await change(ana, 'putInOutlook', {}, id);
    expect(there.sessions.find((one) => one.id === id)).toMatchObject({ inOutlook: true, mine: true, place: 'walk' });
    expect(meeting.calendar(ana)).toHaveLength(before + 1);
    expect(meeting.calendar(ana).find(({ transactionId }) => transactionId === id)?.online).toBe(false);
  });

  it('[S-08] a sign-in leads to Entra alone, with what is asked for and where to come back to', async () => {
    const query = new URLSearchParams({ claims: '{"access_token":{}}', hint: 'ana@example.com' });
    const led = await fetch(`${meeting.house.origin}/tab/sign-in?${query}`, { redirect: 'manual' });
    const address = new URL(led.headers.get('location') ?? '');
    expect([led.status, address.origin]).toEqual([302, 'https://login.microsoftonline.com']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      ...{ redirect_uri: 'https://coaching.example.com/tab/signed-in', response_mode: 'fragment', login_hint: 'ana@example.com' },
      claims: '{"access_token":{}}',
    });
  });

  it('[S-16] nothing was asked of Graph but what the list of delegated paths has, in the name of the one who asked', () => {
    const calls = meeting.graph.graph().calls();
    expect(calls.length).toBeGreaterThan(20);
    for (const { method, path, caller, status } of calls) {
      expect([caller?.kind, [idOf(ana), idOf(ben)].some((id) => id === caller?.personId)]).toEqual(['user', true]);
      const bare = path.replace(/(evt|mtg)-[^/]+/u, '{id}');
      expect(
        delegatedPaths.some((allowed) => allowed.method === method && allowed.path === bare),
        `${method} ${path}`,
      ).toBe(true);
      expect(status).not.toBe(403);
    }
  });
});

const faults = () => meeting.graph.graph().faults;
const consent = (kind: 'granted' | 'refused' | 'claims') =>
  meeting.graph.trust.setConsent(idOf(ana), kind === 'claims' ? { kind, claims: '{"access_token":{}}' } : { kind });

/** Every session is one event of its organiser, made under the session's own id, and no event is left over. */
const expectOneEventEach = async (): Promise<void> => {
  const { sessions } = await meeting.sees(ana);
  const events = [...meeting.calendar(ana), ...meeting.calendar(ben)].filter(({ transactionId }) => transactionId !== null);
  expect(events.map(({ transactionId }) => transactionId).sort()).toEqual(sessions.map(({ id }) => id).sort());
};

const cancelsAll = async (): Promise<void> => {
  for (const { id, mine } of (await meeting.sees(ana)).sessions)
    await meeting.round.does(mine ? ana : ben, 'cancelSession', {}, { sessionId: id });
  expect((await meeting.sees(ana)).sessions).toEqual([]);
};

describe('when Outlook is in the way', () => {
  beforeAll(cancelsAll);
  beforeEach(() => faults().clear());

  it('consent that is missing is asked for, with times by working hours alone; nothing is lost, and one tap goes on', async () => {
    consent('refused');
    const times = await meeting.times(ana);
    expect(times).toMatchObject({ calendar: 'sign-in-needed', claims: null });
    expect(times.sessions).toHaveLength(6);
    expect(times.unread).toHaveLength(2);
    const booked = await meeting.books(ana);
    expect(booked).toMatchObject({ calendar: 'sign-in-needed' });
    expect(booked.sessions.map(({ pending, inOutlook }) => [pending, inOutlook])).toEqual(Array(6).fill(['book', false]));
    expect(meeting.calendar(ana)).toEqual([]);
    consent('claims');
    expect(await meeting.finishes(ana)).toMatchObject({ calendar: 'sign-in-needed', claims: '{"access_token":{}}' });
    consent('granted');
    expect((await meeting.finishes(ana)).sessions.every(({ inOutlook }) => inOutlook)).toBe(true);
    await expectOneEventEach();
    await cancelsAll();
  });

  it('[S-16] a permission that IT has not granted is an outage to the leader, and no loop', async () => {
    faults().withhold('Calendars.ReadWrite', 'Calendars.Read.Shared');
    const before = meeting.graph.graph().calls().length;
    expect(await meeting.times(ana)).toMatchObject({ calendar: 'calendar-unavailable' });
    expect(meeting.graph.graph().calls().length - before).toBeLessThan(6);
    // IT finds it in the log, and nobody's name.
    expect(meeting.complaints.at(-1)).toBe('["calendar.refused",{"result":"calendar-unavailable","status":403}]');
  });

  it('somebody without a mailbox is told so', async () => {
    faults().clear();
    meeting.graph.graph().directory.change(idOf(ana), { mail: null });
    const booked = await meeting.books(ana);
    expect(booked.calendar).toBe('mailbox-missing');
    expect(booked.sessions.every(({ inOutlook }) => !inOutlook)).toBe(true);
    meeting.graph.graph().directory.change(idOf(ana), { mail: 'ana@example.com' });
    await meeting.finishes(ana);
    await cancelsAll();
  });

  it.each([
    ['three of ten calls fail', () => faults().errorRate(0.3)],
    ['three of ten calls fail, and as many answers are lost', () => [faults().errorRate(0.3), faults().loseAnswers(0.3)]],
    ['a repeated booking is a conflict, and answers are lost', () => [faults().loseAnswers(0.4), faults().refuseRepeats()]],
  ])('[R-20] [R-11] %s: no session is lost and none is booked twice', async (_what, trouble) => {
    trouble();
    await meeting.books(ana);
    for (let tap = 0; tap < 20 && (await meeting.sees(ana)).sessions.some(({ pending }) => pending !== null); tap += 1)
      await meeting.finishes(ana);
    const { sessions } = await meeting.sees(ana);
    expect(sessions.map(({ inOutlook }) => inOutlook)).toEqual(Array(6).fill(true));
    await expectOneEventEach();
    faults().clear();
    await cancelsAll();
    expect(meeting.calendar(ana)).toEqual([]);
  });

  it('[R-12] both book at the same moment: one pair of hands is enough, the other reads what is there', async () => {
    const starts = (await meeting.times(ana)).sessions.map(({ start }) => start);
    const restore = meeting.readTogether();
    const path = `/api/rounds/${meeting.round.id}/sessions`;
    const both = await Promise.all(
      meeting.pair.map((who) => meeting.house.call(who, 'POST', path, { ...meeting.booking, starts, opId: `at-once-${who}-1` })),
    );
    restore();
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await meeting.sees(ben)).sessions).toHaveLength(6);
  });
  it('once the pair has ended, each takes what is left out of their own Outlook with one tap', async () => {
    await meeting.round.does(ben, 'changePair', { change: { kind: 'end' } });
    expect((await meeting.left()).sort()).toEqual([0, 6]);
    for (const who of meeting.pair) expect(await meeting.round.does(who, 'clearLeftSessions')).toMatchObject({ left: 0, calendar: 'fine' });
    expect(await meeting.left()).toEqual([0, 0]);
    expect(meeting.pair.flatMap((who) => meeting.calendar(who)).filter(({ cancelled }) => !cancelled)).toEqual([]);
  });
});
