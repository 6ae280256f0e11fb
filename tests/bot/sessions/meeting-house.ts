import { calendarsOver } from '@coaching-pairs/bot/graph/calendar';
import { realTiming, type Timing } from '@coaching-pairs/bot/graph/pace';
import { loggedCalendars } from '@coaching-pairs/bot/logged-calendars';
import type { Calendar, CalendarOf } from '@coaching-pairs/bot/ports/calendar';
import type { Tenant } from '@coaching-pairs/local/people/tenant';
import type { Sessions, SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import { decodeJwt } from 'jose';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';
import { idOf, people } from '../api/company.js';
import { type House, openHouse } from '../api/house.js';
import { type PlayedRound, playRound, spring } from '../api/played-round.js';

/** Waits are cut short: what matters is how often Graph is asked, not for how long. */
export const rushed: Timing = { ...realTiming, wait: async () => undefined };

const zones: Readonly<Record<string, string>> = { Ana: 'Europe/London', Ben: 'America/New_York' };

const contoso = (): Tenant => ({
  name: 'Contoso',
  people: people.map((person) => ({ ...person, timeZone: zones[person.name.split(' ')[0] ?? ''] ?? 'Europe/London', roles: [] })),
  groups: [],
  ...{
    roundLeaderId: idOf('Maya'),
    peoplePartnerId: idOf('Priya'),
    administratorId: idOf('Omar'),
    outsiderId: idOf('Stella'),
    coordinatorId: idOf('Stella'),
  },
  fingerprint: 'contoso',
});

/** Each call signs in anew on behalf of whoever the tab's token names, as production does with that very token. */
const calendarsIn = (graph: GraphHouse): CalendarOf => {
  const open = calendarsOver({ identity: graph.identity, timing: rushed });
  return (token) => {
    const calendar = async (): Promise<Calendar> => open(await graph.trust.issueTabToken(String(decodeJwt(token)['oid'])));
    return {
      schedules: async (...asked) => (await calendar()).schedules(...asked),
      book: async (...asked) => (await calendar()).book(...asked),
      change: async (...asked) => (await calendar()).change(...asked),
      cancel: async (...asked) => (await calendar()).cancel(...asked),
      remove: async (...asked) => (await calendar()).remove(...asked),
      look: async (...asked) => (await calendar()).look(...asked),
      switchOffRecording: async (...asked) => (await calendar()).switchOffRecording(...asked),
    };
  };
};

const pairOf = async (round: PlayedRound): Promise<readonly [string, string]> => {
  const [first] = await round.sent();
  const [one = '', other = ''] = first?.members ?? [];
  for (const who of [one, other]) await round.says(who, first?.id ?? '', 'accept');
  return [one, other];
};

/** Lets the next two readings of the sessions wait for each other, so that neither sees what the other is about to write. */
const readTogether = ({ rounds }: House['deps']): (() => void) => {
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

export type MeetingHouse = Awaited<ReturnType<typeof openMeetingHouse>>;

/** A round that is not opened yet, real HTTP, and Graph with everybody's mailbox. */
export const openOutlookHouse = async () => {
  const complaints: string[] = [];
  const graph = await openGraphHouse();
  graph.renew(contoso());
  const house: House = await openHouse({
    calendarOf: loggedCalendars(calendarsIn(graph), { warn: (...said) => void complaints.push(JSON.stringify(said)) }),
    now: Date.parse('2026-11-20T09:00:00.000Z'),
    store: 'memory',
  });
  return {
    ...{ complaints, house, graph, round: playRound(house, 'spring', spring) },
    /** What stands in somebody's Outlook. */
    calendar: (who: string) => graph.graph().calendars.events(idOf(who)),
    close: async (): Promise<void> => {
      await Promise.all([house.close(), graph.close()]);
    },
  };
};

/** The same with one pair. */
export const openMeetingHouse = async () => {
  const outlook = await openOutlookHouse();
  const { house, round } = outlook;
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  const pair = await pairOf(round);
  const times = (who: string): Promise<SessionTimes> => round.does(who, 'sessionTimes');
  const booking = { minutes: 60, place: 'teams', isPrivate: true, outlook: true, having: 0 };
  const books = async (who: string, more: object = {}): Promise<Sessions> => {
    const starts = (await times(who)).sessions.map(({ start }) => start);
    return round.does(who, 'bookSessions', { ...booking, starts, ...more });
  };
  return {
    ...outlook,
    ...{ pair, times, books, booking },
    sees: (who: string): Promise<Sessions> => round.does(who, 'sessions'),
    follows: (who: string): Promise<Sessions> => round.does(who, 'followSessions'),
    finishes: (who: string): Promise<Sessions> => round.does(who, 'finishSessions'),
    /** How many sessions of a pair that has ended stand in the Outlook of each of the two. */
    left: () => Promise.all(pair.map(async (who) => (await round.does(who, 'me')).rounds[0]?.leftSessions)),
    readTogether: () => readTogether(house.deps),
  };
};
