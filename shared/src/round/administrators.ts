import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { isNomination, isOpen } from './nomination.js';
import { isMember, type Proposal } from './proposal.js';
import { inState, isAdministrator, type Round, type RoundRefusal, roundStates } from './round.js';

const notClosed = roundStates.filter((state) => state !== 'closed');

/**
 * Who can look after the people partner's own match, given who is in it: an administrator, neither the round leader, who
 * learns of no decline, nor somebody in the match itself (CP-33).
 */
export const handlersOf = (round: Round, memberIds: readonly PersonId[]): readonly PersonId[] =>
  round.administratorIds.filter((id) => id !== round.peoplePartnerId && id !== round.leaderId && !memberIds.includes(id));

/** Whether one of these matches is the people partner's own and nobody could look after it (CP-33). */
export const lacksHandler = (round: Round, matches: readonly (readonly PersonId[])[]): boolean =>
  matches.some((memberIds) => memberIds.includes(round.peoplePartnerId) && handlersOf(round, memberIds).length === 0);

/** Nobody looks after what people ask each other in the open, nor knows of it (tension 3). */
const isBetweenTwo = ({ mode }: Round, proposal: Proposal): boolean => mode === 'open-choice' && isNomination(proposal);

/** Matches of the people partner's own that are drafted, or with their people. */
const ownMatches = (round: Round, proposals: readonly Proposal[]): readonly Proposal[] =>
  proposals
    .filter((proposal) => (proposal.state === 'draft' || isOpen(proposal)) && isMember(proposal, round.peoplePartnerId))
    .filter((proposal) => !isBetweenTwo(round, proposal));

/**
 * Names somebody else as administrator, at any time until the round is closed. Refused for the round leader, who would read
 * who sits out, and for whoever is in the people partner's own match (CP-33). Naming somebody again changes nothing.
 */
export const addAdministrator = (round: Round, personId: PersonId, proposals: readonly Proposal[]): Result<Round, RoundRefusal> => {
  const allowed = inState(round, ...notClosed);
  if (!allowed.ok || isAdministrator(round, personId)) return allowed;
  if (personId === round.leaderId) return err({ code: 'leader-as-administrator', personId });
  if (ownMatches(round, proposals).some((proposal) => isMember(proposal, personId))) return err({ code: 'in-partners-match', personId });
  return ok({ ...round, administratorIds: [...round.administratorIds, personId] });
};

/**
 * Lets somebody administer the round no longer. Refused for the people partner, who stays, so that the round is never without
 * an administrator; and where the people partner's own match is out and nobody else could look after it (CP-33). Somebody who
 * is not named changes nothing.
 */
export const removeAdministrator = (round: Round, personId: PersonId, proposals: readonly Proposal[]): Result<Round, RoundRefusal> => {
  const allowed = inState(round, ...notClosed);
  if (!allowed.ok || !isAdministrator(round, personId)) return allowed;
  if (personId === round.peoplePartnerId) return err({ code: 'people-partner-stays' });
  const next = { ...round, administratorIds: round.administratorIds.filter((id) => id !== personId) };
  const out = ownMatches(round, proposals).filter(isOpen);
  const orphaned = lacksHandler(
    next,
    out.map(({ memberIds }) => memberIds),
  );
  return orphaned ? err({ code: 'second-administrator-needed', personId }) : ok(next);
};
