import { type Board, type BoardPage, type BoardProposal, boardPageSize, type DraftNumbers } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { type ProofMatches, type ProofReport, provenPerPage } from '@coaching-pairs/shared/wire/proof';
import { type FakeRound, freeOf, now } from './round.js';
import { type Asked, Refuse } from './world.js';

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

export const numbersOf = (round: FakeRound, sought: string): DraftNumbers => {
  const locked = round.proposals.filter((one) => one.state === 'draft' && one.locked).flatMap((one) => one.members);
  const drafted = round.proposals.filter((one) => one.state === 'draft' && !one.locked).flatMap((one) => one.members);
  const people = [...freeOf(round), ...drafted].filter((one) => !locked.includes(one));
  const found = people.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return {
    count: people.length,
    people: found.slice(0, 20),
    choice: round.odd.kind,
    reserve: people.find((one) => standsBy(round, one)) ?? null,
  };
};

/** The report for auditors of whatever stands, with every match in it. */
export const wholeProofOf = ({ plan, proposals, proof }: FakeRound): ProofReport => ({
  round: plan.name,
  checkedAt: now,
  directoryAt: now,
  checks: [{ text: '0 of 7 matches share a management chain.', holds: true }],
  exceptions: [],
  best: proof,
  matchCount: proposals.filter(({ state }) => state !== 'being-reworked').length,
  matches: proposals.flatMap(({ members, state }) => (state === 'being-reworked' ? [] : [{ members, state, holds: true }])),
});

/** The same as it is first shown. */
export const proofOf = (round: FakeRound): ProofReport => {
  const whole = wholeProofOf(round);
  return { ...whole, matches: whole.matches.slice(0, provenPerPage) };
};

/** More of its matches; the page begins after the one that begins with somebody. */
export const proofMatchesOf = (round: FakeRound, after: unknown): ProofMatches => {
  const { matches, matchCount } = wholeProofOf(round);
  const from = matches.findIndex(({ members }) => members[0]?.id === after) + 1;
  const page = matches.slice(from, from + provenPerPage);
  return { matches: page, total: matchCount, next: from + page.length < matchCount ? (page.at(-1)?.members[0]?.id ?? null) : null };
};

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

const boardWhole = (round: FakeRound, viewer: string): Omit<Board, 'counts' | 'sending'> => {
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

/** The board with the first of each list, as the bot gives it. */
export const boardOf = (round: FakeRound, viewer: string): Board => {
  const { drafts, sent, reworking, pairs, left, ...rest } = boardWhole(round, viewer);
  const ordered = [...drafts].sort((one, other) => firstName(one).localeCompare(firstName(other)));
  const first = <Item>(items: readonly Item[]): Item[] => items.slice(0, boardPageSize);
  const holdsLeader = (matches: readonly BoardProposal[]): boolean =>
    matches.some(({ members }) => members.some(({ id }) => id === round.plan.leaderId));
  return {
    ...rest,
    counts: { drafts: drafts.length, sent: sent.length, reworking: reworking.length, pairs: pairs.length, left: left.length },
    sending: {
      people: drafts.reduce((sum, { members }) => sum + members.length, 0),
      locked: drafts.filter(({ locked }) => locked).length,
      unconfirmed: drafts.filter(({ unconfirmed }) => unconfirmed).length,
      leader: holdsLeader(pairs) ? 'pair' : holdsLeader([...drafts, ...sent]) ? 'match' : 'none',
    },
    ...{ drafts: first(ordered), sent: first(sent), reworking: first(reworking), pairs: first(pairs), left: first(left) },
  };
};

const firstName = ({ members }: BoardProposal): string => members.map(({ name }) => name).sort((a, b) => a.localeCompare(b))[0] ?? '';

/** Part of one list, narrowed as the bot narrows it. */
export const boardPageOf = (round: FakeRound, { viewer, query, queried = {} }: Asked): BoardPage => {
  const { drafts, sent, reworking, pairs, left } = boardWhole(round, viewer);
  const { after, view, fresh } = queried;
  const holds = ({ name }: Named): boolean => name.toLowerCase().includes(query.trim().toLowerCase());
  const page = <Item>(items: readonly Item[], idOf: (item: Item) => string) => {
    const from = items.findIndex((one) => idOf(one) === after) + 1;
    const shown = items.slice(from, from + boardPageSize);
    const last = shown.at(-1);
    return { shown, total: items.length, next: from + shown.length < items.length && last !== undefined ? idOf(last) : null };
  };
  const ordered = [...drafts].sort((one, other) => firstName(one).localeCompare(firstName(other)));
  if (queried.with !== undefined) {
    const matches = ordered.filter(({ members }) => members.some(({ id }) => id === queried.with));
    return { matches, left: left.filter(({ person }) => person.id === queried.with), total: 1, next: null };
  }
  if (view === 'left') {
    const { shown, ...rest } = page(
      left.filter(({ person }) => holds(person)),
      ({ person }) => person.id,
    );
    return { matches: [], left: shown, ...rest };
  }
  const list = view === 'sent' ? sent : view === 'reworking' ? reworking : view === 'pairs' ? pairs : ordered;
  const { shown, ...rest } = page(
    list.filter((one) => (fresh !== 'yes' || one.fresh) && one.members.some(holds)),
    ({ id }) => id,
  );
  return { matches: shown, left: [], ...rest };
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
