import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { askedNoMore, isUnpaired, leftCount, standingAfter } from '@coaching-pairs/shared/round/choosing';
import { nomineeOf } from '@coaching-pairs/shared/round/nomination';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { type Pair, partnersOf } from '@coaching-pairs/shared/round/proposal';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import type { ChoosingBoard, MyChoosing } from '@coaching-pairs/shared/wire/choosing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn } from '../organisation.js';
import type { Refusal } from '../refusal.js';
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
  readonly pairs: readonly Pair[];
  readonly named: (id: PersonId) => Named;
};

const standingOn = ({ ground, stage, pairs, named }: Look, mine: Participant | null): MyChoosing => {
  if (mine === null || mine.answer !== 'joined') return { kind: 'watching' };
  const { personId: me, match } = mine;
  const pair = pairs.find(({ memberIds }) => memberIds.includes(me));
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
  const { words, ground, named } = look;
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
  const { content } = look.ground.all;
  const refused = askedNoMore(content.proposals, mine.personId);
  return content.participants
    .filter((one) => isUnpaired(one) && !refused.has(one.personId) && look.ground.possible.mayMeet(mine.personId, one.personId))
    .map(({ personId }) => look.named(personId))
    .sort((one, other) => look.words.compare(one.name, other.name));
};

const shown = (look: Look, { round, me, mine }: Seen, version: string): ChoosingBoard => ({
  roundName: round.name,
  stage: look.stage,
  version,
  mine: standingOn(look, mine),
  questions: questionsFor(look, mine),
  possible: possibleFor(look, mine),
  pairs: look.pairs.map(({ memberIds }) => memberIds.map(look.named)),
  left: look.stage === 'open' && me === round.leaderId ? leftCount(look.ground.all.content.participants) : null,
});

const latestFirst = ({ content }: VersionedContent): readonly Pair[] =>
  [...standingPairs(content)].sort((one, other) => (one.formedAt < other.formedAt ? 1 : -1));

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
  const stage = stageOf(seen.round);
  const named = namedIn(ground.possible.organisation);
  const look: Look = { words, ground, stage, named, pairs: stage === 'before' ? [] : latestFirst(ground.all) };
  return ok(shown(look, seen, deps.boards.markOf(marks.shown, own?.etag ?? null)));
};

/** Waits until there is something new for this person to see, and not for ever. */
export const choosingNewsOf = async (
  deps: Deps,
  { roundId, actor }: AboutBoard,
  known: string,
): Promise<Result<{ readonly version: string }, Refusal>> => {
  // Who knows their own mark has seen their board, and reads nothing by waiting for another.
  if (deps.boards.isCurrent(roundId, actor.personId, known)) return ok({ version: await deps.boards.next(roundId, actor.personId, known) });
  const [round, mine] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
  if (round === null) return err({ code: 'not-found' });
  const allowed = maySee({ round: round.value, me: actor.personId, mine: mine?.value ?? null });
  return allowed.ok ? ok({ version: await deps.boards.next(roundId, actor.personId, known) }) : allowed;
};
