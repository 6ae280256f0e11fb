import { expect } from 'vitest';
import type { Sandbox } from '../sandbox.js';
import { each } from './ask.js';
import { type Cast, type Kind, kinds, playThroughKills, receivedBy } from './killed-round.js';
import { expectKept, killingOf } from './killing.js';
import type { Round } from './round.js';

/** What came of it, for the record: docs/faults.md. */
export type Figures = {
  readonly kills: number;
  readonly rounds: number;
  readonly answers: number;
  readonly messages: number;
  /** Second copies of messages that are worth one (class A, R-06). */
  readonly copies: number;
  /** Messages that are rather not sent than sent twice (class B), whose fate a kill left unknown. */
  readonly withheld: number;
  readonly seconds: number;
};

/** Rather two than none: the invitation, the proposal and the pair. The others rather none than two. */
const worthACopy: readonly Kind[] = ['invitation', 'proposal', 'pair-formed'];

const expectMessages = async (sandbox: Sandbox, name: string, people: readonly string[], asked: readonly string[]) => {
  const figures = { messages: 0, copies: 0, withheld: 0 };
  let formed = 0;
  await each(people, 3, async (id) => {
    const received = await receivedBy(sandbox.as(id), name);
    for (const kind of kinds) {
      const [count, most] = [received[kind], worthACopy.includes(kind) ? 2 : 1];
      expect(count, `${id}: ${kind} of ${name}`).toBeLessThanOrEqual(most);
      figures.messages += count;
      figures.copies += Math.max(0, count - 1);
    }
    expect(received.invitation, `${id}: invitation of ${name}`).toBeGreaterThanOrEqual(1);
    if (asked.includes(id)) expect(received.proposal, `${id}: proposal of ${name}`).toBeGreaterThanOrEqual(1);
    formed += Math.min(1, received['pair-formed']);
    figures.withheld += [received['kick-off'], received['pairs-announced']].filter((count) => count === 0).length;
  });
  // Whoever said yes first is told that the pair is formed; the other reads it on the card that was clicked.
  expect(formed, `pairs told in ${name}`).toBeGreaterThanOrEqual(Math.floor(asked.length / 3));
  return figures;
};

/**
 * Plays rounds one after the other on the same data until the product has been killed so often, and looks after each kill
 * and at the end that everything acknowledged still stands, once, and that everybody was told what they were to be told.
 */
export const playUntilKilled = async (sandbox: Sandbox, cast: Cast, kills: number): Promise<Figures> => {
  const startedAt = performance.now();
  let current: Round | undefined;
  const killing = killingOf(sandbox, { kills, shortestMs: 300, longestMs: 4_000 }, () => current);
  const played: Awaited<ReturnType<typeof playThroughKills>>[] = [];
  const names: string[] = [];
  const tell = (round: Round): void => {
    current = round;
  };
  do {
    const name = `Round ${names.length + 1}`;
    names.push(name);
    played.push(await playThroughKills(sandbox, cast, name, killing, tell));
  } while (killing.kills() < kills);
  await killing.ends();
  const totals = { messages: 0, copies: 0, withheld: 0 };
  for (const [index, { round, people, asked }] of played.entries()) {
    await expectKept(round, { joined: new Set(people), accepted: new Set(asked) });
    const counted = await expectMessages(sandbox, names[index] ?? '', people, asked);
    for (const key of ['messages', 'copies', 'withheld'] as const) totals[key] += counted[key];
  }
  const answers = played.reduce((sum, { people, asked }) => sum + people.length + asked.length, 0);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = { kills: killing.kills(), rounds: played.length, answers, ...totals, seconds };
  console.info(
    `${figures.kills} kills in ${figures.rounds} rounds and ${seconds} s: ${answers} acknowledged answers, none lost, none doubled; ` +
      `${figures.messages} messages, ${figures.copies} second copies (class A), ${figures.withheld} withheld (class B)`,
  );
  return figures;
};
