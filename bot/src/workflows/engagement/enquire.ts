import { mayEnquire } from '@coaching-pairs/shared/engagement/again';
import { type Dyad, type Engagement, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { enquire } from '@coaching-pairs/shared/engagement/way-in';
import { type EngagementId, engagementId, type OperationId, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { MyEngagements } from '@coaching-pairs/shared/wire/engagement';
import { isCoordinator } from '../coaches/switch.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import { decideInEngagement } from './commit.js';
import { engagementsNow, isThereFor } from './my-engagement.js';

type Asked = {
  readonly actor: Actor;
  readonly opId: OperationId;
  readonly as: Engagement['enquiry']['as'];
  readonly dyad: Dyad;
  readonly clientIds: readonly PersonId[];
  readonly sponsorId: PersonId | null;
};

/** In milliseconds: what was begun and does not stand written by then never will, because its process died. */
const writtenWithin = 10_000;

/**
 * The tag of what was begun last, once all that were begun can be looked at; refused for a moment while one is being written, so that of
 * two who enquire for the same two at once one comes first.
 */
const afterAllBegun = async ({ engagements, clock }: Deps, mine: EngagementId): Promise<Result<string | null, Refusal>> => {
  const last = await engagements.begunLast();
  if (last === null || last.value.id === mine) return ok(last?.etag ?? null);
  const isYoung = Date.parse(clock.now()) - Date.parse(last.value.at) < writtenWithin;
  return isYoung && (await engagements.one(last.value.id)) === null ? err({ code: 'too-busy' }) : ok(last.etag);
};

/** Opens an enquiry for two leaders (TT-10). Refused naming whom the directory does not know, and for two who are being asked or were lately. */
export const openEnquiry = async (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> => {
  const { actor, opId, as, dyad, clientIds, sponsorId } = asked;
  if (as === 'coordinator' && !(await isCoordinator(deps, actor))) return err({ code: 'two-two-not-yours' });
  const known = await rememberNamed(deps, [...clientIds, ...(sponsorId === null ? [] : [sponsorId])]);
  if (!known.ok) return known;
  const id = engagementId(`e-${opId}`);
  return decideInEngagement(deps, { engagementId: id, opId }, async () => {
    const at = deps.clock.now();
    const begun = enquire({ id, by: actor.personId, as, dyad, clientIds, sponsorId, at });
    if (!begun.ok) return begun;
    // The same call again, or another's with the same number.
    const there = await deps.engagements.one(id);
    if (there !== null) return there.value.enquiry.by === actor.personId ? ok(null) : err({ code: 'too-busy' });
    const last = await afterAllBegun(deps, id);
    if (!last.ok) return last;
    const may = mayEnquire({ by: actor.personId, as, clientIds, at }, await engagementsNow(deps));
    return may.ok ? ok({ engagementId: id, engagement: { value: begun.value, etag: null }, begunLast: last.value }) : may;
  });
};

/** How far an engagement is, for everybody in it, the sponsor too (TT-61). */
const stageOf = ({ state }: Engagement): MyEngagements['engagements'][number]['stage'] => {
  if (state === 'enquiry') return 'enquiry';
  if (state === 'closed') return 'over';
  return state === 'active' || state === 'closing' ? 'active' : 'starting';
};

/** The engagements that somebody is in, as whatever they are in it. */
export const myEngagements = async (deps: Deps, { personId }: Actor): Promise<Result<MyEngagements, Refusal>> => {
  const [all, organisation] = await Promise.all([engagementsNow(deps), organisationOf(deps)]);
  const named = namedIn(organisation);
  const found = await Promise.all(
    all.map(async (engagement) => {
      const party = partyOf(engagement, personId);
      return party === null || !(await isThereFor(deps, engagement, personId)) ? null : { engagement, party };
    }),
  );
  const mine = found.filter((one) => one !== null);
  return ok({
    engagements: mine.map(({ engagement, party }) => ({
      ...{ id: engagement.id, party, stage: stageOf(engagement), clients: engagement.clientIds.map(named) },
    })),
  });
};
