import type { PersonId } from '@coaching-pairs/shared/ids';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { type RoundContent, seemsReworked } from '@coaching-pairs/shared/round/standing';
import type { LeaderPage } from '@coaching-pairs/shared/wire/leading';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { VersionedContent } from '../../ports/rounds.js';
import { insightsScriptOf } from '../awayday/plan.js';

const joinedIn = ({ participants }: RoundContent): readonly Participant[] => participants.filter((one) => one.answer === 'joined');

/** Matches that are put to people, and those that have become pairs. */
const proposedIn = ({ proposals }: RoundContent): readonly Proposal[] =>
  proposals.filter((proposal) => isPutToPeople(proposal) || proposal.state === 'formed');

const ownOf = ({ proposals }: RoundContent, { match }: Participant): Proposal | null =>
  match.kind === 'open' ? (proposals.find(({ id }) => id === match.proposalId) ?? null) : null;

/** The round leader's page: who joined, what is proposed, what is being reworked; never who declined, nor who named whom (CP-33). */
export const leaderPage = ({ round, content }: VersionedContent, named: (id: PersonId) => Named): LeaderPage => ({
  joined: joinedIn(content).map((one) => named(one.personId)),
  proposed: proposedIn(content).map(({ memberIds, state }) => ({ members: memberIds.map(named), formed: state === 'formed' })),
  // What two ask each other in the open is between them (tension 3).
  beingReworked: (round.value.state === 'choosing' ? [] : joinedIn(content))
    .filter((one) => seemsReworked(one, ownOf(content, one)))
    .map((one) => named(one.personId)),
  insightsScript: insightsScriptOf(round.value),
});

/** The same in numbers, for the place from which their page is reached. */
export const leadsOf = ({ round, content }: VersionedContent): NonNullable<MyRound['leads']> => {
  const proposed = proposedIn(content);
  return {
    joined: joinedIn(content).length,
    proposed: proposed.length,
    pairs: proposed.filter(({ state }) => state === 'formed').length,
    insightsScript: insightsScriptOf(round.value),
  };
};
