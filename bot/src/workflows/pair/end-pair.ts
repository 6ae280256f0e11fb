import { looksAfter } from '@coaching-pairs/shared/disclosure/declines';
import type { OperationId, PairId } from '@coaching-pairs/shared/ids';
import type { Weight } from '@coaching-pairs/shared/reminders/budget';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { endPair, type PairScene } from '@coaching-pairs/shared/round/ending';
import { isOpen } from '@coaching-pairs/shared/round/nomination';
import { endProposal, type Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { letGo } from '@coaching-pairs/shared/round/settling';
import type { RoundChange, Versioned } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import { inTheRoom, messagesTo } from '../messages.js';
import type { Refusal } from '../refusal.js';
import { type ReadScene, readScene } from '../scene.js';
import { type AboutPair, type MyPair, myPair } from '../sessions/my-pair.js';

type Asked = AboutPair & { readonly opId: OperationId };

/** Whoever's pair has ended already is where they want to be: the other was faster. */
const hasEnded = async (deps: Deps, { roundId, actor }: AboutPair): Promise<boolean> => {
  const me = await deps.rounds.participant(roundId, actor.personId);
  return me !== null && me.value.match.kind !== 'paired' && me.value.former.length > 0;
};

/**
 * All of the pair are told the same, whoever ended it, and those who look after a match of theirs that people wait for a new match. The line of
 * audit is the product's: who ended a pair is kept nowhere.
 */
const told = (deps: Deps, { roundId, opId }: Asked, round: Round, { pair }: PairScene): Pick<RoundChange, 'outbox' | 'audit' | 'board'> => {
  const about = { roundId, opId, at: deps.clock.now(), subject: { pairId: pair.id } };
  const audit = [done(deps, 'product', 'pair.end', { roundId, pairId: pair.id })];
  if (round.state === 'choosing') {
    // All are in one room and choose again there by themselves; the board shows the pair no longer.
    const subject = { ...inTheRoom(about.subject), weight: 'essential' satisfies Weight };
    return { outbox: messagesTo(pair.memberIds, 'pair-ended', { ...about, subject }), audit, board: 'everybody' };
  }
  const organisers = round.administratorIds.filter((id) => looksAfter(round, pair, id));
  return {
    outbox: [...messagesTo(pair.memberIds, 'pair-ended', about), ...messagesTo(organisers, 'new-match-wanted', about)],
    audit,
  };
};

/** Whom the pair was asked to take in: the question ends with it, and who waited for its answer reads what anybody reads (CP-33). */
const questionsEnded = (deps: Deps, { roundId, opId }: Asked, scene: ReadScene, { people }: PairScene) => {
  const at = deps.clock.now();
  const ended = scene.proposals.filter(isOpen).map((one) => endProposal(one, 'withdrawn', at));
  const now = new Map([...scene.people, ...people].map((one) => [one.personId, one]));
  const released = letGo([...now.values()], ended);
  for (const one of released.people) now.set(one.personId, one);
  const outbox = ended.flatMap(({ id, memberIds }) => {
    const waiting = released.freed.filter((one) => memberIds.includes(one));
    return messagesTo(waiting, 'being-reworked', { roundId, opId, at, subject: { proposalId: id } });
  });
  return { people: [...now.values()], proposals: ended, outbox };
};

const written = async (deps: Deps, asked: Asked, mine: MyPair, proposal: Versioned<Proposal>): Promise<Result<RoundChange, Refusal>> => {
  const { roundId, opId } = asked;
  const { value: pair } = mine.pair;
  const [scene, agreements] = await Promise.all([readScene(deps, roundId, pair.memberIds), deps.agreements.names(roundId, pair.id)]);
  const people = scene.people.filter(({ personId }) => pair.memberIds.includes(personId));
  const ended = endPair(mine.round, { pair, proposal: proposal.value, people }, deps.clock.now());
  if (!ended.ok) return ended;
  const questions = questionsEnded(deps, asked, scene, ended.value);
  const { outbox = [], ...rest } = told(deps, asked, mine.round, ended.value);
  return ok({
    roundId,
    opId,
    pairs: [{ value: ended.value.pair, etag: mine.pair.etag }],
    proposals: [
      { value: ended.value.proposal, etag: proposal.etag },
      ...questions.proposals.map((value) => ({ value, etag: scene.proposalOf(value.id)?.etag ?? null })),
    ],
    participants: questions.people.map((value) => ({ value, etag: scene.personOf(value.personId)?.etag ?? null })),
    // Nobody reads it any more.
    removedAgreements: agreements,
    ...rest,
    outbox: [...outbox, ...questions.outbox],
  });
};

/**
 * Ends the pair or trio of whoever asks: no reason is asked, none is kept, and all of its people are offered a new match; on the board
 * they are free to choose again. What they
 * agreed is deleted with it. Asked again, or by the other at the same moment, it has ended once.
 */
export const endMyPair = async (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> => {
  const ended = await decideAndCommit<PairId | null>(deps.rounds.commit, async () => {
    const mine = await myPair(deps, asked);
    if (!mine.ok) return mine.error.code === 'no-pair' && (await hasEnded(deps, asked)) ? ok({ change: null, answer: null }) : mine;
    const proposal = await deps.rounds.proposal(asked.roundId, mine.value.pair.value.proposalId);
    if (proposal === null) return err({ code: 'not-found' });
    const change = await written(deps, asked, mine.value, proposal);
    return change.ok ? ok({ change: change.value, answer: mine.value.pair.value.id }) : change;
  });
  // Should nobody live to do this, it is done within the hour (C-10).
  if (ended.ok && ended.value !== null) await deps.agreements.destroyKey(ended.value);
  return ended.ok ? ok(null) : ended;
};
