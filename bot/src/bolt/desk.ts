import type { OutgoingMessage } from '../ports/sender.js';
import type { ActionAnswer, TurnOutcome, ViewAnswer, Writing } from './answer.js';
import type { Turn } from './turn.js';

/** Collects what one turn answers and wants written. Nothing leaves before the turn has ended, so a failing turn writes nothing. */
export type Desk = {
  readonly say: (message: OutgoingMessage) => void;
  readonly respond: (message: OutgoingMessage) => void;
  readonly ack: (answer: ActionAnswer) => void;
  readonly ackView: (answer: ViewAnswer) => void;
  /** Throws when a click or dialog was left without an answer. */
  readonly mustBeAnswered: () => void;
  readonly outcome: (result: TurnOutcome['result']) => TurnOutcome;
  /** One sentence in the form that fits the request, in place of all that was collected. */
  readonly plain: (result: TurnOutcome['result'], text: string) => TurnOutcome;
};

/** The desk of one turn, empty. */
export function createDesk(turn: Turn): Desk {
  const writings: Writing[] = [];
  const { kind } = turn.request;
  let action: ActionAnswer | undefined;
  let view: ViewAnswer | undefined;
  const isAnswered = (): boolean => action !== undefined || view !== undefined;
  const onlyOnce = (): void => {
    if (isAnswered()) throw new Error('ack() was called twice in one turn');
  };
  return {
    say: (message) => void writings.push({ kind: 'say', message }),
    respond: (message) => void writings.push(replacing(turn, message)),
    ack: (answer) => {
      onlyOnce();
      action = answer;
    },
    ackView: (answer) => {
      onlyOnce();
      view = answer;
    },
    mustBeAnswered: () => {
      if ((kind === 'action' || kind === 'view') && !isAnswered()) throw new Error(`The ${kind} was left without ack()`);
    },
    outcome: (result) => ({ result, writings, ...(action && { action }), ...(view && { view }) }),
    plain: (result, text) => plainOutcome(result, kind, text),
  };
}

const replacing = ({ cardActivityId: activityId }: Turn, message: OutgoingMessage): Writing =>
  activityId === undefined ? { kind: 'say', message } : { kind: 'update', activityId, message };

/** An installation is answered with silence. */
function plainOutcome(result: TurnOutcome['result'], kind: Turn['request']['kind'], text: string): TurnOutcome {
  switch (kind) {
    case 'action':
      return { result, writings: [], action: { message: text } };
    case 'view':
      return { result, writings: [], view: { message: text } };
    case 'command':
      return { result, writings: [{ kind: 'say', message: { kind: 'text', text } }] };
    case 'event':
      return { result, writings: [] };
  }
}
