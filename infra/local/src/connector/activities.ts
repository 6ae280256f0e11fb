import { randomUUID } from 'node:crypto';
import type { SandboxContext } from '../parts.js';
import { type Account, botAccountOf } from './accounts.js';
import type { JsonObject } from './json.js';

/** An activity as Teams posts it to the bot. */
export type Activity = JsonObject & { readonly type: string; readonly serviceUrl: string };

export type ActivityMaker = {
  readonly message: (
    account: Account,
    said: { readonly id?: string; readonly text?: string; readonly value?: unknown; readonly replyTo?: string },
  ) => Activity;
  readonly invoke: (account: Account, invoke: { readonly name: string; readonly value: unknown; readonly replyTo?: string }) => Activity;
  readonly installation: (account: Account, action: 'add' | 'remove') => Activity;
  /** Teams tells of the new chat beside the installation. */
  readonly joined: (account: Account) => Activity;
};

/** Where the bot answers to; also a claim of every token that reaches it. */
export const serviceUrlOf = ({ origin }: Pick<SandboxContext, 'origin'>): string => `${origin}/connector/`;

const localTime = (now: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(now).split('GMT')[1] ?? '';
  return `${parts.replace(' ', 'T')}.000${offset === '' ? '+00:00' : offset}`;
};

const clientInfo = ({ locale, timeZone }: Account) => ({
  type: 'clientInfo',
  locale,
  country: new Intl.Locale(locale).region ?? 'GB',
  platform: 'Web',
  timezone: timeZone,
});

/** What every activity of a personal chat carries. */
const commonTo = (context: Pick<SandboxContext, 'ids' | 'clock' | 'origin'>) => {
  const tenant = { id: context.ids.tenantId };
  const serviceUrl = serviceUrlOf(context);
  return (account: Account) => ({
    channelId: 'msteams',
    serviceUrl,
    timestamp: context.clock.now().toISOString(),
    localTimestamp: localTime(context.clock.now(), account.timeZone),
    localTimezone: account.timeZone,
    locale: account.locale,
    from: { id: account.userId, name: account.person.name, aadObjectId: account.person.id },
    recipient: botAccountOf(context),
    conversation: { conversationType: 'personal', tenantId: tenant.id, id: account.conversationId },
    entities: [clientInfo(account)],
    channelData: { tenant, source: { name: 'message' } },
  });
};

const reply = (replyTo: string | undefined) => (replyTo === undefined ? {} : { replyToId: replyTo });
const freshId = (): string => `f:${randomUUID()}`;

/** Activities in the shape that Teams gives them in a personal chat. */
export const activityMaker = (context: Pick<SandboxContext, 'ids' | 'clock' | 'origin'>): ActivityMaker => {
  const common = commonTo(context);
  return {
    message: (account, { id, text, value, replyTo }) => ({
      ...common(account),
      type: 'message',
      id: id ?? freshId(),
      ...(text === undefined ? {} : { text, textFormat: 'plain' }),
      ...(value === undefined ? {} : { value }),
      ...reply(replyTo),
    }),
    invoke: (account, { name, value, replyTo }) => ({ ...common(account), type: 'invoke', name, id: freshId(), value, ...reply(replyTo) }),
    installation: (account, action) => ({ ...common(account), type: 'installationUpdate', id: freshId(), action }),
    joined: (account) => ({
      ...common(account),
      type: 'conversationUpdate',
      id: freshId(),
      membersAdded: [{ id: account.userId, aadObjectId: account.person.id }, { id: botAccountOf(context).id }],
    }),
  };
};
