import { join } from 'node:path';
import type { Router } from 'express';
import type { AppBoard, Caller, SandboxIds } from '../parts.js';
import type { Tenant } from '../people/tenant.js';
import { appRoutes, type Installations, journalBoard, openInstallations, parseInstallationEntry } from './apps.js';
import { type Calendars, openCalendars, parseCalendarEntry } from './calendar-state.js';
import { deltaRoutes } from './delta.js';
import { type DirectoryState, openDirectory, parseDirectoryEntry } from './directory-state.js';
import { eventRoutes } from './events.js';
import { type ExchangeScope, openExchangeScope, scopedRoutes } from './exchange-scope.js';
import { type FaultPlan, type Faults, openFaults } from './faults.js';
import { groupRoutes } from './groups.js';
import { openJournal, passingJournal } from './journal.js';
import { mailboxRoutes } from './mailbox.js';
import { type Meetings, meetingRoutes, openMeetings, parseMeetingEntry } from './online-meetings.js';
import { graphRouter, type LoggedCall } from './router.js';
import { scheduleRoutes } from './schedule.js';
import { userRoutes } from './users.js';

export type GraphOptions = {
  /** The https origin; Graph is at `/v1.0` of it. */
  readonly origin: string;
  readonly tenant: Pick<Tenant, 'people' | 'groups'>;
  readonly ids: Pick<SandboxIds, 'tabAppId' | 'teamsAppId' | 'botAppId'>;
  readonly now: () => Date;
  readonly callerOf: (authorization: string | undefined) => Promise<Caller | undefined>;
  /** Who has the app, where chats are beside this server; without it the server keeps that itself. */
  readonly apps?: AppBoard;
  /** Where changes are kept; without it they last as long as the process. */
  readonly folder?: string;
};

/** The Graph-shaped server with its insides, for the sandbox's other rooms and for tests. */
export type Graph = {
  /** To be mounted at `/v1.0`. */
  readonly router: Router;
  readonly directory: DirectoryState;
  readonly calendars: Calendars;
  readonly meetings: Meetings;
  readonly scope: ExchangeScope;
  readonly installations: Installations;
  readonly faults: Faults;
  /** The calls so far, oldest first; at most the last 20,000. */
  readonly calls: () => readonly LoggedCall[];
};

const mostCalls = 20_000;

const journalIn = <Entry>(folder: string | undefined, name: string, parse: (value: unknown) => Entry | undefined) =>
  folder === undefined ? passingJournal<Entry>() : openJournal(join(folder, name), parse);

/** As in the links of Teams, percent-encoded in themselves. */
const context = '%7b%22Tid%22%3a%226d1f0c5e%22%2c%22Oid%22%3a%2241c7b8f0%22%7d';

const openMailboxes = (options: GraphOptions, directory: DirectoryState): Calendars =>
  openCalendars(
    {
      ownerOf: (address) => directory.people().find((person) => person.mail?.toLowerCase() === address.toLowerCase())?.id,
      addressOf: (personId) => directory.person(personId)?.mail ?? undefined,
      now: () => options.now().getTime(),
      joinUrlOf: (meetingId) => `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${meetingId}%40thread.v2/0?context=${context}`,
    },
    journalIn(options.folder, 'calendars.jsonl', parseCalendarEntry),
  );

/** The first match answers, so the literal paths stand before those with an id. */
const rooms = [
  ...[deltaRoutes, userRoutes, groupRoutes, mailboxRoutes],
  ...[eventRoutes, meetingRoutes, scheduleRoutes, scopedRoutes, appRoutes],
];

/** Opens the server on an organisation and on what was changed of it earlier. */
export const openGraph = (options: GraphOptions): Graph => {
  const faults: Faults & FaultPlan = openFaults();
  const directory = openDirectory(options.tenant, journalIn(options.folder, 'directory.jsonl', parseDirectoryEntry));
  const calendars = openMailboxes(options, directory);
  const installations = openInstallations(
    options.ids,
    options.apps ?? journalBoard(journalIn(options.folder, 'installations.jsonl', parseInstallationEntry)),
  );
  const meetings = openMeetings(journalIn(options.folder, 'meetings.jsonl', parseMeetingEntry));
  const scope = openExchangeScope();
  const room = { origin: options.origin, state: directory, faults, calendars, meetings, scope, installations };
  const calls: LoggedCall[] = [];
  const router = graphRouter({
    routes: rooms.flatMap((routesOf) => routesOf(room)),
    faults,
    callerOf: options.callerOf,
    registration: options.ids.tabAppId,
    log: (call) => {
      calls.push(call);
      if (calls.length > mostCalls) calls.shift();
    },
  });
  return { router, directory, calendars, meetings, scope, installations, faults, calls: () => [...calls] };
};
