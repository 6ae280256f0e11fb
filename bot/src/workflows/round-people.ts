import { maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import { isNomination } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { standingOf } from '@coaching-pairs/shared/round/standing';
import type { RoundPeople, RoundPerson } from '@coaching-pairs/shared/wire/people';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { chainDoubtText } from '@coaching-pairs/shared/words/finding-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
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

/** A yes that is known would tell from whom a no came; others see that the match is with its people (CP-33). */
const standingFor = ({ viewer, round, drafted }: Look, participant: Participant, proposal: Proposal | null): RoundPerson['standing'] => {
  const standing = standingOf(participant, proposal, drafted.has(participant.personId));
  const hidden = standing === 'waiting' && viewer !== participant.personId && proposal !== null && !maySeeDecline(round, proposal, viewer);
  if (!hidden) return standing;
  return isNomination(proposal) ? 'being-reworked' : 'asked';
};

/** From the organisation's records alone: what somebody's own Teams told is not for others (R-16, C-02). */
const zoneShown = ({ organisation, round }: Look, id: PersonId): RoundPerson['zone'] => {
  const { zone, source } = zoneAmong(organisation, round, id);
  return { name: zone, source: source === 'correction' || source === 'mailbox' ? source : 'round' };
};

const shown = (look: Look, participant: Participant): RoundPerson => {
  const { words, round, organisation } = look;
  const named = namedIn(organisation);
  const nameOf = (one: PersonId): string => organisation.people.get(one)?.name ?? words.t('chain.somebodyUnknown');
  const id = participant.personId;
  const managerId = organisation.managerOf.get(id) ?? null;
  const chain = confirmation(organisation, id, round.topId);
  const reason = look.unreachable.get(id);
  const { match } = participant;
  const proposal = match.kind === 'open' || match.kind === 'paired' ? (look.proposals.get(match.proposalId) ?? null) : null;
  return {
    person: named(id),
    department: organisation.people.get(id)?.department ?? null,
    manager: managerId === null ? null : named(managerId),
    chain: chain.status === 'confirmed' ? { kind: 'confirmed' } : { kind: 'unconfirmed', text: chainDoubtText(words, chain.doubt, nameOf) },
    answer: participant.answer,
    zone: zoneShown(look, id),
    corrected: organisation.corrected.has(id),
    standing: standingFor(look, participant, proposal),
    reachable: reason === undefined,
    unreachable: reason === undefined ? null : undeliveredReason(reason),
  };
};

/** The population with answers and chains, in the order of names, for an administrator of the round. */
export const peopleOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<RoundPeople, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { content, round } = all.value;
  const [organisation, unreachable] = await Promise.all([organisationOf(deps), deps.rounds.unreachable(asked.roundId)]);
  const look: Look = {
    words,
    viewer: asked.actor.personId,
    round: round.value,
    organisation,
    proposals: new Map(content.proposals.map((proposal) => [proposal.id, proposal])),
    drafted: new Set(content.proposals.filter((proposal) => proposal.state === 'draft').flatMap((proposal) => proposal.memberIds)),
    unreachable: new Map(unreachable.map(({ personId, reason }) => [personId, reason])),
  };
  const people = content.participants.map((participant) => shown(look, participant));
  return ok({
    people: people.sort((one, other) => words.compare(one.person.name, other.person.name)),
    link: tabLink(deps.teamsAppId, `round/${asked.roundId}`),
  });
};
