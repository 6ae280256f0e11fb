import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Belonging } from './outbox.js';

/** A message that waits for its reader to be heard from. */
export type HeldMessage = Belonging & { readonly id: string; readonly kind: string };

/**
 * Whether a person can be written to.
 * `unreachable`: why not, as a code; nothing is sent until they are heard from again.
 * `reinstall`: the app is given back once to whoever lost it, and not again before they write or click.
 */
export type Reachability = {
  readonly unreachable: string | null;
  readonly reinstall: 'untried' | 'due' | 'done';
  readonly held: readonly HeldMessage[];
};

export const reachable: Reachability = { unreachable: null, reinstall: 'untried', held: [] };

/** Kept once for each person, over all rounds. Every change may be repeated. */
export type ReachStore = {
  readonly of: (person: PersonId) => Promise<Reachability>;
  /** Nothing more is sent to them; the message goes when they are heard from. */
  readonly close: (person: PersonId, reason: string, message: HeldMessage) => Promise<void>;
  /** Their chat is on its way; the message goes when they are heard from, if not before. */
  readonly awaitChat: (person: PersonId, message: HeldMessage) => Promise<void>;
  /** Asks for the app to be given back; false when that was tried before. */
  readonly reinstall: (person: PersonId) => Promise<boolean>;
  readonly reinstalled: (person: PersonId) => Promise<void>;
  /**
   * They were heard from, or somebody wants it to be tried again: what waited for that is due now, of a kind in a round or an engagement the newest
   * alone. `spoke`: they wrote or clicked, so that the app could be given back to them once more.
   */
  readonly open: (person: PersonId, spoke: boolean) => Promise<void>;
};
