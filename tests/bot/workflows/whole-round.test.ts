import { draftByHand, lockDraft, swapPeople, takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import { type PersonId, proposalId } from '@coaching-pairs/shared/ids';
import { draftProposal } from '@coaching-pairs/shared/round/proposal';
import { describe, expect, it } from 'vitest';
import { invariantsHold } from './invariants.js';
import { smallHouse, team } from './small-house.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, newOp, standings, value } from './world.js';

const house = smallHouse();

describe('a round from its opening to its announced pairs', () => {
  it('[CP-34] four leaders: one declines, the freed are matched again, and all pairs are announced', async () => {
    const round = await allJoined(house.process, [...team, id('Jonas'), id('Maya')]);
    const steps = stepsOf(house.process, round);
    expect((await steps.draft()).report).toMatchObject({ matched: 6, gap: 0 });
    expect((await steps.send()).state).toBe('done');
    const [first, second] = await steps.proposals('sent');
    const [decliner = id(''), partner = id('')] = first?.memberIds ?? [];
    const [other = id(''), willing = id('')] = second?.memberIds ?? [];
    expect(value(await steps.accept(partner))).toBe('waiting');
    expect(value(await steps.decline(decliner))).toBe('declined');
    expect(value(await steps.decline(other))).toBe('declined');
    expect((await standings(house.process.deps, round)).filter((one) => one.endsWith('reworking'))).toHaveLength(4);
    expect(await house.messages(round)).toEqual(expect.arrayContaining([`being-reworked ${partner}`, `being-reworked ${willing}`]));
    expect(await house.messages(round)).not.toContain(`being-reworked ${decliner}`);
    await steps.allAccept();
    await steps.draft();
    await steps.send();
    await steps.allAccept();
    await invariantsHold(house.process.deps.rounds, round);
    expect((await steps.announce()).report).toEqual({ told: 6 });
    const { content, round: now } = await steps.content();
    expect([now.value.state, content.pairs.length, now.value.waves]).toEqual(['active', 3, 2]);
    expect((await house.messages(round)).filter((one) => one.startsWith('pairs-announced'))).toHaveLength(6);
  });

  it('[CP-30] of three every yes is needed, and one decline sets all three free', async () => {
    const round = await allJoined(house.process, ids('Sam', 'Tom', 'Lena'));
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    value(await steps.accept('Sam'));
    value(await steps.accept('Tom'));
    expect((await steps.content()).content.pairs).toEqual([]);
    value(await steps.decline('Lena'));
    expect(await standings(house.process.deps, round)).toEqual([
      'lena: joined reworking',
      'sam: joined reworking',
      'tom: joined reworking',
    ]);
    expect((await house.messages(round)).filter((one) => one.startsWith('being'))).toEqual(['being-reworked sam', 'being-reworked tom']);
  });

  it('[CP-33] whoever steps back with a match before them frees the other, who learns no more', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    await steps.send();
    const proposal = await steps.proposalOf(id('Sam'));
    value(await steps.sitOut('Sam'));
    const partner = proposal?.memberIds.find((one) => one !== id('Sam'));
    expect(await standings(house.process.deps, round)).toContain(`${partner}: joined reworking`);
    expect(await standings(house.process.deps, round)).toContain('sam: sitting-out none');
    await invariantsHold(house.process.deps.rounds, round);
  });

  it('[CP-25] drafts are sent as they were approved: the board holds still meanwhile, and nothing else goes out', async () => {
    const round = await allJoined(house.process, [...team, id('Jonas'), id('Maya')]);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    const [first, second] = await steps.proposals('draft');
    if (first === undefined || second === undefined) return expect.unreachable();
    value(await takeDraftApart(house.process.deps, { ...steps.asked(), proposalId: first.id }));
    const begun = await approveAndSend(house.process.deps, steps.asked());
    const swap = { one: second.memberIds[0] ?? id(''), other: first.memberIds[0] ?? id('') };
    expect(await swapPeople(house.process.deps, { ...steps.asked(), ...swap })).toEqual({ ok: false, error: { code: 'work-running' } });
    const stray = draftProposal(proposalId('stray'), first.memberIds, [], { locked: false, byHand: true });
    await house.process.deps.rounds.commit({ roundId: round, opId: newOp(), proposals: [{ value: stray, etag: null }], audit: [] });
    expect((await house.process.through(begun)).state).toBe('done');
    expect(await steps.proposals('sent')).toHaveLength(2);
    expect(await steps.proposals('draft')).toEqual([stray]);
  });

  it('[R-12] of two matches drafted by hand at the same moment with one person in both, one is refused', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    for (const draft of await steps.proposals('draft'))
      value(await takeDraftApart(house.process.deps, { ...steps.asked(), proposalId: draft.id }));
    const byHand = (...memberIds: PersonId[]) => draftByHand(house.process.deps, { ...steps.asked(), memberIds });
    const made = await Promise.all([byHand(...ids('Sam', 'Tom')), byHand(...ids('Sam', 'Lena')), byHand(...ids('Sam', 'Aisha'))]);
    expect(made.filter((one) => one.ok)).toHaveLength(1);
    for (const one of made) if (!one.ok) expect(one.error).toEqual({ code: 'not-free', personIds: ids('Sam') });
    expect(await steps.proposals('draft')).toHaveLength(1);
  });

  it('a locked draft whose person has stepped back no longer stands in the way of drafting', async () => {
    const round = await allJoined(house.process, [...team, id('Jonas')]);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    const locked = (await steps.proposals('draft'))[0];
    value(await lockDraft(house.process.deps, { ...steps.asked(), proposalId: locked?.id ?? expect.unreachable(), locked: true }));
    value(await steps.sitOut(locked?.memberIds[0] ?? ''));
    expect((await steps.draft()).state).toBe('done');
    expect((await steps.proposals('draft')).flatMap((draft) => draft.memberIds)).not.toContain(locked?.memberIds[0]);
  });

  it('a match by hand of somebody with themselves is refused', async () => {
    const round = await allJoined(house.process, team);
    const steps = stepsOf(house.process, round);
    await steps.draft();
    for (const draft of await steps.proposals('draft'))
      for (const member of draft.memberIds)
        expect((await draftByHand(house.process.deps, { ...steps.asked(), memberIds: [member, member] })).ok).toBe(false);
    expect((await steps.proposals('draft')).every((draft) => draft.memberIds.length === 2)).toBe(true);
  });
});
