import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import type { ProposalId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type Proposal, withdrawProposal } from '@coaching-pairs/shared/round/proposal';
import { inState, matchStates } from '@coaching-pairs/shared/round/round';
import type { Versioned, VersionedContent } from '../ports/rounds.js';
import type { AskedWork } from './begin-work.js';
import type { Draft } from './change-round.js';
import type { Deps } from './deps.js';
import { changeBoard } from './edit-board.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { release } from './release.js';

type Withdrawal = AskedWork & { readonly proposalId: ProposalId };

/** The match ends, its people are free and are all told the words that follow a decline (CP-33, CP-34). */
const written = async (deps: Deps, asked: Withdrawal, ended: Proposal, { etag }: Versioned<Proposal>): Promise<Draft> => {
  const { roundId, opId, proposalId } = asked;
  const { participants, freed } = await release(deps, roundId, ended);
  return {
    action: 'proposal.withdraw',
    subject: { proposalId },
    proposals: [{ value: ended, etag }],
    participants,
    outbox: messagesTo(freed, 'being-reworked', { roundId, opId, at: deps.clock.now(), subject: { proposalId } }),
  };
};

const decided = async (deps: Deps, asked: Withdrawal, all: VersionedContent): Promise<Result<Draft | null, Refusal>> => {
  const found = all.proposals.find(({ value }) => value.id === asked.proposalId);
  if (found === undefined || isHidden(all.round.value, found.value, asked.actor.personId)) return err({ code: 'not-found' });
  const next = withdrawProposal(found.value, asked.actor.personId, deps.clock.now());
  if (!next.ok) return next;
  // Over already, for whatever reason: the board that is answered shows it, and does not say which (CP-33).
  if (next.value === found.value) return ok(null);
  const open = inState(all.round.value, ...matchStates);
  return open.ok ? ok(await written(deps, asked, next.value, found)) : open;
};

/**
 * An administrator takes back a match that is with its people and that nobody, or not everybody, answers. Refused to whoever is in it
 * (CP-33) and once all have said yes. The matching does not repeat it of its own accord.
 */
export const withdrawMatch = (deps: Deps, asked: Withdrawal): Promise<Result<null, Refusal>> =>
  changeBoard(deps, asked, (all) => decided(deps, asked, all));
