import { newMessage } from '@coaching-pairs/bot/ports/outbox';
import type { Fault } from '@coaching-pairs/local/connector/faults';
import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byPerson } from './fleet/arrivals.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const refused = (status: number, code: string): Fault => ({ kind: 'refused', status, code });
/** Refusals for good; after some of them the app may be gone and is given once more, which is a second try. */
const forGood: readonly (readonly [Fault, number])[] = [
  [refused(403, 'ConversationBlockedByUser'), 1],
  [refused(403, 'MessageWritesBlocked'), 1],
  [refused(403, 'BotDisabledByAdmin'), 1],
  [refused(403, 'SomethingNew'), 1],
  [refused(403, 'BotNotInConversationRoster'), 2],
  [refused(404, 'ConversationNotFound'), 2],
  [refused(400, 'BadSyntax'), 1],
  [refused(413, 'MessageSizeTooBig'), 1],
];
/** Answers after which nobody knows whether it arrived; here it always did. */
const inDoubt: readonly Fault[] = [
  ...[408, 500, 502, 503, 504].map((status): Fault => ({ kind: 'accepted-then-failed', status })),
  { kind: 'accepted-then-cut' },
];
const leaders = forGood.length + 2 * inDoubt.length;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 300_000);
afterAll(() => fleet?.close());

const minute = 60_000;

describe('each answer of the connector once, through the whole process', () => {
  it('[R-06] [R-07] is followed by as many copies as its class allows, and by none once it is refused for good', {
    timeout: 600_000,
  }, async () => {
    const { tenant, crowd } = fleet;
    const [refusedOnes, rest] = [fleet.people.slice(0, forGood.length), fleet.people.slice(forGood.length)];
    const [twiceOnes, onceOnes] = [rest.slice(0, inDoubt.length), rest.slice(inDoubt.length)];
    const meets = new Map<string, Fault>([
      ...refusedOnes.map((one, place): [string, Fault] => [one, forGood[place]?.[0] ?? expect.unreachable()]),
      ...[...twiceOnes, ...onceOnes].map((one, place): [string, Fault] => [one, inDoubt[place % inDoubt.length] ?? expect.unreachable()]),
    ]);
    tenant.meets((to) => meets.get(to));
    await fleet.tell([...refusedOnes, ...twiceOnes]);
    const rather = (to: PersonId) =>
      newMessage({
        ...{ roundId: crowd.round, to, kind: 'invitation', dueAt: crowd.process.deps.clock.now() },
        ...{ opId: operationId('rather-none'), class: 'B', wantedIf: 'unanswered' },
      });
    const { commit, unreachable } = crowd.process.deps.rounds;
    await commit({ roundId: crowd.round, opId: operationId('rather-none'), outbox: onceOnes.map(rather), audit: [] });
    const { origin } = await fleet.start('one');
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0);
    const came = byPerson(tenant.arrivals);
    const triesOf = (one: string): number => came.get(one)?.length ?? 0;
    for (const [place, [fault, most]] of forGood.entries()) {
      expect([fault, triesOf(refusedOnes[place] ?? '') <= most]).toEqual([fault, true]);
    }
    expect(twiceOnes.map(triesOf)).toEqual(twiceOnes.map(() => 3));
    for (const one of twiceOnes) {
      const times = (came.get(one) ?? []).map(({ at }) => at);
      expect(times.slice(1).every((at, place) => at - (times[place] ?? at) >= minute)).toBe(true);
    }
    expect(onceOnes.map(triesOf)).toEqual(onceOnes.map(() => 1));
    const dead = await fleet.dead();
    expect(dead).toHaveLength(leaders);
    expect(dead.filter(({ reason }) => reason === 'perhaps-delivered').map(({ possibleDuplicate }) => possibleDuplicate)).toEqual(
      [...twiceOnes, ...onceOnes].map(() => true),
    );
    const shown = (await unreachable(crowd.round)).map(({ personId }) => personId).sort();
    expect(shown).toEqual(refusedOnes.slice(0, 6).sort());
    // Whoever blocked the bot and is heard from again gets what waited.
    const [blocked = expect.unreachable()] = refusedOnes;
    meets.delete(blocked);
    expect((await tenant.joins(origin, blocked)).status).toBeLessThan(300);
    await until('What waited', () => tenant.arrivals.some(({ to, met }) => to === blocked && met === undefined));
    told(`${forGood.length} refusals for good, ${inDoubt.length} answers in doubt, each for both classes: ${tenant.arrivals.length} tries`);
  });
});
