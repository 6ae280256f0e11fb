import { join } from 'node:path';
import { accountsOf, botAccountOf } from '@coaching-pairs/local/connector/accounts';
import { activityMaker, serviceUrlOf } from '@coaching-pairs/local/connector/activities';
import { botDoor } from '@coaching-pairs/local/connector/bot-door';
import { openChatLog } from '@coaching-pairs/local/connector/chat-log';
import { createChats } from '@coaching-pairs/local/connector/chats';
import { connectorRoutes } from '@coaching-pairs/local/connector/connector-routes';
import type { Fault } from '@coaching-pairs/local/connector/faults';
import type { SandboxContext, SandboxPerson } from '@coaching-pairs/local/parts';
import { openApps } from '@coaching-pairs/local/process/apps';
import { openTrust } from '@coaching-pairs/local/trust/trust';
import type { Arrival } from './arrivals.js';

/** What the next delivery meets; undefined when it is taken. */
export type Fate = (to: string, count: number) => Fault | undefined;

export type Tenant = Awaited<ReturnType<typeof openTenant>>;

const unmoved = async (): Promise<never> => Promise.reject(new Error('The time of this tenant does not move.'));

/**
 * Sign-in and connector of the sandbox tenant in this process: tokens are checked, messages kept, and every delivery is noted with
 * its moment and what it met.
 */
export const openTenant = async (folder: string, people: readonly SandboxPerson[]) => {
  const clock = { now: () => new Date(), advance: unmoved, onMove: () => () => undefined };
  const trust = await openTrust({ folder: join(folder, 'trust'), clock, personOf: (id) => people.find((person) => person.id === id) });
  const room = { ids: trust.ids, people, guests: [], dataFolder: folder, trust, clock, origin: trust.origin };
  const accounts = accountsOf(room);
  const log = openChatLog(join(folder, 'chats.jsonl'));
  const chats = createChats(log, clock.now);
  const arrivals: Arrival[] = [];
  let chosen: Fate = () => undefined;
  const take = ({ personId: to }: { readonly personId: string }): Fault | undefined => {
    const fault = chosen(to, arrivals.length + 1);
    arrivals.push({ at: Date.now(), to, met: fault?.kind });
    return fault;
  };
  const nothing = (): void => undefined;
  const faults = { inject: nothing, clear: nothing, take };
  trust.app.use('/connector', connectorRoutes({ context: room, accounts, chats, faults, typing: nothing }));
  const contextFor = (botUrl: string): SandboxContext => {
    const signing = { ...trust, signBotToken: tokenFor };
    return { ...room, trust: signing, publicUrl: trust.origin, botUrl: () => botUrl, apps: openApps() };
  };
  let signed: Promise<string> | undefined;
  /** One token for all clicks: it is the product that is looked at, not what stands around it. */
  const tokenFor = (wanted: { readonly serviceUrl: string }): Promise<string> => {
    signed ??= trust.signBotToken(wanted);
    return signed;
  };
  const make = activityMaker(contextFor(''));
  const accountOf = (personId: string) => {
    const account = accounts.byPerson(personId);
    if (account === undefined) throw new Error(`There is nobody called ${personId}.`);
    return account;
  };
  return {
    trust,
    chats,
    arrivals,
    /** From now on deliveries meet this. */
    meets: (next: Fate): void => {
      chosen = next;
    },
    /** How the bot knows the chat with somebody. */
    conversationOf: (personId: string) => ({
      conversationId: accountOf(personId).conversationId,
      serviceUrl: serviceUrlOf(room),
      botId: botAccountOf(room).id,
    }),
    /** One click on a card, each with an activity id of its own, sent to that process as Teams would. */
    clicks: (botUrl: string, personId: string, verb: string, data: object) => {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      return botDoor(contextFor(botUrl))(make.invoke(accountOf(personId), { name: 'adaptiveCard/action', value }));
    },
    joins: (botUrl: string, personId: string) => botDoor(contextFor(botUrl))(make.installation(accountOf(personId), 'add')),
    stop: async (): Promise<void> => {
      await trust.stop();
      log.close();
    },
  };
};
