import { createHash } from 'node:crypto';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { SandboxContext, SandboxPerson } from '../parts.js';
import { chatIdOf } from '../people/identity.js';
import { readStoredTenant } from '../people/stored.js';

/** Somebody who can chat with the bot, under the names that Teams gives them. */
export type Account = {
  readonly person: SandboxPerson;
  /** How activities name the person: `29:…`, different for every bot. */
  readonly userId: string;
  /** The one-to-one conversation of this person with the bot. */
  readonly conversationId: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Whether a policy of the organisation gave them the app; the others get it when the bot first has something for them. */
  readonly given: boolean;
};

/** Finds people by any of the names the connector knows them under; undefined where there is nobody. */
export type Accounts = {
  readonly all: readonly Account[];
  readonly byPerson: (personId: string) => Account | undefined;
  readonly byConversation: (conversationId: string) => Account | undefined;
  /** By `29:…` or by Entra object id, as the members of a new conversation may be given. */
  readonly byMember: (id: string) => Account | undefined;
};

const digest = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url');

/** One in eight, and nobody who is needed to run a round or an engagement. */
const isLeftOut = (person: SandboxPerson, place: number, needed: ReadonlySet<string>): boolean => place % 8 === 6 && !needed.has(person.id);

const accountOf = (person: SandboxPerson, botAppId: string, known: Person | undefined, given: boolean): Account => ({
  person,
  userId: `29:1${digest('user', botAppId, person.id)}`,
  conversationId: `a:1${digest('chat', botAppId, person.id)}`,
  locale: known?.language ?? 'en-GB',
  timeZone: known?.timeZone ?? 'Europe/London',
  given,
});

/** Names follow from the ids alone, so that they are the same after every restart. */
export const accountsOf = ({ people, ids, dataFolder }: Pick<SandboxContext, 'people' | 'ids' | 'dataFolder'>): Accounts => {
  const tenant = readStoredTenant(dataFolder);
  const known = new Map(tenant?.people.map((person): [string, Person] => [person.id, person]));
  const { roundLeaderId, peoplePartnerId, administratorId, outsiderId, coordinatorId } = tenant ?? {};
  const needed = new Set([roundLeaderId, peoplePartnerId, administratorId, outsiderId, coordinatorId].map(String));
  const all = people.map((person, place) => accountOf(person, ids.botAppId, known.get(person.id), !isLeftOut(person, place, needed)));
  const byPerson = new Map(all.map((account) => [account.person.id, account]));
  // Graph knows the same chat under another id; the connector takes both.
  const byConversation = new Map(
    all.flatMap((account) =>
      [account.conversationId, chatIdOf(account.person.id, ids.botAppId)].map((id): [string, Account] => [id, account]),
    ),
  );
  const byUser = new Map(all.map((account) => [account.userId, account]));
  return {
    all,
    byPerson: (personId) => byPerson.get(personId),
    byConversation: (conversationId) => byConversation.get(conversationId),
    byMember: (id) => byUser.get(id) ?? byPerson.get(id) ?? byPerson.get(id.replace(/^8:orgid:/, '')),
  };
};

/** How the bot's own account is named in its conversations. */
export const botAccountOf = ({ ids }: Pick<SandboxContext, 'ids'>): { readonly id: string; readonly name: string } => ({
  id: `28:${ids.botAppId}`,
  name: 'Coaching Pairs',
});
