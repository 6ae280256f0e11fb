import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import { conflictsOf } from '@coaching-pairs/shared/coaches/conflicts';
import type { Engagement, Holding, Nearness } from '@coaching-pairs/shared/engagement/engagement';
import { bothAreContent, contentWith, putForward, ratherOthers, takenBack } from '@coaching-pairs/shared/engagement/near';
import { assignCoaches } from '@coaching-pairs/shared/engagement/way-in';
import { type OperationId, operationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { Versioned } from '../../ports/rounds.js';
import { coachConflicts, coachesFree } from '../coaches/conflicts.js';
import { holdCoaches } from '../coaches/hold.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import type { Draft } from './commit.js';

type Drafted = Promise<Result<Draft, Refusal>>;
export type NearMove = Extract<EngagementMove, { readonly kind: 'content' | 'rather-others' }>;

/** In which way each of the two is near to which client; refused for whoever is not in the register, and for a client. */
const nearnessOf = async (deps: Deps, { clientIds }: Engagement, holdings: readonly Holding[]): Promise<Result<Nearness[], Refusal>> => {
  // Of whom nothing is known it cannot be known either that they are not near.
  const known = await rememberNamed(deps, clientIds);
  if (!known.ok) return known;
  const [register, organisation] = await Promise.all([deps.coachRegister.all(), organisationOf(deps)]);
  const near: Nearness[] = [];
  for (const { coachId } of holdings) {
    const coach = register.map(({ value }) => value).find((one) => accountOf(one) === coachId);
    if (coach === undefined) return err({ code: 'coach-unknown', personId: coachId });
    for (const { code, clientId } of conflictsOf(organisation, coach, clientIds)) {
      if (code === 'is-client') return err({ code: 'coach-near', personId: coachId, clientId, why: code });
      near.push({ coachId, clientId, why: code });
    }
  }
  return ok(near);
};

/** What was said of two coaches is kept no longer than they are before the clients. */
export const wordsWith = async (
  deps: Deps,
  engagement: Engagement,
  { id, why }: { readonly id: OperationId; readonly why: string } = { id: operationId('none'), why: '' },
): Promise<Result<Pick<NonNullable<Draft>, 'nearWords'>, Refusal>> => {
  const before = await deps.engagements.nearWords(engagement.id);
  if (!before.ok) return before;
  if (before.value === null && why === '') return ok({});
  return ok({ nearWords: { value: { id, why }, etag: before.value?.etag ?? null } });
};

/** Writes an engagement in which nobody is before the clients any more, and empties what was said of them. */
export const draftWithoutWords = async (deps: Deps, { etag }: Versioned<Engagement>, next: Engagement): Drafted => {
  const words = await wordsWith(deps, next);
  return words.ok ? ok({ engagementId: next.id, engagement: { value: next, etag }, ...words.value }) : words;
};

type Given = { readonly holdings: readonly Holding[]; readonly words: string; readonly opId: OperationId };

/** Puts two before both clients, of whom one is near to them, with words why nobody else is possible (TT-01). */
export const draftPutForward = async (
  deps: Deps,
  { value: engagement, etag }: Versioned<Engagement>,
  { holdings, words: why, opId: id }: Given,
): Drafted => {
  const couldBe = assignCoaches(engagement, holdings);
  if (!couldBe.ok) return couldBe;
  const near = await nearnessOf(deps, engagement, holdings);
  if (!near.ok) return near;
  const coachIds = holdings.map(({ coachId }) => coachId);
  const free = await coachesFree(deps, coachIds);
  if (!free.ok) return free;
  const next = putForward(engagement, { id, holdings, near: near.value, at: deps.clock.now() });
  if (!next.ok) return next;
  const words = await wordsWith(deps, engagement, { id, why });
  return words.ok ? ok({ engagementId: engagement.id, engagement: { value: next.value, etag }, ...words.value }) : words;
};

/** Takes the two back; to the clients it reads as if others were needed. */
export const draftTakenBack = async (deps: Deps, found: Versioned<Engagement>): Drafted => {
  if (found.value.putForward === null) return err({ code: 'two-two-moved-on' });
  return draftWithoutWords(deps, found, takenBack(found.value));
};

/** Gives the two to whom both clients have said yes. Who cannot be given any more by then is as if a client had wanted others. */
const given = async (deps: Deps, engagement: Engagement, id: string): Promise<Result<Engagement, Refusal>> => {
  const { putForward: two, clientIds } = engagement;
  if (two === null || !bothAreContent(engagement)) return ok(engagement);
  const coachIds = two.holdings.map(({ coachId }) => coachId);
  const agreed = two.near.flatMap(({ coachId }) => clientIds.map((by) => ({ coachId, by })));
  const near = await coachConflicts(deps, { coachIds, clientIds, agreed });
  const fits = near.ok ? await holdCoaches(deps, coachIds) : near;
  if (fits.ok) return assignCoaches(engagement, two.holdings);
  const isOver = fits.error.code === 'coach-unknown' || fits.error.code === 'coach-near';
  return isOver ? ratherOthers(engagement, { by: clientIds[0], id }) : fits;
};

/** One client's own answer to the two who are before them. */
export const draftAnswer = async (
  deps: Deps,
  found: Versioned<Engagement>,
  { kind, version: id }: NearMove,
  by: Engagement['clientIds'][number],
): Drafted => {
  const { value: before } = found;
  const said = kind === 'content' ? contentWith(before, { by, id }) : ratherOthers(before, { by, id });
  if (!said.ok) return said;
  const next = await given(deps, said.value, id);
  if (!next.ok) return next;
  if (next.value.putForward !== null) return ok({ engagementId: before.id, engagement: { value: next.value, etag: found.etag } });
  return draftWithoutWords(deps, found, next.value);
};
