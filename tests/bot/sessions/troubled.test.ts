import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { type MeetingHouse, openMeetingHouse } from './meeting-house.js';

let meeting: MeetingHouse;
let ana: string;
let ben: string;

beforeAll(async () => {
  meeting = await openMeetingHouse();
  [ana, ben] = meeting.pair;
});
afterAll(() => meeting.close());
beforeEach(() => meeting.graph.graph().faults.clear());

const faults = () => meeting.graph.graph().faults;
const consent = (kind: 'granted' | 'refused' | 'claims') =>
  meeting.graph.trust.setConsent(idOf(ana), kind === 'claims' ? { kind, claims: '{"access_token":{}}' } : { kind });

/** Every session is one event of its organiser, made under the session's own id, and no event is left over. */
const expectOneEventEach = async (): Promise<void> => {
  const { sessions } = await meeting.sees(ana);
  const events = [...meeting.calendar(ana), ...meeting.calendar(ben)].filter(({ transactionId }) => transactionId !== null);
  expect(events.map(({ transactionId }) => transactionId).sort()).toEqual(sessions.map(({ id }) => id).sort());
};

/** Lets the next two readings of the sessions wait for each other, so that neither sees what the other is about to write. */
const readTogether = (): (() => void) => {
  const { rounds } = meeting.house.deps;
  const read = rounds.sessions;
  let arrived = 0;
  let open = (): void => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const sessions: typeof read = async (...asked) => {
    const found = await read(...asked);
    arrived += 1;
    if (arrived === 2) open();
    if (arrived <= 2) await both;
    return found;
  };
  Object.assign(rounds, { sessions });
  return () => void Object.assign(rounds, { sessions: read });
};

const cancelsAll = async (): Promise<void> => {
  for (const { id, mine } of (await meeting.sees(ana)).sessions)
    await meeting.round.does(mine ? ana : ben, 'cancelSession', {}, { sessionId: id });
  expect((await meeting.sees(ana)).sessions).toEqual([]);
};

describe('when Outlook is in the way', () => {
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
    const restore = readTogether();
    const path = `/api/rounds/${meeting.round.id}/sessions`;
    const both = await Promise.all(
      meeting.pair.map((who) => meeting.house.call(who, 'POST', path, { ...meeting.booking, starts, opId: `at-once-${who}-1` })),
    );
    restore();
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await meeting.sees(ben)).sessions).toHaveLength(6);
  });
});
