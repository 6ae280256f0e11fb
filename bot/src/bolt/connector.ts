import type { SendFailure } from '../ports/sender.js';

/** JSON of an outgoing activity. */
export type OutgoingActivity = { readonly [property: string]: unknown };

export type ConversationToOpen = {
  readonly botId: string;
  readonly personId: string;
  readonly tenantId: string;
};

export type Connected = { readonly kind: 'accepted'; readonly id: string; readonly serviceUrl?: string } | SendFailure;

/** The three calls of the Bot Connector that are used. Each makes one attempt, follows no redirect (S-05) and never throws. */
export type Connector = {
  post(serviceUrl: string, conversationId: string, activity: OutgoingActivity): Promise<Connected>;
  put(serviceUrl: string, conversationId: string, activityId: string, activity: OutgoingActivity): Promise<Connected>;
  open(serviceUrl: string, conversation: ConversationToOpen): Promise<Connected>;
};
