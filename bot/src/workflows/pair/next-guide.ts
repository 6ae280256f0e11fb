import { guideFor, type SessionGuide } from '@coaching-pairs/shared/guidance/session-guides';
import type { RoundId } from '@coaching-pairs/shared/ids';
import { isHeld } from '@coaching-pairs/shared/sessions/session';
import type { Actor, Deps } from '../deps.js';
import { myPair } from '../sessions/my-pair.js';

/** What to read before the next session: to get ready where none is booked yet, else the guide for the meeting after those held. */
export const nextGuide = async (deps: Deps, roundId: RoundId, actor: Actor): Promise<SessionGuide> => {
  const pair = await myPair(deps, { roundId, actor });
  const sessions = pair.ok ? pair.value.sessions.map(({ value }) => value).filter(({ state }) => state === 'on') : [];
  if (sessions.length === 0) return guideFor(0);
  return guideFor(sessions.filter((session) => isHeld(session, deps.clock.now())).length + 1);
};
