/** One kind of call that the product makes, and the permission it needs. */
export type AllowedPath = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly permission: string | null;
};

/** Every path of Microsoft Graph that the app-only client may call (S-16); what is not here never leaves the process. */
export const allowedPaths: readonly AllowedPath[] = [
  { method: 'GET', path: '/users', permission: 'User.Read.All' },
  { method: 'GET', path: '/users/delta', permission: 'User.Read.All' },
  { method: 'GET', path: '/users/{id}', permission: 'User.Read.All' },
  { method: 'GET', path: '/users/{id}/mailboxSettings/timeZone', permission: 'MailboxSettings.Read' },
  { method: 'GET', path: '/users/{id}/mailboxSettings/workingHours', permission: 'MailboxSettings.Read' },
  { method: 'GET', path: '/groups', permission: 'GroupMember.Read.All' },
  { method: 'GET', path: '/groups/{id}/transitiveMembers/microsoft.graph.user', permission: 'GroupMember.Read.All' },
  { method: 'GET', path: '/appCatalogs/teamsApps', permission: 'AppCatalog.Read.All' },
  { method: 'GET', path: '/users/{id}/teamwork/installedApps', permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },
  { method: 'POST', path: '/users/{id}/teamwork/installedApps', permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },
  { method: 'GET', path: '/users/{id}/teamwork/installedApps/{id}/chat', permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },
  // The calls inside are checked one by one when the batch is put together.
  { method: 'POST', path: '/$batch', permission: null },
];

/** What is asked on behalf of a signed-in leader, of their own calendar and meetings alone; the permission is a delegated one (S-16). */
export const delegatedPaths: readonly AllowedPath[] = [
  { method: 'POST', path: '/me/calendar/getSchedule', permission: 'Calendars.ReadWrite' },
  { method: 'POST', path: '/me/events', permission: 'Calendars.ReadWrite' },
  { method: 'GET', path: '/me/events', permission: 'Calendars.ReadWrite' },
  { method: 'PATCH', path: '/me/events/{id}', permission: 'Calendars.ReadWrite' },
  { method: 'POST', path: '/me/events/{id}/cancel', permission: 'Calendars.ReadWrite' },
  { method: 'DELETE', path: '/me/events/{id}', permission: 'Calendars.ReadWrite' },
  { method: 'GET', path: '/me/onlineMeetings', permission: 'OnlineMeetings.ReadWrite' },
  { method: 'PATCH', path: '/me/onlineMeetings/{id}', permission: 'OnlineMeetings.ReadWrite' },
];

/**
 * What is done in a calendar whose owner is away, where IT has set that up. The permission is a role of Exchange, for the mailboxes
 * that IT has chosen; Entra is never asked to grant it, because that grant would be for all of them (S-17).
 */
export const unattendedPaths: readonly AllowedPath[] = [
  { method: 'POST', path: '/users/{id}/events/{id}/cancel', permission: 'Calendars.ReadWrite' },
];

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => (segment === '{id}' ? given[index] !== '' : segment === given[index]))
  );
};

/** The entry for a path relative to `/v1.0` (a query is passed over); undefined where the product has no business. */
export const allowedPathOf = (method: string, path: string, among = allowedPaths): AllowedPath | undefined => {
  const bare = path.split('?')[0] ?? '';
  return among.find((allowed) => allowed.method === method && fits(allowed.path, bare));
};
