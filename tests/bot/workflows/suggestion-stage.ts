import { answerProposal } from '@coaching-pairs/bot/workflows/answer-proposal';
import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { myRound } from '@coaching-pairs/bot/workflows/my-rounds';
import { settleSuggestion } from '@coaching-pairs/bot/workflows/settle-suggestion';
import { suggestPartner } from '@coaching-pairs/bot/workflows/suggest-partner';
import { instant, type PersonId, proposalId, type RoundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { expect } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, startProcess, value } from './world.js';

export const words = wordsFor('en-GB');
export const leaders = ['Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Maya'];
/** Kofi reports to Tom, and so is below Ruth by way of him. */
export const people = [
  personNamed('Ruth'),
  ...[...leaders, 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' })),
  personNamed('Kofi', { under: 'Tom' }),
  personNamed('Nora', { under: 'Ruth' }),
];

/** Stands still unless it is moved, so that two worlds can be compared. */
export const stillClock = () => {
  let now = Date.parse('2026-11-23T09:00:00.000Z');
  const advance = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { now: () => instant(new Date(now).toISOString()), advance };
};

const played: { table: ReturnType<typeof memoryTable>; round: RoundId }[] = [];

/** Eight leaders, matched and asked; the people partner and a second administrator are not among them. Played once, and then gone on from. */
const begun = async () => {
  const [known] = played;
  if (known !== undefined) return known;
  const table = memoryTable();
  const process = startProcess(table, plainDirectory([...people]), stillClock());
  const round = await allJoined(process, ids(...leaders, 'Kofi', 'Nora'));
  const steps = stepsOf(process, round);
  await steps.draft();
  await steps.send();
  played.push({ table, round });
  return { table, round };
};

export const asked = async () => {
  const { table, round } = await begun();
  const clock = stillClock();
  const process = startProcess(table.fork(), plainDirectory([...people]), clock);
  const steps = stepsOf(process, round);
  const { deps } = process;
  const partnerOf = async (name: string): Promise<string> =>
    (await steps.proposalOf(id(name)))?.memberIds.find((one) => one !== id(name)) ?? '';
  const names = (who: string, nominee: PersonId) => suggestPartner(deps, { roundId: round, opId: newOp(), actor: actor(who), nominee });
  const mine = async (who: string) => (await myRound(deps, words, id(who), round)) ?? expect.unreachable();
  const says = (who: string, proposal: string, answer: 'accept' | 'decline') =>
    answerProposal(deps, { roundId: round, opId: newOp(), actor: actor(who), proposalId: proposalId(proposal), answer });
  const taps = (who: string, proposal: string, pass: boolean) =>
    settleSuggestion(deps, { roundId: round, opId: newOp(), actor: actor(who), proposalId: proposalId(proposal), pass });
  const board = async (who: string) => value(await boardOf(deps, words, { roundId: round, actor: actor(who) }));
  const told = async (): Promise<string[]> =>
    (await deps.rounds.unsent(round)).filter(({ kind }) => kind !== 'proposal').map(({ kind, to }) => `${kind} ${to}`);
  return { process, deps, clock, round, steps, partnerOf, names, mine, says, taps, board, told };
};
type Stage = Awaited<ReturnType<typeof asked>>;

/** Two leaders of whom neither is the other's partner, whose functions differ and who are in no line. */
export const strangers = async ({ partnerOf }: Stage): Promise<readonly [string, string, string, string]> => {
  for (const one of leaders)
    for (const other of leaders) {
      const [first, second] = [await partnerOf(one), await partnerOf(other)];
      if (one !== other && first !== other.toLowerCase() && first !== second) return [one, other, first, second];
    }
  return expect.unreachable();
};
export const nameOf = (key: string): string => people.find((one) => one.id === key)?.name ?? key;
