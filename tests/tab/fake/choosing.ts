import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { answerOf, type FakeRound, joinedOf, now, overviewOf } from './round.js';
import { type Asked, Refuse, type World } from './world.js';

type Ask = { readonly id: string; readonly by: Named; readonly of: Named };
type Kept = { asks: Ask[]; pairs: (readonly [Named, Named])[]; again: Set<string>; version: number };
const kept = new WeakMap<FakeRound, Kept>();
const keptOf = (round: FakeRound): Kept => {
  const known = kept.get(round) ?? { asks: [], pairs: [], again: new Set(), version: 1 };
  kept.set(round, known);
  return known;
};

/** How a board stands, without everybody having to ask and answer. */
export const boardIs = (round: FakeRound, own: Partial<Kept>): void => {
  const board = keptOf(round);
  Object.assign(board, { version: board.version + 1, ...own });
  round.proposals = board.pairs.map((members, place) => ({
    ...{ id: `room-${place}`, members: [...members], reasons: [], links: [], locked: false, fresh: false, byHand: false, leansOn: null },
    ...{
      unconfirmed: false,
      state: 'formed',
      answerBy: null,
      mayWithdraw: false,
      declinedBy: null,
      acceptedBy: members.map(({ id }) => id),
    },
  }));
};

const isIn = (pair: readonly Named[], id: string): boolean => pair.some((one) => one.id === id);

const mineOn = (round: FakeRound, viewer: string): ChoosingBoard['mine'] => {
  const { asks, pairs, again } = keptOf(round);
  if (answerOf(round, viewer) !== 'joined') return { kind: 'watching' };
  const pair = pairs.find((one) => isIn(one, viewer));
  if (pair !== undefined) return { kind: 'paired', partners: pair.filter(({ id }) => id !== viewer), formedAt: now };
  if (round.state !== 'choosing' && round.state !== 'inviting') return { kind: 'without' };
  const own = asks.find(({ by }) => by.id === viewer);
  if (own !== undefined) return { kind: 'asked', proposalId: own.id, partner: own.of };
  return { kind: again.has(viewer) ? 'again' : 'free' };
};

const boardOf = (round: FakeRound, viewer: string): ChoosingBoard => {
  const { asks, pairs, version } = keptOf(round);
  const stage = round.state === 'choosing' ? 'open' : round.state === 'inviting' ? 'before' : 'frozen';
  const mine = mineOn(round, viewer);
  const free = stage === 'open' && ['free', 'again', 'asked'].includes(mine.kind);
  const mineIs = round.people.find(({ id }) => id === viewer)?.functionName ?? null;
  const unpaired = joinedOf(round).filter(({ id }) => !pairs.some((pair) => isIn(pair, id)));
  return {
    ...{ roundName: round.plan.name, stage, version: `version-${version}`, mine },
    questions: free ? asks.filter(({ of }) => of.id === viewer).map(({ id, by }) => ({ proposalId: id, by, reasons: [] })) : [],
    possible: free ? unpaired.filter(({ id, functionName }) => id !== viewer && functionName !== mineIs) : [],
    pairs: [...pairs].reverse().map((pair) => [...pair]),
    left: stage === 'open' && round.plan.leaderId === viewer ? unpaired.length : null,
  };
};

const personIn = (round: FakeRound, id: string): Named => {
  const found = round.people.find((one) => one.id === id);
  if (found === undefined) throw new Refuse('They cannot be asked at the moment. Please ask somebody else.', 'cannot-be-asked', 409);
  return found;
};

const answer = (round: FakeRound, { viewer, params, body }: Asked): void => {
  const board = keptOf(round);
  const ask = board.asks.find(({ id }) => id === params.proposalId);
  if (ask === undefined) throw new Refuse('This match has changed in the meantime. Please look again.', 'not-open', 409);
  const asks = board.asks.filter((one) => one !== ask);
  if (body.answer === 'accept') boardIs(round, { asks, pairs: [...board.pairs, [ask.by, ask.of]] });
  else boardIs(round, { asks, again: ask.by.id === viewer ? board.again : new Set([...board.again, ask.by.id]) });
};

/** What the stand-in does for choosing partners in the open. */
export const choosingHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) => ({
  choosingBoard: (world: World, asked: Asked) => boardOf(roundOf(world, asked), asked.viewer),
  // Without waiting: what is looked at often enough is up to date here.
  choosingNews: (world: World, asked: Asked) => {
    const board = boardOf(roundOf(world, asked), asked.viewer);
    return { version: board.version, board: board.version === asked.query ? null : board };
  },
  askPartner: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    const { asks, again } = keptOf(round);
    const ask = { id: `ask-${asks.length + 1}`, by: personIn(round, asked.viewer), of: personIn(round, asked.body.personId) };
    boardIs(round, { asks: [...asks, ask], again: new Set([...again].filter((id) => id !== asked.viewer)) });
    return boardOf(round, asked.viewer);
  },
  answerAsk: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    answer(round, asked);
    return boardOf(round, asked.viewer);
  },
  openChoosing: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    round.state = 'choosing';
    return overviewOf(round, asked.viewer);
  },
  pairInPerson: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    const [one, other] = asked.body.personIds;
    boardIs(round, { pairs: [...keptOf(round).pairs, [personIn(round, one), personIn(round, other)]] });
    return overviewOf(round, asked.viewer);
  },
});
