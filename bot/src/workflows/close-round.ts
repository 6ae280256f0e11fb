import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { closeRound } from '@coaching-pairs/shared/round/moves';
import { changeAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

/**
 * Removes from the stored organisation whoever no round needs: not in the audience of an open one or above it, not named
 * on one, and not a partner of a closed one, whose name its pairs still show.
 */
export const forgetUnneeded = async (deps: Deps): Promise<number> => {
  const organisation = await organisationOf(deps);
  const rounds = await deps.rounds.list();
  const open = rounds.filter((round) => round.state !== 'closed');
  const contents = await Promise.all(open.map((round) => deps.rounds.everything(round.id)));
  const wanted = new Set(contents.flatMap((content) => content?.content.participants.map((one) => one.personId) ?? []));
  for (const round of open) for (const id of [round.leaderId, ...round.administratorIds]) wanted.add(id);
  for (const id of [...wanted]) for (const above of chainAbove(organisation, id)) wanted.add(above);
  const ended = await Promise.all(rounds.filter((round) => round.state === 'closed').map((round) => deps.rounds.everything(round.id)));
  for (const content of ended) for (const pair of content?.content.pairs ?? []) for (const id of pair.memberIds) wanted.add(id);
  const removed = [...organisation.people.keys()].filter((id) => !wanted.has(id));
  if (removed.length > 0) await deps.organisation.savePeople([], removed);
  return removed.length;
};

/** Closes a round; the part of the directory that no other round needs is deleted with it. */
export const endRound = async (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor },
): Promise<Result<null, Refusal>> => {
  const closed = await changeAsAdministrator(deps, asked, ({ round }) => {
    const next = closeRound(round.value);
    return next.ok ? ok({ action: 'round.close', round: { value: next.value, etag: round.etag } }) : next;
  });
  if (closed.ok) await forgetUnneeded(deps);
  return closed;
};
