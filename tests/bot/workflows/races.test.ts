import { answerProposal } from '@coaching-pairs/bot/workflows/answer-proposal';
import { inviteEverybody } from '@coaching-pairs/bot/workflows/invite';
import { type PersonId, proposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { draftProposal, sendProposal } from '@coaching-pairs/shared/round/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { type Store, startStore } from '../../store-harness.js';
import { mortal } from '../delivery/delivery-harness.js';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { id, newOp, type Process, plainDirectory, startProcess, value } from './world.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

const leaders = Array.from({ length: 12 }, (_, index) => `Leader${index}`);
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...leaders].map((name) => personNamed(name, { under: 'Ruth' }))];
const nobody = { opener: false } as const;

/** Beside each sent match one that crosses it, as no draft would: the same people before two open matches at once. */
const crossed = async ({ deps }: Process, round: RoundId): Promise<void> => {
  const sent = await stepsOf({ deps } as Process, round).proposals('sent');
  for (const [index, proposal] of sent.entries()) {
    const [one = id(''), other = id('')] = [proposal.memberIds[0], sent[(index + 1) % sent.length]?.memberIds[1]];
    const draft = draftProposal(proposalId(`crossing-${index}`), [one, other], [], { locked: false, byHand: true });
    const crossing = value(sendProposal(draft, 1, deps.clock.now()));
    await deps.rounds.commit({ roundId: round, opId: newOp(), proposals: [{ value: crossing, etag: null }], audit: [] });
  }
};

describe('many at once', () => {
  it('[R-12] forty accepts, declines and steps back at the same moment: nobody is in two pairs, every answer finds one truth', async () => {
    const process = startProcess(await store.table(), plainDirectory(people));
    const other = startProcess(process.table, plainDirectory(people), process.clock, 'two');
    const round = await allJoined(process, leaders.map(id));
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    const sent = await steps.proposals('sent');
    const acts = sent.flatMap((proposal, index) =>
      proposal.memberIds.flatMap((personId, place) => {
        const said = (answer: 'accept' | 'decline', deps: Process['deps']) =>
          answerProposal(deps, {
            roundId: round,
            proposalId: proposal.id,
            opId: newOp(),
            actor: { personId, name: '', ...nobody },
            answer,
          });
        const doubt = index % 3 === 0 && place === 0;
        return [
          () => said('accept', process.deps),
          () => said('accept', other.deps),
          ...(doubt ? [() => said('decline', other.deps), () => stepsOf(other, round).sitOut(personId)] : []),
          ...(index % 3 === 1 && place === 1 ? [() => steps.sitOut(personId), () => said('decline', process.deps)] : []),
        ];
      }),
    );
    expect(acts.length).toBeGreaterThanOrEqual(32);
    await Promise.all([...acts, ...acts.slice(0, 40 - acts.length)].map((act) => act()));
    await invariantsHold(process.deps.rounds, round);
    const { content } = await steps.content();
    expect(content.pairs.length).toBeGreaterThanOrEqual(sent.filter((_, index) => index % 3 === 2).length);
    const formed = (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'pair-formed');
    expect(formed).toHaveLength(content.pairs.length);
  });

  it('[R-12] of matches that cross, which no draft makes, a person still ends in one pair at most', async () => {
    const process = startProcess(await store.table(), plainDirectory(people));
    const round = await allJoined(process, leaders.map(id));
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    await crossed(process, round);
    const sent = await steps.proposals('sent');
    const accept = (proposal: (typeof sent)[number], personId: PersonId) =>
      answerProposal(process.deps, {
        roundId: round,
        proposalId: proposal.id,
        opId: newOp(),
        actor: { personId, name: '', ...nobody },
        answer: 'accept',
      });
    await Promise.all(sent.flatMap((proposal) => proposal.memberIds.map((personId) => accept(proposal, personId))));
    const { pairs, participants } = (await steps.content()).content;
    const inPairs = pairs.flatMap((pair) => pair.memberIds);
    expect(new Set(inPairs).size).toBe(inPairs.length);
    for (const pair of pairs)
      for (const member of pair.memberIds)
        expect(participants.find((one) => one.personId === member)?.match).toMatchObject({ kind: 'paired', pairId: pair.id });
    expect(pairs).toHaveLength(6);
  });
});

describe('answers that arrive while the invitations are still going out', () => {
  it('[R-13] after an interruption nobody is left out and nobody is told twice', async () => {
    const many = Array.from({ length: 130 }, (_, index) => `Leader${String(index).padStart(3, '0')}`);
    const everybody = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...many].map((name) => personNamed(name, { under: 'Ruth' }))];
    const table = memoryTable();
    const process = startProcess(table, plainDirectory(everybody));
    const round = await kickedOff(process, many.map(id));
    const life = { dead: false };
    const dying: typeof table = {
      ...table,
      commit: async (batch) => {
        const done = await table.commit(batch);
        // The process ends once the first forty are written.
        if (batch.writes.some(({ key }) => key.startsWith('out~'))) life.dead = true;
        return done;
      },
    };
    const first = startProcess(mortal(dying, life), plainDirectory(everybody), process.clock);
    const steps = stepsOf(process, round);
    const asked = steps.asked();
    value(await inviteEverybody(process.deps, asked));
    void first.runWorks();
    await expect.poll(() => life.dead).toBe(true);
    const told = new Set((await process.deps.rounds.unsent(round)).map(({ kind, to }) => `${kind} ${to}`));
    for (const name of many.slice(0, 10)) if (told.has(`invitation ${id(name)}`)) value(await steps.join(name));
    await process.runWorks();
    const invited = (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'invitation').map(({ to }) => to);
    expect(invited.sort()).toEqual(many.map(id).sort());
  });
});
