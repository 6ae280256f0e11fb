import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { type OperationId, operationId, type PersonId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type CarriedOver, carriedOver, type Settings, settingsOf } from '@coaching-pairs/shared/round/following';
import { openRound, type Round, type RoundPlan, replan } from '@coaching-pairs/shared/round/round';
import type { AudienceChoice } from '@coaching-pairs/shared/wire/rounds';
import { tellRemoved } from './administrators.js';
import { changeAsAdministrator, done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { chooseAudience, readAgain } from './read-directory.js';
import type { Refusal } from './refusal.js';
import { zoneFor } from './whereabouts.js';

/** The same operation gives the same round, so that a repeated call opens one round and not two. */
const idFor = (opId: OperationId): RoundId => roundId(`r-${opId}`);

/** A number that breaks ties in matching; from the operation, so that it is settled once. */
const seedFor = (opId: OperationId): number => [...opId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);

const named = (plan: RoundPlan, by: PersonId): RoundPlan => ({
  ...plan,
  administratorIds: [...new Set([...plan.administratorIds, by])],
});

type Opening = {
  readonly opId: OperationId;
  readonly actor: Actor;
  readonly plan: RoundPlan;
  readonly follows?: RoundId | null;
  readonly template?: RoundId | null;
  readonly audience?: AudienceChoice | null;
};

const carriedInto = async (deps: Deps, asked: Opening): Promise<Result<CarriedOver | Settings | null, Refusal>> => {
  const { actor, follows = null, template = null } = asked;
  const from = follows ?? template;
  if (from === null) return ok(null);
  const before = await readAsAdministrator(deps, from, actor);
  if (!before.ok) return before;
  return follows === null ? ok(settingsOf(before.value.round.value)) : carriedOver(before.value.round.value);
};

/** Reads for whom the round is, as far as that is known; where it cannot begin now, the page of the draft asks for it. */
const readFor = async (deps: Deps, { opId, actor, audience = null }: Opening, round: Round): Promise<void> => {
  const reading = { roundId: round.id, opId: operationId(`${opId}.read`), actor };
  if (audience !== null) await chooseAudience(deps, { ...reading, audience });
  else if (round.audience !== null) await readAgain(deps, reading);
};

/**
 * Opens a round as a draft; whoever opens it is one of its administrators. Refused without the app role (S-10). One that follows
 * another takes over from it, and one with a template its settings; that takes an administrator of both (CP-14). For whom it is, where
 * that is said or taken over, is read from the directory at once.
 */
export const openNewRound = async (deps: Deps, asked: Opening): Promise<Result<RoundId, Refusal>> => {
  const { opId, actor } = asked;
  if (!actor.opener) return err({ code: 'not-allowed' });
  const carried = await carriedInto(deps, asked);
  if (!carried.ok) return carried;
  const [id, by] = [idFor(opId), actor.personId];
  const { zone: timeZone } = await zoneFor(deps, { timeZone: 'UTC' }, by);
  const made = { id, seed: seedFor(opId), disclosureVersion, by, at: deps.clock.now(), timeZone };
  const round = openRound(named(asked.plan, by), { ...made, ...(carried.value === null ? {} : { carried: carried.value }) });
  if (!round.ok) return round;
  const { follows } = round.value;
  const audit = [done(deps, by, 'round.open', { roundId: id, ...(follows === null ? {} : { follows }) })];
  const outcome = await deps.rounds.commit({ roundId: id, opId, round: { value: round.value, etag: null }, audit });
  if (outcome === 'conflict') return err({ code: 'too-busy' });
  await readFor(deps, asked, round.value);
  return ok(id);
};

/**
 * Changes the plan of a draft, but for its administrators, who are named and removed by use cases of their own. A people partner
 * who is exchanged and administers the round no longer is told so.
 */
export const changePlan = (
  deps: Deps,
  asked: {
    readonly roundId: RoundId;
    readonly opId: OperationId;
    readonly actor: Actor;
    readonly plan: Omit<RoundPlan, 'administratorIds'>;
  },
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = replan(round.value, asked.plan, asked.actor.personId);
    if (!next.ok) return next;
    const outbox = tellRemoved(deps, asked, round.value, next.value);
    return ok({ action: 'round.plan', round: { value: next.value, etag: round.etag }, outbox });
  });
