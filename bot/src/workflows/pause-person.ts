import type { OperationId, PersonId, PlainDate, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { pauseIn } from '@coaching-pairs/shared/round/pausing';
import { isMember } from '@coaching-pairs/shared/round/proposal';
import { inState, openStates } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { VersionedContent } from '../ports/rounds.js';
import { changeAsAdministrator, type Draft, decideAndCommit, done } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { isDraft } from './to-be-matched.js';

type Mine = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };
type Asked = Mine & { readonly personId: PersonId; readonly until: PlainDate | null };

/** They are told, and a draft with them is taken apart: nobody else knows of it, and a match that is with its people stays with them. */
const written = (deps: Deps, { roundId, opId, personId, until }: Asked, all: VersionedContent): Result<Draft | null, Refusal> => {
  const row = all.participants.find(({ value }) => value.personId === personId);
  if (row === undefined) return err({ code: 'not-found' });
  const { timeZone } = all.round.value;
  const next = pauseIn(all.round.value, row.value, { until, today: localDayOf(deps.clock.now(), timeZone) });
  if (!next.ok) return next;
  if (row.value.pausedUntil === until) return ok(null);
  const participants = [{ value: next.value, etag: row.etag }];
  if (until === null) return ok({ action: 'person.resume', subject: { personId }, participants });
  return ok({
    action: 'person.pause',
    subject: { personId, to: until },
    participants,
    removedProposals: all.proposals.filter(({ value }) => isDraft(value) && isMember(value, personId)),
    outbox: messagesTo([personId], 'paused', { roundId, opId, at: deps.clock.now() }),
  });
};

/**
 * Sets somebody aside until a day, for instance while they are ill or on leave, or takes that back. They get no reminders, no match is
 * made for them, and their pair is not asked when it meets; what they have is not touched. Why is neither asked nor kept.
 */
export const pausePerson = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, (all) => written(deps, asked, all));

/** Whoever was set aside goes on at once; organisers see that they are there, and nobody is written to. */
export const comeBack = (deps: Deps, { roundId, opId, actor }: Mine): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const [round, mine] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
    if (round === null || mine === null || round.value.state === 'draft') return err({ code: 'not-found' });
    const open = inState(round.value, ...openStates);
    if (!open.ok) return open;
    if (mine.value.pausedUntil === null) return ok({ change: null, answer: null });
    const audit = [done(deps, actor.personId, 'person.back', { roundId })];
    const participants = [{ value: { ...mine.value, pausedUntil: null }, etag: mine.etag }];
    return ok({ change: { roundId, opId, participants, audit }, answer: null });
  });
