import { type PersonId, pairId, proposalId } from '@coaching-pairs/shared/ids';
import { whyNot, whyThis } from '@coaching-pairs/shared/matching/problem';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isUnpaired, openChoosing, pairedInPerson } from '@coaching-pairs/shared/round/choosing';
import { inState } from '@coaching-pairs/shared/round/round';
import { settlePair } from '@coaching-pairs/shared/round/settling';
import type { VersionedContent } from '../../ports/rounds.js';
import type { AskedWork } from '../begin-work.js';
import { changeAsAdministrator, type Draft } from '../change-round.js';
import type { Deps } from '../deps.js';
import { inTheRoom, messagesTo } from '../messages.js';
import { areInPopulation } from '../people-in-sight.js';
import type { Refusal } from '../refusal.js';
import { sceneFrom, writesOf } from '../scene.js';
import { possibleIn } from './ground.js';

/** Opens the board: whoever has joined may ask and be asked from now on. */
export const openBoard = (deps: Deps, asked: AskedWork): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round, content }) => {
    if (round.value.state === 'choosing') return ok(null);
    const next = openChoosing(round.value, content.participants.filter(({ answer }) => answer === 'joined').length);
    return next.ok ? ok({ action: 'choosing.open', round: { value: next.value, etag: round.etag }, board: 'everybody' }) : next;
  });

export type InPerson = AskedWork & { readonly memberIds: readonly [PersonId, PersonId] };

const drafted = async (deps: Deps, asked: InPerson, all: VersionedContent): Promise<Result<Draft, Refusal>> => {
  const { roundId, opId, memberIds } = asked;
  const [one, other] = memberIds;
  const { problem } = await possibleIn(deps, all);
  const uncertain = memberIds.filter((id) => !problem.participants.has(id));
  if (uncertain.length > 0) return err({ code: 'chains-unconfirmed', personIds: uncertain });
  const against = whyNot(problem, one, other);
  if (against.length > 0) return err({ code: 'rule', members: memberIds, reasons: against });
  const at = deps.clock.now();
  const formed = pairedInPerson({ id: proposalId(`room-${opId}`), memberIds, reasons: whyThis(problem, one, other), at });
  const scene = sceneFrom(all);
  const settled = settlePair(scene, formed, pairId(formed.id), at);
  const outbox = messagesTo(memberIds, 'pair-formed', { roundId, opId, at, subject: inTheRoom({ pairId: formed.id }) });
  return ok({ ...writesOf(scene, settled), action: 'choosing.pair', subject: { pairId: formed.id }, outbox, board: 'everybody' });
};

/**
 * Enters a pair that two have made face to face, for whoever was helped by the round leader: an administrator says that both have said yes.
 * Every rule holds here too, with its reason for organisers. Refused to the two themselves, who ask and answer on their phones.
 */
export const pairInPerson = (deps: Deps, asked: InPerson): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all) => {
    const { memberIds } = asked;
    if (!areInPopulation(all, memberIds)) return err({ code: 'not-found' });
    const allowed = inState(all.round.value, 'choosing');
    if (!allowed.ok) return allowed;
    if (memberIds.includes(asked.actor.personId)) return err({ code: 'own-match' });
    const together = all.content.pairs.some((pair) => memberIds.every((id) => pair.memberIds.includes(id)));
    if (together) return ok(null);
    const taken = memberIds.filter((id) => !all.content.participants.some((one) => one.personId === id && isUnpaired(one)));
    return taken.length > 0 ? err({ code: 'not-free', personIds: taken }) : drafted(deps, asked, all);
  });
