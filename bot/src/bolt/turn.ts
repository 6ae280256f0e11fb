import type { PersonId } from '@coaching-pairs/shared/ids';
import type { ConversationReference } from '../ports/conversations.js';

/** Who acted, taken from the verified activity alone, never from what a card carries (S-06). */
export type Actor = {
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly name: string;
};

export const eventNames = ['installed', 'uninstalled', 'peopleAdded', 'peopleRemoved'] as const;
export type EventName = (typeof eventNames)[number];

/**
 * What is asked of the bot. `automatic` is a client refreshing a card, not a person clicking.
 * `asMessage` is a click from a client without Universal Actions: its answer has to be written, not returned.
 */
export type Request =
  | { readonly kind: 'command'; readonly text: string }
  | {
      readonly kind: 'action';
      readonly verb: string;
      readonly data: unknown;
      readonly trigger: 'manual' | 'automatic';
      readonly asMessage: boolean;
    }
  | { readonly kind: 'view'; readonly name: string; readonly step: ViewStep; readonly data: unknown }
  | { readonly kind: 'event'; readonly name: EventName; readonly people: readonly PersonId[] };

/** `fetch` opens a dialog, `submit` takes what was entered in it. */
export type ViewStep = 'fetch' | 'submit';

/** One verified request with all that is known about its circumstances. */
export type Turn = {
  /** The activity's id; two clicks may share an intent and differ in it, so it is no key for anything. */
  readonly activityId: string;
  readonly actor: Actor;
  /** Where the actor can be written to. */
  readonly conversation: ConversationReference;
  /** BCP 47, as the client reports it. */
  readonly locale: string;
  /** IANA zone, as the client reports it. */
  readonly timeZone?: string;
  /** The message that holds the card which was clicked. */
  readonly cardActivityId?: string;
  readonly request: Request;
};
