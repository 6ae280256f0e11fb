import type { PersonId } from '@coaching-pairs/shared/ids';
import { operationId, personId } from '@coaching-pairs/shared/ids';
import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percentile } from '../faults/fleet/arrivals.js';
import { type Fleet, openFleet, until } from '../faults/fleet/fleet.js';
import { processorSeconds, told } from '../faults/fleet/summary.js';

/** Three hundred, unless fewer are asked for: `PHONES=30 npm run bench:choosing`. */
const phones = Number(process.env['PHONES'] ?? 300);
const pairsFormed = Math.min(20, Math.floor(phones / 2));
/** Rows of people in one batch. */
const perBatch = 45;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders: phones });
  await opensBoard(fleet);
}, 600_000);
afterAll(() => fleet?.close());

/** Everybody of the crowd has joined, and the board is open. */
const opensBoard = async ({ crowd }: Fleet): Promise<void> => {
  const { rounds } = crowd.process.deps;
  const all = (await rounds.everything(crowd.round)) ?? expect.unreachable();
  const value = { ...all.round.value, mode: 'open-choice' as const, state: 'choosing' as const, topId: personId('ruth') };
  const about = { roundId: crowd.round, audit: [] };
  await rounds.commit({ ...about, opId: operationId('opens-board'), round: { value, etag: all.round.etag }, board: 'everybody' });
  for (let from = 0; from < all.participants.length; from += perBatch) {
    const participants = all.participants
      .slice(from, from + perBatch)
      .map(({ value: one, etag }) => ({ value: { ...one, answer: 'joined' as const, disclosureVersion: 1 }, etag }));
    expect(await rounds.commit({ ...about, opId: operationId(`joins-board-${from}`), participants })).toBe('committed');
  }
};

/** Somebody's phone at a process: it fetches the board, waits for news, and notes when each pair came. */
const phoneOf = (origin: string, round: string, token: string) => {
  const seen: number[] = [];
  let on = true;
  const call = async (path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${origin}${path.replace('{roundId}', round)}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const shows = (board: ChoosingBoard): ChoosingBoard => {
    while (seen.length < board.pairs.length) seen.push(performance.now());
    return board;
  };
  const look = async (): Promise<ChoosingBoard> => shows(routes.choosingBoard.answer.parse(await call(routes.choosingBoard.path)));
  const lives = async (): Promise<void> => {
    for (let { version } = await look(); on; ) {
      const news = routes.choosingNews.answer.parse(await call(`${routes.choosingNews.path}?q=${version}`));
      if (news.board === null) await new Promise((resolve) => setTimeout(resolve, 500));
      else version = shows(news.board).version;
    }
  };
  const hangsUp = (): void => {
    on = false;
  };
  return { seen, call, look, lives, hangsUp };
};

describe('so many phones in one room', () => {
  it('read of a pair', { timeout: 600_000 }, async () => {
    const { tenant, people, crowd } = fleet;
    const one = await fleet.start('one');
    const all = await Promise.all(
      people.map(async (id: PersonId) => phoneOf(one.origin, crowd.round, await tenant.trust.issueTabToken(id))),
    );
    const lives = Promise.all(all.map(({ lives: live }) => live()));
    const before = await processorSeconds(one.processId);
    const begun = performance.now();
    const [each, last]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < pairsFormed; pair += 1) {
      const [asker, nominee] = [all[2 * pair] ?? expect.unreachable(), all[2 * pair + 1] ?? expect.unreachable()];
      const opId = () => crypto.randomUUID();
      await asker.call(routes.askPartner.path, { opId: opId(), personId: people[2 * pair + 1] });
      const [question] = (await nominee.look()).questions;
      const path = routes.answerAsk.path.replace('{proposalId}', question?.proposalId ?? '');
      const said = performance.now();
      await nominee.call(path, { opId: opId(), answer: 'accept' });
      await until('Every phone', () => all.every(({ seen }) => seen.length > pair));
      const took = all.map(({ seen }) => (seen[pair] ?? Number.NaN) - said);
      each.push(...took);
      last.push(Math.max(...took));
    }
    const spent = (await processorSeconds(one.processId)) - before;
    const seconds = (performance.now() - begun) / 1_000;
    const shown = (times: readonly number[]) => [0.5, 0.99, 1].map((part) => Math.round(percentile(times, part))).join(', ');
    told(
      `${phones} phones, ${pairsFormed} pairs one after the other: a phone reads of a pair after ${shown(each)} ms (p50, p99, slowest), ` +
        `the last of them after ${shown(last)} ms; ${spent.toFixed(1)} processor seconds of the product in ${seconds.toFixed(0)} s`,
    );
    for (const { hangsUp } of all) hangsUp();
    await lives;
    one.signal('SIGTERM');
    await one.ended;
  });
});
