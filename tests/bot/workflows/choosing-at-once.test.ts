import { askPartner } from '@coaching-pairs/bot/workflows/choosing/ask-partner';
import type { Deps } from '@coaching-pairs/bot/workflows/deps';
import { announceToAll } from '@coaching-pairs/bot/workflows/invite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryTable } from './memory-table.js';
import { interleaving, openBoardIn, people, playChoosing, round } from './played-choosing.js';
import { actor, id, newOp, plainDirectory, priya, startProcess } from './world.js';

describe('asks, answers, leaving and the freezing at the same moment, through two processes', () => {
  it('[R-12] [CP-32] leave nobody in two pairs, no pair against a rule, and every ask answered or lapsed; 10,000 by night', async () => {
    const table = memoryTable();
    await openBoardIn(table);
    await fc.assert(
      fc.asyncProperty(interleaving, (groups) => playChoosing(table.fork(), groups)),
      { numRuns: 40 },
    );
  });

  it('[R-12] an ask that is written when the board has just frozen is refused, and waits for nobody', async () => {
    const table = memoryTable();
    await openBoardIn(table);
    const { deps, through } = startProcess(table, plainDirectory([...people]));
    let isFrozen = false;
    const freeze = async (): Promise<void> => {
      if (isFrozen) return;
      isFrozen = true;
      await announceToAll(deps, { roundId: round, opId: newOp(), actor: priya, withoutPartner: [] }).then(through);
    };
    const asking: Deps = { ...deps, rounds: { ...deps.rounds, commit: async (change) => freeze().then(() => deps.rounds.commit(change)) } };
    const asked = await askPartner(asking, { roundId: round, opId: newOp(), actor: actor('Sam'), personId: id('Tom') });
    expect(asked).toMatchObject({ ok: false, error: { code: 'wrong-state', state: 'active' } });
    const { proposals, participants } = (await deps.rounds.everything(round))?.content ?? expect.unreachable();
    expect(proposals).toMatchObject([{ onBoard: true, state: 'ended' }]);
    expect(participants.filter(({ match, asks }) => match.kind !== 'none' || asks.length > 0)).toEqual([]);
  });
});
