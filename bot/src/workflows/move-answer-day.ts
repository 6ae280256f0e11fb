import { type OperationId, operationId, type PlainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { withMoreTime } from '@coaching-pairs/shared/round/answer-day';
import { localDayOf } from '@coaching-pairs/shared/time';
import { decideAndCommit, done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly until: PlainDate };

/** Rows a batch. */
const perStep = 80;

/** Moves as many as fit into one batch; answers how many are left. Of the whole one line stands in the record, whatever there was to move. */
const moveSome = (deps: Deps, { roundId, opId, actor, until }: Asked, step: number): Promise<Result<number, Refusal>> =>
  decideAndCommit<number>(deps.rounds.commit, async () => {
    const all = await readAsAdministrator(deps, roundId, actor);
    if (!all.ok) return all;
    const { round, proposals, content } = all.value;
    const today = localDayOf(deps.clock.now(), round.value.timeZone);
    const moved = withMoreTime(round.value, content.proposals, { until, today });
    if (!moved.ok) return moved;
    const etags = new Map(proposals.map(({ value, etag }) => [value.id, etag]));
    const some = moved.value.slice(0, perStep).map((value) => ({ value, etag: etags.get(value.id) ?? null }));
    const audit = step === 0 ? [done(deps, actor.personId, 'proposals.answers-by', { roundId, to: until })] : [];
    const change = { roundId, opId: step === 0 ? opId : operationId(`${opId}.${step}`), proposals: some, audit };
    return ok({ change: some.length + audit.length === 0 ? null : change, answer: moved.value.length - some.length });
  });

/**
 * Gives more time to everybody before whom a match lies. Nobody is written to for it: cards and pages show the new day, and reminders
 * follow it. Interrupted, it is simply asked again.
 */
export const moveAnswerDay = async (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> => {
  for (let step = 0; ; step += 1) {
    const left = await moveSome(deps, asked, step);
    if (!left.ok) return left;
    if (left.value === 0) return ok(null);
  }
};
