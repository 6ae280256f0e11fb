import type { ConversationOwner, ConversationReference } from './conversations.js';

/** Adaptive Card JSON, at most 28 KB as sent. */
export type CardJson = { readonly [property: string]: unknown };

/** `summary` is what a notification shows instead of the card. */
export type OutgoingMessage =
  | { readonly kind: 'card'; readonly card: CardJson; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** Whom a permanent refusal concerns: this person (stop writing to them, R-07), this one message, or the bot as a whole. */
export type RefusalScope = 'person' | 'message' | 'bot';

/**
 * Why nothing can be said to have arrived. Exactly one attempt was made; the caller owns every further one.
 * - `throttled` (429) and `precondition` (412): surely not delivered, may be sent again.
 * - `unsent`: no request left this process (no token, no connection), may be sent again.
 * - `ambiguous`: 408, 5xx, reset or timeout; it may have been delivered.
 * - `permanent`: will never be accepted; `code` is the connector's own, such as `ConversationBlockedByUser`.
 */
export type SendFailure =
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  | { readonly kind: 'precondition' }
  | { readonly kind: 'unsent'; readonly code: string }
  | { readonly kind: 'ambiguous'; readonly status?: number }
  | { readonly kind: 'permanent'; readonly code: string; readonly scope: RefusalScope; readonly status?: number };

export type SendOutcome = { readonly kind: 'sent'; readonly activityId: string } | SendFailure;
export type OpenOutcome = { readonly kind: 'opened'; readonly reference: ConversationReference } | SendFailure;

/** Writes to people outside of a turn. Never throws for anything the connector answers. */
export type Sender = {
  send(reference: ConversationReference, message: OutgoingMessage): Promise<SendOutcome>;
  /** Replaces a message already sent; idempotent, so it may always be repeated. */
  update(reference: ConversationReference, activityId: string, message: OutgoingMessage): Promise<SendOutcome>;
  /** Opens (or finds again) the one-to-one conversation with a person the bot has never heard from. */
  open(owner: ConversationOwner): Promise<OpenOutcome>;
};
