import type { Act } from '@coaching-pairs/shared/audit/acts';
import { accountOf, coachId } from '@coaching-pairs/shared/coaches/coach';
import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import type { Holding } from '@coaching-pairs/shared/engagement/engagement';
import { assignCoaches, bothConsent, letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { done } from '../change-round.js';
import { coachConflicts, coachesFree } from '../coaches/conflicts.js';
import { holdCoaches } from '../coaches/hold.js';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { handOnActs } from './acts.js';
import { type Draft, decideInEngagement } from './commit.js';
import { type ChangesEngagement, engagementNow, engagementsNow } from './my-engagement.js';
import { draftPutForward, draftTakenBack, draftWithoutWords } from './near.js';

/** Engagements for whoever coordinates: who is in them and how far they are, and not a word of what they are about. */
export const coordinatingOf = async (deps: Deps): Promise<Result<Coordinating, Refusal>> => {
  const [found, organisation] = await Promise.all([engagementsNow(deps), organisationOf(deps)]);
  const all = found.filter((one) => !isPastKeeping(one, deps.clock.now()));
  const named = namedIn(organisation);
  return ok({
    engagements: all.map(({ id, state, clientIds, holdings, sponsorId, consents, putForward, notThese }) => ({
      ...{ id, state, clients: clientIds.map(named) },
      holdings: holdings.map(({ coachId, clientId }) => ({ coach: named(coachId), client: named(clientId) })),
      sponsor: sponsorId === null ? null : named(sponsorId),
      // Of one yes nothing is told: it would say whose is missing (TT-05).
      ready: state === 'enquiry' && bothConsent({ clientIds, consents }) && putForward === null,
      // Of one answer neither.
      asked: putForward && { coaches: putForward.holdings.map(({ coachId }) => named(coachId)), answersBy: putForward.answersBy },
      notThese: notThese.map(named),
    })),
  });
};

/**
 * Decides and writes, with the act of whoever coordinates in the same batch; then it is handed on to their book, by this process or by
 * whoever looks after one that died (S-20, R-13).
 */
const coordinated = async (
  deps: Deps,
  asked: ChangesEngagement,
  act: Act,
  decide: () => Promise<Result<Draft, Refusal>>,
): Promise<Result<null, Refusal>> => {
  const changed = await decideInEngagement(deps, { ...asked, act: done(deps, asked.actor.personId, act, {}) }, decide);
  if (changed.ok) await handOnActs(deps, asked.engagementId);
  return changed;
};

/** By the account of each, where they are named by their place in the register. */
const byAccount = async (deps: Deps, holdings: readonly Holding[]): Promise<readonly Holding[]> => {
  const register = (await deps.coachRegister.all()).map(({ value }) => value);
  return holdings.map(({ coachId: named, clientId }) => {
    const coach = register.find(({ id }) => id === coachId(named));
    return { coachId: (coach && accountOf(coach)) ?? named, clientId };
  });
};

/** Says which coach holds which client; refused for a coach who is too near to one of them (TT-01, TT-02). */
export const assignTwoCoaches = async (
  deps: Deps,
  asked: ChangesEngagement & { readonly holdings: readonly Holding[] },
): Promise<Result<null, Refusal>> => {
  return coordinated(deps, asked, 'engagement.assign', async () => {
    const found = await engagementNow(deps, asked.engagementId);
    if (found === null) return err({ code: 'not-found' });
    const { value: engagement } = found;
    const holdings = await byAccount(deps, asked.holdings);
    const next = assignCoaches(engagement, holdings);
    if (!next.ok) return next;
    const coachIds = holdings.map(({ coachId }) => coachId);
    const fits = await coachConflicts(deps, { coachIds, clientIds: engagement.clientIds });
    if (!fits.ok) return fits;
    const free = await coachesFree(deps, coachIds);
    if (!free.ok) return free;
    const held = await holdCoaches(deps, coachIds);
    return held.ok ? draftWithoutWords(deps, found, next.value) : held;
  });
};

/** Takes an enquiry back; to the clients it looks like any other that does not go ahead (TT-05). */
export const takeBackEnquiry = async (deps: Deps, asked: ChangesEngagement): Promise<Result<null, Refusal>> => {
  return coordinated(deps, asked, 'engagement.take-back', async () => {
    const found = await engagementNow(deps, asked.engagementId);
    if (found === null) return err({ code: 'not-found' });
    const next = letDrop(found.value, deps.clock.now());
    return next.ok ? draftWithoutWords(deps, found, next.value) : next;
  });
};

type PutsForward = ChangesEngagement & { readonly holdings: readonly Holding[]; readonly words: string };

/** Puts two coaches before both clients, at least one of whom is near to a client; they are given once both have said yes (TT-01). */
export const putTwoForward = async (deps: Deps, asked: PutsForward): Promise<Result<null, Refusal>> => {
  return coordinated(deps, asked, 'engagement.put-forward', async () => {
    const found = await engagementNow(deps, asked.engagementId);
    if (found === null) return err({ code: 'not-found' });
    return draftPutForward(deps, found, { ...asked, holdings: await byAccount(deps, asked.holdings) });
  });
};

/** Takes back two who were put forward; to the clients it reads like a no of either (TT-05). */
export const takeTwoBack = async (deps: Deps, asked: ChangesEngagement): Promise<Result<null, Refusal>> => {
  return coordinated(deps, asked, 'engagement.take-two-back', async () => {
    const found = await engagementNow(deps, asked.engagementId);
    return found === null ? err({ code: 'not-found' }) : draftTakenBack(deps, found);
  });
};
