import { operationId, type RoundId } from '@coaching-pairs/shared/ids';
import { isFigureDue, nextFigure } from '@coaching-pairs/shared/progress/rhythm-figure';
import { ok } from '@coaching-pairs/shared/result';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';

/** The round with its new figure and the sheet for the next; null where there is nothing to tell yet. */
const published = async (deps: Deps, { value: round, etag }: Versioned<Round>): Promise<RoundChange | null> => {
  const { id } = round;
  const [pairs, sheet] = await Promise.all([deps.rounds.pairs(id), deps.rounds.rhythm(id)]);
  const seen = { round, pairs, sheet: sheet?.value ?? null, now: deps.clock.now() };
  // Asked first without sessions, which are many: whether there is a figure does not depend on them.
  if (nextFigure({ ...seen, sessions: [] }) === null) return null;
  const next = nextFigure({ ...seen, sessions: await deps.rounds.allSessions(id) });
  if (next === null) return null;
  const { figure } = next;
  return {
    roundId: id,
    opId: operationId(`rhythm.${id}.${figure.on}`),
    round: { value: { ...round, rhythm: figure }, etag },
    ...(next.sheet !== null && { rhythm: { value: next.sheet, etag: sheet?.etag ?? null } }),
    ...(next.sheet === null && sheet !== null && { removedRhythm: sheet }),
    audit: [done(deps, 'product', 'rhythm.publish', { roundId: id })],
  };
};

/** Once the Awayday is there no figure follows, and what one would need is deleted. */
const forgotten = async (deps: Deps, id: RoundId): Promise<RoundChange | null> => {
  const sheet = await deps.rounds.rhythm(id);
  const opId = operationId(`rhythm.forget.${id}`);
  return sheet === null
    ? null
    : { roundId: id, opId, removedRhythm: sheet, audit: [done(deps, 'product', 'rhythm.forget', { roundId: id })] };
};

const changeOf = async (deps: Deps, id: RoundId): Promise<RoundChange | null> => {
  const round = await deps.rounds.round(id);
  if (round === null) return null;
  if (round.value.state !== 'active') return forgotten(deps, id);
  return isFigureDue(round.value, deps.clock.now()) ? published(deps, round) : null;
};

/**
 * Works out once a week how many pairs of each round are on their rhythm, rounded, and writes it into the round; what anybody reads from
 * then on is that, whenever they look (CP-72, C-03).
 */
export const publishRhythms = async (deps: Deps): Promise<void> => {
  for (const { id, state, rhythm } of await deps.rounds.list()) {
    if (state !== 'active' && rhythm?.share == null) continue;
    await decideAndCommit<null>(deps.rounds.commit, async () => ok({ change: await changeOf(deps, id), answer: null }));
  }
};
