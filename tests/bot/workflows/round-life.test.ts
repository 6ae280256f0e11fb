import type { RoundId } from '@coaching-pairs/shared/ids';
import { freeToMatch } from '@coaching-pairs/shared/round/standing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { id, type Process, plainDirectory, startProcess } from './world.js';

const names = ['Aisha', 'Ben', 'Chloe', 'Dev', 'Ella', 'Femi', 'Grace'] as const;
const functions = ['Sales', 'Legal', 'Sales', 'Tech', 'Tech', 'Finance', 'Legal'] as const;
const people = [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' })),
  ...names.map((name, index) => personNamed(name, { under: index > 4 ? 'Aisha' : 'Ruth', department: functions[index] ?? '' })),
];

/** What the story so far must have led to, seen without the product: who is in, and who can never leave a pair again. */
type Model = { readonly in: Set<string>; readonly settled: Set<string> };
type Real = { readonly process: Process; readonly round: RoundId };
type Command = fc.AsyncCommand<Model, Real, true>;

const after = async (model: Model, { process, round }: Real): Promise<void> => {
  await invariantsHold(process.deps.rounds, round);
  const { content } = await stepsOf(process, round).content();
  for (const pair of content.pairs) for (const member of pair.memberIds) model.settled.add(member);
  const joined = content.participants.filter((one) => one.answer === 'joined').map((one) => one.personId);
  expect(joined.sort()).toEqual([...model.in].sort());
  const settled = content.pairs.flatMap((pair) => pair.memberIds);
  expect(settled.sort()).toEqual([...model.settled].sort());
  const drafted = content.proposals.filter((one) => one.state === 'draft').flatMap((one) => one.memberIds);
  expect(new Set(drafted).size).toBe(drafted.length);
};

const step = (text: string, act: (model: Model, steps: ReturnType<typeof stepsOf>, real: Real) => Promise<unknown>): Command => ({
  check: async () => true,
  run: async (model, real) => {
    await act(model, stepsOf(real.process, real.round), real);
    await after(model, real);
  },
  toString: () => text,
});

const joins = (name: string): Command =>
  step(`${name} joins`, async (model, steps) => {
    if ((await steps.join(name)).ok) model.in.add(id(name));
  });

const sitsOut = (name: string): Command =>
  step(`${name} sits out`, async (model, steps) => {
    const done = await steps.sitOut(name);
    expect(done.ok).toBe(!model.settled.has(id(name)));
    if (done.ok) model.in.delete(id(name));
  });

/** Answers the match that lies before somebody, or one that is long over. */
const answers = (name: string, said: 'accept' | 'decline', old: number): Command =>
  step(`${name} says ${said} (${old})`, async (_model, steps) => {
    const theirs = (await steps.content()).content.proposals.filter((one) => one.sentAt !== null && one.memberIds.includes(id(name)));
    const proposal = theirs[theirs.length - 1 - old];
    if (proposal !== undefined) await (said === 'accept' ? steps.accept(name, proposal) : steps.decline(name, proposal));
  });

const drafts = step('matches are drafted', async (_model, steps) => {
  const free = freeToMatch((await steps.content()).content);
  if (free.length > 0) expect((await steps.draft()).state).toBe('done');
});
const sends = step('matches are sent', async (_model, steps) => {
  const stale = await steps.proposals('draft');
  if (stale.length > 0) await steps.send();
});

describe('a whole round, whatever people do in whatever order', () => {
  it('[CP-34] nobody is in two pairs, a pair stays a pair, and who declined each other are never proposed again', async () => {
    const name = fc.constantFrom(...names);
    const commands = fc.commands<Model, Real, true>(
      [
        name.map(joins),
        name.map(sitsOut),
        fc.tuple(name, fc.constantFrom('accept' as const, 'decline' as const), fc.constantFrom(0, 0, 0, 1)).map((one) => answers(...one)),
        fc.tuple(name, fc.constant('accept' as const), fc.constant(0)).map((one) => answers(...one)),
        fc.constant(drafts),
        fc.constant(sends),
      ],
      { maxCommands: 40, size: 'max' },
    );
    const played = async (story: Iterable<Command>): Promise<void> => {
      const setup = async () => {
        const process = startProcess(memoryTable(), plainDirectory(people));
        const round = await allJoined(process, names.map(id));
        return { model: { in: new Set<string>(names.map(id)), settled: new Set<string>() }, real: { process, round } };
      };
      await fc.asyncModelRun(setup, story);
    };
    await fc.assert(fc.asyncProperty(commands, played), { numRuns: 40 });
  }, 90_000);
});
