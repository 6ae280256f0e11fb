import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { type RoundContent, seemsReworked } from '@coaching-pairs/shared/round/standing';
import { type LeaderPage, type LeadingList, type LeadingView, namesPerPage } from '@coaching-pairs/shared/wire/leading';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../../ports/rounds.js';
import { insightsScriptOf } from '../awayday/plan.js';
import { type NamesWanted, pageByName } from '../name-pages.js';
import { namedIn } from '../organisation.js';
import { peopleIndex } from '../people-index.js';

const joinedIn = ({ participants }: RoundContent): readonly Participant[] => participants.filter((one) => one.answer === 'joined');

/** Matches that are put to people, and those that have become pairs. */
const proposedIn = ({ proposals }: RoundContent): readonly Proposal[] =>
  proposals.filter((proposal) => isPutToPeople(proposal) || proposal.state === 'formed');

/** Once the pairs are announced, only the matches that are not among these. */
const stillProposed = ({ round, content }: VersionedContent): readonly Proposal[] =>
  proposedIn(content).filter(({ state }) => !round.value.announced || state !== 'formed');

const ownOf = ({ proposals }: RoundContent, { match }: Participant): Proposal | null =>
  match.kind === 'open' ? (proposals.find(({ id }) => id === match.proposalId) ?? null) : null;

/** What two ask each other in the open is between them (tension 3). */
const reworkedIn = ({ round, content }: VersionedContent): readonly Participant[] =>
  (round.value.state === 'choosing' ? [] : joinedIn(content)).filter((one) => seemsReworked(one, ownOf(content, one)));

export type LeaderLook = { readonly all: VersionedContent; readonly organisation: Organisation; readonly words: Words };

/** Part of one list of the page, in the order of names, narrowed by part of a name. */
export const leadingListOf = ({ all, organisation, words }: LeaderLook, view: LeadingView, wanted: NamesWanted): LeadingList => {
  const named = namedIn(organisation);
  const index = peopleIndex(all, organisation, words);
  if (view === 'proposed') {
    const listed = { items: stillProposed(all), idsOf: ({ memberIds }: Proposal) => memberIds, most: namesPerPage };
    const { page, ...rest } = pageByName(index, listed, wanted);
    return {
      people: [],
      matches: page.map(({ memberIds, state }) => ({ members: memberIds.map(named), formed: state === 'formed' })),
      ...rest,
    };
  }
  const items = view === 'joined' ? joinedIn(all.content) : reworkedIn(all);
  const listed = { items, idsOf: ({ personId }: Participant): readonly PersonId[] => [personId], most: namesPerPage };
  const { page, ...rest } = pageByName(index, listed, wanted);
  return { people: page.map(({ personId }) => named(personId)), matches: [], ...rest };
};

/** The round leader's page: who joined, what is proposed, what is being reworked; never who declined, nor who named whom (CP-33). */
export const leaderPage = (look: LeaderLook): LeaderPage => {
  const first = (view: LeadingView): LeadingList => leadingListOf(look, view, {});
  const [joined, proposed, beingReworked] = [first('joined'), first('proposed'), first('beingReworked')];
  return {
    counts: { joined: joined.total, proposed: proposed.total, beingReworked: beingReworked.total },
    joined: joined.people,
    proposed: proposed.matches,
    beingReworked: beingReworked.people,
    insightsScript: insightsScriptOf(look.all.round.value),
  };
};

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
