import type { Board, BoardProposal, DraftNumbers } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { type FakeRound, freeOf, now } from './round.js';
import { Refuse } from './world.js';

let counted = 0;

/** The only rule of the stand-in: nobody is paired within a function. */
export const refusalsOf = (members: readonly Named[]): readonly string[] =>
  members.flatMap((one, place) =>
    members
      .slice(place + 1)
      .filter((other) => other.functionName === one.functionName)
      .map((other) => `${one.name} and ${other.name} both work in ${one.functionName ?? 'no function'}.`),
  );

const linksAmong = (members: readonly Named[]): BoardProposal['links'] =>
  members.length < 3
    ? []
    : members.flatMap((one, place) =>
        members.slice(place + 1).map((other) => ({
          members: [one, other],
          reasons: [`From different functions: ${one.functionName ?? ''} and ${other.functionName ?? ''}`, 'Far apart in the organisation'],
        })),
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
    links: linksAmong(members),
    locked: false,
    byHand,
    fresh: false,
    leansOn: null,
    unconfirmed: false,
    state: 'draft',
    answerBy: null,
    mayWithdraw: false,
    acceptedBy: [],
    declinedBy: null,
  };
};

/** Puts one too many into a match of people who all work elsewhere. */
const makeTrio = (round: FakeRound): void => {
  const [alone] = freeOf(round);
  const pair = round.proposals.find(
    ({ state, members }) => state === 'draft' && alone !== undefined && refusalsOf([...members, alone]).length === 0,
  );
  if (alone === undefined || pair === undefined) return;
  round.proposals = round.proposals.map((one) => (one === pair ? draftOf([...pair.members, alone]) : one));
};

/** Drafts greedily whoever is free, so that the last may stay over. */
export const draftAll = (round: FakeRound): void => {
  round.proposals = round.proposals.filter((one) => one.state !== 'draft' || one.locked);
  const { odd } = round;
  const isOdd = freeOf(round).length % 2 === 1;
  const waiting = freeOf(round).filter((one) => !isOdd || odd.kind === 'trio' || one.id !== odd.personId);
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const first = one;
    const place = waiting.findIndex((other) => other.functionName !== first.functionName);
    const other = place < 0 ? undefined : waiting.splice(place, 1)[0];
    if (other !== undefined) round.proposals.push(draftOf([first, other]));
  }
  if (isOdd && odd.kind === 'trio') makeTrio(round);
  const alone = freeOf(round).length;
  round.proof = alone === 0 ? 'Nobody is left out, and no better set of matches exists.' : 'No set of matches leaves fewer people over.';
};

const standsBy = ({ odd }: FakeRound, person: Named): boolean => odd.kind === 'reserve' && odd.personId === person.id;

export const numbersOf = (round: FakeRound): DraftNumbers => {
  const locked = round.proposals.filter((one) => one.state === 'draft' && one.locked).flatMap((one) => one.members);
  const drafted = round.proposals.filter((one) => one.state === 'draft' && !one.locked).flatMap((one) => one.members);
  const people = [...freeOf(round), ...drafted].filter((one) => !locked.includes(one));
  return { people, choice: round.odd.kind, reserve: people.find((one) => standsBy(round, one)) ?? null };
};

/** The report for auditors of whatever stands. */
export const proofOf = ({ plan, proposals, proof }: FakeRound): ProofReport => ({
  round: plan.name,
  checkedAt: now,
  directoryAt: now,
  checks: [{ text: '0 of 7 matches share a management chain.', holds: true }],
  exceptions: [],
  best: proof,
  matches: proposals.flatMap(({ members, state }) => (state === 'being-reworked' ? [] : [{ members, state, holds: true }])),
});

const lastEdit = ({ edits = [] }: FakeRound): Board['undo'] => {
  const last = edits.at(-1);
  return last === undefined ? null : { id: last.id, text: last.text };
};

/** Remembers how the drafts stand, so that what comes now can be taken back. */
export const remember = (round: FakeRound, text: string): void => {
  counted += 1;
  round.edits = [...(round.edits ?? []), { id: `edit-${counted}`, text, proposals: [...round.proposals] }];
};

/** Takes back the last change, unless another has come since. */
export const undoEdit = (round: FakeRound, editId: string): void => {
  const last = round.edits?.at(-1);
  if (last === undefined || last.id !== editId) throw new Refuse('The board has moved on since.');
  round.edits = round.edits?.slice(0, -1) ?? [];
  round.proposals = [...last.proposals];
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
    suggestions: sees ? round.suggestions : [],
    left: freeOf(round).map((person) => ({
      person,
      why: standsBy(round, person)
        ? 'Stands by for now.'
        : `Everybody else who is free works in ${person.functionName ?? 'no function'} too.`,
      standsBy: standsBy(round, person),
    })),
    proof: round.proof,
    help: round.help,
    repeats: round.repeats,
    changes: round.changes ?? null,
    undo: lastEdit(round),
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
