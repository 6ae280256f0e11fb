import { type Agreement, wordsOf } from '@coaching-pairs/shared/agreement/agreement';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { ownMatches } from '@coaching-pairs/shared/retention/own-matches';
import { type Pair, partnersOf } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { noWishes } from '@coaching-pairs/shared/round/wishes';
import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { myFeedback } from '../awayday/nominate.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type OwnRound = MyData['rounds'][number];
type OwnPair = OwnRound['pairs'][number];

/** Whose data it is, and how people are named in it. */
export type Mine = { readonly me: PersonId; readonly named: (id: PersonId) => Named };

const agreementOf = (me: PersonId, agreement: Agreement): OwnPair['agreement'][number] => {
  const { version, savedAt, terms, confirmedBy } = agreement;
  return { version, savedAt, confirmedByMe: confirmedBy.includes(me), terms, myWords: wordsOf(agreement, me) };
};

/** Of a pair that has ended nothing that was agreed is kept; when it met still is. */
const pairOf = async (deps: Deps, round: Round, { me, named }: Mine, pair: Pair): Promise<Result<OwnPair, Refusal>> => {
  const [sessions, agreements] = await Promise.all([
    deps.rounds.sessions(round.id, pair.id),
    pair.endedAt === null ? deps.agreements.all(round.id, pair.id) : ok([]),
  ]);
  if (!agreements.ok) return agreements;
  const held = sessions.map(({ value: { start, minutes, place, state, organiserId } }) => ({
    ...{ start, minutes, place, state },
    bookedByMe: organiserId === me,
  }));
  const { formedAt, endedAt } = pair;
  return ok({
    ...{ partners: partnersOf(pair.memberIds, me).map(named), formedAt, endedAt, sessions: held },
    agreement: agreements.value.map(({ value }) => agreementOf(me, value)),
  });
};

const pairsOf = async (deps: Deps, round: Round, mine: Mine, pairs: readonly Pair[]): Promise<Result<OwnPair[], Refusal>> => {
  const found: OwnPair[] = [];
  for (const pair of pairs.filter(({ memberIds }) => memberIds.includes(mine.me))) {
    const one = await pairOf(deps, round, mine, pair);
    if (!one.ok) return one;
    found.push(one.value);
  }
  return ok(found);
};

const partsOf = (round: Round, me: PersonId): OwnRound['parts'] => [
  ...(round.leaderId === me ? (['leader'] as const) : []),
  ...(round.peoplePartnerId === me ? (['people-partner'] as const) : []),
  ...(round.administratorIds.includes(me) ? (['administrator'] as const) : []),
];

/** What somebody was told, and what they did; codes and times. */
const traceOf = async ({ rounds }: Deps, { id }: Round, me: PersonId): Promise<Pick<OwnRound, 'messages' | 'acts'>> => {
  const [messages, audit] = await Promise.all([rounds.messages(id), rounds.audit(id)]);
  const told = messages.filter(({ to, state }) => to === me && (state === 'sent' || state === 'dead'));
  return {
    messages: told.map(({ kind, finishedAt, state }) => ({ kind, at: finishedAt, arrived: state === 'sent' })),
    acts: audit.filter(({ by }) => by === me).map(({ at, action }) => ({ at, action })),
  };
};

/** What I put on the wall, as long as there is one; what others put there is theirs. */
const insightsOf = async (deps: Deps, { id, insightsWall, state }: Round, me: PersonId): Promise<Result<OwnRound['insights'], Refusal>> => {
  const found = insightsWall && state !== 'closed' ? await deps.insights.all(id) : ok([]);
  return found.ok ? ok(found.value.filter(({ by }) => by === me).map(({ text, at }) => ({ text, at }))) : found;
};

/** For whoever has said something of the Awayday, or is in one of its pairs. */
const awaydayOf = async (deps: Deps, { id }: Round, me: PersonId): Promise<OwnRound['awayday']> => {
  const found = await myFeedback(deps, { roundId: id, actor: { personId: me } });
  if (!found.ok || (!found.value.said && found.value.group === null)) return null;
  const { attends, first, second, group } = found.value;
  return { attends, first, second, group };
};

/** A draft is known to those alone who administer it, and a round only to those whom it concerns (S-11). */
const concerns = (round: Round, isForMe: boolean, parts: OwnRound['parts']): boolean =>
  round.state === 'draft' ? parts.includes('administrator') : isForMe || parts.length > 0;

/** All that is kept of somebody in one round, as far as they may know of it; null where it does not concern them. */
export const myOwnRound = async (deps: Deps, round: Round, mine: Mine): Promise<Result<OwnRound | null, Refusal>> => {
  const { me, named } = mine;
  const parts = partsOf(round, me);
  const all = await deps.rounds.everything(round.id);
  const participant = all?.content.participants.find(({ personId }) => personId === me) ?? null;
  if (all === null || !concerns(round, participant !== null, parts)) return ok(null);
  const [wishes, trace, awayday, insights, pairs] = await Promise.all([
    deps.rounds.wishesOf(round.id, me),
    traceOf(deps, round, me),
    awaydayOf(deps, round, me),
    insightsOf(deps, round, me),
    pairsOf(deps, round, mine, all.content.pairs),
  ]);
  if (!pairs.ok) return pairs;
  if (!insights.ok) return insights;
  const { id, name, state, startsOn, endsOn } = round;
  const { closely, trusted } = wishes?.value ?? noWishes(me);
  return ok({
    ...{ id, name, state, startsOn, endsOn, parts },
    ...{ answer: participant?.answer ?? null, invitedAt: participant?.invitedAt ?? null, answeredAt: participant?.answeredAt ?? null },
    pausedUntil: participant?.pausedUntil ?? null,
    ...{ disclosureVersion: participant?.disclosureVersion ?? null, closely: closely.map(named), trusted: trusted.map(named) },
    matches: ownMatches(me, all.content.proposals).map(({ partnerIds, ...match }) => ({ ...match, partners: partnerIds.map(named) })),
    pairs: pairs.value,
    awayday,
    insights: insights.value,
    ...trace,
  });
};
