import type { ConversationReference } from '../ports/conversations.js';
import type { OutgoingMessage, Sender, SendFailure, SendOutcome } from '../ports/sender.js';
import type { Connected, Connector, OutgoingActivity } from './connector.js';
import { isConnectorUrl } from './connector-origins.js';

export type SenderOptions = {
  readonly connector: Connector;
  readonly connectorOrigins: readonly string[];
  /** Where conversations are opened with people who have never written. */
  readonly connectorUrl: string;
  readonly botAppId: string;
};

/** The connector's prefix for the account of a bot. */
export const botAccountOf = (botAppId: string): string => `28:${botAppId}`;

const notAllowed: SendFailure = { kind: 'permanent', code: 'ServiceUrlNotAllowed', scope: 'person' };

/** Writes through the connector; a reference that points anywhere but to an allowed origin is refused before a connection is made (S-05). */
export function createSender({ connector, connectorOrigins, connectorUrl, botAppId }: SenderOptions): Sender {
  const allowed = (url: string): boolean => isConnectorUrl(connectorOrigins, url);
  const whenAllowed = async (reference: ConversationReference, call: () => Promise<Connected>): Promise<SendOutcome> => {
    if (!allowed(reference.serviceUrl)) return notAllowed;
    const connected = await call();
    return connected.kind === 'accepted' ? { kind: 'sent', activityId: connected.id } : connected;
  };
  return {
    send: (reference, message) => {
      const { serviceUrl, conversationId } = reference;
      return whenAllowed(reference, () => connector.post(serviceUrl, conversationId, activityOf(reference, message)));
    },
    update: (reference, activityId, message) => {
      const { serviceUrl, conversationId } = reference;
      const activity = { ...activityOf(reference, message), id: activityId };
      return whenAllowed(reference, () => connector.put(serviceUrl, conversationId, activityId, activity));
    },
    async open({ tenantId, personId }) {
      const botId = botAccountOf(botAppId);
      const opened = await connector.open(connectorUrl, { botId, personId, tenantId });
      if (opened.kind !== 'accepted') return opened;
      const serviceUrl = opened.serviceUrl !== undefined && allowed(opened.serviceUrl) ? opened.serviceUrl : connectorUrl;
      return { kind: 'opened', reference: { tenantId, personId, conversationId: opened.id, serviceUrl, botId } };
    },
  };
}

/** Tenant and Entra id are always named: without them Teams has refused messages to people who could be reached. */
function activityOf(reference: ConversationReference, message: OutgoingMessage): OutgoingActivity {
  const { tenantId, personId, conversationId, botId, serviceUrl } = reference;
  return {
    type: 'message',
    channelId: 'msteams',
    serviceUrl,
    from: { id: botId },
    recipient: { aadObjectId: personId },
    conversation: { id: conversationId, tenantId, conversationType: 'personal' },
    channelData: { tenant: { id: tenantId } },
    ...contentOf(message),
  };
}

function contentOf(message: OutgoingMessage): OutgoingActivity {
  if (message.kind === 'text') return { text: message.text, textFormat: 'plain' };
  return { summary: message.summary, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }] };
}
