import type { Table } from '@coaching-pairs/bot/ports/store';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { draftMatches } from '@coaching-pairs/bot/workflows/draft-matches';
import { inviteEverybody } from '@coaching-pairs/bot/workflows/invite';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { resumeWork } from '@coaching-pairs/bot/workflows/resume-work';
import type { RoundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { movableClock } from '../delivery/delivery-harness.js';
import { memoryTable } from './memory-table.js';
import { kickedOff, stepsOf } from './steps.js';
import { actor, id, newOp, type Process, plainDirectory, priya, startProcess, value } from './world.js';

const leaders = Array.from({ length: 90 }, (_, index) => `Leader${index}`);
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...leaders].map((name) => personNamed(name, { under: 'Ruth' }))];
const words = wordsFor('en-GB');

/** How many steps of telling the store still takes; then each is refused until it is back. */
type Health = { left: number };
const failing = (table: Table, health: Health): Table => ({
  ...table,
  commit: async (batch) => {
    if (batch.writes.some(({ key }) => key.startsWith('out~'))) {
      if (health.left <= 0) throw Object.assign(new Error('away'), { code: 'store-unavailable' });
      health.left -= 1;
    }
    return table.commit(batch);
  },
});

let table: Table;
let health: Health;
let process: Process;
let round: RoundId;
beforeEach(async () => {
  table = memoryTable();
  health = { left: 1_000 };
  process = startProcess(failing(table, health), plainDirectory(people), movableClock());
  round = await kickedOff(process, leaders.map(id));
});

const works = async () => value(await overviewOf(process.deps, words, { roundId: round, actor: priya })).works;
const invited = async (): Promise<string[]> =>
  (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'invitation').map(({ to }) => to);
/** Invitations whose second step never gets through, tried until it is given up. */
const givenUp = async (): Promise<string> => {
  health.left = 1;
  const { id: work } = value(await inviteEverybody(process.deps, stepsOf(process, round).asked()));
  for (let time = 1; time <= 5; time += 1) await process.runWorks();
  health.left = 1_000;
  return work;
};
const resumes = (workId: string, by = priya) => resumeWork(process.deps, { roundId: round, workId, opId: newOp(), actor: by });

describe('invitations given up half-way', () => {
  it('are said to be, with the way to go on; gone on with, they reach everybody and nobody twice', async () => {
    const work = await givenUp();
    expect(await invited()).toHaveLength(40);
    expect(await works()).toMatchObject([{ id: work, state: 'failed', mayGoOn: true }]);
    expect((await works())[0]?.text).toContain('Not everybody has been written to yet');
    // They cannot be begun anew, since the round has moved on.
    expect(await inviteEverybody(process.deps, stepsOf(process, round).asked())).toMatchObject({ error: { code: 'wrong-state' } });
    expect(await process.through(await resumes(work))).toMatchObject({ id: work, state: 'done', report: { told: 90 } });
    expect(new Set(await invited()).size).toBe(90);
    expect(await invited()).toHaveLength(90);
    expect(await works()).toMatchObject([{ id: work, state: 'done', mayGoOn: false }]);
  });

  it('are still gone on with when the round has gone further meanwhile', async () => {
    const work = await givenUp();
    const steps = stepsOf(process, round);
    for (const name of leaders.slice(0, 4)) value(await steps.join(name));
    await process.through(await draftMatches(process.deps, steps.asked()));
    expect((await works()).map(({ kind, mayGoOn }) => `${kind} ${mayGoOn}`)).toEqual(['draft-matches false', 'open-invitations true']);
    expect(await process.through(await resumes(work))).toMatchObject({ state: 'done' });
    expect(new Set(await invited()).size).toBe(90);
  });

  it('[S-11] are nothing to others, and nothing that is not there is gone on with', async () => {
    const work = await givenUp();
    expect(await resumes(work, actor('Leader1'))).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await resumes('none')).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('stay as they are once the round is closed', async () => {
    const work = await givenUp();
    value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
    expect(value(await resumes(work))).toMatchObject({ state: 'failed' });
    expect(await works()).toMatchObject([{ state: 'failed', mayGoOn: false }]);
  });
});

describe('work that a use case refused', () => {
  it('is not gone on with: it would be refused again', async () => {
    const steps = stepsOf(process, round);
    await steps.invite();
    const drafting = await draftMatches(process.deps, steps.asked());
    expect(drafting).toMatchObject({ error: { code: 'nobody-joined' } });
    const [ended] = await works();
    expect(value(await resumes(ended?.id ?? ''))).toMatchObject({ state: 'done' });
  });
});
