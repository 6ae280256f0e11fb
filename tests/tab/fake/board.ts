import type { Board, BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { type FakeRound, freeOf } from './round.js';

let counted = 0;

/** The only rule of the stand-in: nobody is paired within a function. */
export const refusalsOf = (members: readonly Named[]): readonly string[] =>
  members.flatMap((one, place) =>
    members
      .slice(place + 1)
      .filter((other) => other.functionName === one.functionName)
      .map((other) => `${one.name} and ${other.name} both work in ${one.functionName ?? 'no function'}.`),
  );

export const draftOf = (members: readonly Named[], byHand = false): BoardProposal => {
  counted += 1;
  return {
    id: `proposal-${counted}`,
    members: [...members],
    reasons: [
      `From different functions: ${members.map((one) => one.functionName ?? '').join(' and ')}`,
      'Never partners before',
      'Far apart in the organisation',
    ],
    locked: false,
    byHand,
    leansOn: null,
    unconfirmed: false,
    state: 'draft',
    answerBy: null,
    mayWithdraw: false,
    acceptedBy: [],
    declinedBy: null,
  };
};

/** Drafts greedily whoever is free, so that the last may stay over. */
export const draftAll = (round: FakeRound): void => {
  round.proposals = round.proposals.filter((one) => one.state !== 'draft' || one.locked);
  const waiting = [...freeOf(round)];
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const first = one;
    const place = waiting.findIndex((other) => other.functionName !== first.functionName);
    const other = place < 0 ? undefined : waiting.splice(place, 1)[0];
    if (other !== undefined) round.proposals.push(draftOf([first, other]));
  }
  const alone = freeOf(round).length;
  round.proof = alone === 0 ? 'Nobody is left out, and no better set of matches exists.' : 'No set of matches leaves fewer people over.';
};

export const boardOf = (round: FakeRound, viewer: string): Board => {
  const sees = viewer === round.plan.peoplePartnerId;
  const of = (state: BoardProposal['state']): BoardProposal[] =>
    round.proposals
      .filter((one) => one.state === state)
      .map((one) => ({
        ...one,
        declinedBy: sees ? one.declinedBy : null,
        unconfirmed: one.members.some((member) => round.uncertain.has(member.id)),
        mayWithdraw: one.state === 'sent' && !one.members.some((member) => member.id === viewer),
      }));
  return {
    drafts: of('draft'),
    sent: of('sent'),
    reworking: of('being-reworked'),
    pairs: of('formed'),
    left: freeOf(round).map((person) => ({
      person,
      why: `Everybody else who is free works in ${person.functionName ?? 'no function'} too.`,
    })),
    proof: round.proof,
  };
};

/** Lets two people change places, wherever they stand. */
export const swap = (round: FakeRound, one: Named, other: Named): void => {
  round.proposals = round.proposals.map((draft) =>
    draft.state === 'draft'
      ? {
          ...draft,
          byHand: true,
          members: draft.members.map((member) => (member.id === one.id ? other : member.id === other.id ? one : member)),
        }
      : draft,
  );
  round.proof = null;
};
