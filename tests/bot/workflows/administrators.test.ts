import { renderMessage } from '@coaching-pairs/bot/render-message';
import { dropAdministrator, nameAdministrator } from '@coaching-pairs/bot/workflows/administrators';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { groupFunctions } from '@coaching-pairs/bot/workflows/correct-people';
import { whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { changePlan, openNewRound } from '@coaching-pairs/bot/workflows/open-round';
import { overviewOf, summariesFor } from '@coaching-pairs/bot/workflows/overview';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { workHandlers } from '@coaching-pairs/bot/workflows/work-handlers';
import type { RoundId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, inThisThread, newOp, type Process, plainDirectory, plan, priya, startProcess, value } from './world.js';

let people: Person[];
let process: Process;
beforeEach(() => {
  const under = (name: string, own: Partial<Person> = {}) => personNamed(name, { under: 'Ruth', ...own });
  people = [personNamed('Ruth'), ...['Maya', 'Sam', 'Tom', 'Lena', 'Priya', 'Omar', 'Noor'].map((name) => under(name))];
  people.push({ ...under('Gone'), enabled: false });
  process = startProcess(memoryTable(), plainDirectory(people));
});

const team = ids('Sam', 'Tom', 'Lena', 'Priya');
const words = wordsFor('en-GB');
const asked = (round: RoundId, name: string, by = 'Priya') => ({
  roundId: round,
  opId: newOp(),
  actor: actor(by),
  personId: id(name),
});
const names = (round: RoundId, name: string, by?: string) => nameAdministrator(process.deps, asked(round, name, by));
const drops = (round: RoundId, name: string, by?: string) => dropAdministrator(process.deps, asked(round, name, by));
const named = async (round: RoundId) => (await process.deps.rounds.round(round))?.value.administratorIds;
const told = async (round: RoundId) => (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'administrator-named');

describe('naming another administrator', () => {
  it('[S-10] lets them in at once without the app role, which opens rounds and nothing else; one audit line says who did it', async () => {
    const round = await kickedOff(process, team);
    const noor = actor('Noor');
    expect(await overviewOf(process.deps, words, { roundId: round, actor: noor })).toMatchObject({ error: { code: 'not-found' } });
    value(await names(round, 'Noor', 'Omar'));
    expect(value(await overviewOf(process.deps, words, { roundId: round, actor: noor })).administrators.map((one) => one.id)).toEqual(
      ids('Priya', 'Omar', 'Noor'),
    );
    expect(await summariesFor(process.deps, noor.personId)).toHaveLength(1);
    expect(await whoAmI(process.deps, words, noor)).toMatchObject({ administers: true, mayOpenRounds: false });
    const opening = await openNewRound(process.deps, { opId: newOp(), actor: noor, plan: {} as never });
    expect(opening).toEqual({ ok: false, error: { code: 'not-allowed' } });
    const lines = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'administrator.name');
    expect(lines).toMatchObject([{ by: 'omar', subject: { roundId: round, personId: 'noor' }, result: 'done' }]);
  });

  it('tells them once, in words that name nobody, and not at all once they are removed again', async () => {
    const round = await kickedOff(process, team);
    const once = asked(round, 'Noor');
    for (const _time of [1, 2]) value(await nameAdministrator(process.deps, once));
    value(await names(round, 'Noor', 'Omar'));
    const messages = await told(round);
    expect(messages.map(({ to }) => to)).toEqual(ids('Noor'));
    const [message = expect.unreachable()] = messages;
    const said = await renderMessage(process.deps, 'app', async () => words)(message);
    expect(said).toMatchObject({ kind: 'card', summary: 'News from Coaching Pairs' });
    expect(JSON.stringify(said)).toContain(encodeURIComponent(`admin/${round}`));
    expect(JSON.stringify(said)).not.toMatch(/Priya|Omar|Maya|Sam|Tom|Lena/u);
    expect(await stillWanted(process.deps)(message)).toBe(true);
    value(await drops(round, 'Noor'));
    expect(await stillWanted(process.deps)(message)).toBe(false);
    expect(await renderMessage(process.deps, 'app', async () => words)(message)).toBeNull();
  });

  it('is refused for whom the directory does not know, for a blocked account, and in a round that is over', async () => {
    const round = await kickedOff(process, team);
    expect(await names(round, 'Nobody')).toEqual({ ok: false, error: { code: 'unknown-people', entries: ['nobody'] } });
    expect(await names(round, 'Gone')).toEqual({ ok: false, error: { code: 'account-blocked', personId: 'gone' } });
    expect(await names(round, 'Maya')).toMatchObject({ error: { code: 'leader-as-administrator' } });
    value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
    expect(await names(round, 'Noor')).toMatchObject({ error: { code: 'wrong-state' } });
    expect(await drops(round, 'Omar')).toMatchObject({ error: { code: 'wrong-state' } });
    expect(await named(round)).toEqual(ids('Priya', 'Omar'));
    expect(await told(round)).toEqual([]);
  });

  it('[S-11] is nothing that anybody else can do, or tell a round by; the directory is not even asked', async () => {
    const round = await kickedOff(process, team);
    for (const act of [names, drops]) {
      expect(await act(round, 'Omar', 'Sam')).toEqual({ ok: false, error: { code: 'not-found' } });
      expect(await act(round, 'Nobody', 'Maya')).toEqual({ ok: false, error: { code: 'not-found' } });
    }
  });

  it('[R-12] by many at once names everybody whom somebody named', async () => {
    const round = await kickedOff(process, team);
    const wanted = ['Noor', 'Sam', 'Tom', 'Lena'];
    await Promise.all([...wanted.map((name) => names(round, name)), drops(round, 'Omar')].map(async (one) => value(await one)));
    expect([...((await named(round)) ?? [])].sort()).toEqual(ids('Lena', 'Noor', 'Priya', 'Sam', 'Tom'));
  });
});

describe('removing an administrator', () => {
  it('is done by another or by oneself, and takes the round from them at once', async () => {
    const round = await kickedOff(process, team);
    value(await names(round, 'Noor'));
    value(await drops(round, 'Omar', 'Omar'));
    value(await drops(round, 'Noor', 'Priya'));
    for (const name of ['Omar', 'Noor'])
      expect(await overviewOf(process.deps, words, { roundId: round, actor: actor(name, true) })).toMatchObject({
        error: { code: 'not-found' },
      });
    expect(await drops(round, 'Priya')).toEqual({ ok: false, error: { code: 'people-partner-stays' } });
    const lines = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'administrator.remove');
    expect(lines.map(({ by, subject }) => `${by} removed ${subject.personId}`).sort()).toEqual(['omar removed omar', 'priya removed noor']);
  });
});

const farewells = async (round: RoundId) =>
  (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'administrator-removed');

describe('telling whoever was removed', () => {
  it('[R-11] is done once, in words that name nobody and lead nowhere, in the batch of the change', async () => {
    const round = await kickedOff(process, team);
    const once = asked(round, 'Omar');
    for (const _time of [1, 2]) value(await dropAdministrator(process.deps, once));
    const messages = await farewells(round);
    expect(messages.map(({ to, opId }) => ({ to, opId }))).toEqual([{ to: 'omar', opId: once.opId }]);
    const [message = expect.unreachable()] = messages;
    const said = await renderMessage(process.deps, 'app', async () => words)(message);
    expect(said).toMatchObject({ kind: 'card', summary: 'News from Coaching Pairs' });
    expect(JSON.stringify(said)).not.toContain(round);
    expect(JSON.stringify(said)).toContain('You no longer help to run this round');
    expect(JSON.stringify(said)).not.toMatch(/Priya|Maya|Sam|Tom|Lena/u);
    expect(await stillWanted(process.deps)(message)).toBe(true);
    value(await names(round, 'Omar'));
    expect(await stillWanted(process.deps)(message)).toBe(false);
    expect(await renderMessage(process.deps, 'app', async () => words)(message)).toBeNull();
  });

  it('is left out for whoever removed themselves', async () => {
    const round = await kickedOff(process, team);
    value(await drops(round, 'Omar', 'Omar'));
    expect(await farewells(round)).toEqual([]);
  });

  it('reaches a people partner who is exchanged in a draft that somebody else has opened', async () => {
    const opening = { opId: newOp(), actor: actor('Noor', true), plan: { ...plan, administratorIds: [] } };
    const round = value(await openNewRound(process.deps, opening));
    const { administratorIds: _named, ...same } = plan;
    const change = { roundId: round, opId: newOp(), actor: actor('Noor'), plan: { ...same, peoplePartnerId: id('Omar') } };
    value(await changePlan(process.deps, change));
    expect(await named(round)).toEqual(ids('Omar', 'Noor'));
    expect((await farewells(round)).map(({ to }) => to)).toEqual(ids('Priya'));
  });
});

describe("[CP-33] the people partner's own match", () => {
  it('drafted with the only other administrator is not sent before somebody else is named, who can then withdraw it', async () => {
    const round = await allJoined(process, ids('Priya', 'Omar'));
    const steps = stepsOf(process, round);
    await steps.draft();
    expect(await approveAndSend(process.deps, steps.asked())).toEqual({ ok: false, error: { code: 'second-administrator-missing' } });
    value(await names(round, 'Noor'));
    await steps.send();
    const [own = expect.unreachable()] = await steps.proposals('sent');
    const withdraws = (by: string) => withdrawMatch(process.deps, { roundId: round, opId: newOp(), actor: actor(by), proposalId: own.id });
    for (const member of ['Priya', 'Omar']) expect(await withdraws(member)).toMatchObject({ ok: false, error: { code: 'own-match' } });
    expect(await drops(round, 'Noor')).toMatchObject({ error: { code: 'second-administrator-needed' } });
    value(await withdraws('Noor'));
    expect(await steps.proposals('sent')).toEqual([]);
  });

  it('[R-12] stays a draft when its helper is removed between the approval and its turn', async () => {
    const round = await allJoined(process, team);
    const steps = stepsOf(process, round);
    await steps.draft();
    const begun = value(await approveAndSend(process.deps, steps.asked()));
    const { rounds } = process.deps;
    const commit: typeof rounds.commit = async (change) => {
      const outcome = await rounds.commit(change);
      if (change.opId.endsWith('.wave')) value(await drops(round, 'Omar'));
      return outcome;
    };
    await process.runWorks(workHandlers({ ...process.deps, rounds: { ...rounds, commit } }, inThisThread));
    expect(await process.deps.works.read(round, begun.id)).toMatchObject({ state: 'done' });
    expect((await steps.proposals('sent')).flatMap(({ memberIds }) => memberIds)).not.toContain(id('Priya'));
    expect((await steps.proposals('draft')).flatMap(({ memberIds }) => memberIds)).toContain(id('Priya'));
    value(await names(round, 'Noor'));
    await steps.send();
    expect(await steps.proposals('draft')).toEqual([]);
  });

  it('[CP-04] is refused while they are alone, sent once a second administrator is named, who stays while it is out; then they are in a pair as anybody', async () => {
    const round = await allJoined(process, team, { administratorIds: [] });
    const steps = stepsOf(process, round);
    await steps.draft();
    const send = () => approveAndSend(process.deps, steps.asked());
    expect(await send()).toEqual({ ok: false, error: { code: 'second-administrator-missing' } });
    const own = (await steps.proposals('draft')).find(({ memberIds }) => memberIds.includes(id('Priya')));
    const partner = own?.memberIds.find((one) => one !== id('Priya')) ?? '';
    expect(await nameAdministrator(process.deps, { ...asked(round, 'Noor'), personId: id(partner) })).toMatchObject({
      error: { code: 'in-partners-match' },
    });
    value(await names(round, 'Noor'));
    expect(await process.through(await send())).toMatchObject({ state: 'done' });
    expect(await drops(round, 'Noor')).toEqual({ ok: false, error: { code: 'second-administrator-needed', personId: 'noor' } });
    await steps.allAccept();
    value(await drops(round, 'Noor'));
    expect((await process.deps.rounds.pairs(round)).filter(({ memberIds }) => memberIds.includes(id('Priya')))).toMatchObject([
      { memberIds: own?.memberIds, endedAt: null },
    ]);
  });
});

describe('grouping departments into functions', () => {
  it('[S-20] leaves a line of who did so and when, with a number and without a name', async () => {
    const groups = [{ name: 'Money', departments: ['Finance', 'Treasury'] }];
    const save = { opId: newOp(), actor: actor('Omar', true), groups };
    for (const _time of [1, 2]) value(await groupFunctions(process.deps, save));
    expect(await groupFunctions(process.deps, { ...save, opId: newOp(), actor: actor('Sam') })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    const lines = await process.deps.organisation.audit();
    expect(lines).toMatchObject([{ by: 'omar', action: 'functions.save', subject: { groups: '1' }, result: 'done' }]);
    expect(JSON.stringify(lines)).not.toMatch(/Money|Finance/u);
  });
});
