import { isHidden, maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, PlainDate, RoundId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok } from '@coaching-pairs/shared/result';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import { isMember, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { type Round, takesMatches } from '@coaching-pairs/shared/round/round';
import { seemFree, seemsReworked } from '@coaching-pairs/shared/round/standing';
import { trioLinks } from '@coaching-pairs/shared/round/trio-links';
import type { BoardLeft, BoardProposal, BoardView } from '@coaching-pairs/shared/wire/board';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { freshDrafts } from './board-changes.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { type DraftReport, lastDraft } from './draft-report.js';
import { namedIn, organisationOf } from './organisation.js';
import { type PeopleIndex, peopleIndex } from './people-index.js';

export type BoardLook = {
  readonly words: Words;
  readonly viewer: PersonId;
  readonly round: Round;
  readonly organisation: Organisation;
  readonly index: PeopleIndex;
  readonly fresh: ReadonlySet<string>;
  /** Whom organisers have set aside, and until when. */
  readonly aside: ReadonlyMap<PersonId, PlainDate>;
};

const stateOf = ({ state }: Proposal): BoardProposal['state'] => (state === 'ended' ? 'being-reworked' : state === 'held' ? 'sent' : state);

/**
 * Who has said yes so far. Whoever saw one yes would know from whom the no came, so it is told to those who may know of a decline
 * (CP-33); a member of the match itself learns no more here than on their own card.
 */
const acceptedFor = (round: Round, proposal: Proposal, viewer: PersonId): PersonId[] => {
  if (proposal.state === 'ended') return [];
  const all = proposal.state === 'formed' || maySeeDecline(round, proposal, viewer);
  return proposal.acceptedBy.filter((id) => all || id === viewer);
};

/** Whether a chain of one of its people is not confirmed (CP-24b). */
export const isUnconfirmed = ({ index }: BoardLook, { memberIds }: Proposal): boolean =>
  memberIds.some((id) => index.people[index.placeOf.get(id) ?? -1]?.chain() === 'unconfirmed');

/** A match as one administrator may see it. */
export const shownMatch = (look: BoardLook, proposal: Proposal): BoardProposal => {
  const { words, viewer, round, organisation } = look;
  const named = namedIn(organisation);
  const nameOf = (id: PersonId): string => named(id).name;
  const leaning = proposal.reasons.filter((reason) => reason.code === 'beyond-reach');
  const speaking = proposal.reasons.filter((reason) => reason.code !== 'beyond-reach');
  return {
    id: proposal.id,
    members: proposal.memberIds.map(named),
    reasons: [...pairReasonTexts(words, speaking, { kind: 'organiser' }, nameOf)],
    links: trioLinks({ ...proposal, reasons: speaking }).map(({ memberIds, reasons }) => ({
      members: memberIds.map(named),
      reasons: [...pairReasonTexts(words, reasons, { kind: 'organiser' }, nameOf)],
    })),
    locked: proposal.locked,
    byHand: proposal.byHand,
    fresh: proposal.state === 'draft' && look.fresh.has(proposal.id),
    leansOn: pairReasonTexts(words, leaning, { kind: 'organiser' }, nameOf).join(' ') || null,
    unconfirmed: isUnconfirmed(look, proposal),
    state: stateOf(proposal),
    answerBy: proposal.answerBy,
    mayWithdraw: proposal.state === 'sent' && takesMatches(round) && !isMember(proposal, viewer),
    acceptedBy: acceptedFor(round, proposal, viewer),
    declinedBy: proposal.declinedBy !== null && maySeeDecline(round, proposal, viewer) ? proposal.declinedBy : null,
  };
};

const isReworking = ({ content }: VersionedContent, proposal: Proposal): boolean =>
  proposal.state === 'ended' &&
  proposal.sentAt !== null &&
  content.participants.some((one) => seemsReworked(one, ownOf(content, one)) && proposal.memberIds.includes(one.personId));

const ownOf = ({ proposals }: VersionedContent['content'], { match }: Participant): Proposal | null =>
  match.kind === 'open' ? (proposals.find(({ id }) => id === match.proposalId) ?? null) : null;

const standsBy = (report: DraftReport | null, id: PersonId): boolean =>
  report?.unmatched.some((one) => one.personId === id && one.why === 'reserve') === true;

const whyLeft = ({ words, organisation, aside }: BoardLook, report: DraftReport | null, id: PersonId): string => {
  if (organisation.people.get(id)?.enabled === false) return words.t('board.left.blocked');
  const until = aside.get(id);
  if (until !== undefined) return words.t('board.left.paused', { date: words.date(until) });
  const why = report?.unmatched.find((one) => one.personId === id)?.why;
  switch (why) {
    case 'nobody-possible':
      return words.t('board.left.nobodyPossible');
    case 'declined':
      return words.t('board.left.declined');
    case 'numbers':
      return words.t('board.left.numbers');
    case 'odd':
      return words.t('board.left.odd');
    case 'reserve':
      return words.t('board.left.reserve');
    default:
      return words.t('board.left.notDrafted');
  }
};

/** Somebody who is left over, with the reason in words. */
export const shownLeft = (look: BoardLook, report: DraftReport | null, id: PersonId): BoardLeft => ({
  person: namedIn(look.organisation)(id),
  why: whyLeft(look, report, id),
  standsBy: standsBy(report, id),
});

export type BoardLists = Readonly<Record<BoardView, readonly Proposal[]>> & { readonly left: readonly PersonId[] };

/** By whoever of its people comes first by name, so that a match stays about where it is when one of them changes. */
const byName = ({ placeOf }: PeopleIndex, drafts: readonly Proposal[]): readonly Proposal[] => {
  const first = ({ memberIds }: Proposal): number => Math.min(...memberIds.map((id) => placeOf.get(id) ?? -1));
  return drafts
    .map((draft) => ({ draft, place: first(draft) }))
    .sort((one, other) => one.place - other.place)
    .map(({ draft }) => draft);
};

/** Everything that is on the board for one administrator, list by list. */
export const boardLists = ({ round, viewer, index }: BoardLook, all: VersionedContent): BoardLists => {
  const { proposals } = all.content;
  const inState = (state: Proposal['state']) => proposals.filter((proposal) => proposal.state === state);
  const drafts = byName(index, inState('draft'));
  const inDraft = new Set(drafts.flatMap((draft) => draft.memberIds));
  const known = proposals.filter((proposal) => !isHidden(round, proposal, viewer));
  return {
    drafts,
    sent: inState('sent').filter(isPutToPeople),
    reworking: known.filter((proposal) => isReworking(all, proposal)),
    pairs: inState('formed'),
    // Nobody reads who is left where partners are chosen in the open (tension 3).
    left: round.state === 'choosing' ? [] : seemFree(all.content).filter((id) => !inDraft.has(id)),
  };
};

/** A round's board as one administrator looks at it; refused for everybody else. */
export const lookAtBoard = async (deps: Deps, words: Words, { roundId, actor }: { readonly roundId: RoundId; readonly actor: Actor }) => {
  const all = await readAsAdministrator(deps, roundId, actor);
  if (!all.ok) return all;
  const [organisation, last] = await Promise.all([organisationOf(deps), lastDraft(deps, roundId)]);
  const round = all.value.round.value;
  const index = peopleIndex(all.value, organisation, words);
  const aside = asideIn(round, all.value.content.participants, deps.clock.now());
  const look: BoardLook = { words, viewer: actor.personId, round, organisation, index, aside, fresh: freshDrafts(last) };
  return ok({ all: all.value, look, last, report: last?.report ?? null, lists: boardLists(look, all.value) });
};
