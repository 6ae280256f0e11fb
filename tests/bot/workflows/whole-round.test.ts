import { draftByHand, lockDraft, swapPeople } from '@coaching-pairs/bot/workflows/edit-board';
import { approveAndSend } from '@coaching-pairs/bot/workflows/send-proposals';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { type Store, startStore } from '../../store-harness.js';
import { invariantsHold } from './invariants.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, type Process, plainDirectory, standings, startProcess, value } from './world.js';

let store: Store;
let people: Person[];
let process: Process;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

const team = ids('Sam', 'Tom', 'Lena', 'Aisha');
beforeEach(async () => {
  people = [
    personNamed('Ruth'),
    ...['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas'].map((name) => personNamed(name, { under: 'Ruth' })),
  ];
  process = startProcess(await store.table(), plainDirectory(people));
});

const messages = async (round: Parameters<Process['deps']['rounds']['unsent']>[0]): Promise<string[]> =>
  (await process.deps.rounds.unsent(round)).map(({ kind, to }) => `${kind} ${to}`).sort();

describe('a round from its opening to its announced pairs', () => {
  it('[CP-34] four leaders: one declines, the freed are matched again, and all pairs are announced', async () => {
    const round = await allJoined(process, [...team, id('Jonas'), id('Maya')]);
    const steps = stepsOf(process, round);
    expect((await steps.draft()).report).toMatchObject({ matched: 6, gap: 0 });
    expect((await steps.send()).state).toBe('done');
    const [first, second] = await steps.proposals('sent');
    const [decliner = id(''), partner = id('')] = first?.memberIds ?? [];
    const [other = id(''), willing = id('')] = second?.memberIds ?? [];
    expect(value(await steps.accept(partner))).toBe('waiting');
    expect(value(await steps.decline(decliner))).toBe('declined');
    expect(value(await steps.decline(other))).toBe('declined');
    expect((await standings(process.deps, round)).filter((one) => one.endsWith('reworking'))).toHaveLength(4);
    expect(await messages(round)).toEqual(expect.arrayContaining([`being-reworked ${partner}`, `being-reworked ${willing}`]));
    expect(await messages(round)).not.toContain(`being-reworked ${decliner}`);
    await steps.allAccept();
    await steps.draft();
    await steps.send();
    await steps.allAccept();
    await invariantsHold(process.deps.rounds, round);
    expect((await steps.announce()).report).toEqual({ told: 6 });
    const { content, round: now } = await steps.content();
    expect([now.value.state, content.pairs.length, now.value.waves]).toEqual(['active', 3, 2]);
    expect((await messages(round)).filter((one) => one.startsWith('pairs-announced'))).toHaveLength(6);
  });

  it('[CP-30] of three every yes is needed, and one decline sets all three free', async () => {
    const round = await allJoined(process, ids('Sam', 'Tom', 'Lena'));
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    value(await steps.accept('Sam'));
    value(await steps.accept('Tom'));
    expect((await steps.content()).content.pairs).toEqual([]);
    value(await steps.decline('Lena'));
    expect(await standings(process.deps, round)).toEqual(['lena: joined reworking', 'sam: joined reworking', 'tom: joined reworking']);
    expect((await messages(round)).filter((one) => one.startsWith('being'))).toEqual(['being-reworked sam', 'being-reworked tom']);
  });

  it('[CP-33] whoever steps back with a match before them frees the other, who learns no more', async () => {
    const round = await allJoined(process, team);
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    const proposal = await steps.proposalOf(id('Sam'));
    value(await steps.sitOut('Sam'));
    const partner = proposal?.memberIds.find((one) => one !== id('Sam'));
    expect(await standings(process.deps, round)).toContain(`${partner}: joined reworking`);
    expect(await standings(process.deps, round)).toContain('sam: sitting-out none');
    await invariantsHold(process.deps.rounds, round);
  });

  it('[CP-25] drafts are sent as they were approved: what is drafted meanwhile is not', async () => {
    const round = await allJoined(process, team);
    const steps = stepsOf(process, round);
    await steps.draft();
    const [draft] = await steps.proposals('draft');
    const begun = await approveAndSend(process.deps, steps.asked());
    const [one = id(''), two = id('')] = draft?.memberIds ?? [];
    const other = (await steps.proposals('draft')).find((proposal) => proposal !== draft && !proposal.memberIds.includes(one));
    value(await swapPeople(process.deps, { ...steps.asked(), one, other: other?.memberIds[0] ?? two }));
    expect((await process.through(begun)).state).toBe('failed');
    expect(await steps.proposals('sent')).toEqual([]);
    expect(await steps.proposals('draft')).toHaveLength(2);
  });

  it('a locked draft whose person has stepped back no longer stands in the way of drafting', async () => {
    const round = await allJoined(process, [...team, id('Jonas')]);
    const steps = stepsOf(process, round);
    await steps.draft();
    const locked = (await steps.proposals('draft'))[0];
    value(await lockDraft(process.deps, { ...steps.asked(), proposalId: locked?.id ?? expect.unreachable(), locked: true }));
    value(await steps.sitOut(locked?.memberIds[0] ?? ''));
    expect((await steps.draft()).state).toBe('done');
    expect((await steps.proposals('draft')).flatMap((draft) => draft.memberIds)).not.toContain(locked?.memberIds[0]);
  });

  it('a match by hand of somebody with themselves is refused', async () => {
    const round = await allJoined(process, team);
    const steps = stepsOf(process, round);
    await steps.draft();
    for (const draft of await steps.proposals('draft'))
      for (const member of draft.memberIds)
        expect((await draftByHand(process.deps, { ...steps.asked(), memberIds: [member, member] })).ok).toBe(false);
    expect((await steps.proposals('draft')).every((draft) => draft.memberIds.length === 2)).toBe(true);
  });
});
