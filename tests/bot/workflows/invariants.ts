import type { RoundStore } from '@coaching-pairs/bot/ports/rounds';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { askedOf, isOpen } from '@coaching-pairs/shared/round/nomination';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import { expect } from 'vitest';

const twos = (ids: readonly PersonId[]): readonly string[] =>
  ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other].sort().join(' + ')));

/**
 * What must hold of a round at any moment: nobody in two pairs, everybody of a pair says the same of it, an open proposal and
 * whoever is asked about it name each other, and nobody is proposed again to whom they would rather not.
 */
export const invariantsHold = async (rounds: RoundStore, roundId: RoundId): Promise<void> => {
  const all = await rounds.everything(roundId);
  if (all === null) throw new Error('no round');
  const { participants, proposals } = all.content;
  const pairs = standingPairs(all.content);
  const inPairs = pairs.flatMap((pair) => pair.memberIds);
  expect(new Set(inPairs).size, 'nobody in two pairs').toBe(inPairs.length);
  for (const pair of pairs) {
    const proposal = proposals.find((one) => one.id === pair.proposalId);
    expect(proposal).toMatchObject({ state: 'formed', memberIds: pair.memberIds });
    expect([...(proposal?.acceptedBy ?? [])].sort()).toEqual(pair.memberIds);
  }
  expect(proposals.filter((one) => one.state === 'formed')).toHaveLength(pairs.length);
  const open = proposals.filter(isOpen);
  for (const { personId, match, asks, answer } of participants) {
    const pair = pairs.find((one) => one.memberIds.includes(personId));
    expect([personId, match.kind === 'paired' ? match.pairId : undefined]).toEqual([personId, pair?.id]);
    const theirs = open.filter((one) => askedOf(one).includes(personId)).map((one) => one.id);
    expect([personId, ...theirs.sort()]).toEqual([personId, ...[...(match.kind === 'open' ? [match.proposalId] : []), ...asks].sort()]);
    if (match.kind !== 'none') expect([personId, answer]).toEqual([personId, 'joined']);
  }
  const declined = new Map(
    proposals.filter((one) => one.ending === 'declined').flatMap((one) => twos(one.memberIds).map((two) => [two, one.endedAt ?? ''])),
  );
  for (const proposal of proposals)
    for (const two of twos(proposal.memberIds)) {
      const earlier = declined.get(two);
      // A trio that came to nothing may have held the two before they declined each other.
      const afterwards = earlier !== undefined && proposal.sentAt !== null && proposal.sentAt > earlier;
      expect([two, afterwards]).toEqual([two, false]);
    }
};
