import { isTimeZone } from '@coaching-pairs/shared/time';
import { z } from 'zod';

const account = z.object({
  id: z.string().default(''),
  name: z.string().default(''),
  aadObjectId: z.string().min(1).optional().catch(undefined),
});
const text = z.string().optional().catch(undefined);

/** The part of a Bot Framework activity that is read; everything else is dropped at the edge. */
export const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().default(''),
  channelId: z.string(),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.object({ id: z.string().min(1), tenantId: text, conversationType: text }),
  channelData: z.object({ tenant: z.object({ id: text }).optional() }).optional(),
  name: text,
  action: text,
  text,
  value: z.unknown().optional(),
  locale: text,
  localTimezone: text,
  replyToId: text,
  entities: z.array(z.unknown()).default([]),
  membersAdded: z.array(account).default([]),
  membersRemoved: z.array(account).default([]),
});

export type Activity = z.infer<typeof activitySchema>;

const clientInfoSchema = z.object({ type: z.literal('clientInfo'), locale: text, timezone: text });

/** What the client says about the reader's language and zone; unknown zones are dropped. */
export function clientOf({ entities, locale, localTimezone }: Activity): { readonly locale: string; readonly timeZone?: string } {
  const info = entities.map((entity) => clientInfoSchema.safeParse(entity)).find(({ success }) => success)?.data;
  const timeZone = [info?.timezone, localTimezone].find((zone) => zone !== undefined && isTimeZone(zone));
  return { locale: info?.locale ?? locale ?? 'en', ...(timeZone !== undefined && { timeZone }) };
}
