import type { Act } from '@coaching-pairs/shared/audit/acts';
import { operationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { changedBy, type Found } from './carry-out.js';
import { changeSessions } from './change-sessions.js';
import { type AboutPair, myPair } from './my-pair.js';

/** Writes down what has changed by it, and nothing where nothing has. */
export const record = (deps: Deps, about: AboutPair, action: Act, found: Found<Session>): Promise<Result<null, Refusal>> =>
  changeSessions(deps, { ...about, opId: operationId(deps.newId()) }, action, ({ sessions }) => ok(changedBy(found, sessions)), myPair);
