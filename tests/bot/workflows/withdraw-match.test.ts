import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { checkPeople, draftByHand, lockDraft } from '@coaching-pairs/bot/workflows/edit-board';
import { announceToAll } from '@coaching-pairs/bot/workflows/invite';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { proposalId } from '@coaching-pairs/shared/ids';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, type Process, plainDirectory, standings, startProcess, value } from './world.js';

const names = ['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas'];
const team = ids('Sam', 'Tom', 'Lena', 'Aisha');
let process: Process;
beforeEach(() => {
  process = startProcess(
    memoryTable(),
    plainDirectory([personNamed('Ruth'), ...names.map((name) => personNamed(name, { under: 'Ruth' }))]),
  );
});

/** A round whose first matches are with their people. */
const proposed = async (people = team) => {
  const round = await allJoined(process, people);
  const steps = stepsOf(process, round);
  await steps.draft();
  await steps.send();
  const withdraw = (proposal: Proposal | undefined, by = 'Priya', opId = newOp()) =>
    withdrawMatch(process.deps, { roundId: round, opId, actor: actor(by), proposalId: proposal?.id ?? proposalId('none') });
  const messages = async (): Promise<readonly string[]> =>
    (await process.deps.rounds.unsent(round)).map(({ kind, to }) => `${kind} ${to}`).sort();
  const boardFor = async (viewer: string) =>
    value(await boardOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: actor(viewer) }));
  return { round, steps, withdraw, messages, boardFor };
};

const members = (proposals: readonly Proposal[]): readonly string[] => proposals.map(({ memberIds }) => memberIds.join(' + ')).sort();

describe('a match that stays unanswered', () => {
  it('[CP-34] is withdrawn: its people are free, told once, and drafted with others; the audit says who and which, not who had answered', async () => {
    const { round, steps, withdraw, messages } = await proposed();
    const [first, second] = await steps.proposals('sent');
    const [one = id(''), other = id('')] = first?.memberIds ?? [];
    value(await steps.accept(one, first));
    const opId = newOp();
    for (const _twice of [1, 2]) value(await withdraw(first, 'Omar', opId));
    value(await withdraw(first, 'Priya'));
    expect(await standings(process.deps, round)).toEqual(
      [...team].sort().map((who) => `${who}: joined ${[one, other].includes(who) ? 'reworking' : 'open'}`),
    );
    expect((await messages()).filter((said) => said.startsWith('being'))).toEqual(
      [one, other].sort().map((who) => `being-reworked ${who}`),
    );
    const said = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'proposal.withdraw');
    expect(said).toEqual([
      {
        at: expect.any(String),
        by: id('Omar'),
        action: 'proposal.withdraw',
        subject: { roundId: round, proposalId: first?.id },
        result: 'done',
      },
    ]);
    expect(await steps.accept(other, first)).toEqual({ ok: false, error: { code: 'not-open', state: 'ended' } });
    value(await withdraw(second));
    await steps.draft();
    const drafted = members(await steps.proposals('draft'));
    expect(drafted).toHaveLength(2);
    for (const tried of members([first, second].filter((one) => one !== undefined))) expect(drafted).not.toContain(tried);
    await steps.send();
    await steps.allAccept();
    await invariantsHold(process.deps.rounds, round);
    expect((await steps.announce()).report).toEqual({ told: 4 });
  });

  it('[CP-34] of three people is withdrawn for all three, also where two have said yes', async () => {
    const { round, steps, withdraw, messages } = await proposed(ids('Sam', 'Tom', 'Lena'));
    for (const name of ['Sam', 'Tom']) value(await steps.accept(name));
    value(await withdraw((await steps.proposals('sent'))[0]));
    expect(await standings(process.deps, round)).toEqual(['lena: joined reworking', 'sam: joined reworking', 'tom: joined reworking']);
    expect((await messages()).filter((one) => one.startsWith('being'))).toHaveLength(3);
    await invariantsHold(process.deps.rounds, round);
  });

  it('keeps the pairs from being announced, until it is withdrawn', async () => {
    const { steps, withdraw, round } = await proposed();
    const [first, second] = await steps.proposals('sent');
    for (const who of second?.memberIds ?? []) value(await steps.accept(who, second));
    const announce = () => announceToAll(process.deps, { ...steps.asked(), withoutPartner: first?.memberIds ?? [] });
    expect(await announce()).toEqual({ ok: false, error: { code: 'proposals-open', count: 1 } });
    value(await withdraw(first));
    await process.through(await announce());
    expect((await process.deps.rounds.round(round))?.value.state).toBe('active');
  });

  it('[R-12] is either formed or withdrawn when the last yes and the withdrawal come at the same moment', async () => {
    const { round, steps, withdraw } = await proposed();
    const sent = await steps.proposals('sent');
    for (const match of sent) value(await steps.accept(match.memberIds[0] ?? '', match));
    await Promise.all(sent.flatMap((match) => [withdraw(match), steps.accept(match.memberIds[1] ?? '', match), withdraw(match, 'Omar')]));
    await invariantsHold(process.deps.rounds, round);
    expect(await steps.proposals('sent')).toEqual([]);
    for (const pair of await steps.proposals('formed'))
      expect(await withdraw(pair)).toEqual({ ok: false, error: { code: 'already-formed' } });
  });

  it('is not withdrawn by anybody else, nor where there is none, nor while others are being sent', async () => {
    const { steps, withdraw, round } = await proposed();
    const [first] = await steps.proposals('sent');
    const before = JSON.stringify(await steps.content());
    for (const by of ['Maya', 'Jonas', 'Sam']) expect(await withdraw(first, by)).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await withdraw(undefined)).toEqual({ ok: false, error: { code: 'not-found' } });
    const work = { roundId: round, opId: newOp(), kind: 'send-proposals', input: {}, by: id('Priya') } as const;
    await process.deps.works.start(work);
    expect(await withdraw(first)).toEqual({ ok: false, error: { code: 'work-running' } });
    expect(JSON.stringify(await steps.content())).toBe(before);
  });
});

describe('[CP-33] a withdrawn match and a declined one', () => {
  it('the people partner does not withdraw their own; a second administrator does', async () => {
    const { steps, withdraw, boardFor } = await proposed(ids('Sam', 'Priya'));
    const [own] = await steps.proposals('sent');
    const may = async (viewer: string) => (await boardFor(viewer)).sent.map(({ mayWithdraw }) => mayWithdraw);
    expect([await may('Priya'), await may('Omar')]).toEqual([[false], [true]]);
    expect(await withdraw(own)).toEqual({ ok: false, error: { code: 'own-match' } });
    value(await withdraw(own, 'Omar'));
    expect(await withdraw(own)).toEqual({ ok: false, error: { code: 'own-match' } });
    expect((await steps.proposals('ended')).map(({ ending }) => ending)).toEqual(['withdrawn']);
  });

  it('are one and the same to whoever may not know of declines: on the board, to a second withdrawal, and put together by hand', async () => {
    const seen = async (how: 'declined' | 'withdrawn', viewer: string) => {
      const { steps, withdraw, boardFor, round } = await proposed(ids('Sam', 'Priya'));
      const [match] = await steps.proposals('sent');
      value(await steps.accept('Priya', match));
      value(how === 'declined' ? await steps.decline('Sam', match) : await withdraw(match, 'Omar'));
      const asked = { roundId: round, actor: actor(viewer), memberIds: match?.memberIds ?? [] };
      await steps.draft();
      const { left, reworking, drafts } = await boardFor(viewer);
      const again = await withdraw(match, viewer);
      const byHand = [await checkPeople(process.deps, asked), await draftByHand(process.deps, { ...asked, opId: newOp() })];
      return { left, reworking: reworking.map(({ id: _id, ...rest }) => rest), drafts, again, byHand };
    };
    // Priya is in the match herself; Omar looks after it.
    expect(await seen('withdrawn', 'Priya')).toEqual(await seen('declined', 'Priya'));
    const [declined, withdrawn] = [await seen('declined', 'Omar'), await seen('withdrawn', 'Omar')];
    expect(withdrawn.again).toEqual(declined.again);
    expect(declined.byHand[0]).toMatchObject({ ok: true, value: { reasons: [{ code: 'declined' }], cost: null } });
    expect(withdrawn.byHand).toEqual([
      { ok: true, value: { reasons: [], cost: expect.objectContaining({ unpaired: 0 }) } },
      { ok: true, value: null },
    ]);
  });

  it('made again by hand and locked, a withdrawn match stays when the rest is drafted again', async () => {
    const { steps, withdraw } = await proposed();
    const sent = await steps.proposals('sent');
    for (const match of sent) value(await withdraw(match));
    const [first] = sent;
    value(await draftByHand(process.deps, { ...steps.asked(), memberIds: first?.memberIds ?? [] }));
    const [again] = await steps.proposals('draft');
    value(await lockDraft(process.deps, { ...steps.asked(), proposalId: again?.id ?? proposalId('none'), locked: true }));
    expect((await steps.draft()).state).toBe('done');
    expect(members(await steps.proposals('draft'))).toEqual(members(first === undefined ? [] : [first]));
  });
});
