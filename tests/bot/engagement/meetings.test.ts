import { engagementStore } from '@coaching-pairs/bot/storage/engagements';
import { coachRegisterOn } from '@coaching-pairs/bot/storage/two-two';
import { forgetEngagements } from '@coaching-pairs/bot/workflows/engagement/forget';
import { quietUntil } from '@coaching-pairs/bot/workflows/engagement/quiet';
import { engagementId, instant, operationId } from '@coaching-pairs/shared/ids';
import type { EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedTable, noCounts } from '../../bench/operations/counted.js';
import { idOf, people } from '../api/company.js';
import { type Engagements, four, type Lived, liveEngagement, openEngagements } from './engagement-house.js';
import { paperOutlook } from './paper-outlook.js';

const outlook = paperOutlook();
const start = '2026-12-08T10:00:00.000Z';
const later = '2026-12-10T10:00:00.000Z';
const booking = { kind: 'session', start, minutes: 90, place: 'teams', isPrivate: true, outlook: true, keepFree: false };
const mailOf = (name: string): string => people.find(({ id }) => id === idOf(name))?.mail ?? '';
let house: Engagements;
let lived: Lived;

beforeAll(async () => {
  house = await openEngagements(true, outlook.calendarOf);
  lived = await liveEngagement(house);
});
afterAll(() => house.close());

const page = (who: string): Promise<EngagementMeetings> => house.does(who, 'meetings', undefined, lived.at);
const having = async (who: string) => (await page(who)).sessions.filter(({ cancelled }) => !cancelled).length;
const books = async (who: string, more: object = {}) =>
  house.call(who, 'bookMeeting', { ...booking, having: await having(who), ...more }, lived.at);
const one = async (who: string, name: RouteName, sessionId: string, body: object = {}) =>
  house.call(who, name, body, { ...lived.at, sessionId });
const only = async (who: string) => {
  const [session] = (await page(who)).sessions;
  if (session === undefined) throw new Error('no session');
  return session;
};
/** The clock only ever goes on. */
const setNow = (at: number) => house.clock.advance((at - Date.parse(house.clock.now())) / 1_000);
const times = (who: string) => outlook.in(idOf(who)).map((event) => event.start);

describe('the call before anything is agreed on', () => {
  it('[TT-10] [TT-34] is booked by any of the four once there are coaches; a session is not, before all four agreements', async () => {
    expect((await books('Ben', { kind: 'discovery' })).status).toBe(409);
    await lived.consents();
    await lived.assigns();
    expect((await page('Vera')).bookable).toEqual(['discovery']);
    expect((await books('Vera', { kind: 'discovery', minutes: 45 })).status).toBe(200);
    const [call] = outlook.in(idOf('Vera'));
    expect(call).toMatchObject({ start, minutes: 45, subject: 'Conversation' });
    expect(call?.to).toHaveLength(3);
    for (const who of four) expect((await page(who)).sessions).toMatchObject([{ kind: 'discovery', number: null, inOutlook: true }]);
    await lived.recommends();
    await lived.agrees();
    expect((await books('Ben')).body).toMatchObject({ error: { code: 'two-two-agreements-first' } });
    await one('Vera', 'cancelMeeting', (await only('Vera')).id, { confirmed: false });
    expect(outlook.in(idOf('Vera'))).toEqual([]);
  });
});

describe('sessions of the four', () => {
  it('[TT-34] [TT-12] are booked in the Outlook of whoever books them, once; the first is the opening one', async () => {
    await lived.accepts();
    expect((await page('Ben')).bookable).toEqual(['session']);
    const body = { ...booking, opId: 'book-000001', having: 0 };
    for (const _again of [1, 2]) expect((await house.call('Ben', 'bookMeeting', body, lived.at)).status).toBe(200);
    expect(times('Ben')).toEqual([start]);
    expect((await books('Uma', { having: 0 })).body).toMatchObject({ error: { code: 'sessions-changed' } });
    for (const who of four) expect(await page(who)).toMatchObject({ planned: 6, sessions: [{ number: 1, purpose: 'opening' }] });
  });

  it('[TT-61] [S-11] are nothing to the sponsor, to whoever coordinates, and to anybody else', async () => {
    await house.does('Maya', 'acceptAsSponsor', { terms: 1 }, lived.at);
    const statuses = ['Maya', 'Stella', 'Omar', 'Ana'].map(async (who) => (await house.call(who, 'meetings', undefined, lived.at)).status);
    expect(await Promise.all(statuses)).toEqual([403, 404, 404, 404]);
    expect((await house.does('Maya', 'sponsorView', undefined, lived.at)).held).toBe(0);
  });

  it('[TT-41] whoever likes keeps ten minutes free around one in their own calendar, and nobody else knows', async () => {
    const { id } = await only('Uma');
    expect((await one('Uma', 'keepFreeAround', id, { keep: true })).status).toBe(200);
    expect(times('Uma')).toEqual(['2026-12-08T09:50:00.000Z', '2026-12-08T11:30:00.000Z']);
    expect([await only('Uma'), await only('Ben')].map(({ keptFree }) => keptFree)).toEqual([true, false]);
    await one('Ben', 'moveMeeting', id, { start: later, confirmed: false });
    expect(times('Ben')).toEqual([later]);
    await house.does('Uma', 'followMeetings', {}, lived.at);
    expect(times('Uma')).toEqual(['2026-12-10T09:50:00.000Z', '2026-12-10T11:30:00.000Z']);
    await one('Uma', 'keepFreeAround', id, { keep: false });
    expect(times('Uma')).toEqual([]);
  });

  it('[TT-41] a clash with the ten minutes, or with the time itself, is a warning that names nobody, and keeps nobody from booking', async () => {
    outlook.busyIs(mailOf('Vera'), [{ from: instant('2026-12-14T09:00:00.000Z'), to: instant('2026-12-14T09:55:00.000Z') }]);
    const at = async (time: string) =>
      (await house.does('Ben', 'meetingClashes', undefined, { ...lived.at, about: 'session', start: `2026-12-14T${time}:00.000Z` }))
        .clashes;
    expect([await at('10:00'), await at('09:30'), await at('12:00')]).toEqual([['before'], ['before', 'during'], []]);
    expect((await books('Ben', { start: '2026-12-14T10:00:00.000Z', keepFree: true })).status).toBe(200);
    expect(times('Ben')).toHaveLength(4);
  });

  it('[TT-41] times are those at which all four are free; the calendar of a coach from outside is not read, and they are invited where they said', async () => {
    const found = await house.does('Finn', 'meetingTimes', undefined, { ...lived.at, about: 'session' });
    expect(found).toMatchObject({ minutes: 90, unread: [], calendar: 'fine' });
    expect(found.others.length).toBeGreaterThan(3);
    const register = house.deps.coachRegister;
    const all = register.all;
    const outside = { kind: 'external', name: 'Uma', mail: 'uma@studio.example.com', guestId: idOf('Uma') } as const;
    const asExternal: typeof all = async () =>
      (await all()).map((row) =>
        row.value.from.kind === 'inside' && row.value.from.personId === idOf('Uma')
          ? { ...row, value: { ...row.value, from: outside } }
          : row,
      );
    Object.assign(register, { all: asExternal });
    outlook.asked.splice(0);
    const asked = await house.does('Finn', 'meetingTimes', undefined, { ...lived.at, about: 'session' });
    expect(asked.unread.map(({ id }) => id)).toEqual([idOf('Uma')]);
    expect(outlook.asked.flat()).not.toContain(mailOf('Uma'));
    expect(outlook.asked.flat()).not.toContain(outside.mail);
    // Whom the directory knows by another address is invited at the one that they gave, and at no other.
    expect((await books('Finn', { start: '2026-12-18T10:00:00.000Z' })).status).toBe(200);
    expect(outlook.in(idOf('Finn'))[0]?.mails.toSorted()).toEqual([outside.mail, mailOf('Ben'), mailOf('Vera')].sort());
    const { id } = (await page('Finn')).sessions.find(({ mine }) => mine) ?? expect.unreachable();
    expect((await one('Finn', 'cancelMeeting', id, { confirmed: false })).status).toBe(200);
    Object.assign(register, { all });
  });

  it('[TT-40] less than 24 hours before it asks to confirm; the four are told and alone see the mark', async () => {
    const { id } = await only('Finn');
    setNow(Date.parse(later) - 86_400_000);
    const inTime = await one('Finn', 'cancelMeeting', id, { confirmed: false });
    expect([inTime.status, (await only('Finn')).shortNotice]).toEqual([200, null]);
    await one('Ben', 'keepMeeting', id);
    setNow(Date.parse(later) - 86_400_000 + 1);
    expect((await one('Finn', 'cancelMeeting', id, { confirmed: false })).body).toMatchObject({ error: { code: 'two-two-short-notice' } });
    expect((await one('Finn', 'cancelMeeting', id, { confirmed: true })).status).toBe(200);
    for (const who of four) expect(await only(who)).toMatchObject({ pending: 'cancel', shortNotice: { what: 'cancelled', from: later } });
    expect((await one('Ben', 'putMeetingInOutlook', id)).status).toBe(200);
    for (const who of four) expect(await only(who)).toMatchObject({ cancelled: true, number: null });
    expect(times('Ben')).not.toContain(later);
  });

  describe('nobody is written to while they are in one', () => {
    const counts = noCounts();
    let at = 0;
    /** A process of its own, which remembers only what it has read itself. */
    const process = () => ({
      ...house.deps,
      clock: { now: () => instant(new Date(at).toISOString()) },
      coachRegister: coachRegisterOn(countedTable(house.table, counts)),
      engagements: engagementStore(countedTable(house.table, counts), house.deps.sealing, async () => undefined),
    });
    const quietAt = async (deps: ReturnType<typeof process>, time: string, who = 'Finn') => {
      at = Date.parse(`2026-12-14T${time}Z`);
      const before = counts.transactions;
      const until = await quietUntil(deps, idOf(who));
      return [until?.slice(11, 16) ?? null, counts.transactions - before] as const;
    };

    it('[TT-42] from its first moment to its last, also where it begins just after one has looked', async () => {
      const deps = process();
      const all = ['09:59:50', '09:59:59', '10:00:00', '10:00:04', '11:29:59', '11:30:00'].map((time) => () => quietAt(deps, time));
      const found: (string | null)[] = [];
      for (const one of all) found.push((await one())[0]);
      expect(found).toEqual([null, null, '11:30', '11:30', '11:30', null]);
      expect((await quietAt(process(), '10:30:00', 'Maya'))[0]).toBeNull();
    });

    it('[TT-42] a look asks for two small rows while nothing changes, and finds at once what another process has changed', async () => {
      const deps = process();
      const [, whole] = await quietAt(deps, '10:00:00');
      expect(whole).toBeGreaterThan(3);
      const asked: number[] = [];
      for (const time of ['10:00:14', '10:00:15', '10:00:30', '10:04:59']) asked.push((await quietAt(deps, time))[1]);
      expect(asked).toEqual([0, 2, 2, 2]);
      const { id } = (await page('Ben')).sessions.find(({ start: from }) => from.startsWith('2026-12-14')) ?? expect.unreachable();
      await one('Finn', 'cancelMeeting', id, { confirmed: true });
      expect([await quietAt(deps, '10:05:20'), await quietAt(deps, '10:05:21', 'Ben')]).toEqual([
        [null, whole],
        [null, 0],
      ]);
      await one('Ben', 'keepMeeting', id);
      expect((await quietAt(deps, '10:05:40'))[0]).toBe('11:30');
      // Whoever changed something and died before they could say so is found by the next whole reading.
      expect(await quietAt(deps, '10:10:40')).toEqual(['11:30', whole]);
    });
  });
});

describe('an intake', () => {
  it('[TT-13] is booked by a client with their own coach, who alone see it, and clashes with nobody else’s booking', async () => {
    setNow(Date.parse('2026-12-11T09:00:00.000Z'));
    const broughtIn = async (text: string) => {
      const { agreement } = await lived.seen('Ben');
      const words = { broughtIn: text, confidentiality: '', contact: '' };
      await lived.moves('Ben', { kind: 'write-terms', base: agreement.words, ...words });
      await lived.accepts();
    };
    await broughtIn(' ');
    expect((await books('Finn', { kind: 'intake' })).body).toMatchObject({ error: { code: 'two-two-brought-in-first' } });
    await broughtIn('What we both say may be brought in');
    const before = await Promise.all(['Ben', 'Vera'].map(page));
    expect((await books('Finn', { kind: 'intake', start: '2026-12-16T10:00:00.000Z' })).status).toBe(200);
    expect(outlook.in(idOf('Finn'))[0]?.to).toHaveLength(1);
    expect(await Promise.all(['Ben', 'Vera'].map(page))).toEqual(before);
    const intake = (await page('Uma')).sessions.find(({ kind }) => kind === 'intake');
    expect(intake?.people.map(({ id }) => id)).toEqual([idOf('Uma'), idOf('Finn')]);
    expect((await one('Vera', 'moveMeeting', intake?.id ?? '', { start: later, confirmed: true })).status).toBe(404);
    expect((await books('Vera', { start: '2026-12-21T10:00:00.000Z' })).status).toBe(200);
  });
});

describe('Outlook that does not answer, and an engagement that ends', () => {
  it('[TT-64] [R-11] nothing is lost; what stands in Outlook when it ends is taken out by whoever booked it, and is nobody’s session any more', async () => {
    outlook.refusesWith({ code: 'sign-in-needed', claims: null });
    const asked = await books('Finn', { start: '2027-01-11T10:00:00.000Z' });
    expect(asked.body).toMatchObject({ calendar: 'sign-in-needed' });
    outlook.refusesWith(null);
    await house.does('Finn', 'finishMeetings', {}, lived.at);
    expect(times('Finn')).toContain('2027-01-11T10:00:00.000Z');
    setNow(Date.parse('2026-12-15T09:00:00.000Z'));
    await lived.moves('Vera', { kind: 'end' });
    const stands = async (who: string) => (await page(who)).sessions.filter(({ cancelled }) => !cancelled).map((one) => one.start);
    for (const who of four) expect(await stands(who)).toEqual(['2026-12-14T10:00:00.000Z']);
    expect((await page('Finn')).left).toBe(2);
    expect((await house.does('Maya', 'sponsorView', undefined, lived.at)).held).toBe(1);
    for (const who of four) expect((await house.does(who, 'followMeetings', {}, lived.at)).left).toBe(0);
    expect([times('Finn'), times('Vera')]).toEqual([[], []]);
  });

  it('[C-10] thirty days later its meetings are gone, also where nothing else was ever written down', async () => {
    const { engagements } = house.deps;
    const [id, bare] = [engagementId(lived.at.engagementId), engagementId('e-bare')];
    const ended = await engagements.one(id);
    const [meeting] = await engagements.meetings(id);
    if (ended === null || meeting === undefined) throw new Error('nothing there');
    const engagement = { value: { ...ended.value, id: bare }, etag: null };
    const begunLast = (await engagements.begunLast())?.etag ?? null;
    const meetings = [{ ...meeting, etag: null }];
    await engagements.commit({ engagementId: bare, opId: operationId('bare-000001'), engagement, begunLast, meetings });
    const left = async () => (await Promise.all([id, bare].map((one) => engagements.meetings(one)))).map(({ length }) => length > 0);
    await forgetEngagements(house.deps);
    expect(await left()).toEqual([true, true]);
    setNow(Date.parse('2027-01-14T09:00:00.000Z'));
    await forgetEngagements(house.deps);
    expect(await left()).toEqual([false, false]);
  });
});
