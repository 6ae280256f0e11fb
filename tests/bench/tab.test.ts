import { stdout } from 'node:process';
import type { Actor, Deps } from '@coaching-pairs/bot/workflows/deps';
import { keptApartIn } from '@coaching-pairs/bot/workflows/keep-apart';
import { whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { checkPeopleFile, peopleFileOf } from '@coaching-pairs/bot/workflows/people-csv';
import { type PeopleWanted, peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { proofOf } from '@coaching-pairs/bot/workflows/proof';
import { forQuestions } from '@coaching-pairs/bot/workflows/read-once';
import { roundPairsOf } from '@coaching-pairs/bot/workflows/round-pairs';
import { operationId, pairId, personId, proposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { member } from '@coaching-pairs/shared/round/participation';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { expect, it } from 'vitest';
import { memoryTable } from '../bot/workflows/memory-table.js';
import { kickedOff } from '../bot/workflows/steps.js';
import { ids, plainDirectory, priya, startProcess, value } from '../bot/workflows/world.js';
import { inRound, organisation } from './large-round.js';

const words = wordsFor('en-GB');

const told = (line: string): void => void stdout.write(`${line}\n`);

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const measured = async (what: string, act: () => Promise<unknown>, often = 9): Promise<void> => {
  const times: number[] = [];
  for (let count = 0; count < often; count += 1) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  told(`| ${what} | ${(times[0] ?? 0).toFixed(0)} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} |`);
};

/** As if everybody had joined and been paired, and the pairs were announced. */
const announces = async (deps: Deps, roundId: RoundId): Promise<void> => {
  const all = await deps.rounds.everything(roundId);
  if (all === null) throw new Error('There is no round.');
  const now = deps.clock.now();
  const ids = all.participants.map(({ value: { personId: id } }) => id).slice(0, inRound);
  const pairs = Array.from({ length: inRound / 2 }, (_none, place) => ({
    value: { id: pairId(`pair-${place}`), memberIds: ids.slice(2 * place, 2 * place + 2), proposalId: proposalId(`match-${place}`) },
    etag: null,
  })).map(({ value: pair, etag }) => ({ value: { ...pair, formedAt: now, endedAt: null }, etag }));
  const joined = all.participants.map((one) => ({ ...one, value: { ...one.value, answer: 'joined' as const } }));
  const batch = (name: string) => ({ roundId, opId: operationId(`${name}-x`), audit: [] });
  for (let from = 0; from < joined.length; from += 80)
    await deps.rounds.commit({ ...batch(`joins-${from}`), participants: joined.slice(from, from + 80) });
  for (let from = 0; from < pairs.length; from += 80)
    await deps.rounds.commit({ ...batch(`pairs-${from}`), pairs: pairs.slice(from, from + 80) });
  await deps.rounds.commit({
    ...batch('announced'),
    round: { ...all.round, value: { ...all.round.value, state: 'active', announced: true } },
  });
};

it('20,000 people in the directory, 5,000 in a round: what each screen asks of the bot', { timeout: 600_000 }, async () => {
  const people = organisation();
  const table = memoryTable();
  const process = startProcess(table, plainDirectory(people));
  const { deps } = process;
  const roundId = await kickedOff(process, ids('Sam'));
  await deps.organisation.savePeople(people, []);
  const members = people.slice(0, inRound).map(({ id }) => ({ value: member(id), etag: null }));
  for (let from = 0; from < members.length; from += 80)
    await deps.rounds.commit({ roundId, opId: operationId(`add-${from}-x`), participants: members.slice(from, from + 80), audit: [] });
  const asked = { roundId, actor: priya };
  // As the API does for each call that changes nothing.
  const question = () => forQuestions(deps);
  const ask = async (wanted: PeopleWanted = {}) => value(await peopleOf(question(), words, asked, wanted));
  expect((await ask()).total).toBe(inRound + 1);
  const found = async (of: typeof deps) => value(await peopleOf(forQuestions(of), words, asked, { text: 'son 0123' }));
  let answered = 0;
  const answers = async () => {
    answered += 1;
    const read = await deps.rounds.participant(roundId, personId(`person ${String(answered).padStart(5, '0')}`));
    if (read === null) throw new Error('Nobody answers.');
    const participants = [{ ...read, value: { ...read.value, answer: 'joined' as const } }];
    await deps.rounds.commit({ roundId, opId: operationId(`answer-${answered}`), participants, audit: [] });
  };
  const { text } = value(await peopleFileOf(deps, words, asked));
  told('| What is asked | First, ms | Median, ms | Longest, ms |');
  told('|---|---|---|---|');
  await measured('the page of the round', async () => overviewOf(question(), words, asked));
  await measured('the first 100 people', () => ask());
  await measured('people found by part of a name', () => ask({ text: 'son 0123' }));
  await measured('people found, once somebody has answered', async () => {
    await answers();
    return ask({ text: 'son 0123' });
  });
  await measured('people found, the first question of a process', () => found(startProcess(table, plainDirectory(people)).deps), 3);
  await measured('people of one function', () => ask({ functionName: 'Department 7' }));
  await measured('people whose line is not certain', () => ask({ chain: 'unconfirmed' }));
  await measured('the last 100 people', () => ask({ after: 'person 04890' }));
  await measured('whether all rules are kept, with the first matches', async () => proofOf(question(), words, asked), 3);
  await measured('who is kept apart', async () => keptApartIn(question(), words, asked));
  await measured('all people as a file', async () => peopleFileOf(question(), words, asked), 3);
  await measured('that file looked at', async () => checkPeopleFile(deps, words, { ...asked, text }), 3);
  await announces(deps, roundId);
  const someone: Actor = { personId: personId('person 00017'), name: 'Person 00017', opener: false };
  const me = () => whoAmI(question(), words, someone);
  const pairs = async (wanted = {}) => value(await roundPairsOf(question(), words, { roundId, actor: someone }, wanted));
  await measured('anybody’s own rounds, 2,500 pairs announced', me);
  await measured('the first 100 of these pairs', () => pairs());
  await measured('pairs found by part of a name', () => pairs({ text: 'son 0123' }));
  const size = (answer: unknown): string => (JSON.stringify(answer).length / 1_000).toFixed(0);
  told(`kB: anybody’s own rounds ${size(await me())}, 100 pairs ${size(await pairs())}; ${(await pairs()).total} pairs`);
});
