import { setTimeout as pause } from 'node:timers/promises';
import type { ProductProcess } from './children.js';
import type { Fleet } from './fleet.js';

type Given = 'joined' | 'sitting-out';

const isReady = async ({ origin }: ProductProcess): Promise<boolean> =>
  fetch(`${origin}/ready`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/**
 * Leaders who join and sit out in turn, all the time: on the card and in the tab, with real tokens, where a load balancer would send
 * them. `cut` counts calls that a process took along as it was killed; whoever made one makes it again elsewhere, as Teams does.
 */
export const answering = ({ tenant, people, crowd }: Pick<Fleet, 'tenant' | 'people' | 'crowd'>, serving: ReadonlySet<ProductProcess>) => {
  const last = new Map<string, Given>();
  const seen = { answers: 0, cut: 0, failed: [] as string[], by: new Map<string, number>() };
  let over = false;
  const clicks = async (origin: string, who: string, given: Given): Promise<string> => {
    const data = { roundId: crowd.round, disclosureVersion: 1 };
    const { status, body } = await tenant.clicks(origin, who, given === 'joined' ? 'join' : 'sitOut', data);
    // The sandbox says so where the process did not answer at all.
    if (status === 502) throw new Error('No answer to a click.');
    return status === 200 ? '' : `${status} ${JSON.stringify(body)}`;
  };
  const calls = async (origin: string, who: string, given: Given, opId: string): Promise<string> => {
    const headers = { authorization: `Bearer ${await tenant.trust.issueTabToken(who)}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ opId, answer: given, disclosureVersion: 1 });
    const response = await fetch(`${origin}/api/rounds/${crowd.round}/answer`, { method: 'POST', headers, body });
    const text = await response.text();
    return response.status === 200 ? '' : `${response.status} ${text}`;
  };
  const answerOnce = async (who: string, given: Given, turn: number, opId: string): Promise<boolean> => {
    const found = await Promise.all([...serving].map(async (one) => ((await isReady(one)) ? one : null)));
    const ready = found.filter((one) => one !== null);
    const one = ready[turn % Math.max(1, ready.length)];
    if (one === undefined) return false;
    try {
      const fault = await (turn % 2 === 0 ? clicks(one.origin, who, given) : calls(one.origin, who, given, opId));
      if (fault !== '') seen.failed.push(fault);
      seen.by.set(one.origin, (seen.by.get(one.origin) ?? 0) + 1);
      return true;
    } catch (cause) {
      // Nobody answered. Right for a process that was killed, and for no other.
      if (serving.has(one)) seen.failed.push(String(cause));
      else seen.cut += 1;
      return false;
    }
  };
  const leader = async (who: string, place: number): Promise<void> => {
    for (let turn = place; !over; turn += 1) {
      const given: Given = last.get(who) === 'joined' ? 'sitting-out' : 'joined';
      const opId = `answer-${crypto.randomUUID()}`;
      while (!(await answerOnce(who, given, turn, opId))) await pause(50);
      last.set(who, given);
      seen.answers += 1;
      await pause(200);
    }
  };
  const all = Promise.all(people.map(leader));
  return {
    seen,
    last,
    end: async (): Promise<void> => {
      over = true;
      await all;
    },
  };
};
