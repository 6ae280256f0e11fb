import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, type AskOptions, type GraphHouse, openGraphHouse, tokenOf } from './graph-house.js';

let house: GraphHouse;
const tokens = new Map<string, string>();

beforeAll(async () => {
  house = await openGraphHouse();
  for (const name of ['Priya Sharma', 'Peter Lang']) tokens.set(name, await tokenOf(await house.behalf(house.idOf(name))));
});

beforeEach(() => void house.renew());

afterAll(() => house.close());

const as = (name: string, path: string, options: AskOptions = {}): Promise<Asked> =>
  house.ask(path, { ...options, token: tokens.get(name) ?? '' });

const session = {
  subject: 'Conversation',
  body: { contentType: 'text', content: '' },
  start: { dateTime: '2026-12-01T10:00:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2026-12-01T11:00:00', timeZone: 'GMT Standard Time' },
  attendees: [{ type: 'required', emailAddress: { name: 'Peter Lang', address: 'peter.lang@contoso.example.com' } }],
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  transactionId: 'session-1',
};

const book = (changes: object = {}) => as('Priya Sharma', '/me/events', { method: 'POST', body: { ...session, ...changes } });
const eventsOf = (name: string) => house.graph().calendars.events(house.idOf(name));

describe('a booked conversation', () => {
  it('stands in both calendars, with one link to meet, in UTC unless asked otherwise', async () => {
    const { status, body } = await book();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject: 'Conversation',
      isOrganizer: true,
      start: { dateTime: '2026-12-01T10:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'Europe/London',
      onlineMeeting: { joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//) },
      attendees: [{ status: { response: 'none' }, emailAddress: { address: 'peter.lang@contoso.example.com' } }],
    });
    const peter = await as('Peter Lang', '/me/events', { headers: { Prefer: 'outlook.timezone="W. Europe Standard Time"' } });
    expect(peter.body.value).toMatchObject([
      {
        iCalUId: body.iCalUId,
        isOrganizer: false,
        start: { dateTime: '2026-12-01T11:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      },
    ]);
    expect(peter.body.value[0].id).not.toBe(body.id);
  });

  it('is made once for one transaction, whose id never changes', async () => {
    const [first, second] = [await book(), await book({ subject: 'Again' })];
    expect(second.body.id).toBe(first.body.id);
    expect(eventsOf('Priya Sharma')).toHaveLength(1);
    expect(eventsOf('Peter Lang')).toHaveLength(1);
    expect((await as('Priya Sharma', `/me/events/${first.body.id}`, { method: 'PATCH', body: { transactionId: 'x' } })).status).toBe(400);
    expect((await book({ transactionId: 'session-2' })).body.id).not.toBe(first.body.id);
  });

  it('is moved for both by the organiser alone, and the answers are open again', async () => {
    const { body } = await book();
    const copy = eventsOf('Peter Lang')[0];
    expect((await as('Peter Lang', `/me/events/${copy?.id}/accept`, { method: 'POST', body: {} })).status).toBe(202);
    expect((await as('Priya Sharma', `/me/events/${body.id}`)).body.attendees[0].status.response).toBe('accepted');
    const times = {
      start: { dateTime: '2026-12-02T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-02T11:00:00', timeZone: 'UTC' },
    };
    expect((await as('Peter Lang', `/me/events/${copy?.id}`, { method: 'PATCH', body: times })).status).toBe(403);
    expect((await as('Priya Sharma', `/me/events/${body.id}`, { method: 'PATCH', body: times })).status).toBe(200);
    expect(eventsOf('Peter Lang')).toMatchObject([{ start: Date.UTC(2026, 11, 2, 10), answer: 'none' }]);
  });

  it('that the organiser deletes is cancelled for the other, who may decline instead', async () => {
    const first = await book();
    expect((await as('Priya Sharma', `/me/events/${first.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await as('Priya Sharma', `/me/events/${first.body.id}`)).status).toBe(404);
    expect(eventsOf('Peter Lang')).toMatchObject([{ cancelled: true }]);
    const second = await book({ transactionId: 'session-2' });
    const copy = eventsOf('Peter Lang').find((event) => !event.cancelled);
    house.graph().calendars.answer(house.idOf('Peter Lang'), copy?.id ?? '', 'declined');
    expect((await as('Priya Sharma', `/me/events/${second.body.id}`)).body.attendees[0].status.response).toBe('declined');
  });

  it('is still there after the server has been killed and started again', async () => {
    const { body } = await book();
    house.graph().calendars.move(house.idOf('Priya Sharma'), body.id, Date.UTC(2026, 11, 3, 9), Date.UTC(2026, 11, 3, 10));
    expect(house.reopened().calendars.event(house.idOf('Priya Sharma'), body.id)).toMatchObject({
      start: Date.UTC(2026, 11, 3, 9),
      version: 2,
    });
    expect(house.reopened().calendars.events(house.idOf('Peter Lang'))).toMatchObject([{ start: Date.UTC(2026, 11, 3, 9) }]);
  });

  it('a body that cannot be read is refused by the name of the field', async () => {
    expect((await book({ start: { dateTime: 'soon', timeZone: 'UTC' } })).body.error.message).toContain('start');
    expect((await book({ end: { dateTime: '2026-12-01T11:00:00', timeZone: 'Mars Standard Time' } })).body.error.message).toContain('end');
  });

  it.each([
    ['Europe/London', '2027-03-28T01:30:00', '2027-03-28T01:30:00.000Z'],
    ['Europe/London', '2026-10-25T01:30:00', '2026-10-25T00:30:00.000Z'],
    ['Nepal Standard Time', '2026-12-01T09:00:00', '2026-12-01T03:15:00.000Z'],
    ['Australia/Lord_Howe', '2026-12-01T09:00:00', '2026-11-30T22:00:00.000Z'],
  ])('a local time in %s at %s is the instant %s', async (timeZone, dateTime, instant) => {
    const { body } = await book({ start: { dateTime, timeZone }, end: { dateTime: '2030-01-01T00:00:00', timeZone: 'UTC' } });
    expect(`${body.start.dateTime.slice(0, 19)}.000Z`).toBe(instant);
  });
});

describe('the meeting in Teams behind an event', () => {
  const meetingOf = (name: string, url: string) => as(name, `/me/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${url}'`)}`);
  const set = (name: string, id: string, body: object) => as(name, `/me/onlineMeetings/${id}`, { method: 'PATCH', body });

  it('is found by its link, whatever stands in it, and set by its organiser alone', async () => {
    const { onlineMeeting } = (await book()).body;
    const [mine] = (await meetingOf('Priya Sharma', onlineMeeting.joinUrl)).body.value;
    expect(mine).toMatchObject({ joinWebUrl: onlineMeeting.joinUrl, allowRecording: true, allowTranscription: true });
    expect((await meetingOf('Priya Sharma', 'https://teams.microsoft.com/other')).body.value).toEqual([]);
    expect((await set('Peter Lang', mine.id, { allowRecording: false })).status).toBe(403);
    for (const body of [{ allowCopilot: false }, { allowRecording: 'no' }])
      expect((await set('Priya Sharma', mine.id, body)).status).toBe(400);
    expect((await set('Priya Sharma', mine.id, { allowRecording: false })).body).toMatchObject({ allowRecording: false });
    expect(house.reopened().meetings.settings(mine.id.replace('mtg-', ''))).toMatchObject({ allowRecording: false });
  });

  it('[S-17] an event is cancelled by the product itself only where Exchange has opened the mailbox, and for its organiser alone', async () => {
    await book();
    const [priya, peter] = ['Priya Sharma', 'Peter Lang'].map((name) => house.idOf(name));
    const cancels = async (owner = '') => {
      const [event] = house.graph().calendars.events(owner);
      return (await house.ask(`/users/${owner}/events/${event?.id}/cancel`, { method: 'POST', body: {} })).status;
    };
    expect([await cancels(priya), await cancels(peter)]).toEqual([403, 403]);
    house.graph().scope.set(priya ?? '');
    expect([await cancels(peter), await cancels(priya)]).toEqual([403, 202]);
    expect(eventsOf('Peter Lang')).toMatchObject([{ cancelled: true }]);
    // Nobody signed in gets in that way.
    const path = `/users/${house.idOf('Priya Sharma')}/events/any/cancel`;
    expect((await as('Priya Sharma', path, { method: 'POST', body: {} })).status).toBe(403);
  });
});

describe('when people are free', () => {
  it('a schedule shows what is taken, and an unknown mailbox its own error', async () => {
    await book();
    const { body } = await as('Priya Sharma', '/me/calendar/getSchedule', {
      method: 'POST',
      body: {
        schedules: ['peter.lang@contoso.example.com', 'nobody@contoso.example.com'],
        startTime: { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' },
        endTime: { dateTime: '2026-12-01T12:00:00', timeZone: 'UTC' },
        availabilityViewInterval: 30,
      },
    });
    expect(body.value[0]).toMatchObject({ availabilityView: '002200', scheduleItems: [{ status: 'busy' }] });
    expect(body.value[1].error.responseCode).toBe('ErrorMailRecipientNotFound');
  });

  it('times that suit both lie in the working hours of both and hit nothing', async () => {
    await book();
    const { body } = await as('Priya Sharma', '/me/findMeetingTimes', {
      method: 'POST',
      body: {
        attendees: session.attendees,
        meetingDuration: 'PT1H',
        timeConstraint: {
          timeSlots: [
            { start: { dateTime: '2026-12-01T07:00:00', timeZone: 'UTC' }, end: { dateTime: '2026-12-01T18:00:00', timeZone: 'UTC' } },
          ],
        },
      },
    });
    const starts = body.meetingTimeSuggestions.map((one: { meetingTimeSlot: { start: { dateTime: string } } }) =>
      one.meetingTimeSlot.start.dateTime.slice(11, 16),
    );
    // London works from 9, Berlin until 16 in UTC; from 10 to 11 both are busy.
    expect(starts).toEqual(['09:00', '11:00', '11:30', '12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00']);
  });
});

describe('installing the app for somebody', () => {
  it('the product finds its own app in the catalogue, installs it once, and learns the chat', async () => {
    const filter = encodeURIComponent(`externalId eq '${house.trust.ids.teamsAppId}'`);
    const found = await house.ask(`/appCatalogs/teamsApps?$filter=${filter}`);
    const path = `/users/${house.idOf('Priya Sharma')}/teamwork/installedApps`;
    const bind = (id: string) => ({ 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}` });
    expect((await house.ask(path)).body.value).toEqual([]);
    expect((await house.ask(path, { method: 'POST', body: bind(found.body.value[0].id) })).status).toBe(201);
    expect((await house.ask(path, { method: 'POST', body: bind(found.body.value[0].id) })).status).toBe(409);
    const installed = await house.ask(
      `${path}?$expand=teamsApp&$filter=${encodeURIComponent(`teamsApp/externalId eq '${house.trust.ids.teamsAppId}'`)}`,
    );
    const chat = await house.ask(`${path}/${installed.body.value[0].id}/chat`);
    expect(chat.body).toMatchObject({ chatType: 'oneOnOne' });
    expect(house.reopened().installations.has(house.idOf('Priya Sharma'))).toBe(true);
  });

  it("nobody else's app may be installed", async () => {
    const body = { 'teamsApp@odata.bind': 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/another' };
    expect((await house.ask(`/users/${house.idOf('Priya Sharma')}/teamwork/installedApps`, { method: 'POST', body })).status).toBe(403);
  });
});
