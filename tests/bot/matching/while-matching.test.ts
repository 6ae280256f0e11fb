import { startWorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import { inOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { draftMatches, draftMatchesHandler } from '@coaching-pairs/bot/workflows/draft-matches';
import { organisationOf } from '@coaching-pairs/bot/workflows/organisation';
import { workHandlers } from '@coaching-pairs/bot/workflows/work-handlers';
import { workView } from '@coaching-pairs/bot/workflows/work-view';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { type Bot, startBot } from '../bolt/bot-on-http.js';
import { eventually, movableClock, quietLog } from '../delivery/delivery-harness.js';
import { botOf } from '../listeners/bot.js';
import { memoryTable } from '../workflows/memory-table.js';
import { kickedOff, stepsOf } from '../workflows/steps.js';
import { newOp, type Process, plainDirectory, startProcess, value } from '../workflows/world.js';
import { crowdOf } from './crowd.js';

/** As many as keep the matching busy while others click, and long enough to be cancelled. */
const [many, enough] = [crowdOf(1_500), crowdOf(800)];
/** As many as it takes to match anybody. */
const few = crowdOf(40);
const silent = 20;
const named = ['Maya', 'Priya', 'Omar'].map((name) => personNamed(name));

let bot: Bot | undefined;
afterEach(() => bot?.stop());

const play = async (crowd: readonly Person[]) => {
  const process = startProcess(memoryTable(), plainDirectory([...named, ...crowd]), movableClock(), 'one', inOwnThread());
  const round = await kickedOff(
    process,
    crowd.map(({ id }) => id),
  );
  const steps = stepsOf(process, round);
  await steps.invite();
  for (const { id, name } of crowd.slice(silent)) {
    const asked = { roundId: round, opId: newOp(), actor: { personId: id, name, opener: false } };
    value(await answerInvitation(process.deps, { ...asked, answer: 'joined', disclosureVersion }));
  }
  return { process, round, steps };
};

const click = async (on: Bot, round: string, person: PersonId): Promise<void> => {
  const from = { id: `29:${person}`, name: 'Somebody', aadObjectId: person };
  const conversation = { id: `a:${person}`, conversationType: 'personal', tenantId: '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50' };
  const answer = await on.click('showInvitation', { roundId: round }, { from, conversation });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('AdaptiveCard');
};

/** The runner of the process, which looks for work again and again. */
const runnerOf = ({ deps, table, clock }: Process) =>
  startWorkRunner({
    ...{ table, clock, log: quietLog, instance: 'one' },
    partitions: async function* () {
      for (const { id } of await deps.rounds.list()) yield roundPartition(id);
    },
    handlers: workHandlers(deps, inOwnThread()),
    settings: { lookEvery: 50 },
  });

describe('while matches are being found', () => {
  it('[R-09] a click on a card is answered meanwhile, at the real endpoint', { timeout: 120_000 }, async () => {
    const { process, round, steps } = await play(many);
    await bot?.stop();
    bot = await startBot(undefined, botOf(process).app);
    // The first click of a process fetches the keys of the connector.
    await click(bot, round, many[0]?.id ?? expect.unreachable());
    const begun = await draftMatches(process.deps, steps.asked());
    let running = true;
    const works = process.through(begun).finally(() => {
      running = false;
    });
    let answered = 0;
    for (; running; answered += 1) await click(bot, round, many[answered % silent]?.id ?? expect.unreachable());
    expect(await works).toMatchObject({ state: 'done', report: { matched: many.length - silent } });
    expect(answered, 'clicks while it ran').toBeGreaterThan(3);
  });

  it('cancelled, it ends at once and leaves nothing half-written; drafting again does', { timeout: 120_000 }, async () => {
    const { process, round, steps } = await play(enough);
    const { works } = process.deps;
    const runner = runnerOf(process);
    try {
      const { id } = value(await draftMatches(process.deps, steps.asked()));
      const state = async () => (await works.read(round, id))?.state;
      await eventually(async () => expect((await works.read(round, id))?.progress.phase).toBe('matching'));
      await works.cancel(round, id);
      await eventually(async () => expect(await state()).toBe('cancelled'));
      expect(await works.read(round, id)).toMatchObject({ report: null, refusal: null });
      expect((await steps.content()).content.proposals).toEqual([]);
      const again = value(await draftMatches(process.deps, steps.asked()));
      await runner.runNow();
      expect(await works.read(round, again.id)).toMatchObject({ state: 'done', report: { matched: enough.length - silent } });
    } finally {
      await runner.stop();
    }
  });

  it('a thread that dies is a failure of that work alone, said in words; others go on', { timeout: 120_000 }, async () => {
    const { process, round, steps } = await play(few);
    const dying = inOwnThread({ worker: new URL('data:text/javascript,process.exit(9)') });
    const handlers = { ...workHandlers(process.deps, inOwnThread()), 'draft-matches': draftMatchesHandler(process.deps, dying) };
    const { id } = value(await draftMatches(process.deps, steps.asked()));
    await process.runWorks(handlers);
    const failed = await process.deps.works.read(round, id);
    expect(failed).toMatchObject({ state: 'failed', refusal: { code: 'matching-broke-off' }, givenUp: false });
    expect((await steps.content()).content.proposals).toEqual([]);
    const organisation = await organisationOf(process.deps);
    if (failed !== null) expect(workView(wordsFor('en'), organisation, failed, false).text).toContain('nothing was changed');
    expect(await steps.draft()).toMatchObject({ state: 'done' });
  });
});
