import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Durable } from './shared-save.js';

/** Peeking changes nothing, but taking messages from a queue is a GET that moves their visibility. */
const mayWrite = (request: IncomingMessage): boolean => {
  const url = request.url ?? '';
  if (request.method === 'GET') {
    return /\/messages\/?(\?|$)/.test(url) && !url.includes('peekonly=true');
  }
  return request.method !== 'HEAD' && request.method !== 'OPTIONS';
};

const holdAnswer = (response: ServerResponse, durable: Durable, onLost: (cause: unknown) => void): void => {
  const { write, end } = response;
  const held: (() => unknown)[] = [];
  response.write = (...parts: unknown[]) => {
    held.push(() => Reflect.apply(write, response, parts));
    return true;
  };
  response.end = (...parts: unknown[]) => {
    held.push(() => Reflect.apply(end, response, parts));
    durable().then(
      () => {
        for (const send of held) {
          send();
        }
      },
      (cause: unknown) => {
        // Without an answer the caller cannot take the change for stored; it tries again.
        onLost(cause);
        response.destroy();
      },
    );
    return response;
  };
};

/**
 * Wraps a storage server's listener so that no byte of the answer to a writing request leaves before the write is on disk.
 *
 * @param onLost told why a save failed; the caller's connection is closed without an answer
 */
export const withHeldAnswers =
  (listener: RequestListener, durable: Durable, onLost: (cause: unknown) => void): RequestListener =>
  (request, response) => {
    if (mayWrite(request)) {
      holdAnswer(response, durable, onLost);
    }
    listener(request, response);
  };
