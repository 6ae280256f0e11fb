import type { AppBoard } from '../parts.js';
import { chatIdOf } from '../people/identity.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, isRecord, notFound, problem, textIn } from './call.js';
import type { Journal } from './journal.js';
import { pageOf } from './paging.js';
import { filterOf } from './query.js';
import type { DirectoryRoom } from './users.js';

export type InstallationEntry = { readonly personId: string; readonly installed: boolean };

export const parseInstallationEntry = (value: unknown): InstallationEntry | undefined =>
  isRecord(value) && typeof value.personId === 'string' && typeof value.installed === 'boolean'
    ? { personId: value.personId, installed: value.installed }
    : undefined;

/** For whom the bot is installed. */
export type Installations = AppBoard & {
  /** The catalogue id of the app, which differs from the id of its manifest. */
  readonly catalogueId: string;
  readonly teamsAppId: string;
  readonly botAppId: string;
};

/** A board kept in a journal, for a server without chats beside it. */
export const journalBoard = (journal: Journal<InstallationEntry>): AppBoard => {
  const installed = new Map(journal.entries.map((entry) => [entry.personId, entry.installed]));
  return {
    has: (personId) => installed.get(personId) === true,
    install: async (personId) => {
      journal.append({ personId, installed: true });
      installed.set(personId, true);
    },
  };
};

export const openInstallations = (ids: { readonly teamsAppId: string; readonly botAppId: string }, board: AppBoard): Installations => ({
  ...board,
  catalogueId: `catalogue-${ids.teamsAppId}`,
  ...ids,
});

export type AppsRoom = DirectoryRoom & { readonly installations: Installations };

const appOf = (room: AppsRoom): Readonly<Record<string, unknown>> => ({
  id: room.installations.catalogueId,
  externalId: room.installations.teamsAppId,
  displayName: 'Coaching Pairs',
  distributionMethod: 'organization',
});

const installationOf = (room: AppsRoom, personId: string): Readonly<Record<string, unknown>> => ({
  id: Buffer.from(`${personId}##${room.installations.catalogueId}`).toString('base64url'),
  teamsApp: appOf(room),
});

const catalogue =
  (room: AppsRoom) =>
  (call: GraphCall): GraphAnswer => {
    const filter = filterOf(call.query.get('$filter'));
    if (filter === undefined) return badRequest('Invalid filter clause.');
    return pageOf(room.origin, call, room.faults, [appOf(room)].filter(filter), (app) => app);
  };

const withPerson =
  (room: AppsRoom, answer: (personId: string, call: GraphCall) => GraphAnswer | Promise<GraphAnswer>) =>
  (call: GraphCall): GraphAnswer | Promise<GraphAnswer> => {
    const id = call.params.id ?? '';
    return room.state.person(id) === undefined ? notFound(id) : answer(id, call);
  };

const installed = (room: AppsRoom) =>
  withPerson(room, (personId, call) => {
    const wanted = call.query.get('$filter');
    const match = wanted === null ? null : /^teamsApp\/(externalId|id) eq '([^']*)'$/u.exec(wanted);
    if (wanted !== null && match === null) return badRequest('Invalid filter clause.');
    const fits = match === null || appOf(room)[match[1] ?? ''] === match[2];
    const rows = room.installations.has(personId) && fits ? [installationOf(room, personId)] : [];
    return pageOf(room.origin, call, room.faults, rows, (row) => row);
  });

const install = (room: AppsRoom) =>
  withPerson(room, async (personId, call) => {
    const app = textIn(call.body, 'teamsApp@odata.bind')?.split('/').at(-1);
    // "Self": this registration may install its own app and no other.
    if (app !== room.installations.catalogueId) return problem(403, 'Forbidden', 'The app may only install itself.');
    if (room.faults.installRefused(personId))
      return problem(403, 'Forbidden', 'The app is blocked for this person by an app permission policy.');
    if (room.installations.has(personId)) return problem(409, 'Conflict', 'The app is already installed for this person.');
    await room.installations.install(personId);
    return { status: 201, headers: { Location: `${room.origin}/v1.0${call.path}/${String(installationOf(room, personId).id)}` } };
  });

const chat = (room: AppsRoom) =>
  withPerson(room, (personId, call) => {
    const known = room.installations.has(personId) && call.params.installation === installationOf(room, personId).id;
    return known
      ? answered({ id: chatIdOf(personId, room.installations.botAppId), chatType: 'oneOnOne' })
      : notFound(call.params.installation ?? '');
  });

const installer = { app: ['TeamsAppInstallation.ReadWriteSelfForUser.All'] } as const;

/** The app catalogue, and installing the product's own app for somebody. */
export const appRoutes = (room: AppsRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/appCatalogs/teamsApps', app: ['AppCatalog.Read.All'], answer: catalogue(room) },
  { method: 'GET', path: '/users/{id}/teamwork/installedApps', ...installer, answer: installed(room) },
  { method: 'POST', path: '/users/{id}/teamwork/installedApps', ...installer, answer: install(room) },
  { method: 'GET', path: '/users/{id}/teamwork/installedApps/{installation}/chat', ...installer, answer: chat(room) },
];
