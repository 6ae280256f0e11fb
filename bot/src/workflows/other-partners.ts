import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { mostWeighed, type OtherPartner, ruledOutFor } from '@coaching-pairs/shared/matching/cost';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import type { PairReason } from '@coaching-pairs/shared/matching/reasons';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import { isMember, type Proposal, partnersOf } from '@coaching-pairs/shared/round/proposal';
import { matchStates } from '@coaching-pairs/shared/round/round';
import type { OtherPartners } from '@coaching-pairs/shared/wire/board';
import { shortCostText } from '@coaching-pairs/shared/words/cost-text';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { MatchingAsked } from '../ports/matching.js';
import type { VersionedContent } from '../ports/rounds.js';
import { boardProblem } from './board-problem.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';
import { pairsFor } from './taking-in.js';

/** So many are shown: more would not be looked at one by one. */
const most = 5;

const noteOf = (words: Words, found: readonly OtherPartner[] | null): string => {
  if (found === null) return words.t('board.others.tooMany', { most: mostWeighed });
  return words.t(found.length === 0 ? 'board.others.nobody' : 'board.others.proven');
};

/** With whom somebody is drafted. */
const besideIn = (proposals: readonly Proposal[], personId: PersonId): readonly PersonId[] => {
  const draft = proposals.find((one) => one.state === 'draft' && isMember(one, personId));
  return draft === undefined ? [] : partnersOf(draft.memberIds, personId);
};

/** Whoever is paused is left out of drafts, and so is nobody to be offered; those who are asked about stay. */
const withoutPaused = (
  { clock }: Deps,
  { round, content }: VersionedContent,
  asked: MatchingAsked,
  kept: readonly PersonId[],
): MatchingAsked => {
  const aside = asideIn(round.value, content.participants, clock.now());
  return { ...asked, participants: asked.participants.filter((id) => kept.includes(id) || !aside.has(id)) };
};

/**
 * With whom somebody could be instead of whom they are drafted with, and why nobody else: for the administrators alone, without what
 * anybody trusts (CP-24c, CP-24d). Refused for somebody who is not free, and for oneself, about whom another administrator asks (CP-21).
 */
export const otherPartnersOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor; readonly personId: PersonId },
): Promise<Result<OtherPartners, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { personId, actor } = asked;
  if (!areInPopulation(all.value, [personId])) return err({ code: 'not-found' });
  if (personId === actor.personId) return err({ code: 'own-match' });
  const matching = await boardProblem(deps, all.value, actor.personId);
  // Who is left is listed for nobody where partners are chosen in the open (tension 3).
  const { state } = all.value.round.value;
  if (state === 'choosing') return err({ code: 'wrong-state', state, needed: matchStates });
  if (!matching.participants.includes(personId)) return err({ code: 'not-free', personIds: [personId] });
  const { proposals } = all.value.content;
  const present = besideIn(proposals, personId);
  const there = withoutPaused(deps, all.value, matching, [personId, ...present]);
  const found = await deps.weighing.otherPartners(there, { personId, present, most });
  if (!found.ok) return found;
  const named = namedIn(await organisationOf(deps));
  const isAlone = present.length === 0 && (found.value ?? []).every(({ partnerId }) => besideIn(proposals, partnerId).length > 0);
  const pairs = state === 'active' && isAlone ? await pairsFor(deps, all.value, { personId, by: actor.personId }) : null;
  const texts = (reasons: readonly PairReason[]) => [...pairReasonTexts(words, reasons, { kind: 'organiser' }, (id) => named(id).name)];
  const problem = problemOf(there.participants, there.rules, there.options);
  return ok({
    others: (found.value ?? []).map(({ partnerId, reasons, cost }) => ({
      person: named(partnerId),
      beside: besideIn(proposals, partnerId).map(named),
      reasons: texts(reasons),
      cost: shortCostText(words, cost),
    })),
    note: noteOf(words, found.value),
    pairs:
      pairs?.slice(0, most).map(({ pair, reasons }) => ({ id: pair.id, members: pair.memberIds.map(named), reasons: texts(reasons) })) ??
      null,
    ruledOut: ruledOutFor(problem, personId).map(({ code, count }) => words.t(`board.ruledOut.${code}`, { count })),
  });
};
