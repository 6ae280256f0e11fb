import type { Awayday } from '@coaching-pairs/shared/wire/awayday';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { joiners, silent, sittingOut } from '../api/played-round.js';
import { openOutlookHouse } from './meeting-house.js';

type OutlookHouse = Awaited<ReturnType<typeof openOutlookHouse>>;
let outlook: OutlookHouse;

const start = '2026-11-25T10:00:00.000Z';
const wanted = { start, minutes: 60, location: null };

beforeAll(async () => {
  outlook = await openOutlookHouse();
  await outlook.round.opens();
  await outlook.round.chooses();
  await outlook.round.works('announceKickOff', { on: '2026-11-23' });
});
afterAll(() => outlook.close());

const meetingFor = async (who: string): Promise<NonNullable<RoundOverview['kickOff']>['meeting']> =>
  (await outlook.round.does(who, 'overview')).kickOff?.meeting ?? null;
const times = (who: string): readonly string[] => outlook.calendar(who).map((event) => new Date(event.start).toISOString());

describe('the kit of those who organise a round', () => {
  it('[CP-95] is rewritten for one round, with who did it, and brought back', async () => {
    const { sheets } = await outlook.round.does('Priya', 'writeKit', { sheet: 'declining', text: 'In our own words.' });
    expect(sheets).toMatchObject([{ sheet: 'declining', text: 'In our own words.', by: { name: fullName('Priya') } }]);
    expect((await outlook.round.does('Omar', 'kit')).sheets).toEqual(sheets);
    expect((await outlook.round.does('Omar', 'writeKit', { sheet: 'declining', text: '' })).sheets).toEqual([]);
  });
});

describe('the kick-off, in Outlook', () => {
  it('[CP-10] is an event with agenda and pre-read for the whole population, and shows nobody who else is asked', async () => {
    expect(await outlook.round.does('Priya', 'arrangeKickOff', wanted)).toEqual({ calendar: 'fine', claims: null });
    const whole = [...joiners, silent, sittingOut, 'Omar'];
    expect(whole.map((who) => times(who))).toEqual(whole.map(() => [start]));
    const [event] = outlook.calendar('Ana');
    expect(event).toMatchObject({ subject: 'Coaching Pairs: kick-off', online: true, organizerId: idOf('Priya') });
    expect(event?.body.content).toContain('30–50 min: Our common approach');
    expect(event?.body.content).toMatch(/https:\/\/teams\.microsoft\.com\/l\/entity\/.+about/u);
    expect(event?.hideAttendees).toBe(true);
    expect(await meetingFor('Priya')).toMatchObject({ start, mine: true, pending: false, invited: whole.length + 1, withoutMail: [] });
    const mine = (await outlook.round.does('Ana', 'me')).rounds[0];
    expect([mine?.kickOffOn, mine?.kickOffMeeting]).toEqual(['2026-11-25', expect.objectContaining({ start, location: null })]);
  });

  it('[R-11] a repeated call makes no second event; somebody else of the administrators can neither move nor cancel it', async () => {
    await outlook.round.does('Priya', 'followKickOff');
    await outlook.round.does('Priya', 'arrangeKickOff', wanted);
    expect(times('Ana')).toEqual([start]);
    const move = { opId: outlook.round.opId(), ...wanted, minutes: 90 };
    const refused = await outlook.house.call('Omar', 'POST', `/api/admin/rounds/${outlook.round.id}/kick-off/meeting`, move);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(fullName('Priya'))]);
    const cancel = { opId: outlook.round.opId() };
    expect((await outlook.house.call('Omar', 'POST', `/api/admin/rounds/${outlook.round.id}/kick-off/meeting/cancel`, cancel)).status).toBe(
      409,
    );
    expect(await meetingFor('Omar')).toMatchObject({ mine: false, organiser: { name: fullName('Priya') } });
  });

  it('what is moved here is moved there, and what is moved or cancelled there is followed here', async () => {
    const later = '2026-11-26T09:00:00.000Z';
    await outlook.round.does('Priya', 'arrangeKickOff', { ...wanted, start: later });
    expect([times('Ana'), times(silent)]).toEqual([[later], [later]]);
    const [own] = outlook.calendar('Priya');
    const moved = '2026-11-27T09:00:00.000Z';
    const { calendars } = outlook.graph.graph();
    calendars.change(idOf('Priya'), own?.id ?? '', { start: Date.parse(moved), end: Date.parse(moved) + 5_400_000 });
    await outlook.round.does('Priya', 'followKickOff');
    expect(await meetingFor('Omar')).toMatchObject({ start: moved, minutes: 90, pending: false });
    expect((await outlook.round.does('Omar', 'overview')).kickOff?.on).toBe('2026-11-27');
    calendars.cancel(idOf('Priya'), own?.id ?? '');
    await outlook.round.does('Priya', 'followKickOff');
    expect(await meetingFor('Omar')).toBeNull();
  });

  it('[CP-10] is brought to a room in every calendar, where the meeting in Teams stays open beside it', async () => {
    await outlook.round.does('Priya', 'arrangeKickOff', wanted);
    await outlook.round.does('Priya', 'arrangeKickOff', { ...wanted, location: 'Room 4' });
    const standing = outlook.calendar('Ana').filter(({ cancelled }) => !cancelled);
    expect(standing).toMatchObject([{ location: 'Room 4', online: true, organizerId: idOf('Priya') }]);
    expect(await meetingFor('Omar')).toMatchObject({ location: 'Room 4', pending: false });
    expect((await outlook.round.does('Ana', 'me')).rounds[0]?.kickOffMeeting).toMatchObject({ location: 'Room 4', joinUrl: null });
    await outlook.round.does('Priya', 'cancelKickOff');
  });

  it('whoever cancels it here takes it out of all calendars, and may put it there anew', async () => {
    await outlook.round.does('Omar', 'arrangeKickOff', { ...wanted, location: 'Room 4' });
    expect(outlook.calendar('Ana').filter(({ cancelled }) => !cancelled)).toMatchObject([{ online: false, organizerId: idOf('Omar') }]);
    await outlook.round.does('Omar', 'cancelKickOff');
    expect(outlook.calendar('Ana').filter(({ cancelled }) => !cancelled)).toEqual([]);
    expect(await meetingFor('Omar')).toBeNull();
  });
});

describe('the Awayday, planned and in Outlook', () => {
  const day = { form: 'full', day: '2027-05-28', time: '09:00', zone: 'Europe/London', minutes: 420, location: 'The boathouse' };
  const begins = '2027-05-28T08:00:00.000Z';
  const plan = async (): Promise<Awayday> => outlook.round.does('Priya', 'awayday');
  const standing = (who: string) => outlook.calendar(who).filter(({ subject, cancelled }) => subject.endsWith('Awayday') && !cancelled);

  it('[CP-80] is fixed with the agenda that the method suggests, which everybody whom the round is for reads', async () => {
    expect(await plan()).toMatchObject({ plan: null, revision: 0, meeting: null, zone: 'UTC', choosing: false });
    await outlook.round.does('Priya', 'planAwayday', { ...day, revision: 0 });
    const { agenda } = (await plan()).plan ?? { agenda: [] };
    const own = { id: 'walk', kind: 'other', wording: 'canary-agenda', minutes: 15 };
    const items = [...agenda.slice(0, -1), own, ...agenda.slice(-1)];
    const written = await outlook.round.does('Omar', 'writeAgenda', { revision: 1, items });
    expect(written).toMatchObject({ revision: 2, plan: { when: 'ahead', agenda: items } });
    for (const who of ['Ana', sittingOut]) {
      const shown = (await outlook.round.does(who, 'me')).rounds[0]?.awayday;
      expect(shown).toMatchObject({ ...day, start: begins, joinUrl: null, agenda: items });
    }
    // What is written on an agenda is no matter of the log (S-20).
    expect(outlook.house.lines.join('\n')).not.toContain('canary-agenda');
  });

  it('[R-12] what another administrator has changed meanwhile is not written over', async () => {
    const path = `/api/admin/rounds/${outlook.round.id}/awayday`;
    const stale = { opId: outlook.round.opId(), ...day, time: '10:00', revision: 1 };
    const answer = await outlook.house.call('Priya', 'PUT', path, stale);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('Somebody else has changed the plan')]);
    const nowhere = { ...stale, opId: outlook.round.opId(), revision: 2, zone: 'The Moon' };
    expect((await outlook.house.call('Priya', 'PUT', path, nowhere)).status).toBe(422);
  });

  it('[CP-80] [CP-11] invites the whole team with a link to the agenda, and shows nobody who else is asked', async () => {
    await outlook.round.does('Priya', 'arrangeAwayday');
    await outlook.round.does('Priya', 'arrangeAwayday');
    for (const who of [...joiners, silent, sittingOut, 'Omar']) expect(standing(who).length, who).toBe(1);
    const [event] = standing('Ana');
    expect(event).toMatchObject({ organizerId: idOf('Priya'), online: false, hideAttendees: true });
    expect(event?.body.content).toContain(encodeURIComponent(`round/${outlook.round.id}/awayday`));
    expect((await plan()).meeting).toMatchObject({ mine: true, pending: false, start: begins, location: 'The boathouse' });
    const refused = await outlook.house.call('Omar', 'PUT', `/api/admin/rounds/${outlook.round.id}/awayday`, {
      ...{ opId: outlook.round.opId(), ...day, time: '08:00', revision: 2 },
    });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(fullName('Priya'))]);
  });

  it('[CP-80] is brought to another place, by whoever put it into the calendars alone; in Teams it has a way in', async () => {
    const elsewhere = { opId: outlook.round.opId(), ...day, location: 'The barn', revision: 2 };
    const path = `/api/admin/rounds/${outlook.round.id}/awayday`;
    expect((await outlook.house.call('Omar', 'PUT', path, elsewhere)).status).toBe(409);
    await outlook.round.does('Priya', 'planAwayday', { ...day, location: 'The barn', revision: 2 });
    expect(standing('Ana')).toMatchObject([{ location: 'The barn', online: false }]);
    expect((await plan()).meeting).toMatchObject({ location: 'The barn', pending: false });
    // A room that the organiser chose in Outlook itself is not written over by another time.
    outlook.graph.graph().calendars.change(idOf('Priya'), standing('Priya')[0]?.id ?? '', { location: 'The barn, upstairs' });
    await outlook.round.does('Priya', 'planAwayday', { ...day, location: 'The barn', time: '08:45', revision: 3 });
    expect(standing('Ana')).toMatchObject([{ location: 'The barn, upstairs' }]);
    await outlook.round.does('Priya', 'planAwayday', { ...day, location: null, revision: 4 });
    expect(standing('Ana')).toMatchObject([{ location: 'In Teams, by the link in the text', online: true }]);
    expect((await outlook.round.does('Ana', 'me')).rounds[0]?.awayday).toMatchObject({
      location: null,
      joinUrl: standing('Ana')[0]?.joinUrl,
    });
  });

  it('is moved here and there, and taken out of all calendars while its day stays', async () => {
    await outlook.round.does('Priya', 'planAwayday', { ...day, time: '09:30', revision: 5 });
    expect(new Date(standing('Ana')[0]?.start ?? 0).toISOString()).toBe('2027-05-28T08:30:00.000Z');
    const moved = Date.parse('2027-05-27T08:00:00.000Z');
    outlook.graph
      .graph()
      .calendars.change(idOf('Priya'), standing('Priya')[0]?.id ?? '', { start: moved, end: moved + 18_000_000, location: 'The old mill' });
    await outlook.round.does('Priya', 'followAwayday');
    expect((await plan()).plan).toMatchObject({ day: '2027-05-27', time: '09:00', minutes: 300, location: 'The old mill' });
    await outlook.round.does('Priya', 'cancelAwayday');
    expect(standing('Ana')).toEqual([]);
    expect(await plan()).toMatchObject({ meeting: null, plan: { day: '2027-05-27' } });
  });

  it('[CP-84] [CP-95] the round leader reads the script for insights as the organisers wrote it, and nobody else of the round does', async () => {
    await outlook.round.does('Priya', 'writeKit', { sheet: 'insights', text: 'Ask, wait, thank.' });
    expect((await plan()).insightsScript).toBe('Ask, wait, thank.');
    expect((await outlook.round.does('Maya', 'me')).rounds[0]?.leads?.insightsScript).toBe('Ask, wait, thank.');
    expect(JSON.stringify(await outlook.round.does('Ana', 'me'))).not.toContain('Ask, wait, thank.');
  });
});
