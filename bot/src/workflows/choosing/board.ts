import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { askedNoMore, isUnpaired, leftCount, standingAfter } from '@coaching-pairs/shared/round/choosing';
import { nomineeOf } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { partnersOf } from '@coaching-pairs/shared/round/proposal';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import type { ChoosingBoard, ChoosingNews, MyChoosing } from '@coaching-pairs/shared/wire/choosing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type Common, commonOf } from './common.js';
import { type Ground, groundOf } from './ground.js';

export type AboutBoard = { readonly roundId: RoundId; readonly actor: Pick<Actor, 'personId'> };

type Seen = { readonly round: Round; readonly me: PersonId; readonly mine: Participant | null };

/** Whether somebody may look at the board: who takes part, the round leader, and who administers the round. Others learn of no pair. */
export const maySee = ({ round, me, mine }: Seen): Result<null, Refusal> => {
  const looksOn = round.leaderId === me || isAdministrator(round, me);
  if (round.state === 'draft' || (mine === null && !looksOn)) return err({ code: 'not-found' });
  if (round.mode !== 'open-choice') return err({ code: 'other-mode', mode: round.mode });
  return mine?.answer === 'joined' || looksOn ? ok(null) : err({ code: 'not-choosing' });
};

const stageOf = ({ state, announced }: Round): ChoosingBoard['stage'] => (state === 'choosing' ? 'open' : announced ? 'frozen' : 'before');

type Look = {
  readonly words: Words;
  readonly ground: Ground;
  readonly stage: ChoosingBoard['stage'];
  readonly common: Common;
};

/** Nobody reads of a pair before the board is open. */
const pairsOn = ({ stage, common }: Look): Pick<Common, 'pairs' | 'pairsNamed'> =>
  stage === 'before' ? { pairs: [], pairsNamed: [] } : common;

const standingOn = (look: Look, mine: Participant | null): MyChoosing => {
  if (mine === null || mine.answer !== 'joined') return { kind: 'watching' };
  const { ground, stage } = look;
  const { named } = look.common;
  const { personId: me, match } = mine;
  const pair = pairsOn(look).pairs.find(({ memberIds }) => memberIds.includes(me));
  if (pair !== undefined) return { kind: 'paired', partners: partnersOf(pair.memberIds, me).map(named), formedAt: pair.formedAt };
  if (stage === 'frozen') return { kind: 'without' };
  const { proposals } = ground.all.content;
  const own = match.kind === 'open' ? proposals.find(({ id }) => id === match.proposalId) : undefined;
  const nominee = own === undefined ? null : nomineeOf(own);
  if (own !== undefined && own.nominatedBy === me && nominee !== null)
    return { kind: 'asked', proposalId: own.id, partner: named(nominee) };
  return { kind: standingAfter(proposals, me) };
};

const isAsking = ({ stage }: Look, mine: Participant | null): mine is Participant => stage === 'open' && mine !== null && isUnpaired(mine);

const questionsFor = (look: Look, mine: Participant | null): ChoosingBoard['questions'] => {
  if (!isAsking(look, mine)) return [];
  const { words, ground } = look;
  const { named } = look.common;
  const me = mine.personId;
  const nameOf = (id: PersonId): string => (id === me ? words.t('reason.you') : named(id).name);
  return mine.asks.flatMap((id) => {
    const ask = ground.all.content.proposals.find((one) => one.id === id && one.state === 'sent');
    if (ask === undefined || ask.nominatedBy === null) return [];
    return [
      {
        proposalId: id,
        by: named(ask.nominatedBy),
        reasons: [...pairReasonTexts(words, ask.reasons, { kind: 'leader', personId: me }, nameOf)],
      },
    ];
  });
};

/** Who is in no pair and whom no rule keeps from them; whether somebody is being asked changes nothing, as that is nobody's business. */
const possibleFor = (look: Look, mine: Participant | null): Named[] => {
  if (!isAsking(look, mine)) return [];
  const { all, possible } = look.ground;
  const { personId: me } = mine;
  const refused = askedNoMore(all.content.proposals, me);
  return look.common.unpaired.flatMap(({ personId, named }) => (!refused.has(personId) && possible.mayMeet(me, personId) ? [named] : []));
};

const shown = (look: Look, { round, me, mine }: Seen, version: string): ChoosingBoard => ({
  roundName: round.name,
  stage: look.stage,
  version,
  mine: standingOn(look, mine),
  questions: questionsFor(look, mine),
  possible: possibleFor(look, mine),
  pairs: pairsOn(look).pairsNamed,
  left: look.stage === 'open' && me === round.leaderId ? leftCount(look.ground.all.content.participants) : null,
});

/**
 * The board as one person sees it: the pairs, and for whoever is free whom they may ask. Nobody reads who asks whom but the two, and
 * nobody who is left; the round leader reads how many (tension 3).
 */
export const choosingBoardOf = async (
  deps: Deps,
  words: Words,
  { roundId, actor }: AboutBoard,
): Promise<Result<ChoosingBoard, Refusal>> => {
  const marks = await deps.boards.marks(roundId);
  const ground = await groundOf(deps, roundId, marks);
  if (ground === null) return err({ code: 'not-found' });
  const own = ground.all.participants.find(({ value }) => value.personId === actor.personId) ?? null;
  const seen = { round: ground.all.round.value, me: actor.personId, mine: own?.value ?? null };
  const allowed = maySee(seen);
  if (!allowed.ok) return allowed;
  const look: Look = { words, ground, stage: stageOf(seen.round), common: commonOf(ground, words) };
  return ok(shown(look, seen, deps.boards.markOf(marks.shown, own?.etag ?? null)));
};

/** Their version as soon as it is another than the one they know, and the same after a while. */
const nextVersion = async (deps: Deps, { roundId, actor }: AboutBoard, known: string): Promise<Result<string, Refusal>> => {
  // Who knows their own mark has seen their board, and reads nothing by waiting for another.
  if (!deps.boards.isCurrent(roundId, actor.personId, known)) {
    const [round, mine] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
    if (round === null) return err({ code: 'not-found' });
    const allowed = maySee({ round: round.value, me: actor.personId, mine: mine?.value ?? null });
    if (!allowed.ok) return allowed;
  }
  return ok(await deps.boards.next(roundId, actor.personId, known));
};

/** Waits until there is something new for this person to see, and not for ever. What is new comes with the answer: nobody asks twice. */
export const choosingNewsOf = async (
  deps: Deps,
  words: Words,
  about: AboutBoard,
  known: string,
): Promise<Result<ChoosingNews, Refusal>> => {
  const next = await nextVersion(deps, about, known);
  if (!next.ok) return next;
  if (next.value === known) return ok({ version: known, board: null });
  const board = await choosingBoardOf(deps, words, about);
  return board.ok ? ok({ version: board.value.version, board: board.value }) : board;
};
