import { isHidden, maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isOpen, isPutToPeople, nomineeOf } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { isMember, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { type Round, takesMatches } from '@coaching-pairs/shared/round/round';
import { seemFree, seemsReworked } from '@coaching-pairs/shared/round/standing';
import { trioLinks } from '@coaching-pairs/shared/round/trio-links';
import type { Board, BoardProposal, BoardSuggestion } from '@coaching-pairs/shared/wire/board';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { changesShown, freshDrafts, undoShown } from './board-changes.js';
import { helpFor } from './board-help.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { type DraftReport, lastDraft } from './draft-report.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

type Look = {
  readonly words: Words;
  readonly viewer: PersonId;
  readonly round: Round;
  readonly organisation: Organisation;
  readonly fresh: ReadonlySet<string>;
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

const shown = (look: Look, proposal: Proposal): BoardProposal => {
  const { words, viewer, round, organisation } = look;
  const named = namedIn(organisation);
  const nameOf = (id: PersonId): string => named(id).name;
  const leaning = proposal.reasons.filter((reason) => reason.code === 'beyond-reach');
  const speaking = proposal.reasons.filter((reason) => reason.code !== 'beyond-reach');
  const unconfirmed = proposal.memberIds.some((id) => confirmation(organisation, id, round.topId).status === 'unconfirmed');
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
    unconfirmed,
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

const suggestionsFor = ({ words, viewer, round, organisation }: Look, { content }: VersionedContent): BoardSuggestion[] => {
  const named = namedIn(organisation);
  return content.proposals.flatMap((one) => {
    const nominee = nomineeOf(one);
    if (one.nominatedBy === null || nominee === null || !isOpen(one) || isHidden(round, one, viewer)) return [];
    const reasons = [...pairReasonTexts(words, one.reasons, { kind: 'organiser' }, (id) => named(id).name)];
    const needsTap = one.state === 'held';
    return [{ id: one.id, by: named(one.nominatedBy), nominee: named(nominee), needsTap, reasons, answerBy: one.answerBy }];
  });
};

const standsBy = (report: DraftReport | null, id: PersonId): boolean =>
  report?.unmatched.some((one) => one.personId === id && one.why === 'reserve') === true;

const whyLeft = ({ words, organisation }: Look, report: DraftReport | null, id: PersonId): string => {
  if (organisation.people.get(id)?.enabled === false) return words.t('board.left.blocked');
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

/** Somebody whom the last draft could not pair is without a match still, so that what would have helped then still may. */
const isStillLeft = (report: DraftReport | null, left: readonly PersonId[]): boolean =>
  report?.unmatched.some(({ personId }) => left.some((id) => id === personId)) === true;

/** What the last drafting has proved of the drafts, in words; null once one was made by hand. */
export const proofText = (words: Words, report: DraftReport | null, drafts: readonly Proposal[]): string | null => {
  if (report === null || drafts.length === 0 || drafts.some((draft) => draft.byHand)) return null;
  const checked = words.number(report.checkedPairs);
  return report.gap === 0 ? words.t('board.proof', { checked }) : words.t('board.proofOpen', { checked });
};

/** The matching board as one administrator may see it: drafts, what was sent, what is being reworked, pairs, who is left. */
export const boardOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<Board, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const [organisation, last] = await Promise.all([organisationOf(deps), lastDraft(deps, asked.roundId)]);
  const report = last?.report ?? null;
  const look: Look = { words, viewer: asked.actor.personId, round: all.value.round.value, organisation, fresh: freshDrafts(last) };
  const { proposals } = all.value.content;
  const inState = (state: Proposal['state']) => proposals.filter((proposal) => proposal.state === state);
  const drafts = inState('draft');
  const known = proposals.filter((proposal) => !isHidden(look.round, proposal, look.viewer));
  const inDraft = new Set(drafts.flatMap((draft) => draft.memberIds));
  // Nobody reads who is left where partners are chosen in the open (tension 3).
  const left = look.round.state === 'choosing' ? [] : seemFree(all.value.content).filter((id) => !inDraft.has(id));
  return ok({
    drafts: drafts.map((draft) => shown(look, draft)),
    sent: inState('sent')
      .filter(isPutToPeople)
      .map((proposal) => shown(look, proposal)),
    reworking: known.filter((proposal) => isReworking(all.value, proposal)).map((proposal) => shown(look, proposal)),
    pairs: inState('formed').map((proposal) => shown(look, proposal)),
    suggestions: suggestionsFor(look, all.value),
    left: left.map((id) => ({ person: namedIn(organisation)(id), why: whyLeft(look, report, id), standsBy: standsBy(report, id) })),
    proof: proofText(words, report, drafts),
    help: report !== null && isStillLeft(report, left) ? helpFor(look, report, drafts.filter(({ locked }) => locked).length) : [],
    changes: changesShown(look, last, drafts),
    undo: undoShown(look),
    repeats: look.round.repeats.map(({ memberIds, by, at }) => ({
      members: memberIds.map(namedIn(organisation)),
      by: namedIn(organisation)(by),
      at,
    })),
  });
};
