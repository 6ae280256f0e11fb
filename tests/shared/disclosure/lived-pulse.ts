import { type PersonId, personId, plainDate } from '@coaching-pairs/shared/ids';
import { isPulseDue, isPulseOpen, openPulse } from '@coaching-pairs/shared/pulse/opening';
import {
  countAnswers,
  fewestAnswers,
  noAnswers,
  type PulseAnswers,
  type PulseQuestion,
  type PulseResult,
  pulseQuestions,
  resultOf,
} from '@coaching-pairs/shared/pulse/pulse';
import { closeRound } from '@coaching-pairs/shared/round/moves';
import type { Round } from '@coaching-pairs/shared/round/round';
import { instantOfLocal } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { expect } from 'vitest';
import { randomFrom } from '../matching/graphs.js';
import { minute, roundsFor, value } from '../round/people.js';
import { type Attack, type Deduced, deduce } from './attacker.js';

/** What is published of a pulse whenever somebody looks; the product's own way, or a worse one to try the attacker on. */
export type Publisher = (state: { readonly round: Round; readonly live: PulseResult | null }) => PulseResult | null;
/** As it stands in the round. */
export const published: Publisher = ({ round }) => round.pulse?.result ?? null;

const moves = ['answer', 'again', 'day', 'settle', 'open-again', 'close'] as const;
type Move = (typeof moves)[number];
/** Somebody looks after each. Most of what happens is that people answer. */
const steps: readonly Move[] = [...moves, ...Array.from({ length: 14 }, (): Move => 'answer')];

/** An organisation of 3 to 400 who take part, how inclined they are to say yes, and what happens in which order. */
export const someLife = fc.record({
  joined: fc.oneof(fc.integer({ min: 3, max: 30 }), fc.integer({ min: 3, max: 400 })),
  inclined: fc.array(fc.constantFrom(0, 0.1, 0.4, 0.6, 0.9, 1), { minLength: 4, maxLength: 4 }),
  seed: fc.nat(),
  /** How many answer before anything else happens. */
  rush: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })),
  steps: fc.array(fc.record({ what: fc.constantFrom(...steps), who: fc.nat({ max: 399 }) }), { maxLength: 40, size: 'max' }),
});
export type Life = typeof someLife extends fc.Arbitrary<infer Some> ? Some : never;

const { active } = roundsFor();
const until = plainDate('2026-11-24');
const noTaps: PulseAnswers = { supported: false, strengths: false, impact: false, trust: false };
const idOf = (who: number): PersonId => personId(`p${String(who).padStart(3, '0')}`);

/** What everybody says, as often yes as they are inclined to. */
const answersIn = ({ inclined, seed, joined }: Life): readonly PulseAnswers[] => {
  const random = randomFrom(seed);
  const yes = (at: number): boolean => random() < (inclined[at] ?? 0);
  return Array.from({ length: joined }, () => ({ supported: yes(0), strengths: yes(1), impact: yes(2), trust: yes(3) }));
};

/** What a pulse has published by the end, read again and again meanwhile, and who had been counted when it was. */
export const liveThrough = (life: Life, publisher: Publisher) => {
  let day = 20;
  let tally = noAnswers;
  const counted: number[] = [];
  const all = answersIn(life);
  const said = (who: number): PulseAnswers => all[who] ?? noTaps;
  const reads: { readonly result: PulseResult; readonly counted: readonly number[] }[] = [];
  const now = () => instantOfLocal(`2026-11-${day}T09:00`, 'UTC');
  const opened = openPulse(active, { until, joined: life.joined, at: minute(0) });
  let round = opened.ok ? opened.value : active;
  const read = (): void => {
    const result = publisher({ round, live: round.pulse === null ? null : (round.pulse.result ?? resultOf(tally, fewestAnswers)) });
    if (result !== null) reads.push({ result, counted: [...counted] });
  };
  const answer = (who: number): void => {
    if (!isPulseOpen(round, now()) || who >= life.joined) return;
    const next = countAnswers(tally, idOf(who), said(who));
    if (next.ok) counted.push(who);
    tally = next.ok ? next.value : tally;
  };
  const settle = (): void => {
    if (round.pulse === null || !isPulseDue(round, now())) return;
    round = { ...round, pulse: { ...round.pulse, result: resultOf(tally, round.pulse.fewest) } };
    tally = noAnswers;
  };
  const makes: Readonly<Record<Move, (who: number) => void>> = {
    answer,
    again: (who) => [answer(who), answer(who)],
    day: () => {
      day = Math.min(day + 1, 30);
    },
    settle,
    'open-again': () => {
      const again = openPulse(round, { until: plainDate('2026-12-11'), joined: life.joined, at: now() });
      if (again.ok) round = again.value;
    },
    close: () => {
      round = round.state === 'closed' ? round : value(closeRound(round, 0, now()));
    },
  };
  for (let who = 0; who < Math.min(life.rush, life.joined); who += 1) answer(who);
  for (const { what, who } of life.steps) {
    makes[what](who);
    read();
  }
  day = 30;
  settle();
  read();
  return { reads, counted, said };
};

const shareIn = (result: PulseResult, question: PulseQuestion): string =>
  result.kind === 'shown' ? JSON.stringify(result.shares[question]) : result.kind;

const sharesKnown = new Map<number, readonly string[]>();
/** What is told of each number of yes among so many answers; worked out once. */
const sharesOf = (answers: number): readonly string[] => {
  const told = (yes: number) =>
    shareIn(resultOf({ answers, yes: { supported: yes, strengths: yes, impact: yes, trust: yes }, spent: [] }, fewestAnswers), 'trust');
  const shares = sharesKnown.get(answers) ?? Array.from({ length: answers + 1 }, (_none, yes) => told(yes));
  sharesKnown.set(answers, shares);
  return shares;
};

/** From how many yes something published of one question may come: whoever attacks knows how it is made. */
const fitsOf = (result: PulseResult, question: PulseQuestion, answers: number) => {
  const [seen, shares] = [shareIn(result, question), sharesOf(answers)];
  return (yes: number): boolean => shares[yes] === seen;
};

/** Those who put together what they said: nobody, one, or two, of each kind there is. */
const coalitions = (counted: readonly number[], yes: (who: number) => boolean): readonly (readonly number[])[] => {
  const [yeses, noes] = [counted.filter(yes), counted.filter((who) => !yes(who))];
  const two = [yeses.slice(0, 2), noes.slice(0, 2), [...yeses.slice(0, 1), ...noes.slice(0, 1)]];
  return [[], yeses.slice(0, 1), noes.slice(0, 1), ...two.filter((some) => some.length === 2)];
};

/**
 * What anybody, alone or with one other, can work out of all that was ever published: they know who has answered and when, and how
 * numbers are made. Each question stands for itself, as nothing published joins two.
 */
export const workedOut = ({ reads, counted, said }: ReturnType<typeof liveThrough>, most = 3): readonly Deduced[] => {
  const distinct = reads
    .filter(({ result }, at) => at === 0 || JSON.stringify(reads[at - 1]?.result) !== JSON.stringify(result))
    .slice(-most);
  return pulseQuestions.flatMap((question) =>
    coalitions(counted, (who) => said(who)[question]).map((together) => {
      const attack: Attack = {
        cuts: distinct.map((read) => ({ people: read.counted, fits: fitsOf(read.result, question, read.counted.length) })),
        known: new Map(together.map((who) => [who, said(who)[question]])),
        threshold: 5,
      };
      return deduce(attack);
    }),
  );
};

/** Lives through so many invented organisations, each with its own sequence of acts and looks. */
export const expectNothingWorkedOut = (organisations: number, seed?: number): void =>
  fc.assert(
    fc.property(someLife, (life) => {
      const lived = liveThrough(life, published);
      for (const { answers, groups } of workedOut(lived)) expect([[...answers], groups]).toEqual([[], []]);
    }),
    { numRuns: organisations, ...(seed !== undefined && { seed }) },
  );
