import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import type { ProposalId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isNomination, nomineeOf, passOn } from '@coaching-pairs/shared/round/nomination';
import { isMember, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { inState, matchStates } from '@coaching-pairs/shared/round/round';
import { type Settled, settleEnding, settlePassedOn } from '@coaching-pairs/shared/round/settling';
import type { VersionedContent } from '../ports/rounds.js';
import type { AskedWork } from './begin-work.js';
import { changeAsAdministrator, type Draft } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { choiceFor } from './nominees.js';
import type { Refusal } from './refusal.js';
import { sceneFrom, writesOf } from './scene.js';

export type Tap = AskedWork & { readonly proposalId: ProposalId; readonly pass: boolean };

/** A suggestion that this administrator may know of (CP-33); anything else is as unknown as nothing at all (S-11). */
const found = ({ round, proposals }: VersionedContent, { proposalId, actor }: Tap): Result<Proposal, Refusal> => {
  const one = proposals.find(({ value }) => value.id === proposalId)?.value;
  if (one === undefined || isHidden(round.value, one, actor.personId)) return err({ code: 'not-found' });
  if (!isNomination(one)) return err({ code: 'not-open', state: one.state });
  return isMember(one, actor.personId) ? err({ code: 'own-match' }) : ok(one);
};

/** Whether the two may still be partners, but for their function: either may have formed a pair meanwhile, or come into one line. */
const isStillPossible = async (deps: Deps, all: VersionedContent, { nominatedBy, ...rest }: Proposal): Promise<boolean> => {
  const nominee = nomineeOf({ ...rest, nominatedBy });
  if (nominatedBy === null || nominee === null) return false;
  const { candidates, standingOf } = await choiceFor(deps, all.round.value, all.content, nominatedBy);
  return candidates.includes(nominee) && standingOf(nominee).kind !== 'not-possible';
};

const drafted = (
  deps: Deps,
  { roundId, opId, proposalId }: Tap,
  all: VersionedContent,
  settled: Settled,
  passed: Proposal | null,
): Draft => {
  const nominee = passed === null ? null : nomineeOf(passed);
  const about = { roundId, opId, at: deps.clock.now(), subject: { proposalId } };
  const outbox = nominee === null ? messagesTo(settled.freed, 'being-reworked', about) : messagesTo([nominee], 'nominee-asked', about);
  const action = passed === null ? 'suggestion.not-passed-on' : 'suggestion.pass-on';
  return { ...writesOf(sceneFrom(all), settled), action, subject: { proposalId }, outbox };
};

const decided = async (deps: Deps, asked: Tap, all: VersionedContent): Promise<Result<Draft | null, Refusal>> => {
  const suggestion = found(all, asked);
  if (!suggestion.ok) return suggestion;
  // Over, or passed on already: what is answered shows it.
  if (suggestion.value.state !== 'held') return ok(null);
  const open = inState(all.round.value, ...matchStates);
  if (!open.ok) return open;
  const at = deps.clock.now();
  if (asked.pass && (await isStillPossible(deps, all, suggestion.value))) {
    const passed = passOn(suggestion.value, asked.actor.personId, at);
    return passed.ok ? ok(drafted(deps, asked, all, settlePassedOn(sceneFrom(all), passed.value), passed.value)) : passed;
  }
  return ok(drafted(deps, asked, all, settleEnding(sceneFrom(all), suggestion.value, 'not-passed-on', at), null));
};

/**
 * The people partner's tap on a suggestion within one function (CP-31): the one who is named is asked, or not. Whoever suggested it reads
 * the words of any match that is being reworked. Nobody taps a suggestion they are in: another administrator does (CP-33).
 */
export const settleSuggestion = (deps: Deps, asked: Tap): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, (all) => decided(deps, asked, all));
