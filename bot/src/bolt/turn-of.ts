import { personId } from '@coaching-pairs/shared/ids';
import { z } from 'zod';
import { type Activity, clientOf } from './activity.js';
import type { Request, Turn } from './turn.js';

/** `ignored`: nothing the bot listens to, answered with silence. `unsupported`: an invoke it does not know. */
export type Understood = { readonly kind: 'turn'; readonly turn: Turn } | { readonly kind: 'ignored' } | { readonly kind: 'unsupported' };

const data = z.record(z.string(), z.unknown());
const actionSchema = z.object({
  action: z.object({ verb: z.string().min(1), data: data.default({}) }),
  trigger: z.enum(['manual', 'automatic']).catch('manual'),
});
const viewSchema = z.object({ data: data.and(z.object({ view: z.string().min(1) })) });
const submitSchema = data.and(z.object({ verb: z.string().min(1) }));

/** What a verified activity asks of the bot. Names of clicks and dialogs come from the card and decide nothing but the listener (S-07). */
export function understand(activity: Activity): Understood {
  const request = requestOf(activity);
  if (request === 'unsupported') return { kind: 'unsupported' };
  if (request === 'ignored') return { kind: 'ignored' };
  const { from, recipient, conversation, serviceUrl, replyToId } = activity;
  const tenantId = conversation.tenantId;
  if (from.aadObjectId === undefined || tenantId === undefined) return { kind: 'ignored' };
  const person = personId(from.aadObjectId);
  const turn: Turn = {
    activityId: activity.id,
    actor: { personId: person, tenantId, name: from.name },
    conversation: { tenantId, personId: person, conversationId: conversation.id, serviceUrl, botId: recipient.id },
    ...clientOf(activity),
    ...(replyToId !== undefined && { cardActivityId: replyToId }),
    request,
  };
  return { kind: 'turn', turn };
}

function requestOf(activity: Activity): Request | 'ignored' | 'unsupported' {
  switch (activity.type) {
    case 'message':
      return messageOf(activity);
    case 'invoke':
      return invokeOf(activity);
    case 'installationUpdate':
      return installationOf(activity);
    case 'conversationUpdate':
      return peopleOf(activity);
    default:
      return 'ignored';
  }
}

function messageOf({ text, value }: Activity): Request {
  const submitted = text ? undefined : submitSchema.safeParse(value).data;
  if (submitted === undefined) return { kind: 'command', text: text ?? '' };
  return { kind: 'action', verb: submitted.verb, data: withoutNames(submitted, ['verb']), trigger: 'manual', asMessage: true };
}

function invokeOf({ name, value }: Activity): Request | 'unsupported' {
  if (name === 'adaptiveCard/action') {
    const parsed = actionSchema.safeParse(value).data;
    if (parsed === undefined) return { kind: 'action', verb: '', data: undefined, trigger: 'manual', asMessage: false };
    const { action, trigger } = parsed;
    return { kind: 'action', verb: action.verb, data: withoutNames(action.data, []), trigger, asMessage: false };
  }
  if (name !== 'task/fetch' && name !== 'task/submit') return 'unsupported';
  const parsed = viewSchema.safeParse(value).data;
  const step = name === 'task/fetch' ? 'fetch' : 'submit';
  return { kind: 'view', name: parsed?.data.view ?? '', step, data: withoutNames(parsed?.data ?? {}, ['view']) };
}

/** `msteams` is the client's own: how it was to treat the button. */
function withoutNames(values: z.infer<typeof data>, names: readonly string[]): z.infer<typeof data> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'msteams' && !names.includes(name)));
}

function installationOf({ action = '' }: Activity): Request | 'ignored' {
  if (action.startsWith('add')) return { kind: 'event', name: 'installed', people: [] };
  return action.startsWith('remove') ? { kind: 'event', name: 'uninstalled', people: [] } : 'ignored';
}

function peopleOf({ membersAdded, membersRemoved }: Activity): Request | 'ignored' {
  const idsOf = (members: Activity['membersAdded']) => members.flatMap(({ aadObjectId }) => (aadObjectId ? [personId(aadObjectId)] : []));
  const [added, removed] = [idsOf(membersAdded), idsOf(membersRemoved)];
  if (added.length > 0) return { kind: 'event', name: 'peopleAdded', people: added };
  return removed.length > 0 ? { kind: 'event', name: 'peopleRemoved', people: removed } : 'ignored';
}
