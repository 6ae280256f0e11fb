import { instant, pairId, personId, proposalId } from '@coaching-pairs/shared/ids';
import { endPair } from '@coaching-pairs/shared/round/ending';
import { member, type Participant } from '@coaching-pairs/shared/round/participation';
import { draftProposal, pairOf } from '@coaching-pairs/shared/round/proposal';
import { freeToMatch, standingPairs, tallyOf, triedTogether } from '@coaching-pairs/shared/round/standing';
import { describe, expect, it } from 'vitest';
import { roundsFor } from './people.js';

const rounds = roundsFor();

const at = instant('2027-02-01T09:00:00.000Z');
const ids = ['ana', 'ben', 'cleo'].map(personId);

const formed = (count: number) => {
  const members = ids.slice(0, count);
  const proposal = { ...draftProposal(proposalId('p-1'), members, [], { locked: false, byHand: false }), state: 'formed' as const };
  const pair = pairOf(proposal, pairId('p-1'), at);
  const people = members.map(
    (id): Participant => ({ ...member(id), answer: 'joined', match: { kind: 'paired', proposalId: proposal.id, pairId: pair.id } }),
  );
  return { proposal, pair, people };
};

describe('ending a pair', () => {
  it.each([2, 3])('sets all %s free alike, and nothing tells who wished it', (count) => {
    const ended = endPair(rounds.active, formed(count), at);
    if (!ended.ok) throw new Error(ended.error.code);
    const { pair, proposal, people } = ended.value;
    expect(people.map(({ match, former }) => [match, former])).toEqual(Array(count).fill([{ kind: 'reworking' }, ['p-1']]));
    expect(proposal).toMatchObject({ state: 'ended', ending: 'pair-ended', declinedBy: null });
    const content = { participants: people, proposals: [proposal], pairs: [pair] };
    expect(freeToMatch(content)).toEqual(ids.slice(0, count));
    expect(triedTogether(content)).toEqual([ids.slice(0, count)]);
    expect([standingPairs(content), tallyOf(content).pairs]).toEqual([[], 0]);
  });

  it('is for as long as new matches can be made', () => {
    for (const state of ['proposed', 'active'] as const) expect(endPair(rounds[state], formed(2), at).ok).toBe(true);
    for (const state of ['awayday', 'closed'] as const)
      expect(endPair(rounds[state], formed(2), at)).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  });
});
