import { instant, type PersonId, pairId, personId, proposalId } from '@coaching-pairs/shared/ids';
import { awaitsNominee, held, isNomination, isOpen, mostAsks, nominate, nomineeOf, passOn } from '@coaching-pairs/shared/round/nomination';
import { isBefore, orphansOf } from '@coaching-pairs/shared/round/orphans';
import { member, type Participant } from '@coaching-pairs/shared/round/participation';
import {
  acceptProposal,
  declineProposal,
  draftProposal,
  type Pair,
  type Proposal,
  sendProposal,
} from '@coaching-pairs/shared/round/proposal';
import {
  type Scene,
  type Settled,
  settleEnd,
  settleEnding,
  settleLeaving,
  settlePair,
  settlePassedOn,
  settleSuggestion,
  settleYes,
} from '@coaching-pairs/shared/round/settling';
import { expect } from 'vitest';

export const verbs = ['accept', 'decline', 'nominate', 'withdraw', 'pass', 'keep', 'expire', 'leave', 'rematch'] as const;
/** What happens next: who does it, and to which of what lies there, by number. */
export type Act = { readonly verb: (typeof verbs)[number]; readonly who: number; readonly which: number };

const at = instant('2026-11-23T09:00:00.000Z');

/** Ten people of two functions; neighbours are in one line, so that no match may join them. */
export const isAgainstRule = (one: PersonId, other: PersonId): boolean => Math.abs(Number(one.slice(1)) - Number(other.slice(1))) === 1;
const isOneFunction = (one: PersonId, other: PersonId): boolean => Number(one.slice(1)) % 2 === Number(other.slice(1)) % 2;

/** A round between the first sending and the announcement, in memory. */
export const playedQuestions = (people = 10) => {
  let participants: readonly Participant[] = Array.from({ length: people }, (_, index) => ({
    ...member(personId(`p${index}`)),
    answer: 'joined' as const,
  }));
  let proposals: readonly Proposal[] = [];
  let pairs: readonly Pair[] = [];
  let made = 0;
  const scene = (): Scene => ({ people: participants, proposals });
  const write = (settled: Settled): void => {
    const rows = new Map(settled.people.map((one) => [one.personId, one]));
    participants = participants.map((one) => rows.get(one.personId) ?? one);
    const changed = new Map(settled.proposals.map((one) => [one.id, one]));
    proposals = [...proposals.filter(({ id }) => !changed.has(id)), ...changed.values()];
    if (settled.pair !== null) pairs = [...pairs, settled.pair];
  };
  const nextId = () => proposalId(`m${++made}`);
  const before = (who: Participant): readonly Proposal[] => proposals.filter(({ id }) => held(who).includes(id));
  const free = () =>
    participants.filter(({ answer, match }) => answer === 'joined' && (match.kind === 'none' || match.kind === 'reworking'));

  /** Matches whoever is free, as a wave does. */
  const rematch = (): void => {
    const waiting = [...free()];
    while (waiting.length > 1) {
      const one = waiting.shift();
      const place = waiting.findIndex((other) => one !== undefined && !isAgainstRule(one.personId, other.personId));
      if (one === undefined || place < 0) continue;
      const [other = one] = waiting.splice(place, 1);
      const sent = sendProposal(draftProposal(nextId(), [one.personId, other.personId], [], { locked: false, byHand: false }), 1, at);
      if (!sent.ok) continue;
      proposals = [...proposals, sent.value];
      const ids = sent.value.memberIds;
      participants = participants.map((row) =>
        ids.includes(row.personId) ? { ...row, match: { kind: 'open', proposalId: sent.value.id } } : row,
      );
    }
  };

  const suggest = (me: Participant, which: number): void => {
    const own = before(me).find(({ id }) => me.match.kind === 'open' && me.match.proposalId === id) ?? null;
    if (me.answer !== 'joined' || awaitsNominee(me, own) || (me.match.kind !== 'open' && me.match.kind !== 'reworking')) return;
    const others = participants.filter(
      (one) => one.answer === 'joined' && one.match.kind !== 'paired' && one.personId !== me.personId && one.asks.length < mostAsks,
    );
    const nominee = others[which % Math.max(1, others.length)];
    if (nominee === undefined || isAgainstRule(me.personId, nominee.personId) || own?.memberIds.includes(nominee.personId)) return;
    if (proposals.some((one) => isOpen(one) && one.memberIds.includes(me.personId) && one.nominatedBy === nominee.personId)) return;
    const first = isOneFunction(me.personId, nominee.personId);
    const suggestion = nominate({ id: nextId(), by: me.personId, nominee: nominee.personId, reasons: [], held: first, at });
    const declined = own === null ? null : declineProposal(own, me.personId, at);
    if (declined === null || declined.ok) write(settleSuggestion(scene(), declined?.value ?? null, suggestion));
  };

  const answer = (me: Participant, which: number, said: 'accept' | 'decline'): void => {
    const mine = before(me);
    const proposal = mine[which % Math.max(1, mine.length)];
    if (proposal === undefined) return;
    const next = said === 'accept' ? acceptProposal(proposal, me.personId) : declineProposal(proposal, me.personId, at);
    if (!next.ok || next.value === proposal) return;
    const settled =
      said === 'decline'
        ? settleEnd(scene(), next.value)
        : next.value.state === 'formed'
          ? settlePair(scene(), next.value, pairId(proposal.id), at)
          : settleYes(scene(), next.value, me.personId, at);
    write(settled);
  };

  /** The people partner, an organiser or the clock, on one of the matches that it concerns. */
  const end = (which: number, concerns: (one: Proposal) => boolean, ending: 'withdrawn' | 'expired' | 'not-passed-on'): void => {
    const open = proposals.filter((one) => isOpen(one) && concerns(one));
    const proposal = open[which % Math.max(1, open.length)];
    if (proposal !== undefined) write(settleEnding(scene(), proposal, ending, at));
  };

  const pass = (which: number): void => {
    const waiting = proposals.filter(({ state }) => state === 'held');
    const proposal = waiting[which % Math.max(1, waiting.length)];
    const nominee = participants.find(({ personId: id }) => proposal !== undefined && id === nomineeOf(proposal));
    if (proposal === undefined || nominee === undefined) return;
    if (nominee.answer !== 'joined' || nominee.match.kind === 'paired' || nominee.asks.length >= mostAsks)
      write(settleEnding(scene(), proposal, 'not-passed-on', at));
    else {
      const passed = passOn(proposal, personId('partner'), at);
      if (passed.ok) write(settlePassedOn(scene(), passed.value));
    }
  };

  const leave = (me: Participant): void => {
    if (me.match.kind === 'paired') return;
    write(settleLeaving(scene(), me.personId, at));
    participants = participants.map((one) =>
      one.personId === me.personId ? { ...one, answer: 'sitting-out', match: { kind: 'none' }, asks: [] } : one,
    );
  };

  const play = ({ verb, who, which }: Act): void => {
    const me = participants[who % participants.length];
    if (me === undefined) return;
    if (verb === 'accept' || verb === 'decline') answer(me, which, verb);
    if (verb === 'nominate') suggest(me, which);
    if (verb === 'withdraw') end(which, () => true, 'withdrawn');
    if (verb === 'keep') end(which, ({ state }) => state === 'held', 'not-passed-on');
    if (verb === 'expire') end(which, isNomination, 'expired');
    if (verb === 'pass') pass(which);
    if (verb === 'leave') leave(me);
    if (verb === 'rematch') rematch();
  };

  /** What must hold after every step. */
  const holds = (): void => {
    const inPairs = pairs.flatMap(({ memberIds }) => memberIds);
    expect(new Set(inPairs).size, 'nobody is in two pairs').toBe(inPairs.length);
    for (const { memberIds, proposalId: from } of pairs) {
      const [one = personId(''), other = personId('')] = memberIds;
      expect(isAgainstRule(one, other), 'no pair stands against a rule').toBe(false);
      const proposal = proposals.find(({ id }) => id === from);
      expect([...(proposal?.acceptedBy ?? [])].sort(), 'both said yes').toEqual(memberIds);
      if (proposal?.nominatedBy != null && isOneFunction(one, other))
        expect(proposal.sentAt, 'the people partner passed it on').not.toBeNull();
    }
    expect(orphansOf({ participants, proposals })).toEqual({ matches: [], people: [] });
    for (const one of participants) {
      if (one.match.kind === 'paired') expect(one.asks, 'whoever is in a pair is asked nothing').toEqual([]);
      for (const id of held(one)) {
        const proposal = proposals.find((found) => found.id === id);
        expect(proposal?.memberIds, 'what lies before somebody is theirs').toContain(one.personId);
      }
    }
    const named = proposals.filter((one) => one.state === 'held').map((one) => ({ one, nominee: nomineeOf(one) }));
    for (const { one, nominee } of named)
      expect(
        isBefore(
          participants.find(({ personId: id }) => id === nominee),
          one,
        ),
        'nobody is asked before the tap',
      ).toBe(false);
  };

  /** Every question that is still open is answered by its last day, or expires. */
  const lapses = (): void => {
    for (const { verb, who, which } of proposals.map(() => ({ verb: 'withdraw', who: 0, which: 0 }) as const)) play({ verb, who, which });
    expect(proposals.filter(isOpen)).toEqual([]);
    for (const one of participants) expect(held(one), 'nothing is left before anybody').toEqual([]);
  };

  rematch();
  return { play, holds, lapses, state: () => ({ participants, proposals, pairs }) };
};
