import { windowsZoneOf } from '../people/offices.js';
import { photoOf } from '../people/photo.js';
import type { TenantPerson } from '../people/tenant.js';
import { answered, type GraphAnswer, type GraphCall, type GraphRoute, notFound, problem } from './call.js';
import type { DirectoryRoom } from './users.js';

const settingsOf = (person: TenantPerson) => ({
  timeZone: windowsZoneOf(person.timeZone ?? 'Etc/UTC'),
  language: { locale: person.language ?? 'en-US' },
  workingHours: {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    startTime: '09:00:00.0000000',
    endTime: '17:00:00.0000000',
    timeZone: { name: windowsZoneOf(person.timeZone ?? 'Etc/UTC') },
  },
});

const withPerson =
  (room: DirectoryRoom, answer: (person: TenantPerson) => GraphAnswer) =>
  (call: GraphCall): GraphAnswer => {
    const id = call.params.id ?? call.caller.personId ?? '';
    const person = room.state.person(id);
    return person === undefined ? notFound(id) : answer(person);
  };

const settings = (person: TenantPerson): GraphAnswer =>
  person.mail === null || person.guest === true
    ? problem(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.')
    : answered(settingsOf(person));

const timeZone = (person: TenantPerson): GraphAnswer => {
  const whole = settings(person);
  return whole.status === 200 ? answered({ value: settingsOf(person).timeZone }) : whole;
};

const workingHours = (person: TenantPerson): GraphAnswer => {
  const whole = settings(person);
  return whole.status === 200 ? answered({ ...settingsOf(person).workingHours }) : whole;
};

const picture = (person: TenantPerson): GraphAnswer => ({ status: 200, text: { type: 'image/svg+xml', content: photoOf(person) } });

/** Pictures and mailbox settings. */
export const mailboxRoutes = (room: DirectoryRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/users/{id}/photo/$value', app: ['User.Read.All', 'ProfilePhoto.Read.All'], answer: withPerson(room, picture) },
  { method: 'GET', path: '/users/{id}/mailboxSettings', app: ['MailboxSettings.Read'], answer: withPerson(room, settings) },
  { method: 'GET', path: '/users/{id}/mailboxSettings/timeZone', app: ['MailboxSettings.Read'], answer: withPerson(room, timeZone) },
  {
    method: 'GET',
    path: '/users/{id}/mailboxSettings/workingHours',
    app: ['MailboxSettings.Read'],
    answer: withPerson(room, workingHours),
  },
  { method: 'GET', path: '/me/photo/$value', user: ['User.Read'], answer: withPerson(room, picture) },
  { method: 'GET', path: '/me/mailboxSettings', user: ['MailboxSettings.Read'], answer: withPerson(room, settings) },
];
