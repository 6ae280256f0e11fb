import { createHash } from 'node:crypto';
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

/** For whom the bot is installed; `onChange` is told of every change after it is in the journal. */
export type Installations = {
  readonly has: (personId: string) => boolean;
  readonly set: (personId: string, installed: boolean) => void;
  readonly onChange: (follow: (entry: InstallationEntry) => void) => void;
  /** The catalogue id of the app, which differs from the id of its manifest. */
  readonly catalogueId: string;
  readonly teamsAppId: string;
  readonly botAppId: string;
};

export const openInstallations = (
  ids: { readonly teamsAppId: string; readonly botAppId: string },
  journal: Journal<InstallationEntry>,
): Installations => {
  const installed = new Map(journal.entries.map((entry) => [entry.personId, entry.installed]));
  const followers: ((entry: InstallationEntry) => void)[] = [];
  return {
    has: (personId) => installed.get(personId) === true,
    set: (personId, now) => {
      if ((installed.get(personId) === true) === now) return;
      journal.append({ personId, installed: now });
      installed.set(personId, now);
      for (const follow of followers) follow({ personId, installed: now });
    },
    onChange: (follow) => void followers.push(follow),
    catalogueId: `catalogue-${ids.teamsAppId}`,
    ...ids,
  };
};

/** The id of the personal chat between somebody and the bot; always the same for the two. */
export const chatIdOf = (personId: string, botAppId: string): string =>
  `19:${createHash('sha256').update(`${personId}/${botAppId}`).digest('hex').slice(0, 32)}@unq.gbl.spaces`;

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
  (room: AppsRoom, answer: (personId: string, call: GraphCall) => GraphAnswer) =>
  (call: GraphCall): GraphAnswer => {
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
  withPerson(room, (personId, call) => {
    const app = textIn(call.body, 'teamsApp@odata.bind')?.split('/').at(-1);
    // "Self": this registration may install its own app and no other.
    if (app !== room.installations.catalogueId) return problem(403, 'Forbidden', 'The app may only install itself.');
    if (room.installations.has(personId)) return problem(409, 'Conflict', 'The app is already installed for this person.');
    room.installations.set(personId, true);
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
