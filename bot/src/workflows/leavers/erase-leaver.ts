import { type OperationId, operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isInCharge } from '@coaching-pairs/shared/retention/leaving';
import type { LeaverErased } from '@coaching-pairs/shared/wire/leavers';
import { auditPlaceOf, organisationPlace, twoTwoPlace } from '../../ports/audit.js';
import { answerInvitation } from '../answer-invitation.js';
import { done } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { leaveEngagements } from '../engagement/leave.js';
import { eraseMine } from '../my-data/erase-mine.js';
import { endMyPair } from '../pair/end-pair.js';
import type { Refusal } from '../refusal.js';

type Asked = { readonly personId: PersonId; readonly by: PersonId | 'product'; readonly opId: OperationId };

const nothing = { deleted: 0, renamed: 0 };

/** Ends what lies before them in rounds that are open, in the words in which it ends for anybody; whoever waits is matched anew. */
const leaveRounds = async (deps: Deps, actor: Actor, opId: OperationId): Promise<Result<null, Refusal>> => {
  for (const { id, state } of await deps.rounds.list()) {
    if (state === 'closed' || (await deps.rounds.participant(id, actor.personId)) === null) continue;
    const asked = { roundId: id, actor, opId: operationId(`${opId}.${id}`) };
    const { match } = (await deps.rounds.participant(id, actor.personId))?.value ?? { match: { kind: 'none' } };
    const left = match.kind === 'paired' ? await endMyPair(deps, asked) : ok(null);
    if (!left.ok) return left;
    // Refused where nobody can answer any more; then nothing lies before them either.
    await answerInvitation(deps, { ...asked, opId: operationId(`${opId}.out.${id}`), answer: 'sitting-out' });
  }
  return ok(null);
};

/** Every act of theirs is in a book under its other name, so that forgetting that name is enough. */
const sealAll = async ({ rounds, audit }: Deps): Promise<Result<null, Refusal>> => {
  for (const place of [organisationPlace, twoTwoPlace, ...(await rounds.list()).map(({ id }) => auditPlaceOf(id))]) {
    for (let sealed = 1; sealed > 0; ) {
      const step = await audit.seal(place);
      if (!step.ok) return err({ code: step.error.code === 'seal-broken' ? 'vault-locked' : step.error.code });
      sealed = step.value;
    }
  }
  return ok(null);
};

/** Whether somebody else has to be put in charge of an open round before they can go. */
export const mustBeFollowed = async ({ rounds }: Pick<Deps, 'rounds'>, personId: PersonId): Promise<boolean> =>
  (await rounds.list()).some((round) => isInCharge(round, personId));

/** Erases somebody who is surely gone and in charge of nothing. Asked again, it goes on. */
export const eraseWhole = async (deps: Deps, { personId, by, opId }: Asked): Promise<Result<LeaverErased, Refusal>> => {
  await deps.leavers.note({ personId, noticedAt: deps.clock.now() });
  const actor: Actor = { personId, name: '', opener: false };
  const left = await leaveRounds(deps, actor, opId);
  if (!left.ok) return left;
  const gone = await leaveEngagements(deps, personId, opId);
  if (!gone.ok) return gone;
  const erased = await eraseMine(deps, { actor, opId });
  if (!erased.ok) return erased;
  const sealed = await sealAll(deps);
  if (!sealed.ok) return sealed;
  await deps.leavers.noteErased(personId, deps.clock.now());
  const person = (await deps.organisation.snapshot()).people.find(({ id }) => id === personId);
  const texts = [person?.name, person?.mail].filter((text) => text !== undefined && text !== null && text !== '');
  const rows = await deps.leavers.erase(
    { id: personId, texts: texts as readonly string[] },
    (await deps.rounds.list()).map(({ id }) => id),
  );
  await Promise.all([deps.zones.forget([personId]), deps.pauses.forget([personId]), deps.seen.forget(personId)]);
  await deps.organisation.savePeople([], [personId]);
  await deps.audit.forget(personId);
  // Whom it was about stands nowhere.
  if (rows.deleted + rows.renamed > 0) await deps.audit.note(organisationPlace, opId, done(deps, by, 'person.forget', {}));
  await deps.leavers.clear(personId);
  return ok({ outcome: 'erased', ...rows });
};

/**
 * Erases somebody whom the directory has no more (C-09): what was theirs alone is deleted with its key, and in what concerns others a
 * name made of chance takes their place, so that it can be told from nothing who they were. Nobody reads any of it; what is told is how
 * many rows it was. Refused in words, not here, where they are still there or still in charge of a round.
 */
export const eraseLeaver = async (deps: Deps, asked: Asked): Promise<Result<LeaverErased, Refusal>> => {
  const { personId } = asked;
  const there = await deps.directory.people([personId]);
  if (!there.ok) return there;
  if (there.value.some(({ id }) => id === personId)) return ok({ outcome: 'still-here', ...nothing });
  if (await mustBeFollowed(deps, personId)) return ok({ outcome: 'in-charge', ...nothing });
  return eraseWhole(deps, asked);
};
