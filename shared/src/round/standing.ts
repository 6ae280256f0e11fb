import type { PersonId } from '../ids.js';
import { awaitsNominee, isPutToPeople } from './nomination.js';
import type { Participant } from './participation.js';
import type { Ending, Pair, Proposal } from './proposal.js';

/** Everything of one round that the rules look at together. */
export type RoundContent = {
  readonly participants: readonly Participant[];
  readonly proposals: readonly Proposal[];
  readonly pairs: readonly Pair[];
};

export const standings = ['not-joined', 'free', 'drafted', 'asked', 'waiting', 'being-reworked', 'paired'] as const;
/** Where somebody stands between their answer and the announced pairs. */
export type Standing = (typeof standings)[number];

/**
 * Where one person stands; `proposal` is the open or formed one their row names, `drafted` whether a draft has them.
 * `being-reworked` is the same whether they or somebody else said no (CP-33).
 */
export const standingOf = (participant: Participant, proposal: Proposal | null, drafted: boolean): Standing => {
  if (participant.match.kind === 'paired') return 'paired';
  if (participant.answer !== 'joined') return 'not-joined';
  if (participant.match.kind === 'open' && proposal !== null) {
    return proposal.acceptedBy.includes(participant.personId) ? 'waiting' : 'asked';
  }
  if (participant.match.kind === 'reworking') return 'being-reworked';
  return drafted ? 'drafted' : 'free';
};

const joinedUnmatched = (participant: Participant): boolean =>
  participant.answer === 'joined' && participant.match.kind !== 'open' && participant.match.kind !== 'paired';

/** Everybody who joined and is neither in a pair nor before an open proposal: whom a draft is made for. */
export const freeToMatch = (content: RoundContent): readonly PersonId[] =>
  content.participants.filter(joinedUnmatched).map((one) => one.personId);

/**
 * The same as far as all but a few may know: with those whose suggestion waits for its answer, who look like anybody whose match is being
 * reworked, so that no list and no number tells that somebody has named another (CP-33).
 */
export const seemFree = (content: RoundContent): readonly PersonId[] => {
  const byId = new Map(content.proposals.map((one) => [one.id, one]));
  const ownOf = ({ match }: Participant): Proposal | null => (match.kind === 'open' ? (byId.get(match.proposalId) ?? null) : null);
  return content.participants.filter((one) => joinedUnmatched(one) || awaitsNominee(one, ownOf(one))).map((one) => one.personId);
};

/** Everybody who joined and is not in a formed pair. */
export const withoutPartner = (content: RoundContent): readonly PersonId[] =>
  content.participants.filter((one) => one.answer === 'joined' && one.match.kind !== 'paired').map((one) => one.personId);

/**
 * Whether somebody's match is being reworked as far as all but a few may know: a suggestion of their own that waits for its answer
 * reads the same, so that naming somebody tells nobody who declined (CP-33); whoever asks on the board seems free. `own` is the proposal
 * that their row names.
 */
export const seemsReworked = (participant: Participant, own: Proposal | null): boolean =>
  participant.match.kind === 'reworking' || (awaitsNominee(participant, own) && own?.onBoard !== true);

const tried: readonly (Ending | null)[] = ['declined', 'withdrawn', 'chosen-otherwise', 'expired', 'not-passed-on', 'pair-ended'];

/** What one asked another on the board, and that came to no pair: it weighs on nothing afterwards, since that would tell of it (tension 3). */
const isAskAlone = ({ onBoard, ending }: Proposal): boolean => onBoard && ending !== 'pair-ended';

/**
 * Sets of people whose match came to nothing in this round, whoever suggested it: no draft puts them together again. All alike, so
 * that nobody reads one cause from another (CP-33).
 */
export const triedTogether = (content: Pick<RoundContent, 'proposals'>): readonly (readonly PersonId[])[] =>
  content.proposals.filter((one) => tried.includes(one.ending) && !isAskAlone(one)).map((proposal) => proposal.memberIds);

/** The pairs that meet: none that has ended. */
export const standingPairs = ({ pairs }: Pick<RoundContent, 'pairs'>): readonly Pair[] => pairs.filter(({ endedAt }) => endedAt === null);

/** Numbers for the round's overview. */
export const tallyOf = (content: RoundContent) => ({
  population: content.participants.length,
  joined: content.participants.filter((one) => one.answer === 'joined').length,
  sittingOut: content.participants.filter((one) => one.answer === 'sitting-out').length,
  silent: content.participants.filter((one) => one.answer === 'none').length,
  drafts: content.proposals.filter((proposal) => proposal.state === 'draft').length,
  open: content.proposals.filter(isPutToPeople).length,
  pairs: standingPairs(content).length,
  withoutPartner: withoutPartner(content).length,
});
export type Tally = ReturnType<typeof tallyOf>;
