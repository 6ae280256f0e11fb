import type { CardJson, OutgoingMessage } from '../ports/sender.js';

export type { OutgoingMessage };

/** The answer to a click: the card as it is now, or one sentence. */
export type ActionAnswer = { readonly card: CardJson } | { readonly message: string };

/** The answer to a dialog: its (next) page, one sentence, or nothing more. */
export type ViewAnswer = { readonly card: CardJson; readonly title: string } | { readonly message: string } | { readonly close: true };

/** What a turn wants written once it is answered; the core itself writes to nobody. */
export type Writing =
  | { readonly kind: 'say'; readonly message: OutgoingMessage }
  | { readonly kind: 'update'; readonly activityId: string; readonly message: OutgoingMessage };

/** How a turn ended. `refused`: not understood or not allowed, said in a friendly way. `failed`: unexpected, said generically (S-19). */
export type TurnOutcome = {
  readonly result: 'done' | 'refused' | 'failed';
  readonly action?: ActionAnswer;
  readonly view?: ViewAnswer;
  readonly writings: readonly Writing[];
};
