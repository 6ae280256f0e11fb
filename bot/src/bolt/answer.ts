/** Adaptive Card JSON. */
export type Card = { readonly [property: string]: unknown };

/** `summary` is what a notification shows instead of the card. */
export type Message =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** The answer to a click: the card as it is now, or one sentence. */
export type ActionAnswer = { readonly card: Card } | { readonly message: string };

/** The answer to a dialog: its (next) page, one sentence, or nothing more. */
export type ViewAnswer = { readonly card: Card; readonly title: string } | { readonly message: string } | { readonly close: true };

/** What a turn wants written once it is answered; the core itself writes to nobody. */
export type Writing =
  | { readonly kind: 'say'; readonly message: Message }
  | { readonly kind: 'update'; readonly activityId: string; readonly message: Message };

/** How a turn ended. `refused`: not understood or not allowed, said in a friendly way. `failed`: unexpected, said generically (S-19). */
export type TurnOutcome = {
  readonly result: 'done' | 'refused' | 'failed';
  readonly action?: ActionAnswer;
  readonly view?: ViewAnswer;
  readonly writings: readonly Writing[];
};
