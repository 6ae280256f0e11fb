import { type OperationId, operationId, type PersonId, type ProposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { closeRound } from '@coaching-pairs/shared/round/moves';
import { isOpen } from '@coaching-pairs/shared/round/nomination';
import { endProposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { forgetFeedbackNames } from './awayday/nominate.js';
import { changeAsAdministrator, decideAndCommit, done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { peopleInTwoTwo } from './engagement/people-in.js';
import { organisationOf } from './organisation.js';
import { settlePulse } from './pulse/settle-pulse.js';
import type { Refusal } from './refusal.js';
import { freedFrom } from './release.js';
import { stillWanted } from './still-wanted.js';
import { forgetWishes } from './wishes.js';

const namedOn = ({ leaderId, administratorIds }: Round): readonly PersonId[] => [leaderId, ...administratorIds];

/**
 * Removes from the stored organisation whoever nothing needs: not in the audience of an open round or above it, not named
 * on any, not a partner of a closed one, whose name its pairs still show, and not in 2:2 Coaching.
 */
export const forgetUnneeded = async (deps: Deps): Promise<number> => {
  const organisation = await organisationOf(deps);
  const rounds = await deps.rounds.list();
  const open = rounds.filter((round) => round.state !== 'closed');
  const contents = await Promise.all(open.map((round) => deps.rounds.everything(round.id)));
  const wanted = new Set(contents.flatMap((content) => content?.content.participants.map((one) => one.personId) ?? []));
  for (const id of open.flatMap(namedOn)) wanted.add(id);
  for (const id of await peopleInTwoTwo(deps)) wanted.add(id);
  for (const id of [...wanted]) for (const above of chainAbove(organisation, id)) wanted.add(above);
  for (const id of rounds.flatMap(namedOn)) wanted.add(id);
  const ended = await Promise.all(rounds.filter((round) => round.state === 'closed').map((round) => deps.rounds.everything(round.id)));
  for (const content of ended) for (const pair of content?.content.pairs ?? []) for (const id of pair.memberIds) wanted.add(id);
  const removed = [...organisation.people.keys()].filter((id) => !wanted.has(id));
  if (removed.length > 0) {
    await Promise.all([deps.zones.forget(removed), deps.pauses.forget(removed)]);
    await deps.organisation.savePeople([], removed);
  }
  return removed.length;
};

/** Takes out of a round's outbox what nobody wants to hear any more; nothing of a closed one is looked at again. Answers how much. */
export const takeOutUnwanted = (deps: Deps, roundId: RoundId): Promise<number> => {
  const isWanted = stillWanted(deps);
  return deps.deliveries.takeOut(roundId, async (message) => !(await isWanted(message)));
};

type Closing = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** Withdraws one open proposal; a yes that came first stands, and then there is nothing to withdraw. */
const withdraw = (deps: Deps, { roundId, opId, actor }: Closing, id: ProposalId) =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const proposal = await deps.rounds.proposal(roundId, id);
    if (proposal === null || !isOpen(proposal.value)) return ok({ change: null, answer: null });
    const change = {
      roundId,
      opId: operationId(`${opId}.end-${id}`),
      proposals: [{ value: endProposal(proposal.value, 'withdrawn', deps.clock.now()), etag: proposal.etag }],
      participants: await freedFrom(deps, roundId, proposal.value),
      audit: [done(deps, actor.personId, 'proposal.withdraw', { roundId, proposalId: id })],
    };
    return ok({ change, answer: null });
  });

const withdrawOpen = async (deps: Deps, asked: Closing): Promise<Result<null, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  for (const { id } of all.value.content.proposals.filter(isOpen)) {
    const withdrawn = await withdraw(deps, asked, id);
    if (!withdrawn.ok) return withdrawn;
  }
  return ok(null);
};

/** What was opened for the end of a round ends with it. A vault that does not answer puts the pulse off; the wall needs none to be gone. */
const endOffers = async (deps: Deps, roundId: RoundId): Promise<void> => {
  const round = await deps.rounds.round(roundId);
  if (round?.value.pulse != null) await settlePulse(deps, roundId);
  if (round?.value.insightsWall === true) await deps.insights.destroy(roundId);
};

/**
 * Closes a round, after withdrawing what is still open, so that nobody says yes to a round that is over; what waits to
 * be told and the part of the directory that no other round needs go with it. Interrupted, it is simply asked again.
 */
export const endRound = async (deps: Deps, asked: Closing): Promise<Result<null, Refusal>> => {
  const withdrawn = await withdrawOpen(deps, asked);
  if (!withdrawn.ok) return withdrawn;
  const closed = await changeAsAdministrator(deps, asked, ({ round, content }) => {
    if (round.value.state === 'closed') return ok(null);
    const next = closeRound(round.value, content.proposals.filter(isOpen).length, deps.clock.now());
    return next.ok ? ok({ action: 'round.close', round: { value: next.value, etag: round.etag } }) : next;
  });
  if (closed.ok) {
    await takeOutUnwanted(deps, asked.roundId);
    await forgetWishes(deps, asked.roundId);
    await forgetFeedbackNames(deps, asked.roundId);
    await endOffers(deps, asked.roundId);
    await forgetUnneeded(deps);
  }
  return closed;
};
