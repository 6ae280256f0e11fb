import { type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { invited, type Participant } from '@coaching-pairs/shared/round/participation';
import * as z from 'zod';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import type { WorkContext } from '../ports/works.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { type MessageKind, messagesTo } from './messages.js';

/** Participants a batch: each is at most a row of theirs and a message, and a batch has at most 99 writes. */
const perStep = 40;

type Telling = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly kind: MessageKind;
  readonly by: PersonId;
  readonly context: Pick<WorkContext, 'progress' | 'resume' | 'saveResume'>;
};

const changeFor = async (deps: Deps, telling: Telling, people: readonly PersonId[], opId: OperationId): Promise<RoundChange> => {
  const at = deps.clock.now();
  const told = { roundId: telling.roundId, opId, at };
  const audit = [done(deps, telling.by, `tell.${telling.kind}`, { roundId: telling.roundId, people: String(people.length) })];
  const change = { roundId: telling.roundId, opId, outbox: messagesTo(people, telling.kind, told), audit };
  if (telling.kind !== 'invitation') return change;
  const rows = await Promise.all(people.map((id) => deps.rounds.participant(telling.roundId, id)));
  const present = rows.filter((row): row is Versioned<Participant> => row !== null);
  return { ...change, participants: present.map(({ value, etag }) => ({ value: invited(value, at), etag })) };
};

const Saved = z.object({ told: z.array(z.custom<PersonId>((value) => typeof value === 'string')) });

/**
 * Whom this work tells, settled before the first is told: people answer meanwhile, and a list made again after an
 * interruption would count its steps differently and leave somebody out.
 */
const settled = async (people: readonly PersonId[], context: Telling['context']): Promise<readonly PersonId[]> => {
  const saved = Saved.safeParse(context.resume);
  if (saved.success) return saved.data.told;
  const told = [...people].sort();
  await context.saveResume({ told });
  return told;
};

/**
 * Writes a message of one kind to each of these people, some forty at a time; a step that was written before an
 * interruption is recognised and not written again. Once begun it is not stopped: the round has moved on for everybody,
 * and whoever were left out would never hear of it. Answers how many are told.
 */
export const tellPopulation = async (deps: Deps, telling: Telling, people: readonly PersonId[]): Promise<number> => {
  const { context } = telling;
  const everybody = await settled(people, context);
  for (let from = 0; from < everybody.length; from += perStep) {
    const step = everybody.slice(from, from + perStep);
    const opId = operationId(`${telling.opId}.${from}`);
    const written = await decideAndCommit(deps.rounds.commit, async () => {
      return ok({ change: await changeFor(deps, telling, step, opId), answer: null });
    });
    if (!written.ok) throw new Error(`telling the population: ${written.error.code}`);
    await context.progress({ done: Math.min(from + perStep, everybody.length), total: everybody.length, phase: 'writing' });
  }
  return everybody.length;
};
