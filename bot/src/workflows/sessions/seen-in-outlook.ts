import type { Act } from '@coaching-pairs/shared/audit/acts';
import { operationId, type SessionId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { changeSessions } from './change-sessions.js';
import { type AboutPair, myPair } from './my-pair.js';

/** What was done or seen in Outlook, by session; put on each as it is by now. */
export type Found = ReadonlyMap<SessionId, (now: Session) => Session>;

/** Writes down what has changed by it, and nothing where nothing has. */
export const record = (deps: Deps, about: AboutPair, action: Act, found: Found): Promise<Result<null, Refusal>> =>
  changeSessions(
    deps,
    { ...about, opId: operationId(deps.newId()) },
    action,
    ({ sessions }) =>
      ok(
        sessions.flatMap(({ value, etag }) => {
          const now = found.get(value.id)?.(value) ?? value;
          return JSON.stringify(now) === JSON.stringify(value) ? [] : [{ value: now, etag }];
        }),
      ),
    myPair,
  );
