import { areNamesOpen, changeNames, closingOf, type FeedbackNames, takesPart } from '@coaching-pairs/shared/awayday/feedback-names';
import { type Feedback, memberIdsOf } from '@coaching-pairs/shared/awayday/feedback-record';
import type { AwaydayPeople } from '@coaching-pairs/shared/awayday/nomination';
import { type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { FeedbackPeople, MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Versioned } from '../../ports/rounds.js';
import { decideAndCommit } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { foundByName } from '../found-by-name.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

type Asked = { readonly roundId: RoundId; readonly actor: Pick<Actor, 'personId'> };

type Mine = {
  readonly round: Round;
  readonly participant: Versioned<Participant>;
  readonly feedback: Feedback | null;
  readonly said: Versioned<FeedbackNames> | null;
};

/** A round whose population somebody belongs to; to everybody else there is no such round (S-11). */
const readMine = async ({ rounds }: Deps, { roundId, actor }: Asked): Promise<Result<Mine, Refusal>> => {
  const [round, participant, feedback, said] = await Promise.all([
    rounds.round(roundId),
    rounds.participant(roundId, actor.personId),
    rounds.feedback(roundId),
    rounds.feedbackNamesOf(roundId, actor.personId),
  ]);
  if (round === null || participant === null || round.value.state === 'draft') return err({ code: 'not-found' });
  return ok({ round: round.value, participant, feedback: feedback?.value ?? null, said });
};

/** Whom somebody has or had as coaching partner in this round. */
export const partnersIn = (pairs: readonly Pair[], personId: PersonId): readonly PersonId[] => [
  ...new Set(
    pairs.filter(({ memberIds }) => memberIds.includes(personId)).flatMap(({ memberIds }) => memberIds.filter((id) => id !== personId)),
  ),
];

/** With whom somebody is on the day, once that is announced. */
const groupOf = (feedback: Feedback | null, me: PersonId): readonly PersonId[] | null => {
  if (feedback?.announcedAt == null) return null;
  return (
    memberIdsOf(feedback)
      .find((ids) => ids.includes(me))
      ?.filter((id) => id !== me) ?? null
  );
};

const namesState = ({ feedback, round }: Mine, deps: Deps): MyFeedback['names'] => {
  if (feedback === null) return 'not-asked';
  return areNamesOpen(feedback, round, deps.clock.now()) ? 'open' : 'closed';
};

/** What somebody has said for the feedback pairs, and with whom they are: theirs alone, for whoever they are (CP-81). */
export const myFeedback = async (deps: Deps, asked: Asked): Promise<Result<MyFeedback, Refusal>> => {
  const mine = await readMine(deps, asked);
  if (!mine.ok) return mine;
  const me = asked.actor.personId;
  const { round, participant, feedback, said } = mine.value;
  const [organisation, pairs] = await Promise.all([organisationOf(deps), deps.rounds.pairs(asked.roundId)]);
  const named = namedIn(organisation);
  const choice = said?.value.named ?? null;
  return ok({
    names: namesState(mine.value, deps),
    closesAt: feedback === null ? null : closingOf(feedback, round.timeZone),
    attends: takesPart(participant.value, said?.value ?? null),
    said: said !== null,
    first: choice === null ? null : named(choice.first),
    second: choice === null ? null : named(choice.second),
    partners: partnersIn(pairs, me).map(named),
    group: groupOf(feedback, me)?.map(named) ?? null,
  });
};

/**
 * Who is at the Awayday: the whole population, whatever anybody answered, so that who may be named tells of nobody that they held
 * back. Whoever turns out not to come is simply not heard.
 */
const awaydayPeople = async (deps: Deps, roundId: RoundId): Promise<AwaydayPeople> => {
  const all = await deps.rounds.everything(roundId);
  return {
    participants: all?.content.participants.map(({ personId }) => personId) ?? [],
    coachingPairs: all?.content.pairs.map(({ memberIds }) => memberIds) ?? [],
  };
};

const isSame = (present: Versioned<FeedbackNames> | null, next: FeedbackNames): boolean =>
  JSON.stringify(present?.value) === JSON.stringify(next);

/** Keeps what somebody says, in the place of what they said before. Nothing is noted of it but the row itself, and nobody is told. */
export const saveFeedback = (
  deps: Deps,
  asked: Asked & { readonly opId: OperationId } & Pick<FeedbackNames, 'attends' | 'named'>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const mine = await readMine(deps, asked);
    if (!mine.ok) return mine;
    const { round, participant, feedback: asking, said } = mine.value;
    if (asking === null) return err({ code: 'names-closed' });
    const { roundId, opId, attends, named } = asked;
    const people = await awaydayPeople(deps, roundId);
    const next = changeNames({ round, asking, people, now: deps.clock.now() }, { by: asked.actor.personId, attends, named });
    if (!next.ok) return next;
    if (isSame(said, next.value)) return ok({ change: null, answer: null });
    const feedbackNames = [{ value: next.value, etag: said?.etag ?? null }];
    return ok({ change: { roundId, opId, participants: [participant], feedbackNames, audit: [] }, answer: null });
  });

/** Whom somebody may name, by the beginning of a name. Refused once names are closed. */
export const feedbackPeople = async (
  deps: Deps,
  words: Words,
  asked: Asked & { readonly query: string },
): Promise<Result<FeedbackPeople, Refusal>> => {
  const mine = await readMine(deps, asked);
  if (!mine.ok) return mine;
  if (namesState(mine.value, deps) !== 'open') return err({ code: 'names-closed' });
  const { participants, coachingPairs } = await awaydayPeople(deps, asked.roundId);
  const me = asked.actor.personId;
  const mayNot = new Set([me, ...coachingPairs.filter((ids) => ids.includes(me)).flat()]);
  const named = namedIn(await organisationOf(deps));
  return ok(foundByName(words, participants.filter((id) => !mayNot.has(id)).map(named), asked.query));
};

/** Rows a batch. */
const perStep = 80;

/** Deletes what everybody has named in a round that is over. Answers how many. */
export const forgetFeedbackNames = async ({ rounds, newId }: Deps, roundId: RoundId): Promise<number> => {
  const all = await rounds.feedbackNames(roundId);
  for (let from = 0; from < all.length; from += perStep) {
    const removedFeedbackNames = all.slice(from, from + perStep);
    await rounds.commit({ roundId, opId: operationId(`forget-names.${newId()}`), removedFeedbackNames, audit: [] });
  }
  return all.length;
};
