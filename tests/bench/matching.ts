import { closeSync, openSync, writeSync } from 'node:fs';
import { dayPairs } from '@coaching-pairs/shared/awayday/day';
import { feedbackPairs } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { bestAlternatives } from '@coaching-pairs/shared/matching/best-alternatives';
import { columnsOf } from '@coaching-pairs/shared/matching/columns/columns';
import { fieldOf, weightIn } from '@coaching-pairs/shared/matching/columns/field';
import { lossOf, weighed } from '@coaching-pairs/shared/matching/forcing';
import { match } from '@coaching-pairs/shared/matching/match';
import { problemOf, weightOf } from '@coaching-pairs/shared/matching/problem';
import type { Two } from '@coaching-pairs/shared/matching/rules';
import { decline, openSession } from '@coaching-pairs/shared/matching/session';
import blossom from 'edmonds-blossom-fixed';
import { inventedAwayday } from '../shared/awayday/invented-awayday.js';
import { randomFrom } from '../shared/matching/graphs.js';
import { type Large, largeOrganisation } from './large-organisation.js';

// One measurement, in a process of its own: node matching.js <what> <people> <runs>. Answers one line of JSON.

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = <T>(work: () => T): { readonly made: T; readonly ms: number } => {
  const began = cpu();
  const made = work();
  return { made, ms: cpu() - began };
};

const share = (times: readonly number[], part: number): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

const matched = ({ ids, rules }: Large) => {
  const result = match(ids, rules, { seed: 7 });
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
};

/** Everything `match` does: rules to columns, the search, the reasons, and the check over all pairs. */
const whole = (large: Large, runs: number): object => {
  const times: number[] = [];
  let last = matched(large);
  const cold = cpu();
  for (let run = 0; run < runs; run += 1) {
    const { made, ms } = timed(() => matched(large));
    times.push(ms);
    last = made;
  }
  const { primal, gap, checkedPairs } = last.certificate;
  const warm = times.length === 0 ? null : share(times, 0.5);
  return { warm, cold, value: primal, gap, checkedPairs, unmatched: last.unmatched.length, megabytes: process.memoryUsage().rss / 1e6 };
};

/** Declines of one pair after the other, each answered exactly. */
const declines = (large: Large, runs: number): object => {
  let standing = matched(large);
  const opened = openSession(standing, { participants: large.ids, kept: [], declined: [] }, large.rules, { seed: 7 });
  if (!opened.ok) throw new Error(`Refused: ${opened.error.code}`);
  const random = randomFrom(5);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [one, other] = standing.pairs[Math.floor(random() * standing.pairs.length)]?.members ?? [];
    if (one === undefined || other === undefined) continue;
    const pair: Two = [one, other];
    const { made, ms } = timed(() => decline(opened.value, pair));
    if (!made.ok) throw new Error(`Refused: ${made.error.code}`);
    times.push(ms);
    standing = made.value;
  }
  return { median: share(times, 0.5), p95: share(times, 0.95), most: Math.max(...times) };
};

/** One person fewer, left alone and in one match of three, in a warm process, and what is open then. */
const trio = ({ ids, rules }: Large): object => {
  const people = ids.slice(ids.length % 2 === 0 ? 1 : 0);
  matched({ ids: people, rules });
  const [alone, withTrio] = (['leave', 'trio'] as const).map((odd) => timed(() => match(people, rules, { seed: 7, odd })));
  if (!alone?.made.ok || !withTrio?.made.ok) throw new Error('Refused');
  return { alone: alone.ms, trio: withTrio.ms, gap: withTrio.made.value.certificate.gap };
};

/** What it costs exactly to put two people together, and the five best alternatives of a person. */
const questions = ({ ids, rules }: Large, runs: number): object => {
  const of = weighed(problemOf(ids, rules, { seed: 7 }));
  const median = (ask: (one: PersonId, other: PersonId) => unknown, count: number): number => {
    const times = ids.slice(0, count).map((one, place) => timed(() => ask(one, ids[place + Math.floor(ids.length / 3)] ?? one)).ms);
    return share(times, 0.5);
  };
  return {
    loss: median((one, other) => lossOf(of, [one, other]), runs),
    alternatives: median((one) => bestAlternatives(of, one, 5), runs),
  };
};

/** The feedback pairs of an Awayday, and ten people who do not come on the day; every time another one. */
const feedback = ({ ids }: Large, runs: number): object => {
  const [paired, repaired]: [number[], number[]] = [[], []];
  let gap = 0;
  for (let run = 0; run <= runs; run += 1) {
    const awayday = inventedAwayday(randomFrom(run), ids.length);
    const { made, ms } = timed(() => feedbackPairs(awayday));
    if (!made.ok) throw new Error(`Refused: ${made.error.code}`);
    const { groups, proof } = made.value;
    const gone = new Set(groups.slice(0, 10).flatMap((group) => group.slice(0, 1)));
    const day = timed(() => dayPairs({ ...awayday, groups, present: awayday.participants.filter((id) => !gone.has(id)) }));
    gap = Math.max(gap, proof.bound - proof.value);
    // The first is cold.
    if (run > 0) paired.push(ms);
    if (run > 0) repaired.push(day.ms);
  }
  return {
    paired: share(paired, 0.5),
    pairedMost: Math.max(...paired),
    repaired: share(repaired, 0.5),
    repairedMost: Math.max(...repaired),
    gap,
  };
};

/** The same pairs and weights given to edmonds-blossom as a list, which is not counted. */
const other = ({ ids, rules }: Large): object => {
  const field = fieldOf(problemOf(ids, rules, { seed: 7 }));
  const { base } = columnsOf(field.problem);
  const edges: [number, number, number][] = [];
  for (let one = 0; one < ids.length; one += 1) {
    for (let two = one + 1; two < ids.length; two += 1) {
      const weight = weightIn(field, one, two);
      if (weight > 0) edges.push([one, two, weight]);
    }
  }
  const { made, ms } = timed(() => blossom(edges));
  let value = 0;
  const at = (place: number) => field.problem.ids[place] ?? ids[0];
  made.forEach((partner, place) => {
    const [one, two] = [at(place), at(partner)];
    if (partner > place && one !== undefined && two !== undefined) value += weightOf(field.problem, one, two);
  });
  return { ms, value, edges: edges.length, base };
};

/** The graph of the same pairs and weights as a file, a person's pairs at a time: at 5,000 people it has twelve million lines. */
const graph = ({ ids, rules }: Large, path: string): object => {
  const field = fieldOf(problemOf(ids, rules, { seed: 7 }));
  const file = openSync(path, 'w');
  writeSync(file, `p edge ${ids.length} 0\n`);
  for (let one = 0; one < ids.length; one += 1) {
    let lines = '';
    for (let two = one + 1; two < ids.length; two += 1) {
      const weight = weightIn(field, one, two);
      if (weight > 0) lines += `e ${one + 1} ${two + 1} ${weight}\n`;
    }
    writeSync(file, lines);
  }
  closeSync(file);
  return { path };
};

const [what = 'whole', people = '1000', runs = '3', path = ''] = process.argv.slice(2);
const large = largeOrganisation(Number(people));
const ready = cpu();
const measures: Readonly<Record<string, () => object>> = {
  whole: () => whole(large, Number(runs)),
  declines: () => declines(large, Number(runs)),
  trio: () => trio(large),
  questions: () => questions(large, Number(runs)),
  feedback: () => feedback(large, Number(runs)),
  other: () => other(large),
  graph: () => graph(large, path),
};
const found = measures[what]?.() ?? { unknown: what };
process.stdout.write(`${JSON.stringify({ ready, ...found })}\n`);
