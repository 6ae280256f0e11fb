import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepsOf } from '../bot/workflows/steps.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const copiesOfEach = 50;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders: 4 });
}, 300_000);
afterAll(() => fleet?.close());

describe('a click that Teams delivers fifty times at once, each under a new activity id, to two processes', () => {
  it('[R-10] has one effect, and the same answer every time', { timeout: 300_000 }, async () => {
    const { tenant, people, crowd } = fleet;
    const { deps } = crowd.process;
    const processes = [await fleet.start('one'), await fleet.start('two')];
    const clicked = async (who: string, verb: string, data: object): Promise<void> => {
      const answers = await Promise.all(
        Array.from({ length: copiesOfEach }, (_, place) => tenant.clicks(processes[place % 2]?.origin ?? '', who, verb, data)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size, verb).toBe(1);
    };
    const audited = async (action: string): Promise<number> =>
      (await deps.rounds.audit(crowd.round)).filter((entry) => entry.action === action).length;
    for (const who of people) await clicked(who, 'join', { roundId: crowd.round, disclosureVersion: 1 });
    expect(await audited('answer.joined')).toBe(people.length);
    const steps = stepsOf(crowd.process, crowd.round);
    await steps.draft();
    await steps.send();
    const [match = expect.unreachable()] = await steps.proposals('sent');
    const data = { roundId: crowd.round, proposalId: match.id };
    for (const who of match.memberIds) await clicked(who, 'acceptProposal', data);
    expect(await audited('proposal.answer')).toBe(match.memberIds.length);
    const { content } = await steps.content();
    expect(content.pairs).toHaveLength(1);
    const [first = expect.unreachable()] = match.memberIds;
    const news = async () => (await deps.rounds.messages(crowd.round)).filter(({ kind }) => kind === 'pair-formed');
    expect((await news()).map(({ to }) => to)).toEqual([first]);
    await until('The news', async () => (await news()).every(({ state }) => state === 'sent'));
    told(`${people.length + 2} clicks, each ${copiesOfEach} times over 2 processes: one effect, one answer and one message each`);
  });
});
