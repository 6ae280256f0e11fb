import { stdout } from 'node:process';
import { keptApartIn } from '@coaching-pairs/bot/workflows/keep-apart';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { checkPeopleFile, peopleFileOf } from '@coaching-pairs/bot/workflows/people-csv';
import { type PeopleWanted, peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { forQuestions } from '@coaching-pairs/bot/workflows/read-once';
import { operationId, personId } from '@coaching-pairs/shared/ids';
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
  await measured('who is kept apart', async () => keptApartIn(question(), words, asked));
  await measured('all people as a file', async () => peopleFileOf(question(), words, asked), 3);
  await measured('that file looked at', async () => checkPeopleFile(deps, words, { ...asked, text }), 3);
});
