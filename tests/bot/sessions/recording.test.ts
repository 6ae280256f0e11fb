import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const faults = () => meeting.graph.graph().faults;
const consent = (answer: Parameters<typeof meeting.graph.trust.setConsent>[1]) => meeting.graph.trust.setConsent(idOf(ana), answer);

afterEach(async () => {
  faults().clear();
  consent({ kind: 'granted' });
  for (const { id } of (await meeting.sees(ana)).sessions) await meeting.round.does(ana, 'cancelSession', {}, { sessionId: id });
});

/** Two will do where it matters that what holds for one holds for the next. */
const two = ['2027-01-13T14:00:00.000Z', '2027-02-10T14:00:00.000Z'];
const booksTwo = () => meeting.round.does(ana, 'bookSessions', { ...meeting.booking, starts: two });

/** How the meetings behind the events of the one who booked are set, as Teams has it. */
const inTeams = (): readonly object[] => {
  const { meetings } = meeting.graph.graph();
  return meeting.calendar(ana).flatMap(({ online, meetingId }) => (online ? [meetings.settings(meetingId)] : []));
};
const off = { recordAutomatically: false, allowRecording: false, allowTranscription: false };
const recordable = async (who: string): Promise<number> => (await meeting.sees(who)).sessions.filter((one) => one.recordable).length;
const asked = () =>
  meeting.graph
    .graph()
    .calls()
    .filter(({ path }) => path.startsWith('/me/onlineMeetings'));

describe('sessions in Teams', () => {
  it('are kept from being recorded and transcribed as they are booked; those on a walk have no meeting', async () => {
    expect((await meeting.books(ana)).calendar).toBe('fine');
    expect(inTeams()).toEqual(Array(6).fill(off));
    expect([await recordable(ana), await recordable(ben)]).toEqual([0, 0]);
    const before = asked().length;
    await meeting.books(ana, { starts: ['2027-04-30T14:00:00.000Z'], having: 6, place: 'walk' });
    await meeting.finishes(ana);
    // Nothing is asked again of what is done.
    expect(asked()).toHaveLength(before);
  });

  it('[S-16] without that permission the booking stays, both read that they could be recorded, and one call was made of it', async () => {
    faults().withhold('OnlineMeetings.ReadWrite');
    const before = asked().length;
    const booked = await booksTwo();
    expect(booked).toMatchObject({ calendar: 'fine' });
    expect(booked.sessions.map(({ inOutlook, pending }) => [inOutlook, pending])).toEqual(Array(2).fill([true, null]));
    expect([await recordable(ana), await recordable(ben)]).toEqual([2, 2]);
    expect(
      asked()
        .slice(before)
        .map(({ status }) => status),
    ).toEqual([403]);
    // IT finds it in the log, and nobody's name.
    expect(meeting.complaints.at(-1)).toBe('["calendar.recordingRefused",{"result":"calendar-unavailable","status":403}]');
    faults().clear();
    // The partner organises none of them, so that nothing is tried in their name.
    await meeting.finishes(ben);
    expect(await recordable(ana)).toBe(2);
    // Opening the page is enough: a permission that comes later is made use of.
    await meeting.follows(ana);
    expect(await recordable(ben)).toBe(0);
    expect(inTeams()).toEqual(Array(2).fill(off));
  });

  it('a policy of the organisation that says otherwise is believed, not what was asked for', async () => {
    faults().keepRecording();
    await booksTwo();
    expect(inTeams()).toEqual(Array(2).fill({ ...off, allowRecording: true, allowTranscription: true }));
    expect(await recordable(ana)).toBe(2);
  });

  it('a further sign-in that is asked for by then is told, with its claims, and one tap goes on', async () => {
    faults().withhold('OnlineMeetings.ReadWrite');
    await booksTwo();
    faults().clear();
    consent({ kind: 'claims', claims: '{"access_token":{}}' });
    expect(await meeting.finishes(ana)).toMatchObject({ calendar: 'sign-in-needed', claims: '{"access_token":{}}' });
    consent({ kind: 'granted' });
    expect(await meeting.finishes(ana)).toMatchObject({ calendar: 'fine' });
    expect(await recordable(ana)).toBe(0);
  });

  it('[R-20] [R-11] three of ten calls fail, and as many answers are lost: no session is lost, and each is set in the end', async () => {
    faults().errorRate(0.3);
    faults().loseAnswers(0.3);
    await booksTwo();
    for (let tap = 0; tap < 40 && (await meeting.sees(ana)).sessions.some((one) => one.recordable || one.pending !== null); tap += 1)
      await meeting.finishes(ana);
    expect((await meeting.sees(ana)).sessions.map(({ inOutlook, recordable: still }) => [inOutlook, still])).toEqual(
      Array(2).fill([true, false]),
    );
    expect(inTeams()).toEqual(Array(2).fill(off));
  });
});
