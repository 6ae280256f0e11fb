import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { mostWeighed, type OtherPartner, ruledOutFor } from '@coaching-pairs/shared/matching/cost';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import type { PairReason } from '@coaching-pairs/shared/matching/reasons';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isMember, type Proposal, partnersOf } from '@coaching-pairs/shared/round/proposal';
import { matchStates } from '@coaching-pairs/shared/round/round';
import type { OtherPartners } from '@coaching-pairs/shared/wire/board';
import { shortCostText } from '@coaching-pairs/shared/words/cost-text';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
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
  const found = await deps.weighing.otherPartners(matching, { personId, present, most });
  if (!found.ok) return found;
  const named = namedIn(await organisationOf(deps));
  const isAlone = present.length === 0 && (found.value ?? []).every(({ partnerId }) => besideIn(proposals, partnerId).length > 0);
  const pairs = state === 'active' && isAlone ? await pairsFor(deps, all.value, { personId, by: actor.personId }) : null;
  const texts = (reasons: readonly PairReason[]) => [...pairReasonTexts(words, reasons, { kind: 'organiser' }, (id) => named(id).name)];
  const problem = problemOf(matching.participants, matching.rules, matching.options);
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
