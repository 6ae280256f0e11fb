import { askOneMore } from '@coaching-pairs/bot/workflows/ask-late';
import { myRound, whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { otherPartnersOf } from '@coaching-pairs/bot/workflows/other-partners';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { endMyPair } from '@coaching-pairs/bot/workflows/pair/end-pair';
import { pausePerson } from '@coaching-pairs/bot/workflows/pause-person';
import { proofOf } from '@coaching-pairs/bot/workflows/proof';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { askPairToTakeIn } from '@coaching-pairs/bot/workflows/taking-in';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { type PairId, pairId, plainDate } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from '../workflows/invariants.js';
import { memoryTable } from '../workflows/memory-table.js';
import { allJoined, stepsOf } from '../workflows/steps.js';
import { actor, id, ids, newOp, type Process, plainDirectory, priya, standings, startProcess, value } from '../workflows/world.js';

const words = wordsFor('en-GB');
let process: Process;

/** Sam with Tom and Lena with Aisha are announced; Jonas and Ines came later, Noor reports to Sam, and Karl works where Sam does. */
const people = () => [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar', 'Tom', 'Jonas', 'Ines'].map((name) => personNamed(name, { under: 'Ruth' })),
  ...['Sam', 'Karl'].map((name) => personNamed(name, { under: 'Ruth', department: 'Care' })),
  ...['Lena', 'Aisha'].map((name) => personNamed(name, { under: 'Ruth' })),
  personNamed('Noor', { under: 'Sam' }),
];

const announced = async (out: readonly string[] = []) => {
  process = startProcess(memoryTable(), plainDirectory(people()));
  const roundId = await allJoined(process, ids('Sam', 'Tom', ...out));
  const steps = stepsOf(process, roundId);
  for (const name of out) value(await steps.sitOut(name));
  await steps.draft();
  await steps.send();
  await steps.allAccept();
  await steps.announce();
  const { deps } = process;
  const by = (name = 'Priya') => (name === 'Priya' ? priya : actor(name));
  const pairs = async () => (await steps.content()).content.pairs.filter(({ endedAt }) => endedAt === null);
  return {
    ...{ roundId, steps, pairs },
    asksLate: (name: string, who = 'Priya') => askOneMore(deps, { roundId, opId: newOp(), actor: by(who), personId: id(name) }),
    others: async (name: string) => value(await otherPartnersOf(deps, words, { roundId, actor: priya, personId: id(name) })),
    takesIn: (name: string, pair: PairId, who = 'Priya') =>
      askPairToTakeIn(deps, { roundId, opId: newOp(), actor: by(who), personId: id(name), pairId: pair }),
    sees: async (name: string) => (await myRound(deps, words, id(name), roundId)) ?? expect.unreachable(`${name} has no round`),
    told: async (name: string) => (await deps.rounds.messages(roundId)).filter(({ to }) => to === id(name)).map(({ kind }) => kind),
    overview: async () => value(await overviewOf(deps, words, { roundId, actor: priya })),
    holds: () => invariantsHold(deps.rounds, roundId),
  };
};
type Announced = Awaited<ReturnType<typeof announced>>;
let round: Announced;
beforeEach(async () => {
  round = await announced();
});

const late = async (name: string): Promise<void> => {
  value(await round.asksLate(name));
  value(await round.steps.join(name));
};
const onlyPair = async () => (await round.pairs())[0]?.id ?? expect.unreachable('no pair');
const refusedFor = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'allowed' : result.error?.code;

describe('one more person in a round that is announced', () => {
  it('[CP-11] gets the invitation and is in nothing before they say so; an administrator hears when they have', async () => {
    value(await round.asksLate('Jonas'));
    expect(await standings(process.deps, round.roundId)).toContain(`${id('Jonas')}: none none`);
    expect([await round.told('Jonas'), (await round.sees('Jonas')).canAnswer]).toEqual([['invitation'], true]);
    const [invitation] = (await process.deps.rounds.unsent(round.roundId)).filter(({ to }) => to === id('Jonas'));
    expect(await stillWanted(process.deps)(invitation ?? expect.unreachable('no invitation'))).toBe(true);
    value(await round.steps.join('Jonas'));
    expect((await round.told('Priya')).filter((kind) => kind === 'new-match-wanted')).toHaveLength(1);
    expect(await round.told('Omar')).not.toContain('new-match-wanted');
    expect((await round.overview()).notices.find(({ code }) => code === 'joined-late')?.people.map((one) => one.id)).toEqual([id('Jonas')]);
    await round.holds();
  });

  it('[CP-11] may say no, and later yes; of those who sat out, only whom an administrator asks can join any more', async () => {
    round = await announced(['Lena', 'Aisha']);
    expect(refusedFor(await round.steps.join('Lena'))).toBe('wrong-state');
    value(await round.asksLate('Lena'));
    const [invitation] = (await process.deps.rounds.unsent(round.roundId)).filter(
      ({ to, kind }) => to === id('Lena') && kind === 'invitation',
    );
    expect(await stillWanted(process.deps)(invitation ?? expect.unreachable('no invitation'))).toBe(true);
    process.clock.advance(60);
    value(await round.steps.join('Lena'));
    value(await round.steps.sitOut('Lena'));
    expect(await stillWanted(process.deps)(invitation ?? expect.unreachable('no invitation'))).toBe(false);
    expect([(await round.sees('Lena')).canAnswer, (await round.sees('Aisha')).canAnswer]).toEqual([true, false]);
    await round.holds();
  });

  it('is not asked again, nor with a blocked account, nor by somebody who does not administer the round', async () => {
    value(await round.asksLate('Jonas'));
    expect(refusedFor(await round.asksLate('Jonas'))).toBe('asked-already');
    expect(refusedFor(await round.asksLate('Sam'))).toBe('asked-already');
    expect(refusedFor(await round.asksLate('Ines', 'Tom'))).toBe('not-found');
    expect(refusedFor(await askOneMore(process.deps, { ...round.steps.asked(), personId: 'nobody' as never }))).toBe('unknown-people');
  });

  it('[CP-25] with another who has no partner becomes a pair by the board, as ever', async () => {
    await late('Jonas');
    await late('Ines');
    expect((await round.others('Jonas')).pairs).toBeNull();
    await round.steps.draft();
    await round.steps.send();
    await round.steps.allAccept();
    expect((await round.pairs()).map(({ memberIds }) => memberIds)).toContainEqual([...ids('Ines', 'Jonas')].sort());
    expect((await round.overview()).notices.map(({ code }) => code)).not.toContain('joined-late');
    await round.holds();
  });

  it('[CP-25] is offered pairs where the only other one without a partner is paused, who is offered to nobody', async () => {
    await late('Jonas');
    await late('Ines');
    const until = plainDate(new Date(Date.parse(process.clock.now()) + 14 * 86_400_000).toISOString().slice(0, 10));
    value(await pausePerson(process.deps, { ...round.steps.asked(), personId: id('Ines'), until }));
    const { others, pairs } = await round.others('Jonas');
    expect([others, pairs?.length]).toEqual([[], 1]);
  });
});

describe('a pair that may take somebody in', () => {
  it('[CP-20] [CP-22] is offered where nobody is free: not in their line nor of their function; else it is said that nobody is possible', async () => {
    await late('Jonas');
    const { pairs } = await round.others('Jonas');
    expect(pairs?.map(({ members }) => members.map((one) => one.id))).toEqual([[...ids('Sam', 'Tom')].sort()]);
    expect(pairs?.[0]?.reasons.length).toBeGreaterThan(0);
    value(await round.steps.sitOut('Jonas'));
    for (const name of ['Noor', 'Karl']) {
      await late(name);
      const found = await round.others(name);
      expect([name, found.pairs]).toEqual([name, []]);
      expect(refusedFor(await round.takesIn(name, await onlyPair()))).toBe('rule');
      value(await round.steps.sitOut(name));
    }
  });

  it('[CP-30] stays as it is until all three have said yes; then the three begin anew, and nobody is in two pairs', async () => {
    await late('Jonas');
    const before = await onlyPair();
    value(await round.takesIn('Jonas', before));
    await round.holds();
    const proof = value(await proofOf(process.deps, words, { roundId: round.roundId, actor: priya }));
    expect([proof.checks.filter(({ holds }) => !holds), proof.matches.length]).toEqual([[], 1]);
    const asked = await round.sees('Sam');
    expect([asked.match.kind, asked.questions.map(({ third, accepted }) => [third?.id, accepted])]).toEqual([
      'paired',
      [[id('Jonas'), false]],
    ]);
    value(await round.steps.accept('Sam'));
    value(await round.steps.accept('Jonas'));
    expect([(await round.sees('Sam')).questions[0]?.accepted, await onlyPair()]).toEqual([true, before]);
    value(await round.steps.accept('Tom'));
    const [trio, ...more] = await round.pairs();
    expect([trio?.memberIds, more]).toEqual([[...ids('Sam', 'Tom', 'Jonas')].sort(), []]);
    expect((await round.sees('Sam')).match).toMatchObject({ kind: 'paired', partners: expect.arrayContaining([expect.anything()]) });
    for (const name of ['Sam', 'Jonas']) expect((await round.told(name)).at(-1)).toBe('pair-formed');
    expect(await round.told('Sam')).not.toContain('pair-ended');
    expect((await process.deps.rounds.audit(round.roundId)).map(({ action }) => action)).toContain('pair.end');
    await round.holds();
  });

  it('[CP-33] goes on as it is when somebody would rather not: the newcomer reads what anybody reads, and nobody is named', async () => {
    await late('Jonas');
    const pair = await onlyPair();
    value(await round.takesIn('Jonas', pair));
    value(await round.steps.accept('Tom'));
    value(await round.steps.decline('Sam'));
    expect([await onlyPair(), (await round.sees('Tom')).questions, (await round.sees('Jonas')).match]).toEqual([
      pair,
      [],
      { kind: 'being-reworked' },
    ]);
    expect([(await round.told('Jonas')).at(-1), await round.told('Tom')]).toEqual([
      'being-reworked',
      expect.not.arrayContaining(['being-reworked']),
    ]);
    expect(JSON.stringify(await whoAmI(process.deps, words, actor('Jonas')))).not.toContain('declin');
    expect((await round.others('Jonas')).pairs).toEqual([]);
    await round.holds();
  });

  it('when the pair ends, or the ask is withdrawn, the question ends with it', async () => {
    await late('Jonas');
    value(await round.takesIn('Jonas', await onlyPair()));
    const [sent] = await round.steps.proposals('sent');
    value(await withdrawMatch(process.deps, { ...round.steps.asked(), proposalId: sent?.id ?? expect.unreachable('nothing sent') }));
    await round.holds();
    expect((await round.sees('Jonas')).match.kind).toBe('being-reworked');
    round = await announced();
    await late('Ines');
    value(await round.takesIn('Ines', await onlyPair()));
    value(await endMyPair(process.deps, { roundId: round.roundId, opId: newOp(), actor: actor('Sam') }));
    expect([await round.pairs(), await round.steps.proposals('sent')]).toEqual([[], []]);
    expect((await round.told('Ines')).at(-1)).toBe('being-reworked');
    await round.holds();
  });

  it('[CP-33] [S-11] is not asked twice at once, nor by one of its own, nor about somebody who is not free or of another round', async () => {
    await late('Jonas');
    await late('Ines');
    const pair = await onlyPair();
    expect(refusedFor(await round.takesIn('Lena', pair))).toBe('not-found');
    expect(refusedFor(await round.takesIn('Jonas', pairId('none')))).toBe('not-found');
    expect(refusedFor(await round.takesIn('Jonas', pair, 'Sam'))).toBe('not-found');
    expect(refusedFor(await round.takesIn('Tom', pair))).toBe('not-free');
    value(await round.takesIn('Jonas', pair));
    expect(refusedFor(await round.takesIn('Ines', pair))).toBe('not-free');
    expect(refusedFor(await round.takesIn('Jonas', pair))).toBe('not-free');
    await round.holds();
  });
});
