import { maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import { isNomination } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { standingOf } from '@coaching-pairs/shared/round/standing';
import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { chainDoubtText } from '@coaching-pairs/shared/words/finding-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import type { Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import { zoneAmong } from './whereabouts.js';

type Look = {
  readonly words: Words;
  readonly viewer: PersonId;
  readonly round: Round;
  readonly organisation: Organisation;
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly drafted: ReadonlySet<PersonId>;
  /** Why somebody cannot be written to, as a code. */
  readonly unreachable: ReadonlyMap<PersonId, string>;
};

/**
 * Where partners are chosen in the open nobody reads who is left, nor who asks (tension 3). A yes that is known would tell from whom a no
 * came; others see that the match is with its people (CP-33).
 */
const standingFor = ({ viewer, round, drafted }: Look, participant: Participant, proposal: Proposal | null): RoundPerson['standing'] => {
  if (round.state === 'choosing' && participant.answer === 'joined') return 'choosing';
  const standing = standingOf(participant, proposal, drafted.has(participant.personId));
  const hidden = standing === 'waiting' && viewer !== participant.personId && proposal !== null && !maySeeDecline(round, proposal, viewer);
  if (!hidden) return standing;
  // It was asked while the board froze, and is about to come to nothing.
  if (proposal.onBoard) return 'free';
  return isNomination(proposal) ? 'being-reworked' : 'asked';
};

/** From the organisation's records alone: what somebody's own Teams told is not for others (R-16, C-02). */
export const zoneShown = (organisation: Organisation, round: Round, id: PersonId): RoundPerson['zone'] => {
  const { zone, source } = zoneAmong(organisation, round, id);
  return { name: zone, source: source === 'correction' || source === 'mailbox' ? source : 'round' };
};

const shown = (look: Look, participant: Participant): RoundPerson => {
  const { words, round, organisation } = look;
  const named = namedIn(organisation);
  const nameOf = (one: PersonId): string => organisation.people.get(one)?.name ?? words.t('chain.somebodyUnknown');
  const id = participant.personId;
  const managerId = organisation.managerOf.get(id) ?? null;
  const inDirectory = organisation.people.get(id)?.managerId;
  const second = organisation.dottedOf.get(id);
  const chain = confirmation(organisation, id, round.topId);
  const reason = look.unreachable.get(id);
  const { match } = participant;
  const proposal = match.kind === 'open' || match.kind === 'paired' ? (look.proposals.get(match.proposalId) ?? null) : null;
  return {
    person: named(id),
    department: organisation.people.get(id)?.department ?? null,
    manager: managerId === null ? null : named(managerId),
    secondManager: second === undefined ? null : named(second),
    directoryManager: inDirectory == null ? null : named(inDirectory),
    chain: chain.status === 'confirmed' ? { kind: 'confirmed' } : { kind: 'unconfirmed', text: chainDoubtText(words, chain.doubt, nameOf) },
    answer: participant.answer,
    zone: zoneShown(organisation, round, id),
    corrected: [...(organisation.corrected.get(id) ?? [])],
    standing: standingFor(look, participant, proposal),
    reachable: reason === undefined,
    unreachable: reason === undefined ? null : undeliveredReason(reason),
  };
};

/** How each person of a round is shown to one of its administrators. */
export const showingPeople = async (
  deps: Deps,
  words: Words,
  { round, content }: VersionedContent,
  viewer: PersonId,
): Promise<(participant: Participant) => RoundPerson> => {
  const [organisation, unreachable] = await Promise.all([organisationOf(deps), deps.rounds.unreachable(round.value.id)]);
  const look: Look = {
    ...{ words, viewer, organisation, round: round.value },
    proposals: new Map(content.proposals.map((proposal) => [proposal.id, proposal])),
    drafted: new Set(content.proposals.filter((proposal) => proposal.state === 'draft').flatMap((proposal) => proposal.memberIds)),
    unreachable: new Map(unreachable.map(({ personId, reason }) => [personId, reason])),
  };
  return (participant) => shown(look, participant);
};
