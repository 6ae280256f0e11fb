import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Log } from '../ports/log.js';
import type { OutgoingMessage } from '../ports/sender.js';
import type { ActionAnswer, ViewAnswer } from './answer.js';
import type { Link } from './chain.js';
import type { EventName, Turn, ViewStep } from './turn.js';

/** What every middleware and listener receives. `say` writes to the actor once the turn is answered; it is never waited for. */
export type TurnArgs<Context> = {
  readonly context: Context;
  readonly turn: Turn;
  readonly logger: Log;
  readonly say: (message: OutgoingMessage) => void;
};

export type CommandArgs<Context> = TurnArgs<Context> & {
  /** `phrase` is the registered one that the text began with. */
  readonly payload: { readonly text: string; readonly phrase: string };
};

export type ActionArgs<Context, Data> = TurnArgs<Context> & {
  /** What the card carried, already checked; a hint only: ids in it are read again from storage (S-07). */
  readonly payload: Data;
  readonly trigger: 'manual' | 'automatic';
  /** Answers the click; exactly once. */
  readonly ack: (answer: ActionAnswer) => void;
  /** Replaces the message with the clicked card for everyone who sees it, after the answer. */
  readonly respond: (message: OutgoingMessage) => void;
};

export type ViewArgs<Context, Data> = TurnArgs<Context> & {
  readonly payload: Data;
  readonly step: ViewStep;
  /** Answers the dialog; exactly once. */
  readonly ack: (answer: ViewAnswer) => void;
};

export type EventArgs<Context> = TurnArgs<Context> & {
  /** `people` are the Entra ids of those added or removed; empty for an installation. */
  readonly payload: { readonly name: EventName; readonly people: readonly PersonId[] };
};

export type Middleware<Context> = Link<TurnArgs<Context>>;
export type CommandListener<Context> = Link<CommandArgs<Context>>;
export type ActionListener<Context, Data> = Link<ActionArgs<Context, Data>>;
export type ViewListener<Context, Data> = Link<ViewArgs<Context, Data>>;
export type EventListener<Context> = Link<EventArgs<Context>>;

/** Receives whatever a listener or middleware threw. The one who clicked learns the correlation id and nothing else (S-19). */
export type ErrorHandler = (args: {
  readonly error: unknown;
  readonly correlationId: string;
  readonly turn: Turn;
  readonly logger: Log;
}) => Promise<void> | void;

/** What the core itself has to say, in the reader's language. */
export type AppTexts = {
  /** A click or dialog that this version does not know, or whose content is not what it should be. */
  readonly notUnderstood: (locale: string) => string;
  /** Something unexpected; `correlationId` is what to quote to an administrator. */
  readonly failed: (locale: string, correlationId: string) => string;
};
