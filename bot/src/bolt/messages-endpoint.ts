import type { IncomingMessage, ServerResponse } from 'node:http';
import { failureFields, type Log } from '../ports/log.js';
import type { Sender } from '../ports/sender.js';
import type { TurnOutcome, Writing } from './answer.js';
import type { Admitted, Gate, Refused } from './gate.js';
import { type InvokeAnswer, invokeAnswerOf } from './invoke-answer.js';
import type { Turn } from './turn.js';
import { understand } from './turn-of.js';

export type EndpointOptions = {
  readonly gate: Gate;
  /** A second opinion on an admitted request; false refuses it. */
  readonly confirm: (admitted: Admitted) => Promise<boolean>;
  readonly app: { handle(turn: Turn): Promise<TurnOutcome> };
  readonly sender: Sender;
  readonly log: Log;
};

export type Endpoint = {
  /** Answers `POST /api/messages`. Mounted before anything that reads the body; also an Express handler. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Resolves when every answer written after its turn has left. */
  readonly settled: () => Promise<void>;
};

/** Gate, second check, app, answer. A click is answered first and what else it causes is written after; a typed text is answered by writing. */
export function createMessagesEndpoint({ gate, confirm, app, sender, log }: EndpointOptions): Endpoint {
  const pending = new Set<Promise<void>>();
  const later = (work: Promise<void>): void => {
    const settled = work
      .catch((error: unknown) => log.error('turn.writingFailed', failureFields(error)))
      .finally(() => pending.delete(settled));
    pending.add(settled);
  };

  const write = async (turn: Turn, writings: readonly Writing[]): Promise<void> => {
    for (const writing of writings) {
      const { conversation, actor } = turn;
      const outcome = await (writing.kind === 'say'
        ? sender.send(conversation, writing.message)
        : sender.update(conversation, writing.activityId, writing.message));
      if (outcome.kind !== 'sent') log.warn('turn.notWritten', { who: actor.personId, what: writing.kind, result: outcome.kind });
    }
  };

  const answer = async (admitted: Admitted, response: ServerResponse): Promise<void> => {
    const understood = understand(admitted.activity);
    if (understood.kind === 'unsupported') return end(response, { status: 501 });
    if (understood.kind === 'ignored') return end(response, { status: 200 });
    const { turn } = understood;
    const outcome = await app.handle(turn);
    log.info('turn.handled', { ...whoOf(turn), what: whatOf(turn), result: outcome.result });
    if (isInvoke(turn)) {
      end(response, invokeAnswerOf(outcome));
      return later(write(turn, outcome.writings));
    }
    await write(turn, [...outcome.writings, ...answerAsWriting(turn, outcome)]);
    end(response, { status: 200 });
  };

  return {
    async handle(request, response) {
      try {
        const admitted = await gate(request);
        if (!admitted.ok) return refuse(response, admitted.error);
        if (!(await confirm(admitted.value))) return end(response, { status: 401 });
        await answer(admitted.value, response);
      } catch (error) {
        log.error('turn.failed', failureFields(error));
        if (!response.headersSent) end(response, { status: 500 });
      }
    },
    settled: async () => void (await Promise.all(pending)),
  };
}

const isInvoke = ({ request }: Turn): boolean => request.kind === 'view' || (request.kind === 'action' && !request.asMessage);

/**
 * Whoever answers on a card or names somebody in a dialog is not written down: beside its time it would tell who would rather not, and who
 * has named anybody (CP-33, CP-81). What nobody may send has a line of its own.
 */
function whoOf({ actor, request }: Turn): { readonly who?: string } {
  return request.kind === 'action' || request.kind === 'view' ? {} : { who: actor.personId };
}

function whatOf({ request }: Turn): string {
  if (request.kind === 'event') return `event ${request.name}`;
  return request.kind;
}

/** For a client that sent its click as a message, the answer has to take the place of the card. */
function answerAsWriting({ cardActivityId }: Turn, { action }: TurnOutcome): readonly Writing[] {
  if (action === undefined) return [];
  if ('message' in action) return [{ kind: 'say', message: { kind: 'text', text: action.message } }];
  const message = { kind: 'card', card: action.card, summary: '' } as const;
  return [cardActivityId === undefined ? { kind: 'say', message } : { kind: 'update', activityId: cardActivityId, message }];
}

/** Nothing but a status and a number to ask about (S-19). */
function refuse(response: ServerResponse, { status, correlationId }: Refused): void {
  if (status === 413) response.setHeader('Connection', 'close');
  end(response, { status, body: { correlationId } });
}

function end(response: ServerResponse, { status, body }: InvokeAnswer): void {
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  if (body !== undefined) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(body === undefined ? '' : JSON.stringify(body));
}
